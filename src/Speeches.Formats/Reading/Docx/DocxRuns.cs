using System.Xml.Linq;

namespace Speeches.Formats.Reading.Docx;

/// <summary>Reads what is inside paragraphs: words with their look, links, fields, breaks, note marks and the ranges of comments.</summary>
internal sealed class DocxRuns(LineBuilder lines, StyleSheet styles, DocxNotes notes, CommentRanges ranges)
{
    private readonly List<XElement> _boxes = [];
    private readonly DocxFields _fields = new();
    private string? _paragraphStyle;
    private string? _link;

    /// <summary>What the part being read refers to, for its links.</summary>
    internal IReadOnlyList<DocxPackage.Relation> Relations { get; set; } = [];

    /// <summary>Whether a run that is only a space stands for the end of a line (see <see cref="WrappedRuns"/>).</summary>
    internal bool SpacesEndLines { get; set; }

    /// <summary>A marker at the start of the paragraph that has been read already.</summary>
    internal string? TypedMarker { get; set; }

    /// <summary>The text boxes that the paragraphs read so far hold; their words follow the paragraph.</summary>
    internal List<XElement> TakeBoxes()
    {
        if (_boxes.Count == 0)
            return [];
        List<XElement> taken = [.. _boxes];
        _boxes.Clear();
        return taken;
    }

    /// <summary>Forgets fields that a text left open: they cannot go on in a note.</summary>
    internal void BeginNote() => _fields.Clear();

    /// <summary>Reads the runs of a paragraph.</summary>
    internal void Read(XElement paragraph, string? style)
    {
        _paragraphStyle = style is not null && (styles.HeadingLevel(style) > 0 || styles.IsQuotation(style)) ? null : style;
        Inlines(paragraph);
    }

    /// <summary>The one of several alternatives that is read: the newest.</summary>
    internal static XElement? Chosen(XElement alternatives) =>
        alternatives.Elements().FirstOrDefault(element => element.Word() == "mc:Choice") ?? alternatives.Elements().FirstOrDefault(element => element.Word() == "mc:Fallback");

    private void Inlines(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Word())
            {
                case "r":
                    Run(element);
                    break;
                case "hyperlink":
                    var outer = _link;
                    _link = Relations.FirstOrDefault(relation => relation.Id == element.Attr("id")).Target is { } target
                        && SafeLink.TryRead(target, out var safe) ? safe : outer;
                    Inlines(element);
                    _link = outer;
                    break;
                case "ins" or "moveTo" or "smartTag" or "customXml" or "fldSimple" or "dir" or "bdo":
                    Inlines(element);
                    break;
                case "sdt":
                    if (element.Child("sdtContent") is { } content)
                        Inlines(content);
                    break;
                case "mc:AlternateContent":
                    if (Chosen(element) is { } chosen)
                        Inlines(chosen);
                    break;
                case "m:oMath" or "m:oMathPara":
                    foreach (var words in element.Descendants().Where(inner => inner.Word() == "m:t"))
                        lines.Append(words.Value);
                    break;
                case "commentRangeStart":
                    ranges.Start(element.Attr("id"), lines.Length);
                    break;
                case "commentRangeEnd":
                    ranges.End(element.Attr("id"), lines.Length);
                    break;
                default:
                    break;
            }
        }
    }

    private void Run(XElement run)
    {
        var properties = run.Child("rPr");
        if (Toggle(properties, "vanish"))
            return;
        var complex = properties.Child("rtl").IsOn() == true || properties.Child("cs").IsOn() == true;
        var look = new LineBuilder.Look(Toggle(properties, complex ? "bCs" : "b"), Toggle(properties, complex ? "iCs" : "i"), null);
        foreach (var element in run.Elements())
        {
            if (element.Word() is "footnoteReference" or "endnoteReference" && element.Attr("customMarkFollows") is "1" or "true" or "on")
            {
                // The rest of the run is the mark.
                Note(element, string.Concat(element.ElementsAfterSelf().Select(Words)));
                return;
            }

            Part(element, look);
        }
    }

    private void Part(XElement element, LineBuilder.Look look)
    {
        switch (element.Word())
        {
            case "fldChar":
                _fields.Mark(element.Attr("fldCharType"));
                break;
            case "instrText":
                _fields.Instruct(element.Value);
                break;
            case "commentReference":
                ranges.Mark(element.Attr("id"));
                break;
            case "drawing" or "pict" or "object":
                // A box inside a box comes with the outer one.
                _boxes.AddRange(element.Descendants().Where(inner => inner.Word() == "txbxContent"
                    && !inner.Ancestors().TakeWhile(above => above != element).Any(above => above.Word() is "txbxContent" or "mc:Fallback")));
                break;
            case "mc:AlternateContent":
                foreach (var inner in Chosen(element)?.Elements() ?? [])
                    Part(inner, look);
                break;
            case "footnoteReference" or "endnoteReference":
                Note(element, null);
                break;
            case "ruby" when !_fields.IsInstruction:
                if (element.Child("rubyBase") is { } words)
                    Inlines(words);
                break;
            case "br" or "cr" when !_fields.IsInstruction:
                lines.Break(hard: element.Attr("type") is not ("page" or "column"));
                break;
            case "tab" when TypedMarker is not null:
                TypedMarker = null;
                break;
            case "t" when SpacesEndLines && element.Value == " ":
                lines.Break(hard: false);
                break;
            case "t" when TypedMarker is not null && element.Value.Trim() == TypedMarker:
                break;
            default:
                if (!_fields.IsInstruction && Words(element) is { Length: > 0 } text)
                    lines.Append(text, look with { Link = _link ?? _fields.Link });
                break;
        }
    }

    private void Note(XElement reference, string? custom)
    {
        if (!_fields.IsInstruction && notes.Refer(reference, custom) is { } mark)
            lines.AppendNote(mark);
    }

    private static string Words(XElement element) => element.Word() switch
    {
        "t" => element.Value,
        "tab" or "ptab" => " ",
        "noBreakHyphen" => "\u2011",
        "sym" => WordSymbols.Read(element.Attr("font"), element.Attr("char")),
        _ => "",
    };

    /// <summary>Whether a property is on for a run: by itself, by its style, or by its paragraph's.</summary>
    private bool Toggle(XElement? properties, string name) =>
        properties.Child(name).IsOn() ?? styles.Find(properties.ChildValue("rStyle"), "rPr", name).IsOn() ?? styles.Find(_paragraphStyle, "rPr", name).IsOn() ?? false;
}

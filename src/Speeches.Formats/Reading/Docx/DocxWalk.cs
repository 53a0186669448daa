using System.Xml.Linq;
using Speeches.Parsing;

namespace Speeches.Formats.Reading.Docx;

/// <summary>Goes through the blocks of a Word file: paragraphs, tables, text boxes and notes.</summary>
internal sealed class DocxWalk
{
    // An indent on both sides of at least this much (twentieths of a point) sets a block quotation off from the text.
    private const int QuotationIndent = 400;
    private const int LongestTypedMarker = 8;
    private readonly LineBuilder _lines;
    private readonly StyleSheet _styles;
    private readonly ListNumbers _numbers;
    private readonly CommentRanges _ranges;
    private readonly DocxRuns _runs;
    private bool _inNote;
    private bool _goesOn;
    private int _rightToLeft;
    private int _paragraphs;

    internal DocxWalk(LineBuilder lines, StyleSheet styles, ListNumbers numbers, DocxNotes notes, CommentRanges ranges)
    {
        (_lines, _styles, _numbers, _ranges) = (lines, styles, numbers, ranges);
        _runs = new DocxRuns(lines, styles, notes, ranges);
    }

    /// <summary>Whether more than half of the paragraphs run from right to left.</summary>
    internal bool IsMostlyRightToLeft => _rightToLeft * 2 > _paragraphs;

    /// <summary>Whether lone spaces stand for the ends of lines (see <see cref="WrappedRuns"/>).</summary>
    internal bool IsWrapped { get; set; }

    /// <summary>Reads the body.</summary>
    internal void Body(XElement? body, IReadOnlyList<DocxPackage.Relation> relations)
    {
        _runs.Relations = relations;
        if (body is not null)
            Blocks(body, null);
        _lines.End();
    }

    /// <summary>Reads a note.</summary>
    internal void Note(DocxNotes.Note note)
    {
        (_inNote, _goesOn, _runs.Relations) = (true, false, note.Relations);
        _lines.Begin(SourceRole.Footnote, 0, note.Mark);
        _runs.BeginNote();
        var first = true;
        foreach (var element in note.Content.Elements())
        {
            Block(element, first ? note.Mark : null);
            first = false;
        }

        _lines.End();
    }

    private void Blocks(XElement parent, string? mark)
    {
        foreach (var element in parent.Elements())
            Block(element, mark);
    }

    private void Block(XElement element, string? mark)
    {
        switch (element.Word())
        {
            case "p":
                Paragraph(element, mark);
                break;
            case "tbl":
                Table(element);
                break;
            case "sdt" when !IsContents(element):
                Blocks(element.Child("sdtContent") ?? new XElement("none"), mark);
                break;
            case "mc:AlternateContent":
                if (DocxRuns.Chosen(element) is { } chosen)
                    Blocks(chosen, mark);
                break;
            case "ins" or "moveTo" or "customXml" or "smartTag":
                Blocks(element, mark);
                break;
            case "commentRangeStart":
                _ranges.Start(element.Attr("id"), _lines.Length);
                break;
            case "commentRangeEnd":
                _ranges.End(element.Attr("id"), _lines.Length);
                break;
            default:
                break;
        }
    }

    private void Paragraph(XElement paragraph, string? mark)
    {
        var properties = paragraph.Child("pPr");
        var style = properties.ChildValue("pStyle") ?? _styles.DefaultParagraph;
        var end = properties.Child("rPr");
        // A paragraph whose end was deleted is one with the next, and looks like that one.
        var goesOn = end.Child("del") is not null || end.Child("moveFrom") is not null;
        _paragraphs++;
        if ((properties.Child("bidi") ?? _styles.Find(style, "pPr", "bidi")).IsOn() == true)
            _rightToLeft++;

        var prefix = goesOn ? null : Begin(paragraph, properties, style, mark);
        if (prefix is not null && _lines.Length == 0)
            _lines.Append(prefix + " ");
        _runs.SpacesEndLines = IsWrapped && WrappedRuns.IsWrapped(paragraph);
        _runs.Read(paragraph, style);
        _goesOn = goesOn;
        if (!goesOn)
            _lines.End();

        foreach (var box in _runs.TakeBoxes())
            Blocks(box, null);
    }

    /// <summary>Says what the paragraph is; returns a number to print before its words where it is no list item.</summary>
    private string? Begin(XElement paragraph, XElement? properties, string? style, string? mark)
    {
        var number = Number(properties, style, out var depth);
        _runs.TypedMarker = null;
        if (_inNote)
        {
            _lines.Begin(SourceRole.Footnote, 0, mark);
            return number;
        }

        var heading = properties.ChildValue("outlineLvl").Number() is { } outline ? outline is >= 0 and < 9 ? outline + 1 : 0 : _styles.HeadingLevel(style);
        if (heading > 0)
        {
            _lines.Begin(SourceRole.Heading, heading);
            return number;
        }

        if (number is not null)
            _lines.Begin(SourceRole.ListItem, depth + 1, number);
        else if (TypedMarker(paragraph, properties, style) is { } typed)
            _lines.Begin(SourceRole.ListItem, TypedLevel(properties), _runs.TypedMarker = typed);
        else
            _lines.Begin(IsQuotation(properties, style) ? SourceRole.Quotation : SourceRole.Text);
        return null;
    }

    private string? Number(XElement? properties, string? style, out int depth)
    {
        var direct = properties.Child("numPr");
        var inherited = _styles.Numbering(style);
        var instance = direct.ChildValue("numId").Number() ?? inherited?.Instance ?? 0;
        depth = 0;
        if (instance == 0)
            return null;
        depth = direct.ChildValue("ilvl").Number() ?? inherited?.Level ?? _numbers.LevelOf(instance, style);
        depth = Math.Clamp(depth, 0, 8);
        return _numbers.Next(instance, depth) is { Length: > 0 } number ? number : null;
    }

    private bool IsQuotation(XElement? properties, string? style)
    {
        if (_styles.IsQuotation(style))
            return true;
        if ((properties.Child("jc") ?? _styles.Find(style, "pPr", "jc")).Attr("val") is "center" or "right" or "end")
            return false;
        return Indent(properties, style, "start", "left") >= QuotationIndent && Indent(properties, style, "end", "right") >= QuotationIndent;
    }

    private int Indent(XElement? properties, string? style, string name, string older)
    {
        var (own, inherited) = (properties.Child("ind"), _styles.Find(style, "pPr", "ind"));
        return (own.Attr(name) ?? own.Attr(older) ?? inherited.Attr(name) ?? inherited.Attr(older)).Number() ?? 0;
    }

    /// <summary>A marker that was typed before a tab in a paragraph set as a list item with a hanging indent.</summary>
    private string? TypedMarker(XElement paragraph, XElement? properties, string? style)
    {
        if (!_styles.IsList(style) || properties.Child("ind").Attr("hanging").Number() is not > 0)
            return null;
        var run = paragraph.Elements().FirstOrDefault(element => element.Word() is not ("pPr" or "bookmarkStart" or "bookmarkEnd" or "commentRangeStart"));
        var parts = run?.Word() == "r" ? run.Elements().Where(element => element.Word() is not ("rPr" or "lastRenderedPageBreak")).Take(2).ToArray() : [];
        return parts is [var words, var tab] && words.Word() == "t" && tab.Word() == "tab" && words.Value.Trim() is { Length: > 0 and <= LongestTypedMarker } marker
            && !marker.Any(char.IsWhiteSpace) ? marker : null;
    }

    private static int TypedLevel(XElement? properties)
    {
        var indent = properties.Child("ind");
        var start = (indent.Attr("start") ?? indent.Attr("left")).Number() ?? 0;
        // Each depth is set in by about one centimetre more than the marker's own room.
        return Math.Clamp(((start + 100) / 567) - 1, 1, 9);
    }

    /// <summary>A row of single paragraphs is one block with a line a cell; cells with more are read one after the other.</summary>
    private void Table(XElement table)
    {
        foreach (var row in table.Elements().SelectMany(Rows))
        {
            if (row.Child("trPr").Child("del") is not null)
                continue;
            var cells = row.Elements().SelectMany(element => element.Word() == "sdt" ? element.Child("sdtContent").Children("tc") : [element])
                .Where(element => element.Word() == "tc").ToArray();
            var isPlain = !_inNote && cells.Length > 1 && cells.All(cell => cell.Elements().Where(element => element.Word() is not "tcPr").ToArray() is [var only] && only.Word() == "p");
            if (!isPlain)
            {
                foreach (var cell in cells)
                    Blocks(cell, null);
                continue;
            }

            _lines.End();
            _lines.Begin(SourceRole.Text);
            foreach (var cell in cells)
            {
                var paragraph = cell.Child("p")!;
                var style = paragraph.Child("pPr").ChildValue("pStyle") ?? _styles.DefaultParagraph;
                if (Number(paragraph.Child("pPr"), style, out _) is { } number)
                    _lines.Append(number + " ");
                _runs.Read(paragraph, style);
                _lines.Break(hard: cell != cells[^1]);
            }

            _lines.End();
            foreach (var box in _runs.TakeBoxes())
                Blocks(box, null);
        }
    }

    private static IEnumerable<XElement> Rows(XElement element) => element.Word() switch
    {
        "tr" => [element],
        "sdt" => element.Child("sdtContent").Children("tr"),
        "ins" or "customXml" => element.Children("tr"),
        _ => [],
    };

    private static bool IsContents(XElement control) =>
        control.Child("sdtPr").Child("docPartObj").ChildValue("docPartGallery") is "Table of Contents" or "Page Numbers (Top of Page)" or "Page Numbers (Bottom of Page)";
}

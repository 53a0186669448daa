using System.Xml.Linq;

namespace Speeches.Formats.Reading.Docx;

/// <summary>The styles of a Word file, each with those it is based on (styles.xml).</summary>
internal sealed class StyleSheet
{
    private const int MaxChain = 20;

    // Names under which other programs and translated templates keep their headings; Word's own are "heading 1" in every language.
    private static readonly string[] HeadingWords = ["heading", "titre", "título", "titulo", "überschrift", "заголовок", "标题", "標題", "العنوان", "عنوان"];
    private static readonly string[] QuotationWords = ["block text", "citation", "citazione", "cita", "zitat", "引用", "引文", "اقتباس"];
    private readonly Dictionary<string, XElement[]> _chains = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _styles = new(StringComparer.Ordinal);

    internal StyleSheet(XElement? styles)
    {
        foreach (var style in styles.Children("style"))
        {
            if (style.Attr("styleId") is not { } id)
                continue;
            _styles.TryAdd(id, style);
            if (style.Attr("type") == "paragraph" && style.Attr("default") is "1" or "true" or "on")
                DefaultParagraph ??= id;
        }

        Language = Find(DefaultParagraph, "rPr", "lang") ?? styles.Child("docDefaults").Child("rPrDefault").Child("rPr").Child("lang");
    }

    /// <summary>The style of paragraphs that name none.</summary>
    internal string? DefaultParagraph { get; }

    /// <summary>The languages of the text where it does not say others: "val", "eastAsia", "bidi".</summary>
    internal XElement? Language { get; }

    /// <summary>A property of a style or of the nearest style it is based on.</summary>
    internal XElement? Find(string? style, string properties, string name)
    {
        foreach (var element in Chain(style))
        {
            if (element.Child(properties).Child(name) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>The list and level that a style gives to its paragraphs; null for none.</summary>
    internal (int Instance, int? Level)? Numbering(string? style)
    {
        var properties = Find(style, "pPr", "numPr");
        return properties.ChildValue("numId").Number() is { } instance ? (instance, properties.ChildValue("ilvl").Number()) : null;
    }

    /// <summary>The level of heading that a style is, from 1; 0 for none.</summary>
    internal int HeadingLevel(string? style)
    {
        if (Find(style, "pPr", "outlineLvl").Attr("val").Number() is { } outline)
            return outline is >= 0 and < 9 ? outline + 1 : 0;
        foreach (var name in Names(style))
        {
            if (name == "title")
                return 1;
            if (name.Length > 2 && name[^1] is >= '1' and <= '9' && HeadingWords.Contains(name[..^1].TrimEnd()))
                return name[^1] - '0';
        }

        return 0;
    }

    /// <summary>Whether paragraphs of a style are block quotations.</summary>
    internal bool IsQuotation(string? style) => Names(style).Any(name =>
        name.Contains("quot", StringComparison.Ordinal) || name.Contains("цитат", StringComparison.Ordinal)
        || QuotationWords.Any(word => name.StartsWith(word, StringComparison.Ordinal)));

    /// <summary>Whether a style is the one that word processors give to list items without a number of their own.</summary>
    internal bool IsList(string? style) => Names(style).Any(name => name is "list paragraph" or "list");

    /// <summary>The names of a style and of those it is based on; a style that is not defined is known by its id.</summary>
    private IEnumerable<string> Names(string? style) => style is not null && !_styles.ContainsKey(style)
        ? [style.ToLowerInvariant()]
        : Chain(style).Select(element => (element.ChildValue("name") ?? element.Attr("styleId") ?? "").ToLowerInvariant());

    private XElement[] Chain(string? style)
    {
        if (style is null)
            return [];
        if (_chains.TryGetValue(style, out var chain))
            return chain;
        var found = new List<XElement>();
        for (var next = style; next is not null && found.Count < MaxChain && _styles.TryGetValue(next, out var element); next = element.ChildValue("basedOn"))
            found.Add(element);
        return _chains[style] = [.. found];
    }
}

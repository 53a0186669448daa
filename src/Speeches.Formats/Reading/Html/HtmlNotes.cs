using AngleSharp.Dom;

namespace Speeches.Formats.Reading.Html;

/// <summary>Finds notes: a small mark that links to a block further down, which links back or stands among the notes.</summary>
internal sealed class HtmlNotes
{
    private const int LongestMark = 4;
    private readonly Dictionary<IElement, string> _marks = [];
    private readonly HashSet<IElement> _blocks = [];
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);

    internal HtmlNotes(IElement body)
    {
        var targets = new Dictionary<string, IElement>(StringComparer.Ordinal);
        foreach (var element in body.QuerySelectorAll("[id], a[name]"))
        {
            if ((element.Id ?? element.GetAttribute("name")) is { Length: > 0 } id)
                targets.TryAdd(id, element);
            if (element.GetAttribute("name") is { Length: > 0 } name)
                targets.TryAdd(name, element);
        }

        var order = body.QuerySelectorAll("*").Select((element, index) => (element, index)).ToDictionary(entry => entry.element, entry => entry.index);
        var byBlock = new Dictionary<IElement, string>();
        foreach (var link in body.QuerySelectorAll("a[href^='#']"))
        {
            var label = Label(link.TextContent);
            if (label.Length is 0 or > LongestMark || !IsMark(link) || !targets.TryGetValue(link.GetAttribute("href")![1..], out var target))
                continue;
            var block = Block(target);
            // The link back from a note looks like a mark as well: a note stands behind its mark.
            if (block is null || order[block] < order[link])
                continue;
            if (byBlock.TryGetValue(block, out var known))
            {
                _marks[link] = known;
            }
            else if (_labels.Add(label))
            {
                byBlock[block] = _marks[link] = label;
                _blocks.Add(block);
                Found.Add((label, block));
            }
        }
    }

    /// <summary>The notes in the order of their marks.</summary>
    internal List<(string Label, IElement Block)> Found { get; } = [];

    /// <summary>The printed mark, where a link is one.</summary>
    internal string? Mark(IElement link) => _marks.GetValueOrDefault(link);

    /// <summary>Whether a block is a note, read after the text.</summary>
    internal bool IsNote(IElement block) => _blocks.Contains(block);

    /// <summary>Whether an element of a note only leads back to its mark, or repeats it.</summary>
    internal static bool LeadsBack(IElement element, string label) =>
        element.GetAttribute("role") == "doc-backlink"
        || (element.LocalName is "a" && element.GetAttribute("href") is ['#', ..] && (Label(element.TextContent) == label || Label(element.TextContent) is "" or "↩" or "↩︎" or "^" or "↑" or "⏎"))
        || (element.LocalName == "sup" && Label(element.TextContent) == label);

    private static bool IsMark(IElement link) =>
        link.GetAttribute("role") == "doc-noteref" || link.ParentElement?.LocalName == "sup" || link.Children.Any(child => child.LocalName == "sup")
        || link.TextContent.Trim() is ['[', .., ']'];

    private static string Label(string words) => words.Trim().Trim('[', ']', '(', ')', ' ', '.', '\u00A0');

    private static IElement? Block(IElement target)
    {
        for (var above = target; above is not null; above = above.ParentElement)
        {
            if (above.LocalName is "p" or "li" or "dd" or "aside" or "div" or "tr")
                return above;
            if (above.LocalName is "body" or "section" or "article" or "main" or "td")
                return null;
        }

        return null;
    }
}

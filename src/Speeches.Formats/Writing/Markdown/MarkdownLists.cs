using System.Globalization;

namespace Speeches.Formats.Writing.Markdown;

/// <summary>Writes list items with the indentation that CommonMark needs for their depth.</summary>
internal sealed class MarkdownLists
{
    private readonly List<int> _indents = [];

    /// <summary>
    /// One item. Bullets and "3." are list markers of CommonMark; any other printed marker ("(a)") is kept as words in a bullet item,
    /// so that nobody renumbers it.
    /// </summary>
    public string Item(Block block, string words)
    {
        var first = _indents.Count == 0;
        var depth = Math.Clamp(block.Level, 1, _indents.Count + 1);
        while (_indents.Count >= depth) _indents.RemoveAt(_indents.Count - 1);
        var indent = _indents.Sum();
        var marker = block.Marker is { } printed && IsNumber(printed) ? printed + " " : "- ";
        var label = block.Marker is null or "•" or "-" or "*" or "–" || marker != "- " ? "" : MarkdownText.Escape(block.Marker) + " ";
        _indents.Add(marker.Length);
        var rest = new string(' ', indent + marker.Length);
        var lines = (label.Length > 0 ? label + words : MarkdownText.AtLineStart(words)).Split('\n');
        return (first ? "\n" : "") + new string(' ', indent) + marker + string.Join("\n" + rest, lines);
    }

    /// <summary>What follows is no list item.</summary>
    public void End() => _indents.Clear();

    private static bool IsNumber(string marker) =>
        marker.Length is > 1 and <= 4 && marker[^1] is '.' or ')' && int.TryParse(marker.AsSpan(0, marker.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}

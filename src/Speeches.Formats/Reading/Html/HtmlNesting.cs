namespace Speeches.Formats.Reading.Html;

/// <summary>
/// Looks at the tags of a page before it is parsed: the parser takes time by the square of how deep elements stand in each other, and
/// for some tags calls itself. What this lets through by mistake is still measured in the parsed page.
/// </summary>
internal static class HtmlNesting
{
    // Elements that stand inside each other until they are closed by their own end tag; paragraphs, items, cells and the like end by themselves.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Nested = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "center", "details", "dir", "div", "dl", "fieldset", "figure", "footer", "header", "main", "menu", "nav", "object",
        "ol", "q", "section", "span", "sub", "sup", "svg", "table", "template", "ul",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    // Those that go on in the next paragraph where nobody closes them. Old pages leave many open, none so many.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Styled = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Raw = ["script", "style", "textarea", "title"];

    /// <summary>Whether elements stand deeper in each other than a reader lets them, or too many tags are open that cost the parser the square of their number.</summary>
    internal static bool IsTooDeep(ReadingLimits limits, string text)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        var (depth, laidOut, styled) = (0, 0, 0);
        var rest = text.AsSpan();
        for (int at; (at = rest.IndexOf('<')) >= 0;)
        {
            rest = rest[(at + 1)..];
            if (rest.StartsWith("!--"))
            {
                rest = Behind(rest, "-->");
                continue;
            }

            var isEnd = rest.StartsWith("/");
            rest = isEnd ? rest[1..] : rest;
            var length = rest.IndexOfAnyExceptInRange('A', 'z');
            var name = length < 0 ? rest : rest[..length];
            if (Styled.Contains(name))
            {
                styled = Math.Max(0, styled + (isEnd ? -1 : 1));
                if (styled > limits.OpenTags)
                    return true;
                continue;
            }

            if (!Nested.Contains(name))
            {
                if (!isEnd && IsRaw(name))
                    rest = Behind(rest, $"</{name}");
                // AngleSharp calls itself for what follows at once on these, so thousands in a row end the process.
                else if (!isEnd && (name.Equals("pre", StringComparison.OrdinalIgnoreCase) || name.Equals("listing", StringComparison.OrdinalIgnoreCase)) && ++laidOut > limits.OpenTags)
                    return true;
                continue;
            }

            open.TryGetValue(name, out var count);
            if (isEnd && count == 0)
                continue;
            open[name] = count + (isEnd ? -1 : 1);
            if ((depth += isEnd ? -1 : 1) > limits.Nesting)
                return true;
        }

        return false;
    }

    private static bool IsRaw(ReadOnlySpan<char> name)
    {
        foreach (var raw in Raw)
        {
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> text, string end)
    {
        var at = text.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? [] : text[(at + end.Length)..];
    }
}

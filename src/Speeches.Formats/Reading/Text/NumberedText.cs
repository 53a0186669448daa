using Speeches.Parsing;

namespace Speeches.Formats.Reading.Text;

/// <summary>
/// Finds the printed numbers of paragraphs in text without markup ("1. It is …", "1 It is …"): they begin with 1, go up by one, and
/// stand at the start of a line where a paragraph may begin. Short enumerations without empty lines between are left as they stand.
/// </summary>
internal static class NumberedText
{
    private const int Fewest = 3;
    private const int ShortestOnAverage = 100;
    private const int MostDigits = 3;

    /// <summary>The lines that begin with the number of a paragraph, in order; a block begins with each. Empty where there are none.</summary>
    internal static List<int> Begin(SourceLine[] lines)
    {
        var starts = new List<int>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Role != SourceRole.Text || lines[i].Text is not ([>= '0' and <= '9', ..] or [>= '\u0660' and <= '\u0669', ..]))
                continue;
            var (number, length) = Number(lines[i].Text);
            if (length == 0 || number > starts.Count + 1)
                continue;
            if (number == 1 && starts.Count < Fewest)
                starts.Clear();
            if (number == starts.Count + 1 && MayBegin(lines, i))
                starts.Add(i);
        }

        if (starts.Count < Fewest || (Average(lines, starts) < ShortestOnAverage && !starts.TrueForAll(start => lines[start].StartsBlock)))
            return [];
        foreach (var start in starts)
            lines[start] = lines[start] with { StartsBlock = true };
        return starts;
    }

    /// <summary>Makes numbered items of the blocks that begin on these lines; their numbers become markers.</summary>
    internal static void Mark(SourceLine[] lines, List<int> starts)
    {
        foreach (var start in starts)
        {
            var (number, length) = Number(lines[start].Text);
            var rest = lines[start].Text.AsSpan(length).TrimStart();
            var cut = lines[start].Text.Length - rest.Length;
            lines[start] = lines[start] with
            {
                Text = rest.ToString(),
                Marker = $"{number}.",
                Spans = Moved(lines[start].Spans, cut),
                Role = SourceRole.ListItem,
                Level = 1,
            };
            for (var i = start + 1; i < lines.Length && !lines[i].StartsBlock && lines[i].Role == SourceRole.Text; i++)
                lines[i] = lines[i] with { Role = SourceRole.ListItem, Level = 1 };
        }
    }

    /// <summary>The number, and how many code units it takes with what follows it; words follow, with a capital where no point stands.</summary>
    private static (int Number, int Length) Number(string text)
    {
        var (number, at) = (0, 0);
        while (at < text.Length && at < MostDigits && char.IsDigit(text[at]))
            number = (number * 10) + (int)char.GetNumericValue(text[at++]);
        if (at >= text.Length || char.IsDigit(text[at]))
            return default;
        var pointed = text[at] is '.' or ')' or '-' or '–';
        at += pointed ? 1 : 0;
        if (at + 1 >= text.Length || text[at] is not (' ' or '\t' or '\u00A0'))
            return default;
        var words = text.AsSpan(at).TrimStart();
        return words.IsEmpty || char.IsDigit(words[0]) || (!pointed && (!char.IsLetter(words[0]) || char.IsLower(words[0]))) ? default : (number, at);
    }

    private static bool MayBegin(SourceLine[] lines, int i) =>
        i == 0 || lines[i].StartsBlock || lines[i - 1].Text.AsSpan().TrimEnd("”\"’'»)]") is [.., '.' or '!' or '?' or ':' or ',' or '،' or '؟']
        || lines[i - 1].Text.Length * 2 < lines[i].Text.Length;

    private static int Average(SourceLine[] lines, List<int> starts)
    {
        var length = 0;
        for (var i = starts[0]; i < lines.Length; i++)
            length += lines[i].Text.Length;
        return length / starts.Count;
    }

    private static IReadOnlyList<Span> Moved(IReadOnlyList<Span> spans, int cut) =>
        spans.Count == 0 ? spans
            : [.. spans.Where(span => span.End > cut).Select(span => span with { Start = Math.Max(0, span.Start - cut), End = span.End - cut })];
}

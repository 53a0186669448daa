using System.Buffers;
using Speeches.Parsing;

namespace Speeches.Formats.Reading.Text;

/// <summary>
/// Leaves out what pages print around the text of a file that has no pages any more: numbers that count up, marks that the text goes
/// on ("/…"), and heads that stand at three page ends or more. What was left out is told.
/// </summary>
internal static class PageFurniture
{
    private static readonly SearchValues<char> OfContinuation = SearchValues.Create("/.… 0123456789");

    private static readonly SearchValues<char> OfRule = SearchValues.Create("*_-–—=~·•●◦■ ");

    private const int LongestNumber = 16;
    private const int LongestHead = 100;
    private const int FewestHeads = 3;
    private const int NearPageEnd = 2;

    // More than one empty line tells the parser that a paragraph may go on.
    private const int PageEnd = 2;

    /// <summary>The document without its page numbers, continuation marks and running heads.</summary>
    internal static SourceDocument Without(SourceDocument document)
    {
        document = WithoutRules(document);
        var lines = document.Lines;
        if (Numbers(lines) is not { } furniture)
            return document;
        AddHeads(lines, furniture);
        var kept = new List<SourceLine>(lines.Count);
        var first = furniture.Count == 0 ? 0 : lines[furniture.Min()].Number;
        for (var i = 0; i < lines.Count; i++)
        {
            if (furniture.Contains(i))
                continue;
            var starts = lines[i].StartsBlock || (i > 0 && furniture.Contains(i - 1) && lines[i - 1].StartsBlock && !char.IsLower(lines[i].Text[0]));
            kept.Add(i > 0 && furniture.Contains(i - 1) && starts && kept.Count > 0
                ? lines[i] with { StartsBlock = true, BlankLinesBefore = Math.Max(lines[i].BlankLinesBefore, PageEnd) } : lines[i]);
        }

        return document with
        {
            Lines = kept.ToArray(),
            Diagnostics = [.. document.Diagnostics, new ParseDiagnostic(DiagnosticSeverity.Information, "page-furniture", first,
                $"{furniture.Count} lines with page numbers, running heads or marks that a page goes on are not part of the text and were left out.")],
        };
    }

    /// <summary>A line of stars or strokes parts what stands above and below it, and is no words.</summary>
    private static SourceDocument WithoutRules(SourceDocument document)
    {
        List<SourceLine>? kept = null;
        for (var i = 0; i < document.Lines.Count; i++)
        {
            var line = document.Lines[i];
            if (IsRule(line))
                kept ??= [.. document.Lines.Take(i)];
            else
                kept?.Add(i > 0 && kept.Count > 0 && IsRule(document.Lines[i - 1]) ? line with { StartsBlock = true, BlankLinesBefore = Math.Max(1, line.BlankLinesBefore) } : line);
        }

        return kept is null ? document : document with { Lines = kept.ToArray() };
    }

    private static bool IsRule(SourceLine line) => line is { Role: SourceRole.Text, Marker: null } && line.Text.AsSpan().IndexOfAnyExcept(OfRule) < 0;

    /// <summary>The lines that are page numbers or continuation marks; null where there are none.</summary>
    private static HashSet<int>? Numbers(IReadOnlyList<SourceLine> lines)
    {
        HashSet<int>? marks = null;
        List<(int Line, int Number)>? numbers = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Text.Length > LongestNumber || line.Role is not (SourceRole.Text or SourceRole.ListItem))
                continue;
            if (IsContinuation(line.Text) && i > 0)
                (marks ??= []).Add(i);
            else if (Number(line.Text) is { } number)
                (numbers ??= []).Add((i, number));
        }

        for (var i = 0; i < numbers?.Count; i++)
        {
            var (line, number) = numbers[i];
            var counts = (i > 0 && numbers[i - 1].Number + 1 == number) || (i + 1 < numbers.Count && numbers[i + 1].Number == number + 1);
            if (counts || IsAtPageEnd(lines, line) || CutsSentence(lines, line))
                (marks ??= []).Add(line);
        }

        return marks;
    }

    /// <summary>"3", "- 3 -", "Page 3 of 9", "3/9": the number; null for anything else.</summary>
    private static int? Number(string text)
    {
        var words = text.AsSpan().Trim(" -–—|[]");
        if (words.StartsWith("Page ", StringComparison.OrdinalIgnoreCase))
            words = words[5..];
        var digits = words.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : words.Length;
        if (digits is 0 or > 3)
            return null;
        var rest = words[digits..].Trim();
        if (rest is [('/' or '|'), .. var total] || (rest is ['o', 'f', ' ', .. var all] && !(total = all).IsEmpty))
            rest = total.Trim().ContainsAnyExceptInRange('0', '9') || total.Trim().Length > 3 ? "no" : "";
        return rest.IsEmpty ? int.Parse(words[..digits], System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>"/…", "…/…", ".../2".</summary>
    private static bool IsContinuation(string text) =>
        text.Contains('/', StringComparison.Ordinal) && text.AsSpan().IndexOfAnyExcept(OfContinuation) < 0
        && (text.Contains('…', StringComparison.Ordinal) || text.Contains("...", StringComparison.Ordinal));

    private static bool IsAtPageEnd(IReadOnlyList<SourceLine> lines, int i) =>
        lines[^1].Page > 1 && (i == 0 || i + 1 == lines.Count || lines[i - 1].Page != lines[i].Page || lines[i + 1].Page != lines[i].Page);

    private static bool CutsSentence(IReadOnlyList<SourceLine> lines, int i) =>
        i > 0 && i + 1 < lines.Count && lines[i + 1].Text is [var next, ..] && char.IsLower(next) && char.IsLetter(lines[i - 1].Text[^1]);

    private static void AddHeads(IReadOnlyList<SourceLine> lines, HashSet<int> furniture)
    {
        var heads = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 1; i < lines.Count; i++)
        {
            if (furniture.Contains(i) || lines[i].Text.Length > LongestHead || lines[i].Role != SourceRole.Text || !IsNearPageEnd(lines, furniture, i))
                continue;
            var words = new string([.. lines[i].Text.Where(c => !char.IsDigit(c))]);
            if (!heads.TryGetValue(words, out var places))
                heads.Add(words, places = []);
            places.Add(i);
        }

        foreach (var places in heads.Values.Where(places => places.Count >= FewestHeads))
            furniture.UnionWith(places);
    }

    private static bool IsNearPageEnd(IReadOnlyList<SourceLine> lines, HashSet<int> furniture, int i)
    {
        for (var j = Math.Max(1, i - NearPageEnd + 1); j < Math.Min(lines.Count, i + NearPageEnd + 1); j++)
        {
            if (lines[j].Page != lines[j - 1].Page || furniture.Contains(j) || furniture.Contains(j - 1))
                return true;
        }

        return false;
    }
}

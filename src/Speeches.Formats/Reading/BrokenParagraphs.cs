using Speeches.Parsing;

namespace Speeches.Formats.Reading;

/// <summary>
/// Mends what a converter of pages left in Word files and web pages: paragraphs cut in two in the middle of a sentence, wherever the
/// page had more space between two of its lines, and the name of the file as a heading.
/// </summary>
internal static class BrokenParagraphs
{
    // A few such paragraphs may be meant (verses, a list without marks); one in ten is a habit.
    private const int Fewest = 3;
    private const int OneIn = 10;
    private const int ShortestLine = 40;

    /// <summary>The lines without a heading that is the name of a file.</summary>
    internal static IReadOnlyList<SourceLine> WithoutFileName(IReadOnlyList<SourceLine> lines) =>
        lines.Count > 1 && lines[0] is { Role: SourceRole.Heading } first && IsFileName(first.Text) ? [.. lines.Skip(1)] : lines;

    /// <summary>The lines with the halves of sentences in one block again; each stays where it is.</summary>
    internal static SourceLine[] Mend(IReadOnlyList<SourceLine> source)
    {
        var lines = source.ToArray();
        var (broken, blocks) = (new List<int>(), 0);
        for (var i = 1; i < lines.Length; i++)
        {
            blocks += lines[i].StartsBlock ? 1 : 0;
            if (lines[i].StartsBlock && IsBroken(lines[i - 1], lines[i]))
                broken.Add(i);
        }

        if (broken.Count >= Fewest && broken.Count * OneIn >= blocks)
            broken.ForEach(i => lines[i] = lines[i] with { StartsBlock = false, BlankLinesBefore = 0 });
        return lines;
    }

    private static bool IsBroken(SourceLine before, SourceLine line) =>
        before is { Role: SourceRole.Text, HardBreakAfter: false, Text: { Length: >= ShortestLine } text } && line is { Role: SourceRole.Text, Text: [var next, ..] }
        && char.IsLower(next) && (char.IsLetterOrDigit(text[^1]) || text[^1] is ',' or '-' or '’' or ')');

    /// <summary>"speech_final", "speech.docx": one word that no title is.</summary>
    private static bool IsFileName(string text) =>
        !text.Contains(' ', StringComparison.Ordinal) && (text.Contains('_', StringComparison.Ordinal)
            || text.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith(".doc", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".txt", StringComparison.OrdinalIgnoreCase));
}

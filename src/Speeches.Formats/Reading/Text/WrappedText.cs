using Speeches.Parsing;

namespace Speeches.Formats.Reading.Text;

/// <summary>
/// Finds the paragraphs of text whose lines were wrapped by hand or by a converter. Where no empty line parts them, a paragraph ends
/// with its sentence on a line that had room for the next word. Where an empty line stands between all lines, full lines go on.
/// </summary>
internal static class WrappedText
{
    private const int FewestLines = 8;
    private const int Narrowest = 45;
    private const int Widest = 130;

    /// <summary>The document with its paragraphs parted or put together.</summary>
    internal static SourceDocument Paragraphs(SourceDocument document)
    {
        document = PageFurniture.Without(document);
        var lines = document.Lines as SourceLine[] ?? [.. document.Lines];
        var numbered = NumberedText.Begin(lines);
        if (HasEmptyLinesBetweenAll(lines, out var width))
            Join(lines, width, numbered);
        else
            Part(lines);
        UnwrappedText.Part(lines);
        NumberedText.Mark(lines, numbered);
        return ReferenceEquals(lines, document.Lines) ? document : document with { Lines = lines };
    }

    private static bool HasEmptyLinesBetweenAll(SourceLine[] lines, out int width)
    {
        width = 0;
        if (lines.Length < 2 * FewestLines)
            return false;
        var (apart, full, open, running) = (0, 0, 0, 0);
        foreach (var line in lines)
            apart += line is { Role: SourceRole.Text, StartsBlock: true, BlankLinesBefore: 1 } ? 1 : 0;
        width = Width(lines);
        if (apart * 10 < lines.Length * 8 || width is < Narrowest or > Widest)
            return false;
        foreach (var line in lines)
        {
            // The lines of a letterhead and of salutations are short by themselves.
            running += line.Text.Length * 2 >= width ? 1 : 0;
            if (line.Text.Length * 4 < width * 3)
                continue;
            full++;
            open += EndsSentence(line.Text) ? 0 : 1;
        }

        // Paragraphs of one line each end with their sentence; wrapped lines mostly do not.
        return full >= FewestLines && full * 2 >= running && open * 3 >= full * 2;
    }

    private static void Join(SourceLine[] lines, int width, List<int> numbered)
    {
        var next = 0;
        for (var i = 1; i < lines.Length; i++)
        {
            if (next < numbered.Count && numbered[next] <= i && numbered[next++] == i)
                continue;
            var (before, line) = (lines[i - 1], lines[i]);
            if (line is not { Role: SourceRole.Text, BlankLinesBefore: 1 } || before.Role != SourceRole.Text || before.Text.Length * 4 < width * 3
                || EndsParagraph(before.Text, line.Text, width))
            {
                continue;
            }

            lines[i] = line with { StartsBlock = false, BlankLinesBefore = 0 };
        }
    }

    private static void Part(SourceLine[] lines)
    {
        for (var start = 0; start < lines.Length;)
        {
            var end = start + 1;
            while (end < lines.Length && !lines[end].StartsBlock && lines[end].Role == lines[start].Role)
                end++;
            if (end - start >= FewestLines && lines[start].Role == SourceRole.Text && Width(lines.AsSpan(start, end - start)) is >= Narrowest and <= Widest and var width)
            {
                for (var i = start + 1; i < end; i++)
                {
                    if (!lines[i - 1].HardBreakAfter && EndsParagraph(lines[i - 1].Text, lines[i].Text, width))
                        lines[i] = lines[i] with { StartsBlock = true };
                }
            }

            start = end;
        }
    }

    /// <summary>A sentence ends, on a line that is clearly shorter than others and had room for the word that follows.</summary>
    private static bool EndsParagraph(string line, string next, int width)
    {
        var word = next.AsSpan().IndexOf(' ') is var space and >= 0 ? space : next.Length;
        return EndsSentence(line) && !char.IsLower(next[0]) && line.Length * 100 <= width * 88 && line.Length + 1 + word <= width;
    }

    private static bool EndsSentence(string line) =>
        line.AsSpan().TrimEnd("”\"’'»)]") is [.., '.' or '!' or '?' or ':' or '…' or '؟'];

    /// <summary>The length that one line in five exceeds.</summary>
    private static int Width(ReadOnlySpan<SourceLine> lines)
    {
        var lengths = new int[lines.Length];
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = lines[i].Text.Length;
        Array.Sort(lengths);
        return lengths[lengths.Length * 4 / 5];
    }
}

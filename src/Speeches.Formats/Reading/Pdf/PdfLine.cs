using Speeches.Parsing;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>One letter where a page prints it, in points from the lower left corner.</summary>
internal readonly record struct PdfGlyph(string Text, double Left, double Right, double Baseline, double Size, bool Bold)
{
    internal bool IsSpace => string.IsNullOrWhiteSpace(Text);
}

/// <summary>One line as printed. Start and End follow its direction: from the left edge, or from the right one for Arabic.</summary>
internal sealed class PdfLine
{
    internal required string Text { get; set; }

    internal required double Start { get; init; }

    internal required double End { get; init; }

    internal required double Baseline { get; init; }

    internal required double Size { get; init; }

    internal required int Page { get; init; }

    /// <summary>0 across the page, 1 and 2 in its columns, in reading order.</summary>
    internal int Column { get; init; }

    /// <summary>How much of the line is set bold, from 0 to 1.</summary>
    internal required double Bold { get; init; }

    /// <summary>The width of its first word, which the line above had no room for if the line was full.</summary>
    internal required double FirstWord { get; init; }

    /// <summary>Whether it has nothing to do with the line before it: another letterhead beside it, or a row of stars between.</summary>
    internal bool BeginsApart { get; set; }

    /// <summary>Small or raised numbers and stars that may be marks of notes: where in the text, and how many code units.</summary>
    internal IReadOnlyList<(int Start, int Length)> Marks { get; set; } = [];

    internal IReadOnlyList<Span> Spans { get; set; } = [];

    internal bool StartsBlock { get; set; }

    /// <summary>Whether the first word of the next line had no room on it.</summary>
    internal bool IsFull { get; set; }

    internal SourceRole Role { get; set; }

    internal string? Marker { get; set; }

    internal double Width => End - Start;

    internal bool EndsSentence
    {
        get
        {
            var words = Text.AsSpan().TrimEnd(" ”\"’'»)]");
            // Arabic speaking copies mark the end of a sentence with two strokes.
            return words.EndsWith("//") || !words.IsEmpty && words[^1] is '.' or '!' or '?' or '…' or '。' or '؟' or '！' or '？';
        }
    }

    /// <summary>Whether it ends a sentence that does not trail off ("…").</summary>
    internal bool EndsStatement => EndsSentence && !Text.EndsWith('…') && !Text.EndsWith("..", StringComparison.Ordinal);
}

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

    internal bool StartsBlock { get; set; }

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
}

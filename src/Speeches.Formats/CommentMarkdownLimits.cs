using System.Text;

namespace Speeches.Formats;

/// <summary>
/// Which comments are read as Markdown at all. Markdig's inline parsing takes quadratic time on some inputs (a second for
/// 20,000 brackets), and recursion over its tree must not overflow the stack, so what no person would write is shown as plain text.
/// </summary>
internal static class CommentMarkdownLimits
{
    /// <summary>The longest comment read as Markdown, in code units; five times what the store accepts by default.</summary>
    private const int Length = 100_000;

    /// <summary>The most characters that can open or close emphasis or links, between two empty lines.</summary>
    private const int Delimiters = 1_000;

    /// <summary>The most block markers (<c>&gt;</c>, list bullets) at the start of a line, and a quarter of its spaces.</summary>
    private const int Markers = 32;

    /// <summary>Whether the text is within the limits; linear in its length.</summary>
    public static bool Allow(string markdown)
    {
        if (markdown.Length > Length) return false;
        var delimiters = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace()) delimiters = 0;
            foreach (var c in line)
                if (c is '*' or '_' or '[' or ']' or '<' && ++delimiters > Delimiters) return false;
            if (MarkersAtStart(line) > Markers) return false;
        }

        return true;
    }

    /// <summary>
    /// The text without the characters that HTML, XML and readers cannot use: control characters other than tab and line ends,
    /// lone surrogates and noncharacters, and the two overrides (U+202D, U+202E) that show words in another order than written.
    /// </summary>
    public static string WithoutControls(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes gives U+FFFD for a lone surrogate, which says honestly that something was there.
            var value = rune.Value;
            var unwanted = value is < ' ' and not ('\t' or '\n' or '\r') or (>= 0x7F and <= 0x9F) or 0x202D or 0x202E or 0xFEFF
                || (value & 0xFFFE) == 0xFFFE;
            if (!unwanted) result.Append(rune);
        }

        return result.ToString();
    }

    private static int MarkersAtStart(ReadOnlySpan<char> line)
    {
        var markers = 0;
        var spaces = 0;
        foreach (var c in line)
        {
            if (c is '>' or '-' or '+') markers++;
            else if (c is ' ') spaces++;
            else if (c is '\t') spaces += 4;
            else if (!char.IsAsciiDigit(c) && c is not ('.' or ')')) break;
            else if (c is '.' or ')') markers++;
        }

        return line.Trim().ContainsAnyExcept("-+") ? markers + spaces / 4 : 0;
    }
}

using System.Globalization;
using System.Text;

namespace Speeches.Store;

/// <summary>A stretch of text around what was found in it.</summary>
/// <param name="Text">Plain text on one line, "…" where it was cut.</param>
/// <param name="Found">What was found, as half-open ranges of <paramref name="Text"/> in order.</param>
internal sealed record SearchExcerpt(string Text, IReadOnlyList<(int Start, int End)> Found)
{
    private const int Length = 240;
    private const int Before = 80;
    private const int Slack = 20; // how far a cut moves to fall between words

    /// <summary>Cuts the excerpt out of a text in which what was found stands between two marks.</summary>
    public static SearchExcerpt From(string marked, char open, char close)
    {
        var (text, found) = Unmark(marked, open, close);
        if (text.Length <= Length)
            return new(text, found);

        var start = found is [var first, ..] && first.End > Length ? CutAt(text, Math.Max(0, first.Start - Before), forward: true) : 0;
        var end = text.Length - start <= Length ? text.Length : CutAt(text, start + Length, forward: false);
        var (head, tail) = (start > 0 ? "…" : "", end < text.Length ? "…" : "");
        var shift = head.Length - start;
        return new(
            $"{head}{text.AsSpan(start, end - start)}{tail}",
            [.. found.Where(range => range.Start < end && range.End > start)
                .Select(range => (Math.Max(range.Start, start) + shift, Math.Min(range.End, end) + shift))]);
    }

    private static (string Text, List<(int Start, int End)> Found) Unmark(string marked, char open, char close)
    {
        var text = new StringBuilder(marked.Length);
        var found = new List<(int, int)>();
        var start = -1;
        foreach (var character in marked)
        {
            if (character == open)
            {
                start = text.Length;
            }
            else if (character == close)
            {
                if (start >= 0 && text.Length > start)
                    found.Add((start, text.Length));
                start = -1;
            }
            else
            {
                text.Append(char.IsWhiteSpace(character) || char.IsControl(character) ? ' ' : character);
            }
        }

        return (text.ToString(), found);
    }

    // Between words where there is a space near, else where no character is cut in two.
    private static int CutAt(string text, int position, bool forward)
    {
        if (position <= 0 || position >= text.Length)
            return Math.Clamp(position, 0, text.Length);
        var space = forward ? text.IndexOf(' ', position, Math.Min(Slack, text.Length - position)) : text.LastIndexOf(' ', position, Slack);
        if (space >= 0)
            return forward ? space + 1 : space;
        while (position > 0 && (char.IsLowSurrogate(text[position])
            || CharUnicodeInfo.GetUnicodeCategory(text, position) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
        {
            position--;
        }

        return position;
    }
}

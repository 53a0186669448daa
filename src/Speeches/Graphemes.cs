using System.Globalization;

namespace Speeches;

/// <summary>
/// Where a text may be cut: between grapheme clusters (what a reader sees as one character; Unicode Annex #29), never inside
/// one, so never inside a surrogate pair either.
/// </summary>
internal static class Graphemes
{
    /// <summary>Whether the text may be cut before the code unit at this index; its beginning and end are such places.</summary>
    internal static bool IsBoundary(string text, int index) => Floor(text, index) == index;

    /// <summary>The last place at or before the index where the text may be cut.</summary>
    internal static int Floor(string text, int index)
    {
        if (index <= 0 || index >= text.Length || IsPlain(text, index))
            return Math.Clamp(index, 0, text.Length);

        var boundary = Restart(text, index);
        while (true)
        {
            var next = boundary + StringInfo.GetNextTextElementLength(text, boundary);
            if (next > index)
                return boundary;
            boundary = next;
        }
    }

    /// <summary>The first place at or after the index where the text may be cut.</summary>
    internal static int Ceiling(string text, int index)
    {
        var floor = Floor(text, index);
        return floor == index || floor == text.Length ? floor : floor + StringInfo.GetNextTextElementLength(text, floor);
    }

    /// <summary>A place before the index that is certainly a boundary: clusters can only be found from left to right.</summary>
    private static int Restart(string text, int index)
    {
        while (index > 0 && !IsPlain(text, index))
            index--;
        return index;
    }

    // A plain character joins nothing before it but a prepended mark (Unicode has a few, in the blocks left out below), with
    // the one exception of CR LF.
    private static bool IsPlain(string text, int index) =>
        IsPlain(text[index]) && text[index] != '\n' && (IsPlain(text[index - 1]) || text[index - 1] is >= '\u0300' and < '\u0600');

    // Before the combining marks; Cyrillic and Arabic letters; dashes and quotation marks; ideographs.
    private static bool IsPlain(char c) =>
        c is < '\u0300' or (>= '\u0400' and <= '\u0482') or (>= '\u0620' and <= '\u064A') or (>= '\u2010' and <= '\u2027')
            or (>= '\u3400' and <= '\u9FFF');
}

using System.Globalization;

namespace Speeches.Comparing;

/// <summary>
/// Cuts a text into the pieces that two versions are compared by: words, white space, and every other character by itself.
/// Scripts that put no spaces between words (Chinese, Japanese, Thai and their neighbours) are compared character by character.
/// </summary>
public static class TextPieces
{
    /// <summary>The pieces, in order; together they are the text, and none begins or ends inside a grapheme cluster.</summary>
    public static List<string> Cut(string text)
    {
        var pieces = new List<string>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = Next(text, start);
            var kind = KindAt(text, start);
            while (end < text.Length && kind != Kind.Other && Continues(text, kind, end))
                end = Next(text, end);
            pieces.Add(text[start..end]);
        }

        return pieces;
    }

    /// <summary>Whether a piece says something: it is not only white space and punctuation.</summary>
    public static bool IsWord(string piece) => piece.Length > 0 && (KindAt(piece, 0) == Kind.Word || IsUnspacedLetter(piece, 0));

    /// <summary>Whether a piece is one character of a script that puts no spaces between words.</summary>
    public static bool IsUnspaced(string piece) => piece.Length > 0 && IsUnspacedLetter(piece, 0);

    private static bool Continues(string text, Kind kind, int at) =>
        KindAt(text, at) == kind || (kind == Kind.Word && IsInnerMark(text[at]) && at + 1 < text.Length && KindAt(text, at + 1) == Kind.Word);

    // "people's", "l’Assemblée", "1,000", "3.5": one word. A hyphen parts two.
    private static bool IsInnerMark(char c) => c is '\'' or '’' or ',' or '.' or '٫' or '٬';

    private static int Next(string text, int at) => at + StringInfo.GetNextTextElementLength(text, at);

    private static Kind KindAt(string text, int at)
    {
        if (char.IsWhiteSpace(text, at))
            return Kind.Space;
        return char.IsLetterOrDigit(text, at) && !IsUnspacedLetter(text, at) ? Kind.Word : Kind.Other;
    }

    private static bool IsUnspacedLetter(string text, int at)
    {
        if (!char.IsLetter(text, at))
            return false;
        var rune = char.IsSurrogatePair(text, at) ? char.ConvertToUtf32(text, at) : text[at];
        return rune is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
            or (>= 0x2E80 and <= 0x31FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
    }

    private enum Kind
    {
        Other,
        Space,
        Word,
    }
}

using System.Globalization;

namespace Speeches.Parsing;

/// <summary>A word in a text: what stands between white space, without the punctuation around it.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last code unit.</param>
internal readonly record struct Word(int Start, int End)
{
    internal int Length => End - Start;
}

/// <summary>Walks over the words of a text without allocating.</summary>
internal static class Words
{
    /// <summary>The words of a text or a part of it.</summary>
    internal static Enumerator In(ReadOnlySpan<char> text, int start = 0, int end = -1) => new(text, start, end < 0 ? text.Length : end);

    /// <summary>How many words a text has; stops counting at the limit.</summary>
    internal static int Count(ReadOnlySpan<char> text, int limit = int.MaxValue)
    {
        var count = 0;
        foreach (var _ in In(text))
        {
            if (++count == limit)
                break;
        }

        return count;
    }

    /// <summary>The first word, with the full stop that an abbreviation ends with ("Mr.").</summary>
    internal static ReadOnlySpan<char> First(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var end = text.IndexOfAny(' ', '\t', '\n');
        return (end < 0 ? text : text[..end]).TrimEnd(",;:،，：");
    }

    /// <summary>Whether a name may begin with a letter: a capital, or one of a script that has none.</summary>
    internal static bool IsCapital(char c) => char.IsLetter(c) && !char.IsLower(c);

    /// <summary>A word without the article elided before it ("l'Ambassadeur").</summary>
    internal static ReadOnlySpan<char> WithoutElision(ReadOnlySpan<char> word) =>
        word.Length > 3 && word[1] is '\'' or '’' && word[0] is 'l' or 'L' or 'd' or 'D' ? word[2..] : word;

    internal ref struct Enumerator(ReadOnlySpan<char> text, int start, int end)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _at = start;

        public Word Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (true)
            {
                while (_at < end && !IsWordCharacter(_text[_at]))
                    _at++;
                if (_at >= end)
                    return false;
                var first = _at;
                var last = _at;
                while (_at < end && !IsGap(_text[_at]))
                {
                    if (IsWordCharacter(_text[_at]))
                        last = _at;
                    _at++;
                }

                Current = new Word(first, last + 1);
                return true;
            }
        }

        private static bool IsWordCharacter(char c) =>
            char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || char.IsSurrogate(c)
                || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

        // A dash, a double quotation mark or a comma between letters parts words; a hyphen, a full stop or an apostrophe does not.
        private static bool IsGap(char c) =>
            c is ' ' or ',' or ';' or ':' or '"' or '(' or ')' or '[' or ']' or '–' or '—' or '“' or '”' or '«' or '»'
            || (c < ' ') || (c > '\u0080' && (char.IsWhiteSpace(c) || c is '،' or '؛' or '؟' or '，' or '。' or '：' or '；' or '、' or '（' or '）' or '！' or '？'));
    }
}

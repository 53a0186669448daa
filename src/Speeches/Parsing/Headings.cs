namespace Speeches.Parsing;

/// <summary>
/// Recognises headings in text whose format does not mark them: a short line of its own without an end mark, above running text
/// ("Introduction", "[The work of the Commission]", "I. Thanks"), or a short line that is all bold.
/// </summary>
internal static class Headings
{
    private const int Longest = 90;
    private const int MostWords = 14;
    private const int ShortestProse = 80;

    // One Chinese character says as much as three letters.
    private const int LettersOfIdeograph = 3;

    /// <summary>Whether a block of one line is a heading above the block that follows.</summary>
    internal static bool Is(ReadOnlySpan<SourceLine> block, ReadOnlySpan<SourceLine> following)
    {
        if (block.Length != 1 || block[0].Role != SourceRole.Text || following.IsEmpty || following[0].Role is SourceRole.Footnote)
            return false;
        var text = block[0].Text.AsSpan().Trim();
        if (Length(text) is 0 or > Longest || Words.Count(text, MostWords + 1) > MostWords || !HoldsLetter(text))
            return false;
        var isBold = IsBold(block[0]);
        if (text[0] == '[' && text[^1] == ']' && text.Count('[') == 1)
            return !text[1..^1].ContainsAny('.', '!', '?');
        var first = text[0];
        if (!(Words.IsCapital(first) || char.IsDigit(first)) || EndsOtherwise(text[^1]) || HoldsSentence(text))
            return false;
        return isBold || IsProse(following);
    }

    private static bool HoldsLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }

    private static bool IsBold(SourceLine line)
    {
        foreach (var span in line.Spans)
        {
            if (span.Kind == SpanKind.Strong && span.Start == 0 && span.End == line.Text.Length)
                return true;
        }

        return false;
    }

    // A heading may end with a letter, a digit or a bracket; a line of a speech ends with a mark.
    private static bool EndsOtherwise(char last) => !(char.IsLetterOrDigit(last) || last is ')' or '）' or '”' or '»' or '’' or '》');

    private static bool HoldsSentence(ReadOnlySpan<char> text)
    {
        // "I. Thanks", "2. The work": the point of a number ends no sentence.
        var from = text.IndexOf(". ") is > 0 and < 5 and var number ? number + 2 : 0;
        return text[from..].IndexOf(". ") >= 0 || text[from..].ContainsAny('!', '?', ';') || text[from..].ContainsAny('。', '！', '？');
    }

    /// <summary>Whether the block that begins here is running text: long, and the end of a sentence in it.</summary>
    private static bool IsProse(ReadOnlySpan<SourceLine> following)
    {
        var length = 0;
        for (var i = 0; i < following.Length; i++)
        {
            if (i > 0 && following[i].StartsBlock)
                break;
            length += Length(following[i].Text);
            if (length >= ShortestProse && (following[i].Text.AsSpan().IndexOfAny('.', '!', '?') >= 0
                || following[i].Text.AsSpan().IndexOfAny(';', '。', '؟') >= 0))
                return true;
        }

        return false;
    }

    private static int Length(ReadOnlySpan<char> text) =>
        !text.IsEmpty && text[text.Length / 2] is >= '\u4E00' and <= '\u9FFF' ? text.Length * LettersOfIdeograph : text.Length;
}

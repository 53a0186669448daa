using Speeches.Parsing;

namespace Speeches.Formats.Reading.Text;

/// <summary>
/// Parts text in which each line is a paragraph and nothing stands between them, as web pages leave it when their markup is taken
/// away. Such lines are longer than any that was wrapped by hand, and hold more than one sentence; Markdown with a sentence a line
/// does not.
/// </summary>
internal static class UnwrappedText
{
    private const int Longest = 160;
    private const int Running = 50;
    private const int Fewest = 3;

    // One Chinese character says as much as three letters.
    private const int LettersOfIdeograph = 3;

    /// <summary>Begins a block with each line of a run that was never wrapped.</summary>
    internal static void Part(SourceLine[] lines)
    {
        if (!IsUnwrapped(lines))
            return;
        var unwrapped = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsBlock || lines[i].Role != SourceRole.Text)
                unwrapped = false;
            if (lines[i].Role != SourceRole.Text)
                continue;
            var isLong = Length(lines[i].Text) > Longest;
            var isSentence = Length(lines[i].Text) > Running && EndsSentence(lines[i].Text);
            if (!lines[i].StartsBlock && (unwrapped || isLong || EndsSentence(lines[i - 1].Text) || (isSentence && Length(lines[i - 1].Text) <= Running)))
                lines[i] = lines[i] with { StartsBlock = true };
            unwrapped |= isLong;
        }
    }

    /// <summary>
    /// Whether the long lines go on without empty lines between, and one in three of them is more than a sentence; or all running text
    /// is one run of lines that nearly all end with their sentence.
    /// </summary>
    private static bool IsUnwrapped(SourceLine[] lines)
    {
        var (longs, within, several) = (0, 0, 0);
        var (running, starts, ends) = (0, 0, 0);
        var (shorts, below) = (0, false);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Role != SourceRole.Text)
                continue;
            if (Length(lines[i].Text) > Running)
                (running, starts, ends) = (running + 1, starts + (lines[i].StartsBlock ? 1 : 0), ends + (EndsSentence(lines[i].Text) ? 1 : 0));
            // A letterhead of short lines that a long one follows in the same block.
            shorts = Length(lines[i].Text) > Running + 10 ? 0 : lines[i].StartsBlock ? 1 : shorts + 1;
            below |= shorts >= Fewest && i + 1 < lines.Length && !lines[i + 1].StartsBlock && Length(lines[i + 1].Text) > Longest;
            if (Length(lines[i].Text) <= Longest)
                continue;
            longs++;
            several += HoldsSentences(lines[i].Text) ? 1 : 0;
            if (!lines[i].StartsBlock || (i + 1 < lines.Length && !lines[i + 1].StartsBlock))
                within++;
        }

        return (longs > 0 && within * 2 >= longs && (below || several * 3 >= longs)) || (running >= Fewest && ends * 10 >= running * 8 && starts <= 1);
    }

    private static bool HoldsSentences(string text)
    {
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (text[i] is '。' or '！' or '？' || (text[i] is '.' or '?' or '!' or '؟' && text[i + 1] == ' ' && char.IsLetter(text[i + 2])
                && !char.IsLower(text[i + 2]) && char.IsLetter(text[i - 1])))
                return true;
        }

        return false;
    }

    private static int Length(string text) =>
        text.Length > 0 && text[text.Length / 2] is >= '\u4E00' and <= '\u9FFF' ? text.Length * LettersOfIdeograph : text.Length;

    private static bool EndsSentence(string line) =>
        line.AsSpan().TrimEnd("”\"’'»)] ") is [.., '.' or '!' or '?' or ':' or '…' or '؟' or '。' or '！' or '？'];
}

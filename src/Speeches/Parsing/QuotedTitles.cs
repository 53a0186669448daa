namespace Speeches.Parsing;

/// <summary>
/// Tells a title in quotation marks from someone's words. A title is announced as one ("entitled “…”", "report “…”"), or has all
/// its longer words in capitals, two of them at least, and no sentence in it. After a colon or a comma the marks hold words.
/// Limit: a title in lower case without an announcement counts as a quotation.
/// </summary>
internal static class QuotedTitles
{
    private const int MostWords = 14;

    internal static bool IsTitle(string text, Passage passage, Vocabulary vocabulary)
    {
        var before = text.AsSpan(0, passage.Open).TrimEnd();
        var words = text.AsSpan(passage.Start, passage.End - passage.Start).TrimEnd(".,;");
        if (!char.IsUpper(text[passage.Start]) && !char.IsDigit(text[passage.Start]))
            return !before.IsEmpty && IsAnnounced(before, vocabulary, strongly: true);
        if (words.IndexOfAny(".!?;") is >= 0 and var end && end < words.Length - 1)
            return false;
        if (IsAnnounced(before, vocabulary, strongly: false))
            return true;
        if (!before.IsEmpty && before[^1] is ':' or ',')
            return false;

        var (count, capitals) = (0, 0);
        foreach (var word in Words.In(words))
        {
            var letters = words[word.Start..word.End];
            if (++count > MostWords)
                return false;
            if (char.IsUpper(letters[0]))
                capitals++;
            else if (!char.IsDigit(letters[0]) && !vocabulary.FunctionWords.Contains(letters))
                return false;
        }

        return capitals >= 2;
    }

    private static bool IsAnnounced(ReadOnlySpan<char> before, Vocabulary vocabulary, bool strongly)
    {
        if (before.IsEmpty || !char.IsLetter(before[^1]))
            return false;
        var word = before[(before.LastIndexOfAny(" \n(“") + 1)..];
        return vocabulary.TitleSigns.Contains(word) && (!strongly || word.EndsWith("titled", StringComparison.OrdinalIgnoreCase));
    }
}

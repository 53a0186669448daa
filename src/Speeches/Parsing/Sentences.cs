using System.Buffers;

namespace Speeches.Parsing;

/// <summary>
/// Where the sentences of a text begin: after a full stop, a question or an exclamation mark and white space, before anything but
/// a lower-case letter. Abbreviations ("Mr."), initials and what stands inside quotation marks end none, except where a
/// quotation ends with it.
/// </summary>
internal static class Sentences
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…");

    /// <summary>Fills the list with the starts of the sentences, the first included, in order.</summary>
    internal static void Starts(string text, List<Passage> passages, Vocabulary vocabulary, List<int> starts)
    {
        starts.Clear();
        starts.Add(0);
        var passage = 0;
        for (var i = text.AsSpan().IndexOfAny(Ends); i >= 0;)
        {
            // Nested passages are inside the one that this skips with.
            while (passage < passages.Count && passages[passage].Close <= i)
                passage++;
            var inside = passage < passages.Count && passages[passage].Open < i;
            var after = inside ? passages[passage].Close : i + 1;
            if ((!inside || passages[passage].End == i + 1) && !IsAbbreviation(text, i, vocabulary))
            {
                while (after < text.Length && text[after] is '”' or '"' or '’' or '\'' or ')' or '»' or ']')
                    after++;
                var next = after;
                while (next < text.Length && char.IsWhiteSpace(text[next]))
                    next++;
                if (next > after && next < text.Length && !char.IsLower(text[next]))
                    starts.Add(next);
            }

            var rest = text.AsSpan(i + 1).IndexOfAny(Ends);
            i = rest < 0 ? -1 : i + 1 + rest;
        }
    }

    private static bool IsAbbreviation(string text, int stop, Vocabulary vocabulary)
    {
        if (text[stop] != '.')
            return false;
        var start = stop;
        while (start > 0 && (char.IsLetter(text[start - 1]) || (text[start - 1] == '.' && start > 1 && char.IsLetter(text[start - 2]))))
            start--;
        var word = text.AsSpan(start, stop - start);
        return (word.Length == 1 && char.IsUpper(word[0])) || vocabulary.Abbreviations.Contains(word);
    }
}

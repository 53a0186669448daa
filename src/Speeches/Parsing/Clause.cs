using System.Buffers;

namespace Speeches.Parsing;

/// <summary>What the subject of a verb turned out to be.</summary>
internal enum SubjectKind
{
    /// <summary>None was found.</summary>
    None,

    /// <summary>Named, in the words of the text.</summary>
    Named,

    /// <summary>"He", "she", "it", "they".</summary>
    Pronoun,

    /// <summary>"His report", "its preamble".</summary>
    Possessive,

    /// <summary>"I", "we": who gives the speech.</summary>
    Speaker,
}

/// <summary>
/// One sentence as words, without what stands in quotation marks, and what can be told of its grammar from capitals, commas and
/// a few small words. It knows no parts of speech, so it prefers finding nothing to finding too much.
/// </summary>
internal sealed class Clause(Vocabulary vocabulary)
{
    private const int LongestSubject = 12;
    private const int FurthestAside = 40;
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",;:()–—…");
    private readonly List<(Word Word, bool Apart)> _words = [];
    private string _text = "";

    internal int Count => _words.Count;

    /// <summary>Takes up a sentence.</summary>
    internal void Read(string text, int start, int end, List<Passage> passages)
    {
        _text = text;
        _words.Clear();
        var from = start;
        for (var i = FirstFrom(start, passages); i < passages.Count; i++)
        {
            var passage = passages[i];
            if (passage.Close <= from)
                continue;
            if (passage.Open >= end)
                break;
            Add(from, passage.Open);
            from = passage.Close;
        }

        Add(from, end);
    }

    private static int FirstFrom(int start, List<Passage> passages)
    {
        var (low, high) = (0, passages.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (passages[middle].Open < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>How many words stand before a place in the text.</summary>
    internal int CountBefore(int index)
    {
        var (low, high) = (0, _words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_words[middle].Word.End <= index)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    internal int Start(int i) => _words[i].Word.Start;

    internal ReadOnlySpan<char> Letters(int i) => _text.AsSpan(_words[i].Word.Start, _words[i].Word.Length);

    internal ReadOnlySpan<char> WordBefore(int index) => CountBefore(index) is > 0 and var count ? Letters(count - 1) : [];

    // "States" with a capital are no verb.
    internal bool IsSpeechVerb(int i) => char.IsLower(_text[_words[i].Word.Start]) && vocabulary.SpeechVerbs.Contains(Letters(i));

    /// <summary>Who does what a verb says.</summary>
    internal (SubjectKind Kind, string? Name) SubjectOf(int verb)
    {
        var last = verb - 1;
        while (last >= 0 && !_words[last + 1].Apart && (vocabulary.Auxiliaries.Contains(Letters(last)) || IsAdverb(last)))
            last--;
        if (last < 0)
            return default;
        if (_words[last + 1].Apart)
            return BeforeAside();
        if (vocabulary.Relatives.Contains(Letters(last)))
            return Named(NameStart(last - 1), last - 1);

        var first = last;
        while (first > 0 && last - first <= LongestSubject && !_words[first].Apart && !EndsClause(first - 1, first))
            first--;
        if (first == last && EndsClause(first, first + 1))
            return BeforeAside();
        return Subject(Trimmed(first, last), last, verb);
    }

    /// <summary>One past the last word of the name that begins at a word; that word where none does.</summary>
    internal int NameEnd(int first)
    {
        var i = first;
        if (i < Count && vocabulary.Determiners.Contains(Letters(i)))
            i++;
        if (i >= Count || !IsCapital(i) || (i > first && _words[i].Apart))
            return first;
        for (i++; i < Count && !_words[i].Apart;)
        {
            var next = i;
            while (next < Math.Min(i + 3, Count) && !_words[next].Apart && vocabulary.FunctionWords.Contains(Letters(next)))
                next++;
            if (next >= Count || _words[next].Apart || !(IsCapital(next) || char.IsDigit(Letters(next)[0])))
                break;
            i = next + 1;
        }

        return i;
    }

    /// <summary>The name, or the noun with its article up to the next comma, that begins at a word; null where none does.</summary>
    internal string? NameFrom(int first)
    {
        var end = NameEnd(first);
        if (end == first && first < Count && vocabulary.Determiners.Contains(Letters(first)))
        {
            for (end = first + 1; end < Count && end - first <= 6 && !_words[end].Apart; end++)
            {
                if (IsSpeechVerb(end) || vocabulary.ClauseBeginnings.Contains(Letters(end)) || vocabulary.Auxiliaries.Contains(Letters(end)))
                    break;
            }
        }

        return end > first && end - first <= LongestSubject ? Slice(first, end - 1) : null;
    }

    /// <summary>The last one named in the sentence, with the article; null where nobody is.</summary>
    internal string? LastName()
    {
        string? name = null;
        for (var i = 0; i < Count;)
        {
            var end = vocabulary.Pronoun(Letters(i)) || (i == 0 && IsOpening(0)) ? i : NameEnd(i);
            // A capital at the start of a sentence may be the sentence's own.
            if (end > i && (i > 0 || end - i > 1))
                name = Slice(i, end - 1);
            i = Math.Max(end, i + 1);
        }

        return name;
    }

    private void Add(int start, int end)
    {
        var before = start;
        foreach (var word in Words.In(_text, start, Math.Max(start, end)))
        {
            var gap = _text.AsSpan(before, word.Start - before);
            _words.Add((word, gap.IndexOfAny(Breaks) >= 0));
            before = word.End;
        }
    }

    private (SubjectKind Kind, string? Name) Subject(int first, int last, int verb)
    {
        if (first > last || last - first >= LongestSubject)
            return default;
        var lead = Letters(first);
        if (vocabulary.FirstPerson.Contains(lead))
            return (SubjectKind.Speaker, null);
        if (first == last && vocabulary.ThirdPerson.Contains(lead))
            return (SubjectKind.Pronoun, null);
        if (vocabulary.Possessives.Contains(lead))
            return (SubjectKind.Possessive, Slice(first, last));

        var named = false;
        for (var i = first; i <= last; i++)
            named |= IsCapital(i) && !(i == 0 && vocabulary.Determiners.Contains(Letters(i)));
        if (vocabulary.Determiners.Contains(lead) || (IsCapital(first) && !vocabulary.FunctionWords.Contains(lead)))
        {
            // "The principles described in …" is no one speaking; "The report states …" is.
            var participle = !named && verb + 1 < Count && vocabulary.FunctionWords.Contains(Letters(verb + 1)) && !_words[verb + 1].Apart;
            return participle || (!named && last - first > 5) ? default : (SubjectKind.Named, Slice(first, last));
        }

        return Named(NameStart(last), last);
    }

    /// <summary>"The Secretary-General, in his report, described …": the first stretch between commas that is a name.</summary>
    private (SubjectKind Kind, string? Name) BeforeAside()
    {
        for (var first = 0; first < Math.Min(Count, FurthestAside);)
        {
            var end = first + 1;
            while (end < Count && end <= FurthestAside && !_words[end].Apart)
                end++;
            if (end == Count || end > FurthestAside)
                return default;
            if (first == 0 && end == 1 && vocabulary.FirstPerson.Contains(Letters(0)))
                return (SubjectKind.Speaker, null);
            var article = vocabulary.Determiners.Contains(Letters(first));
            if (!IsOpening(first) && (NameEnd(first) == end || (article && end - first <= 6)))
                return vocabulary.Possessives.Contains(Letters(first))
                    ? (SubjectKind.Possessive, Slice(first, end - 1)) : (SubjectKind.Named, Slice(first, end - 1));
            first = end;
        }

        return default;
    }

    private (SubjectKind Kind, string? Name) Named(int first, int last) =>
        first <= last && last >= 0 && last - first < LongestSubject ? (SubjectKind.Named, Slice(first, last)) : default;

    /// <summary>Where the name begins that ends with a word; one past it where none does.</summary>
    private int NameStart(int last)
    {
        for (var first = Math.Max(0, last - LongestSubject + 1); first <= last; first++)
        {
            if (NameEnd(first) > last && !IsOpening(first) && !vocabulary.FirstPerson.Contains(Letters(first)))
                return first;
        }

        return last + 1;
    }

    /// <summary>Leaves out what a sentence opens with before its subject ("Today the Court", "In 2015 the Court").</summary>
    private int Trimmed(int first, int last)
    {
        var start = first;
        while (start < last && (IsAdverb(start) || vocabulary.SentenceAdverbs.Contains(Letters(start))))
            start++;
        for (var i = start + 1; i <= last; i++)
        {
            if ((vocabulary.Determiners.Contains(Letters(i)) || vocabulary.Pronoun(Letters(i))) && !vocabulary.FunctionWords.Contains(Letters(i - 1)))
                start = i;
        }

        return start;
    }

    private bool EndsClause(int i, int next)
    {
        var word = Letters(i);
        if (vocabulary.ClauseBeginnings.Contains(word) || vocabulary.Relatives.Contains(word) || IsSpeechVerb(i))
            return true;
        return word.Equals(vocabulary.And, StringComparison.OrdinalIgnoreCase) && next < Count
            && (vocabulary.Determiners.Contains(Letters(next)) || vocabulary.Pronoun(Letters(next)) || IsSpeechVerb(next));
    }

    private bool IsOpening(int i) =>
        vocabulary.SentenceAdverbs.Contains(Letters(i)) || IsAdverb(i)
        || (vocabulary.FunctionWords.Contains(Letters(i)) && !vocabulary.Determiners.Contains(Letters(i)));

    private bool IsAdverb(int i) => Letters(i) is { Length: > 4 } word && word.EndsWith("ly", StringComparison.OrdinalIgnoreCase);

    private bool IsCapital(int i) => char.IsUpper(_text[_words[i].Word.Start]) && !vocabulary.FirstPerson.Contains(Letters(i));

    private string Slice(int first, int last) => _text[_words[first].Word.Start.._words[last].Word.End];
}

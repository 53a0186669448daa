namespace Speeches.Parsing;

/// <summary>
/// Says who is quoted, where the text says so. For each quotation, in its own sentence: "according to X"; else the subject of the
/// nearest verb of speech before it; else "said X" or "X said" right behind it; else, where the sentence begins with "Its" or
/// "Their", the last one named in the sentence before. "He" and "she" are the one quoted before in the paragraph. The speaker's
/// own words ("I said") and words held at a distance ("so-called") are nobody's. Otherwise it is not known, and null.
/// </summary>
internal sealed class Attribution(Vocabulary vocabulary)
{
    // A sentence is read this far back from a quotation: no grammar reaches further, and one endless sentence full of
    // quotations stays linear.
    private const int MostWordsBefore = 100;
    private const int MostLettersBefore = 600;
    private readonly List<int> _starts = [];
    private readonly Clause _sentence = new(vocabulary);
    private readonly Clause _other = new(vocabulary);
    private string _text = "";
    private List<Passage> _passages = [];
    private string? _carried;
    private int _current = -1;
    private (int Sentence, string? Name) _lastNamed = (-1, null);

    /// <summary>Takes up the next block; what it carries from the one before is forgotten.</summary>
    internal void Begin(string text, List<Passage> passages)
    {
        (_text, _passages, _carried, _current) = (text, passages, null, -1);
        _lastNamed = (-1, null);
        Sentences.Starts(text, passages, vocabulary, _starts);
    }

    /// <summary>Who is quoted in a passage of the block, by its place in the list.</summary>
    internal string? SaidBy(int index)
    {
        var passage = _passages[index];
        var sentence = _starts.BinarySearch(passage.Open);
        sentence = sentence < 0 ? ~sentence - 1 : sentence;
        if (sentence != _current)
        {
            _sentence.Read(_text, _starts[sentence], End(sentence), _passages);
            _current = sentence;
        }

        if (vocabulary.MentionSigns.Contains(_sentence.WordBefore(passage.Open)))
            return null;
        var before = _sentence.CountBefore(passage.Open);
        var found = Source(passage, sentence) ?? Before(before, sentence);
        if (found.IsNobody)
            return null;
        var saidBy = found.Name ?? After(index, before, sentence) ?? OfPossessive(sentence);
        _carried = saidBy ?? _carried;
        return saidBy;
    }

    private int End(int sentence) => sentence + 1 < _starts.Count ? _starts[sentence + 1] : _text.Length;

    private Found? Source(Passage passage, int sentence)
    {
        var start = Math.Max(_starts[sentence], passage.Open - MostLettersBefore);
        var before = _text.AsSpan(start, passage.Open - start);
        if (!before.ContainsAny(vocabulary.AnySource))
            return null;
        foreach (var source in vocabulary.Sources)
        {
            var at = before.LastIndexOf(source, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && _sentence.NameFrom(_sentence.CountBefore(start + at + source.Length)) is { } name)
                return new Found(name);
        }

        return null;
    }

    private Found Before(int count, int sentence)
    {
        for (var i = count - 1; i >= Math.Max(0, count - MostWordsBefore); i--)
        {
            if (!_sentence.IsSpeechVerb(i))
                continue;
            if (i + 1 < count && vocabulary.Agents.Contains(_sentence.Letters(i + 1)))
            {
                if (_sentence.NameFrom(i + 2) is { } agent)
                    return new Found(agent);
                continue;
            }

            var subject = _sentence.SubjectOf(i);
            switch (subject.Kind)
            {
                case SubjectKind.Speaker:
                    return Found.Nobody;
                case SubjectKind.Pronoun when (_carried ?? LastNamed(sentence - 1)) is { } meant:
                    return new Found(meant);
                case SubjectKind.Possessive:
                    return new Found(LastNamed(sentence - 1) ?? subject.Name);
                case SubjectKind.Named:
                    return new Found(subject.Name);
                default:
                    break;
            }
        }

        return default;
    }

    private string? After(int index, int before, int sentence)
    {
        var passage = _passages[index];
        var next = index + 1;
        while (next < _passages.Count && _passages[next].Open < passage.Close)
            next++;
        var last = _sentence.CountBefore(next < _passages.Count ? _passages[next].Open : _text.Length);
        if (before >= last || _sentence.Start(before) - passage.Close > 3)
            return null;
        var first = vocabulary.ClauseBeginnings.Contains(_sentence.Letters(before)) && last > before + 1 ? before + 1 : before;
        if (_sentence.IsSpeechVerb(first))
            return first + 1 < last ? _sentence.NameFrom(first + 1) : null;
        if (vocabulary.ThirdPerson.Contains(_sentence.Letters(first)))
            return first + 1 < last && _sentence.IsSpeechVerb(first + 1) ? _carried ?? LastNamed(sentence - 1) : null;
        var verb = _sentence.NameEnd(first);
        return verb > first && verb < last && _sentence.IsSpeechVerb(verb) ? _sentence.NameFrom(first) : null;
    }

    private string? OfPossessive(int sentence) =>
        sentence > 0 && _sentence.Count > 0 && vocabulary.Possessives.Contains(_sentence.Letters(0)) ? LastNamed(sentence - 1) : null;

    private string? LastNamed(int sentence)
    {
        if (sentence < 0)
            return null;
        if (_lastNamed.Sentence != sentence)
        {
            _other.Read(_text, _starts[sentence], End(sentence), _passages);
            _lastNamed = (sentence, _other.LastName());
        }

        return _lastNamed.Name;
    }

    private readonly record struct Found(string? Name, bool IsNobody = false)
    {
        internal static Found Nobody => new(null, true);
    }
}

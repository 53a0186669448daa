namespace Speeches.Parsing;

/// <summary>
/// Says who is quoted, where the text says so. For each quotation, in its own sentence: "according to X"; else the subject of the
/// nearest verb of speech before it; else "said X" or "X said" right behind it; else, where the sentence begins with "Its" or
/// "Their", the last one named in the sentence before. "He" and "she" are the one quoted before in the paragraph. The speaker's
/// own words ("I said") and words held at a distance ("so-called") are nobody's. Otherwise it is not known, and null.
/// </summary>
internal sealed class Attribution(Vocabulary vocabulary)
{
    private readonly List<int> _starts = [];
    private readonly Clause _sentence = new(vocabulary);
    private readonly Clause _other = new(vocabulary);
    private string _text = "";
    private List<Passage> _passages = [];
    private string? _carried;
    private int _current = -1;

    /// <summary>Takes up the next block; what it carries from the one before is forgotten.</summary>
    internal void Begin(string text, List<Passage> passages)
    {
        (_text, _passages, _carried, _current) = (text, passages, null, -1);
        Sentences.Starts(text, passages, vocabulary, _starts);
    }

    /// <summary>Who is quoted in a passage of the block; passages are asked in order.</summary>
    internal string? SaidBy(Passage passage)
    {
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
        var saidBy = found.Name ?? After(passage, before, sentence) ?? OfPossessive(sentence);
        _carried = saidBy ?? _carried;
        return saidBy;
    }

    private int End(int sentence) => sentence + 1 < _starts.Count ? _starts[sentence + 1] : _text.Length;

    private Found? Source(Passage passage, int sentence)
    {
        var start = _starts[sentence];
        var before = _text.AsSpan(start, passage.Open - start);
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
        for (var i = count - 1; i >= 0; i--)
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

    private string? After(Passage passage, int before, int sentence)
    {
        var end = _passages.FirstOrDefault(other => other.Open >= passage.Close, new Passage(_text.Length, 0, 0, 0)).Open;
        var last = _sentence.CountBefore(end);
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
        _other.Read(_text, _starts[sentence], End(sentence), _passages);
        return _other.LastName();
    }

    private readonly record struct Found(string? Name, bool IsNobody = false)
    {
        internal static Found Nobody => new(null, true);
    }
}

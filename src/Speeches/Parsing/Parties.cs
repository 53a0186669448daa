namespace Speeches.Parsing;

/// <summary>
/// Those who speak without a person being named: a state by its short or its full name ("Peru", "la République du Modèle"), a
/// delegation or a mission, a group of states. One rule for all languages; the words are the vocabulary's.
/// </summary>
internal static class Parties
{
    private const int MostWordsOfName = 7;
    private const int MostWordsBeforeNoun = 4;

    /// <summary>Whether a party stands at the start of the words, with or without its article.</summary>
    internal static bool Begins(ReadOnlySpan<char> words, Vocabulary vocabulary) => Length(words, vocabulary) > 0;

    /// <summary>Whether a line is the name of a state and nothing else.</summary>
    internal static bool IsState(string line, Vocabulary vocabulary)
    {
        var words = WithoutArticle(line.AsSpan().Trim(" .,:*"), vocabulary);
        if (PersonName.IsNamed(line, vocabulary))
            return false;
        return vocabulary.StateNames.Contains(words) || (Formal(words, vocabulary) > 0 && Words.Count(words, MostWordsOfName + 2) <= MostWordsOfName + 1);
    }

    /// <summary>How far the words at the start surely are a party, in code units; 0 where they are none.</summary>
    private static int Length(ReadOnlySpan<char> words, Vocabulary vocabulary)
    {
        var text = WithoutArticle(words, vocabulary);
        var article = words.Length - text.Length;
        if (vocabulary.DelegationEnds.Length > 0 && !text.IsEmpty && text[0] >= '\u2E80')
            return IsUnspaced(text, vocabulary) ? words.Length : 0;
        if (Formal(text, vocabulary) is > 0 and var formal)
            return article + formal;
        if (StateName(text, vocabulary) is > 0 and var state)
            return article + state;
        return Noun(text, vocabulary) is > 0 and var noun ? article + noun : 0;
    }

    private static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> words, Vocabulary vocabulary)
    {
        var first = Words.First(words);
        words = vocabulary.Articles.Contains(first) && first.Length < words.Length ? words[first.Length..].TrimStart() : words;
        return vocabulary.LeadTails.Contains("de") ? Words.WithoutElision(words) : words;
    }

    /// <summary>"République …", "دولة …": what the full name of a state begins with.</summary>
    private static int Formal(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        foreach (var state in vocabulary.States)
        {
            if (text.StartsWith(state, StringComparison.OrdinalIgnoreCase) && Words.IsCapital(text[0]))
                return state.Length;
        }

        return 0;
    }

    /// <summary>"New Zealand": the short name of a state that no other name goes on with ("Jordan Example").</summary>
    private static int StateName(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        var (length, count) = (0, 0);
        foreach (var word in Words.In(text))
        {
            if (vocabulary.StateNames.Contains(text[..word.End]))
                length = word.End;
            if (++count == MostWordsOfName)
                break;
        }

        if (length == 0 || !Words.IsCapital(text[0]))
            return 0;
        var rest = text[length..].TrimStart();
        if (rest.IsEmpty || !char.IsLetterOrDigit(rest[0]) || char.IsLower(rest[0]))
            return length;
        var next = Words.First(rest);
        return vocabulary.FunctionWords.Contains(next) || vocabulary.LeadsToOccasion.Contains(next) || vocabulary.LeadsToSubject.Contains(next)
            || vocabulary.LeadsToSpeaker.Contains(next) ? length : 0;
    }

    /// <summary>"Delegation of …", "Permanent Mission of …", "African Group": the noun stands first, or behind words with a capital.</summary>
    private static int Noun(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        var count = 0;
        foreach (var word in Words.In(text))
        {
            var letters = text[word.Start..word.End];
            if (vocabulary.Delegations.Contains(letters))
                return vocabulary.Offices.Contains(Words.First(text[word.End..])) ? 0 : word.End;
            var begins = count == 0 && char.IsLower(letters[0]) && vocabulary.DelegationModifiers.Contains(letters);
            if (vocabulary.Offices.Contains(letters) || (!begins && !Words.IsCapital(letters[0])) || ++count == MostWordsBeforeNoun || !char.IsAscii(letters[0]))
                return 0;
        }

        return 0;
    }

    /// <summary>"中国代表团", "代表77国集团和中国": without spaces the noun is the end, and a state all that there is.</summary>
    private static bool IsUnspaced(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        text = text.Trim(" ,，、:：");
        foreach (var end in vocabulary.DelegationEnds)
        {
            if (text.EndsWith(end))
                return true;
        }

        return vocabulary.StateNames.Contains(text);
    }
}

namespace Speeches.Parsing;

/// <summary>
/// Takes for whom is spoken where no person is named with them ("Statement by the delegation of …", "Déclaration de la France"), and
/// hands on who speaks, the subject and the occasion behind it. Their words are kept as printed, without an article.
/// </summary>
internal static class PartyReader
{
    /// <summary>Whether what was found as who speaks is a party.</summary>
    internal static bool IsParty(string words, Vocabulary vocabulary) => SpeakerReader.BeginsBehalf(words, vocabulary)
        || (!PersonName.IsNamed(words, vocabulary) && Parties.Begins(words, vocabulary) && CompactName.Split(words, vocabulary) is null);

    internal static void Keep(HeaderDraft draft, string text, int index)
    {
        var (vocabulary, line) = (draft.Vocabulary, draft.Lines[index]);
        draft.SpeakerWords = null;
        text = WithLinesBelow(draft, text, index);
        var words = text[SpeakerReader.StartsWithAny(text, vocabulary.OnBehalfOf)..];
        if (Agent(words, vocabulary) is ( > 0 and var end, var agent))
        {
            draft.SpeakerWords = (words[agent..], index);
            words = words[..end];
        }

        if (SubjectReader.Cut(words, vocabulary) is > 0 and var about)
        {
            SubjectReader.Keep(draft, words[about..], text, line.Number);
            words = words[..about];
        }

        if (OccasionReader.Cut(words, vocabulary) is > 0 and var cut)
        {
            OccasionReader.Keep(draft, words[cut..].Trim(), text, line.Number);
            words = words[..cut];
        }

        draft.Party = (Named(words, vocabulary), text, line.Number);
    }

    /// <summary>The party for whom is spoken, without its article.</summary>
    private static string Named(string words, Vocabulary vocabulary)
    {
        words = words.Trim(' ', ',', '.', '،', ':', '，', '：');
        if (vocabulary.BehalfPrefix.Length > 0 && words.StartsWith(vocabulary.BehalfPrefix, StringComparison.Ordinal) && !words.StartsWith("代表团", StringComparison.Ordinal))
            words = words[vocabulary.BehalfPrefix.Length..];
        var first = Words.First(words);
        words = vocabulary.Articles.Contains(first) && first.Length < words.Length ? words[first.Length..].TrimStart() : words;
        return vocabulary.LeadTails.Contains("de") ? Words.WithoutElision(words).ToString() : words;
    }

    /// <summary>"… OF THE GROUP OF 77" / "AND CHINA": a line that goes on with the party above it.</summary>
    private static string WithLinesBelow(HeaderDraft draft, string text, int index)
    {
        for (var i = index + 1; i < draft.Lines.Count && draft.Lines[i] is { IsTaken: false, StartsBlock: false } below; i++)
        {
            var first = Words.First(below.Text);
            if (text.Length > 0 && text[^1] == ',' || !(draft.Vocabulary.GoesOn.Contains(first) || first.Equals(draft.Vocabulary.And, StringComparison.OrdinalIgnoreCase))
                || PersonName.IsNamed(below.Text[first.Length..].TrimStart(), draft.Vocabulary))
                break;
            text = $"{text} {below.Text}";
            below.IsTaken = true;
        }

        return text;
    }

    /// <summary>"…, delivered by H.E. Mr. …", ", M. Jean Exemple": where the party ends and where the person begins; (0, 0) where none does.</summary>
    private static (int End, int Person) Agent(string words, Vocabulary vocabulary)
    {
        foreach (var word in Words.In(words))
        {
            if (word.Start == 0 || !PersonName.IsNamed(words[word.Start..], vocabulary))
                continue;
            var end = word.Start;
            while (LastOf(words.AsSpan(0, end)) is { IsEmpty: false } before && (vocabulary.LeadsToSpeaker.Contains(before) || vocabulary.LeadTails.Contains(before)))
                end = words.AsSpan(0, end).TrimEnd().Length - before.Length;
            if (end < word.Start || words.AsSpan(0, end).TrimEnd() is [.., ',' or '،' or ':' or '-' or '–' or '—'])
                return (end, word.Start);
        }

        return (0, 0);
    }

    private static ReadOnlySpan<char> LastOf(ReadOnlySpan<char> words) => words.TrimEnd()[(words.TrimEnd().LastIndexOf(' ') + 1)..];
}

namespace Speeches.Parsing;

/// <summary>What a line of a letterhead looks like that tells who speaks: an office, a name above one, or both.</summary>
internal static class SpeakerSigns
{
    private const int MostWordsOfOffice = 10;
    private const int LongestCompactOffice = 24;

    /// <summary>An office directly below the kind, or one with its name behind it, or behind an honorific.</summary>
    internal static bool IsOfficeOf(HeaderDraft draft, int index)
    {
        var text = draft.Lines[index].Text;
        var rest = PersonName.AfterHonorifics(text, draft.Vocabulary);
        if (!Capacities.Begins(rest, draft.Vocabulary))
            return false;
        return rest.Length < text.Length || NameFinder.BehindOffice(text, draft.Vocabulary) > 0
            || (draft.Has("kind") && index > 0 && draft.Lines[index - 1].IsTaken && draft.Provenance["kind"].Line == draft.Lines[index - 1].Number
                && draft.Vocabulary.Offices.Contains(Words.First(rest)));
    }

    /// <summary>
    /// How long what leads to who speaks is at the start of a line ("DE", "prononcée par", "a cargo del", "تلقيه:"); the whole line where
    /// it holds nothing else. 0 where nobody follows; an office or a party counts directly below a line that was read.
    /// </summary>
    internal static int Lead(HeaderDraft draft, int index)
    {
        var (text, vocabulary, end) = (draft.Lines[index].Text, draft.Vocabulary, 0);
        foreach (var word in Words.In(text))
        {
            var letters = text.AsSpan(word.Start, word.Length);
            if (!vocabulary.LeadsToSpeaker.Contains(letters) && !(end > 0 && (vocabulary.LeadTails.Contains(letters) || vocabulary.Articles.Contains(letters))))
                break;
            end = word.End;
        }

        if (end == 0)
            return 0;
        var rest = text.AsSpan(end).TrimStart(" :/،,").ToString();
        if (vocabulary.LeadTails.Contains("de"))
            rest = Words.WithoutElision(rest).ToString();
        var isBelow = index == 0 || draft.Lines[index - 1].IsTaken;
        var leads = rest.Length == 0 ? draft.Has("kind") && isBelow : PersonName.IsNamed(rest, vocabulary) || IsOfficeWithName(rest, vocabulary)
            || (isBelow && draft.Has("kind") && (Capacities.Begins(rest, vocabulary) || Parties.Begins(rest, vocabulary)));
        return leads ? text.Length - rest.Length : 0;
    }

    /// <summary>"ВЫСТУПЛЕНИЕ" / "ДЕЛЕГАЦИИ …": a party directly below the kind.</summary>
    internal static bool IsPartyBelowKind(HeaderDraft draft, int index) =>
        draft.Has("kind") && index > 0 && draft.Lines[index - 1].IsTaken && draft.Provenance["kind"].Line == draft.Lines[index - 1].Number
        && PartyReader.IsParty(draft.Lines[index].Text, draft.Vocabulary) && !TitleReader.IsOccasion(draft.Lines[index].Text, draft.Vocabulary);

    /// <summary>"Mary Example, Legal Adviser": a name, a comma and an office.</summary>
    internal static bool IsOfficeWithName(string text, Vocabulary vocabulary) =>
        text.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && Words.Count(text.AsSpan(0, comma), 6) is >= 2 and <= 5
        && Words.IsCapital(text[0]) && IsCapitalised(text[..comma], vocabulary) && !Capacities.Begins(text.AsSpan(0, comma), vocabulary)
        && Capacities.Begins(text.AsSpan(comma + 1), vocabulary) && !NamesBody(text, vocabulary);

    /// <summary>"The Secretary-General" on a line of its own, where nobody is named.</summary>
    internal static (string Text, int Line)? OfficeAlone(HeaderDraft draft)
    {
        for (var i = 0; i < draft.Lines.Count && draft.Has("kind"); i++)
        {
            var text = draft.Lines[i].Text;
            var first = draft.Vocabulary.Articles.Contains(Words.First(text)) ? text[Words.First(text).Length..].TrimStart() : text;
            if (!draft.Lines[i].IsTaken && text.Length <= LongestCompactOffice && text[0] >= '\u2E80' && IsOfficeLine(text, draft.Vocabulary))
                return (text, i);
            if (!draft.Lines[i].IsTaken && Words.Count(text, MostWordsOfOffice + 1) <= MostWordsOfOffice && Capacities.Begins(first, draft.Vocabulary)
                && (draft.Vocabulary.Offices.Contains(Words.First(first)) || draft.Vocabulary.OfficeModifiers.Contains(Words.First(first)))
                && !TitleReader.IsOccasion(text, draft.Vocabulary) && !first.AsSpan().ContainsAny(':', '?', '“'))
                return (text, i);
        }

        return null;
    }

    /// <summary>Whether who speaks was read as an office that nobody is named to hold.</summary>
    internal static bool IsOfficeAlone(HeaderDraft draft) =>
        draft.Header.Speakers is [{ Honorific: null, Capacities.Count: 0, OnBehalfOf: null } speaker] && Capacities.Begins(speaker.Name, draft.Vocabulary);

    /// <summary>"Mary Example, Secretary-General" below "Secretary-General's message": the line is taken.</summary>
    internal static HeaderLine? PersonElsewhere(HeaderDraft draft)
    {
        var person = draft.Lines.Find(line => !line.IsTaken && IsOfficeWithName(line.Text, draft.Vocabulary) && OccasionReader.Cut(line.Text, draft.Vocabulary) < 0);
        if (person is not null)
            person.IsTaken = true;
        return person;
    }

    internal static bool IsOfficeLine(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        if (Capacities.Begins(text, vocabulary))
            return true;
        foreach (var end in vocabulary.OfficeEnds)
        {
            if (text.TrimEnd(" ,，").EndsWith(end))
                return true;
        }

        return false;
    }

    internal static bool IsCapitalised(string text, Vocabulary vocabulary)
    {
        foreach (var word in Words.In(text))
        {
            var letters = text.AsSpan(word.Start, word.Length);
            if ((!Words.IsCapital(text[word.Start]) && !vocabulary.FunctionWords.Contains(letters)) || vocabulary.OpenEnded.Contains(letters))
                return false;
        }

        return true;
    }

    /// <summary>"Miguel de Serpa Soares" with "Under-Secretary-General for Legal Affairs" on the next line.</summary>
    internal static bool IsNameAbove(HeaderDraft draft, int index)
    {
        if (index + 1 >= draft.Lines.Count || draft.Lines[index + 1].IsTaken || !Capacities.Begins(draft.Lines[index + 1].Text, draft.Vocabulary))
            return false;
        var text = draft.Lines[index].Text;
        return !text.AsSpan().ContainsAnyInRange('0', '9') && Words.Count(text, 7) is >= 2 and <= 6 && !Capacities.Begins(text, draft.Vocabulary)
            && IsCapitalised(text, draft.Vocabulary);
    }

    /// <summary>"Sixth Committee", "Sexta Comisión": a body is among the first two words.</summary>
    internal static bool NamesBody(string text, Vocabulary vocabulary)
    {
        var count = 0;
        foreach (var word in Words.In(text))
        {
            if (vocabulary.Bodies.Contains(text.AsSpan(word.Start, word.Length)))
                return true;
            if (++count == 2)
                return false;
        }

        return false;
    }

    /// <summary>"Иван Примеров" below the office: two or three words in capitals or with one, none of which an office, a state or a body has.</summary>
    internal static bool IsPlainName(string text, Vocabulary vocabulary)
    {
        if (Words.Count(text, 4) is < 2 or > 3 || text.Contains(',', StringComparison.Ordinal) || KindWords.OfState(text, vocabulary))
            return false;
        foreach (var word in Words.In(text))
        {
            var letters = text.AsSpan(word.Start, word.Length);
            if (!char.IsUpper(letters[0]) || letters.Length < 3 || vocabulary.Offices.Contains(letters) || vocabulary.OfficeFields.Contains(letters)
                || vocabulary.Bodies.Contains(letters) || vocabulary.OccasionWords.Contains(letters) || vocabulary.FunctionWords.Contains(letters))
                return false;
        }

        return text[0] >= '\u0400' && text[0] <= '\u04FF';
    }
}

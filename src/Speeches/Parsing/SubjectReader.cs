namespace Speeches.Parsing;

/// <summary>Parts the subject from the words about who speaks ("…, on agenda item 79").</summary>
internal static class SubjectReader
{
    /// <summary>Where the subject begins; -1 where it does not.</summary>
    internal static int Cut(string words, Vocabulary vocabulary)
    {
        var first = -1;
        foreach (var lead in vocabulary.SubjectLeads)
        {
            if (words.IndexOf(lead, StringComparison.OrdinalIgnoreCase) is > 0 and var at && (first < 0 || at < first)
                && !SpeakerReader.BeginsBehalf(words.AsSpan(at).TrimStart(" ,"), vocabulary) && !TitleReader.KeepsItsLead(words[at..].TrimStart(' ', ','), vocabulary))
                first = at;
        }

        return first;
    }

    /// <summary>Keeps the subject, without what leads to it, as the title where there is none yet.</summary>
    internal static void Keep(HeaderDraft draft, string words, string printed, int line)
    {
        var subject = TitleReader.WithoutLead(words.Trim(' ', ',', '.'), draft.Vocabulary);
        if (draft.Has("title") || subject.Length == 0)
            return;
        draft.Header = draft.Header with { Title = subject };
        draft.Keep("title", printed, line);
    }
}

namespace Speeches.Parsing;

/// <summary>
/// Reads the title and the occasion from the lines that no other field took; lines of one block belong together. What begins or
/// speaks like an occasion, or names a body, is one; an item of an agenda is a title. Of the others the first is the title and the
/// next the occasion. What is left is reported.
/// </summary>
internal static class TitleReader
{
    private const int FullLine = 60;
    private const int MostWordsOfBody = 4;
    private const int LongestBody = 9;
    private const int LongestLed = 14;

    internal static void Read(HeaderDraft draft)
    {
        // What stands in quotation marks is the title, wherever it is printed.
        foreach (var line in draft.Lines.Where(line => !line.IsTaken && !draft.Has("title") && IsQuoted(line.Text)))
        {
            line.IsTaken = true;
            draft.Header = draft.Header with { Title = line.Text };
            draft.Keep("title", line.Text, line.Number);
        }

        var placed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var others = new List<(string Words, string Printed, int Line)>();
        for (var i = 0; i < draft.Lines.Count;)
        {
            if (draft.Lines[i].IsTaken)
            {
                i++;
                continue;
            }

            var first = draft.Lines[i];
            var text = first.Text;
            for (i++; i < draft.Lines.Count && draft.Lines[i] is { IsTaken: false, StartsBlock: false } next && !IsItem(next.Text, draft.Vocabulary)
                && BelongTogether(draft.Lines[i - 1].Text, next.Text, draft.Vocabulary); i++)
                text = $"{text} {next.Text}";
            var words = text.Trim(' ', ',', '،', '，', '-', '–', '—', '*', '|', '_');
            // Web pages print the title twice: above the letterhead, and in it.
            if (!placed.Add(words))
                continue;
            // "79th session" / "Sixth Committee" / "Report of …": a second body waits until the subject has its place.
            if (draft.Has("occasion") && IsBodyAlone(words, draft.Vocabulary) && !IsItem(words, draft.Vocabulary))
                others.Add((words, text, first.Number));
            else
                Place(draft, words, text, first.Number);
        }

        foreach (var (words, printed, line) in others)
        {
            if (!Repeats(draft.Header, words))
                Place(draft, words, printed, line);
        }

        if (draft.Header is { Title: { } title, Occasion: not null } && draft.Provenance["title"].Printed == title && Repeats(draft.Header with { Title = null }, title))
        {
            draft.Header = draft.Header with { Title = null };
            draft.Drop("title");
        }
    }

    /// <summary>"UN GENERAL ASSEMBLY" above "79TH UN GENERAL ASSEMBLY DEBATE" says nothing more.</summary>
    private static bool Repeats(SpeechHeader header, string words) =>
        (header.Occasion?.Contains(words, StringComparison.OrdinalIgnoreCase) ?? false) || (header.Title?.Contains(words, StringComparison.OrdinalIgnoreCase) ?? false);

    /// <summary>"Sixth Committee" / "Report of the …": a body and a subject are two, unless the line above was full or the next goes on with it.</summary>
    private static bool BelongTogether(string above, string text, Vocabulary vocabulary)
    {
        var first = Words.First(text);
        return above.Length >= FullLine || text.Length == 0 || char.IsLower(text[0]) || (vocabulary.FunctionWords.Contains(first) && !vocabulary.Articles.Contains(first)) || vocabulary.LeadsToOccasion.Contains(first)
            || vocabulary.LeadsToSubject.Contains(first) || char.IsPunctuation(above[^1])
            || !((IsBodyAlone(above, vocabulary) && !IsOfBody(text, vocabulary)) || (IsBodyAlone(text, vocabulary) && !IsOfBody(above, vocabulary)));
    }

    private static bool IsBodyAlone(string text, Vocabulary vocabulary) =>
        IsOfBody(text, vocabulary) && Words.Count(text, LongestBody + 1) <= LongestBody && !PlaceSigns.Holds(text, vocabulary.LeadsToSubject);

    private static bool IsOfBody(string text, Vocabulary vocabulary) => IsOccasion(text, vocabulary) || SpeakerSigns.NamesBody(text, vocabulary)
        || (Words.Count(text, MostWordsOfBody + 1) <= MostWordsOfBody && PlaceSigns.Holds(text, vocabulary.Bodies));

    /// <summary>Whether a line names a session or a meeting, or begins with what leads to one.</summary>
    internal static bool IsOccasion(string text, Vocabulary vocabulary)
    {
        foreach (var beginning in vocabulary.OccasionBeginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        foreach (var word in Words.In(text))
        {
            if (vocabulary.OccasionWords.Contains(text.AsSpan(word.Start, word.Length)))
                return true;
        }

        return false;
    }

    /// <summary>"Agenda item 79: …" is a line of its own.</summary>
    internal static bool IsItem(string text, Vocabulary vocabulary)
    {
        foreach (var item in vocabulary.ItemBeginnings)
        {
            if (text.Length > item.Length && text.StartsWith(item, StringComparison.OrdinalIgnoreCase) && text.AsSpan(item.Length).TrimStart() is [var c, ..]
                && (char.IsDigit(c) || c is '(' or '[' or '第'))
                return true;
        }

        return false;
    }

    private static bool IsQuoted(string text) => text.Trim() is ['“', .., '”'] or ['«', .., '»'] or ['"', .., '"'] or ['《', .., '》'] && text.Length > 4;

    private static void Place(HeaderDraft draft, string text, string printed, int line)
    {
        // "Before the Council, the Secretary-General calls for …" is a sentence.
        var words = Words.Count(text, LongestLed + 1) > LongestLed && text.Contains(',', StringComparison.Ordinal) ? text : WithoutLead(text, draft.Vocabulary);
        if (text.Length == 0 || !text.Any(char.IsLetter) || OnlyLeads(text, draft.Vocabulary))
            return;
        // "THE PRESIDENT OF THE GENERAL ASSEMBLY" above "Remarks by H.E. Mr. …": whose paper it is.
        if (draft.Has("speakers") && line < draft.Provenance["speakers"].Line && Capacities.Begins(text, draft.Vocabulary)
            && !IsOccasion(text, draft.Vocabulary) && !draft.Has("office"))
        {
            draft.Header = draft.Header with { Office = text };
            draft.Keep("office", printed, line);
            return;
        }

        var isItem = IsItem(text, draft.Vocabulary);
        var isOccasion = !isItem && (IsOccasion(text, draft.Vocabulary) || (SpeakerSigns.NamesBody(text, draft.Vocabulary)
            && !draft.Vocabulary.Bodies.Contains(Words.First(text))));
        if (!draft.Has("occasion") && (isOccasion || draft.Has("title")))
        {
            draft.Header = draft.Header with { Occasion = words };
            draft.Keep("occasion", printed, line);
        }
        else if (!draft.Has("title"))
        {
            draft.Header = draft.Header with { Title = words };
            draft.Keep("title", printed, line);
        }
        else
        {
            draft.Diagnostics.Add(new ParseDiagnostic(DiagnosticSeverity.Information, "unread-header-line", line,
                $"No field of the header was read from this line: {text}"));
        }
    }

    /// <summary>"À l'occasion de …" stays as it is; "At the …" does not.</summary>
    internal static bool KeepsItsLead(string text, Vocabulary vocabulary)
    {
        foreach (var beginning in vocabulary.OccasionBeginnings)
        {
            if (beginning[^1] is not (' ' or '\'' or '’') && text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>"before the Sixth Committee" is the Sixth Committee.</summary>
    internal static string WithoutLead(string text, Vocabulary vocabulary)
    {
        if (KeepsItsLead(text, vocabulary))
            return text;
        var lead = Words.First(text);
        var leads = vocabulary.LeadsToOccasion.Contains(lead) || vocabulary.LeadsToSubject.Contains(lead);
        return leads && lead.Length + 1 < text.Length && !char.IsDigit(text[lead.Length + 1])
            ? vocabulary.WithoutTails(text.AsSpan(lead.Length).TrimStart(" :،-–")).ToString() : text;
    }

    /// <summary>"TO THE", "ON" on a line by themselves only lead to the next.</summary>
    private static bool OnlyLeads(string text, Vocabulary vocabulary)
    {
        foreach (var word in Words.In(text))
        {
            if (!vocabulary.FunctionWords.Contains(text.AsSpan(word.Start, word.Length)) && !vocabulary.LeadsToSpeaker.Contains(text.AsSpan(word.Start, word.Length)))
                return false;
        }

        return true;
    }
}

namespace Speeches.Parsing;

/// <summary>
/// Takes who speaks: after "by", or a line that begins with an honorific, or a name directly above a line of capacities; and the
/// capacities that follow. Without a name the office alone ("President of the General Assembly") is who speaks.
/// </summary>
internal static class SpeakerReader
{
    private const int FullLine = 50;

    internal static void Read(HeaderDraft draft)
    {
        var found = Find(draft);
        // "Statement of the European Union, delivered by …": the party, and behind it the person.
        for (var i = 0; i < 2 && found is { } party && PartyReader.IsParty(party.Text, draft.Vocabulary); i++)
        {
            PartyReader.Keep(draft, party.Text, party.Line);
            found = Find(draft);
        }

        if (found is { } who)
            ReadPerson(draft, who);
        KeepParty(draft);
        DeliveredByReader.Read(draft);
    }

    /// <summary>A party is whom the person speaks for; where none is named, it speaks itself.</summary>
    private static void KeepParty(HeaderDraft draft)
    {
        if (draft.Party is not { } party)
            return;
        draft.Keep("speakers", party.Printed, party.Line);
        draft.Header = draft.Header with
        {
            Speakers = draft.Header.Speakers.Count == 0 ? [new Speaker { Name = "", OnBehalfOf = party.Text }]
                : [.. draft.Header.Speakers.Select(speaker => speaker with { OnBehalfOf = speaker.OnBehalfOf ?? party.Text })],
        };
    }

    private static void ReadPerson(HeaderDraft draft, (string Text, int Line) found)
    {
        var first = draft.Lines[found.Line];
        var printed = new List<string> { found.Text };
        first.IsTaken = true;
        for (var i = found.Line + 1; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (line.IsTaken || !BelongsTo(line, printed, draft.Vocabulary))
                break;
            line.IsTaken = true;
            if (GoesOnFull(printed[^1], line, draft.Vocabulary))
                printed[^1] = $"{printed[^1]} {line.Text}";
            else
                printed.Add(line.Text);
        }

        PrintedName.Join(printed, draft.Vocabulary);
        Keep(draft, printed, first.Number);
        if (SpeakerSigns.IsOfficeAlone(draft) && SpeakerSigns.PersonElsewhere(draft) is { } person)
        {
            draft.Header = draft.Header with { Speakers = [] };
            Keep(draft, [person.Text], person.Number);
        }
    }

    /// <summary>In a paragraph of capitals, a full line without a mark at its end goes on in the next.</summary>
    private static bool GoesOnFull(string above, HeaderLine line, Vocabulary vocabulary) =>
        !line.StartsBlock && above.Length >= FullLine && char.IsLetter(above[^1]) && line.Text.Contains(',', StringComparison.Ordinal)
        && !above.Any(char.IsLower) && !line.Text.Any(char.IsLower) && !SpeakerSigns.NamesBody(line.Text, vocabulary) && DateReader.Find(line.Text, vocabulary) is null;

    private static void Keep(HeaderDraft draft, List<string> printed, int line)
    {
        printed[0] = WithoutArticle(printed[0], draft.Vocabulary);
        var words = string.Join(' ', printed);
        var all = words;
        var nameLine = printed[0];
        if (SubjectReader.Cut(words, draft.Vocabulary) is > 0 and var about)
        {
            SubjectReader.Keep(draft, words[about..], all, line);
            words = words[..about].TrimEnd(' ', ',', '،');
        }

        if (OccasionReader.Cut(words, draft.Vocabulary) is > 0 and var cut)
        {
            OccasionReader.Keep(draft, words[cut..].Trim(), all, line);
            words = words[..cut].TrimEnd(' ', ',', '،');
            // "…, prononcée à l’ouverture"
            if (words.LastIndexOfAny([' ', ',']) is > 0 and var last && char.IsLower(words[last + 1]) && words.Length - last > 4
                && draft.Vocabulary.LeadsToSpeaker.Contains(words.AsSpan(last + 1)))
                words = words[..last].TrimEnd(' ', ',', '،');
        }

        var (behalf, length) = Behalf(words, draft.Vocabulary);
        var onBehalfOf = behalf < 0 ? null : words[(behalf + length)..].Trim(' ', ',', '.', '،');
        if (behalf >= 0)
            words = words[..behalf].TrimEnd(' ', ',', '،');
        nameLine = nameLine.Length > words.Length ? words : nameLine;

        // The name ends with its line, whether or not a comma says so.
        var (honorific, name, rest) = PersonName.Split(nameLine, draft.Vocabulary);
        var below = PrintedName.WithLineEnds(words, printed)[nameLine.Length..];
        if (rest.Length == 0 && printed.Count > 1 && SpeakerSigns.IsOfficeLine(PersonName.AfterHonorifics(nameLine, draft.Vocabulary), draft.Vocabulary)
            && (PrintedName.Below(printed, draft.Vocabulary) ?? PrintedName.Inside(words, draft.Vocabulary)) is { } person)
            (honorific, name, rest, below) = (person.Honorific, person.Name, person.Offices, "");
        var capacities = $"{rest}{below}".Trim(' ', ',', '،', '\n');

        draft.Header = draft.Header with
        {
            Speakers = name.Length == 0 && onBehalfOf is null ? []
                : Speakers(honorific, name, Capacities.Split(capacities, draft.Vocabulary), onBehalfOf, draft.Vocabulary),
        };
        if (draft.Header.Speakers.Count > 0)
            draft.Keep("speakers", all, line);
    }

    // "by the President of …": the article is the sentence's; "The Legal Counsel" keeps its own.
    private static string WithoutArticle(string text, Vocabulary vocabulary)
    {
        var first = Words.First(text);
        var rest = text[first.Length..].TrimStart();
        return vocabulary.Articles.Contains(first) && (char.IsLower(text[0]) || first is "THE" or "LE" or "LA" or "EL") && Capacities.Begins(rest, vocabulary)
            || (vocabulary.Articles.Contains(first) && char.IsLower(text[0])) ? rest : text;
    }

    /// <summary>Where " by " leads to a person in a line, or -1.</summary>
    internal static int IndexOfBy(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        var by = text.IndexOf(" by ", StringComparison.OrdinalIgnoreCase);
        return by >= 0 && vocabulary.Honorifics.Contains(Words.First(text[(by + 4)..])) ? by : -1;
    }

    private static (string Text, int Line)? Find(HeaderDraft draft)
    {
        if (draft.SpeakerWords is { Text.Length: > 0 } words)
            return words;
        var from = draft.SpeakerWords?.Line ?? -1;
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (line.IsTaken || TitleReader.IsItem(line.Text, draft.Vocabulary))
                continue;
            if (from >= 0 && i > from)
                return (line.Text, i);
            if (draft.Has("kind") && CompactName.OfTwoLines(draft, i) is { } pair)
                return (pair, i);

            var lead = Words.First(line.Text);
            var delivered = StartsWithAny(line.Text.TrimStart('('), draft.Vocabulary.DeliveredBy);
            if (lead.Equals("by", StringComparison.OrdinalIgnoreCase) || delivered > 0)
            {
                line.IsTaken = true;
                var rest = line.Text.TrimStart('(')[Math.Max(delivered, lead.Length)..].Trim(' ', ':', ')', '/');
                if (rest.Length > 0)
                    return (rest, i);
                from = i;
            }
            else if (SpeakerSigns.Lead(draft, i) is > 0 and var led)
            {
                // "DÉCLARATION" / "DE SON EXCELLENCE MONSIEUR …"; "يلقيها" alone
                line.IsTaken = true;
                if (led < line.Text.Length)
                    return (line.Text[led..], i);
                from = i;
            }
            else if (SpeakerSigns.IsPartyBelowKind(draft, i))
            {
                line.IsTaken = true;
                return (line.Text, i);
            }
            else if (PersonName.IsNamed(line.Text, draft.Vocabulary) || SpeakerSigns.IsNameAbove(draft, i) || SpeakerSigns.IsOfficeOf(draft, i)
                || CompactName.Split(line.Text, draft.Vocabulary) is not null || (draft.Has("kind") && SpeakerSigns.IsOfficeWithName(line.Text, draft.Vocabulary)))
            {
                // "Minister for Foreign Affairs" / "H.E. Mr. …"
                var above = i > 0 && !draft.Lines[i - 1].IsTaken && SpeakerSigns.IsOfficeLine(draft.Lines[i - 1].Text, draft.Vocabulary) ? i - 1 : i;
                return (draft.Lines[above].Text, above);
            }
        }

        return SpeakerSigns.OfficeAlone(draft);
    }

    /// <summary>Whether a line goes on about the speaker: in the same block anything not known as another field, else an office.</summary>
    private static bool BelongsTo(HeaderLine line, List<string> above, Vocabulary vocabulary)
    {
        if ((OccasionReader.Cut(above[0], vocabulary) >= 0 || (above.Count == 1 && Capacities.Begins(above[0], vocabulary))) && SpeakerSigns.IsOfficeWithName(line.Text, vocabulary))
            return false;
        if (Capacities.Begins(line.Text, vocabulary) || StartsWithAny(line.Text, vocabulary.OnBehalfOf) > 0)
            return true;
        if (GoesOnFull(above[^1], line, vocabulary))
            return true;
        // "Remarks by the President of the General Assembly," / "Mr. …"
        var nameless = SpeakerSigns.IsOfficeLine(above[0], vocabulary) && above.TrueForAll(words => !PersonName.IsNamed(words, vocabulary))
            && OccasionReader.Cut(above[0], vocabulary) < 0;
        if ((above[^1] is [.., ','] || nameless) && (PersonName.IsNamed(line.Text, vocabulary) || CompactName.Split(line.Text, vocabulary) is not null
            || (nameless && NameFinder.ByInitials(line.Text) == 0)))
            return true;
        // "Ивана Примерова на 78-й сессии" / "Генеральной Ассамблеи": the occasion goes on.
        if (!line.StartsBlock && char.IsLetter(above[^1][^1]) && SpeakerSigns.NamesBody(line.Text, vocabulary) && OccasionReader.Cut(above[^1], vocabulary) > 0)
            return true;
        // "… the Secretary for Foreign" / "Affairs, Mary Example, at the General Debate"; "Minister for Foreign Affairs," / "of Trade and …"
        if (nameless && !line.StartsBlock && OccasionReader.Cut(line.Text, vocabulary) > 0)
            return true;
        if (above[^1] is [.., ','] && vocabulary.FunctionWords.Contains(Words.First(line.Text)) && !TitleReader.IsOccasion(line.Text, vocabulary)
            && !vocabulary.LeadsToOccasion.Contains(Words.First(line.Text)))
            return true;
        // A title below the speaker begins like a sentence, or stands below a name without an office.
        var first = Words.First(line.Text);
        var upper = line.Text.Length > 0 && char.IsUpper(line.Text[0]) && above[^1] is [.., not ','];
        if (upper && (vocabulary.Articles.Contains(first) || vocabulary.Events.Contains(first) || SpeakerSigns.NamesBody(line.Text, vocabulary)
            || (above.Count == 1 && !char.IsAscii(first[0]) && PersonName.IsNamed(above[0], vocabulary) && !above[0].Contains(',', StringComparison.Ordinal))))
            return false;
        return !line.StartsBlock && !TitleReader.IsOccasion(line.Text, vocabulary) && !vocabulary.LeadsToSubject.Contains(Words.First(line.Text))
            && StartsWithAny(line.Text, vocabulary.DeliveredBy) == 0;
    }

    /// <summary>"A and Ms. B" are two; the capacities that follow belong to the last.</summary>
    private static Speaker[] Speakers(string? honorific, string name, IReadOnlyList<string> capacities, string? onBehalfOf, Vocabulary vocabulary)
    {
        var and = name.IndexOf($" {vocabulary.And} ", StringComparison.OrdinalIgnoreCase);
        if (and < 0 || !PersonName.IsNamed(name[(and + vocabulary.And.Length + 2)..], vocabulary))
            return [new Speaker { Honorific = honorific, Name = name, Capacities = capacities, OnBehalfOf = onBehalfOf }];
        var (title, second, _) = PersonName.Split(name[(and + vocabulary.And.Length + 2)..], vocabulary);
        return
        [
            new Speaker { Honorific = honorific, Name = name[..and].TrimEnd(), OnBehalfOf = onBehalfOf },
            .. Speakers(title, second, capacities, onBehalfOf, vocabulary),
        ];
    }

    /// <summary>Whether the words begin with "on behalf of".</summary>
    internal static bool BeginsBehalf(ReadOnlySpan<char> words, Vocabulary vocabulary)
    {
        foreach (var behalf in vocabulary.OnBehalfOf)
        {
            if (words.StartsWith(behalf, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Where "on behalf of" stands in the words; -1 where it does not.</summary>
    internal static (int Start, int Length) Behalf(string words, Vocabulary vocabulary)
    {
        foreach (var lead in vocabulary.OnBehalfOf)
        {
            if (words.IndexOf(lead, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && (at == 0 || !char.IsLetter(words[at - 1])))
                return (at, lead.Length);
        }

        return (-1, 0);
    }

    /// <summary>How long the beginning is, of those given, that a text has; 0 where it has none.</summary>
    internal static int StartsWithAny(string text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return beginning.Length;
        }

        return 0;
    }
}

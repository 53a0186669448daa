namespace Speeches.Parsing;

/// <summary>
/// Takes who speaks: after "by", or a line that begins with an honorific, or a name directly above a line of capacities; and the
/// capacities that follow. Without a name the office alone ("President of the General Assembly") is who speaks.
/// </summary>
internal static class SpeakerReader
{
    internal static void Read(HeaderDraft draft)
    {
        if (Find(draft) is not { } found)
            return;

        var first = draft.Lines[found.Line];
        var printed = new List<string> { found.Text };
        first.IsTaken = true;
        for (var i = found.Line + 1; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (line.IsTaken || !BelongsTo(line, printed, draft.Vocabulary))
                break;
            printed.Add(line.Text);
            line.IsTaken = true;
        }

        var words = string.Join(' ', printed);
        var all = words;
        var nameLine = found.Text;
        if (OccasionReader.Cut(words, draft.Vocabulary) is > 0 and var cut)
        {
            OccasionReader.Keep(draft, words[cut..].Trim(), all, first.Number);
            words = words[..cut].TrimEnd(' ', ',', '،');
            nameLine = nameLine.Length > words.Length ? words : nameLine;
        }

        var (behalf, length) = Behalf(words, draft.Vocabulary);
        var onBehalfOf = behalf < 0 ? null : words[(behalf + length)..].Trim(' ', ',', '.', '،');
        if (behalf >= 0)
        {
            words = words[..behalf].TrimEnd(' ', ',', '،');
            nameLine = nameLine.Length > words.Length ? words : nameLine;
        }

        // The name ends with its line, whether or not a comma says so.
        var (honorific, name, rest) = SplitName(nameLine, draft.Vocabulary);
        var below = words[nameLine.Length..];
        if (rest.Length == 0 && printed.Count > 1 && Capacities.Begins(AfterHonorifics(nameLine, draft.Vocabulary), draft.Vocabulary)
            && NameBelow(printed, draft.Vocabulary) is { } person)
            (honorific, name, rest, below) = (person.Honorific, person.Name, person.Offices, "");
        var capacities = $"{rest}{below}".Trim(' ', ',', '،');

        draft.Header = draft.Header with
        {
            Speakers = name.Length == 0 && onBehalfOf is null ? []
                : Speakers(honorific, name.Length == 0 ? onBehalfOf! : name, Capacities.Split(capacities, draft.Vocabulary), onBehalfOf, draft.Vocabulary),
        };
        if (draft.Header.Speakers.Count > 0)
            draft.Keep("speakers", all, first.Number);
        ReadDeliveredBy(draft);
    }

    /// <summary>"Minister for Foreign Affairs" / "H.E. Mr. …": the office is printed above the name.</summary>
    private static (string? Honorific, string Name, string Offices)? NameBelow(List<string> printed, Vocabulary vocabulary)
    {
        for (var i = 1; i < printed.Count; i++)
        {
            var isName = IsNamed(printed[i], vocabulary) || NameFinder.ByInitials(printed[i]) == 0;
            if (!isName)
                continue;
            var (honorific, name, rest) = SplitName(printed[i], vocabulary);
            return (honorific, name, $"{string.Join(' ', printed[..i]).TrimEnd(',')}, {rest} {string.Join(' ', printed[(i + 1)..])}");
        }

        return null;
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
            if (line.IsTaken)
                continue;
            if (from >= 0 && i > from)
                return (line.Text, i);

            var lead = Words.First(line.Text);
            if (lead.Equals("by", StringComparison.OrdinalIgnoreCase) || StartsWithAny(line.Text, draft.Vocabulary.DeliveredBy) > 0)
            {
                line.IsTaken = true;
                var skip = Math.Max(StartsWithAny(line.Text, draft.Vocabulary.DeliveredBy), lead.Length);
                var rest = line.Text[skip..].Trim(' ', ':');
                if (rest.Length > 0)
                    return (rest, i);
                from = i;
            }
            else if (IsNamed(line.Text, draft.Vocabulary) || IsNameAbove(draft, i) || IsOfficeOf(draft, i) || CompactName.Split(line.Text, draft.Vocabulary) is not null)
            {
                return (line.Text, i);
            }
        }

        return null;
    }

    internal static bool IsNamed(string text, Vocabulary vocabulary)
    {
        var rest = AfterHonorifics(text, vocabulary);
        if (rest.Length == text.Length || rest.IsEmpty || !Words.IsCapital(rest[0]) || vocabulary.Addressed.Contains(Words.First(rest)))
            return false;
        // "سمو ولي العهد", "H.E. Minister of …": honoured is the office.
        return !vocabulary.Offices.Contains(Words.First(rest))
            || (char.IsAscii(rest[0]) && !vocabulary.FunctionWords.Contains(Words.First(rest[Words.First(rest).Length..])));
    }

    /// <summary>What follows "H.E. Mr." or "Her Excellency Ms."; the whole text where it begins with no honorific.</summary>
    private static ReadOnlySpan<char> AfterHonorifics(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        var rest = text;
        if (vocabulary.HonorificLeads.Contains(Words.First(rest)))
            rest = rest[Words.First(rest).Length..].TrimStart(" ,");
        if (HonorificLength(rest, vocabulary) == 0)
            return text;
        while (HonorificLength(rest, vocabulary) is > 0 and var length)
            rest = rest[length..].TrimStart(" ,/");
        return rest;
    }

    // Arabic joins honorific and name with a slash ("السيد/أحمد").
    private static int HonorificLength(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        var word = Words.First(text);
        if (vocabulary.Honorifics.Contains(word))
            return word.Length;
        var slash = word.IndexOf('/');
        return slash > 0 && !char.IsAscii(word[0]) && vocabulary.Honorifics.Contains(word[..slash]) ? slash : 0;
    }

    /// <summary>An office directly below the kind, or one with its name behind it, or behind an honorific.</summary>
    private static bool IsOfficeOf(HeaderDraft draft, int index)
    {
        var text = draft.Lines[index].Text;
        var rest = AfterHonorifics(text, draft.Vocabulary);
        if (!Capacities.Begins(rest, draft.Vocabulary))
            return false;
        return rest.Length < text.Length || NameFinder.BehindOffice(text, draft.Vocabulary) > 0
            || (draft.Has("kind") && index > 0 && draft.Lines[index - 1].IsTaken && draft.Provenance["kind"].Line == draft.Lines[index - 1].Number
                && draft.Vocabulary.Offices.Contains(Words.First(rest)));
    }

    /// <summary>"Miguel de Serpa Soares" with "Under-Secretary-General for Legal Affairs" on the next line.</summary>
    private static bool IsNameAbove(HeaderDraft draft, int index)
    {
        if (index + 1 >= draft.Lines.Count || draft.Lines[index + 1].IsTaken || !Capacities.Begins(draft.Lines[index + 1].Text, draft.Vocabulary))
            return false;
        var text = draft.Lines[index].Text;
        if (text.AsSpan().ContainsAnyInRange('0', '9') || Words.Count(text, 7) is < 2 or > 6 || Capacities.Begins(text, draft.Vocabulary))
            return false;
        foreach (var word in Words.In(text))
        {
            if (!Words.IsCapital(text[word.Start]) && !draft.Vocabulary.FunctionWords.Contains(text.AsSpan(word.Start, word.Length)))
                return false;
            if (draft.Vocabulary.OpenEnded.Contains(text.AsSpan(word.Start, word.Length)))
                return false;
        }

        return true;
    }

    /// <summary>Whether a line goes on about the speaker: in the same block anything not known as another field, else an office.</summary>
    private static bool BelongsTo(HeaderLine line, List<string> above, Vocabulary vocabulary)
    {
        if (Capacities.Begins(line.Text, vocabulary) || StartsWithAny(line.Text, vocabulary.OnBehalfOf) > 0)
            return true;
        // A title below the speaker begins like a sentence, or stands below a name without an office.
        var first = Words.First(line.Text);
        var upper = line.Text.Length > 0 && char.IsUpper(line.Text[0]) && above[^1] is [.., not ','];
        if (upper && (vocabulary.Articles.Contains(first) || NamesBody(line.Text, vocabulary)
            || (above.Count == 1 && !char.IsAscii(first[0]) && IsNamed(above[0], vocabulary) && !above[0].Contains(',', StringComparison.Ordinal))))
            return false;
        return !line.StartsBlock && !TitleReader.IsOccasion(line.Text, vocabulary) && !vocabulary.LeadsToSubject.Contains(Words.First(line.Text))
            && StartsWithAny(line.Text, vocabulary.DeliveredBy) == 0;
    }

    private static (string? Honorific, string Name, string Offices) SplitName(string text, Vocabulary vocabulary)
    {
        if (CompactName.Split(text, vocabulary) is { } compact)
            return compact;
        if (!IsNamed(text, vocabulary) && Capacities.Begins(AfterHonorifics(text, vocabulary), vocabulary)
            && NameFinder.BehindOffice(text, vocabulary) is > 0 and var at)
        {
            // "President of the General Assembly, Ms. …": the office is printed first.
            var (title, person, more) = SplitName(text[at..], vocabulary);
            return (title, person, $"{text[..at].Trim(' ', ',')}, {more}");
        }

        var rest = AfterHonorifics(text, vocabulary);
        var honorific = text.AsSpan(0, text.Length - rest.Length).TrimEnd(" ,");
        var end = rest.IndexOfAny(',', '،');
        var name = (end < 0 ? rest : rest[..end]).Trim(" .");
        if (NameFinder.OfficeBehind(name, vocabulary) is > 0 and var office)
        {
            end = rest.IndexOf(name) + office - 1;
            name = name[..office].TrimEnd();
        }

        return name.IsEmpty
            ? (null, text.Trim(' ', ','), "")
            : (honorific.IsEmpty ? null : honorific.ToString(), name.ToString(), end < 0 ? "" : rest[(end + 1)..].Trim().ToString());
    }

    /// <summary>"A and Ms. B" are two; the capacities that follow belong to the last.</summary>
    private static Speaker[] Speakers(string? honorific, string name, IReadOnlyList<string> capacities, string? onBehalfOf, Vocabulary vocabulary)
    {
        var and = name.IndexOf($" {vocabulary.And} ", StringComparison.OrdinalIgnoreCase);
        if (and < 0 || !IsNamed(name[(and + vocabulary.And.Length + 2)..], vocabulary))
            return [new Speaker { Honorific = honorific, Name = name, Capacities = capacities, OnBehalfOf = onBehalfOf }];
        var (title, second, _) = SplitName(name[(and + vocabulary.And.Length + 2)..], vocabulary);
        return
        [
            new Speaker { Honorific = honorific, Name = name[..and].TrimEnd(), OnBehalfOf = onBehalfOf },
            .. Speakers(title, second, capacities, onBehalfOf, vocabulary),
        ];
    }

    /// <summary>"Sixth Committee", "Sexta Comisión": a body is among the first two words.</summary>
    private static bool NamesBody(string text, Vocabulary vocabulary)
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

    private static (int Start, int Length) Behalf(string words, Vocabulary vocabulary)
    {
        foreach (var lead in vocabulary.OnBehalfOf)
        {
            if (words.IndexOf(lead, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && (at == 0 || !char.IsLetter(words[at - 1])))
                return (at, lead.Length);
        }

        return (-1, 0);
    }

    private static void ReadDeliveredBy(HeaderDraft draft)
    {
        foreach (var line in draft.Lines)
        {
            if (line.IsTaken || StartsWithAny(line.Text.TrimStart('('), draft.Vocabulary.DeliveredBy) is not (> 0 and var length))
                continue;
            var who = line.Text.TrimStart('(')[length..];
            var (behalf, _) = Behalf(who, draft.Vocabulary);
            draft.Header = draft.Header with { DeliveredBy = (behalf > 0 ? who[..behalf] : who).Trim(' ', ',', '.', ')') };
            draft.Keep("deliveredBy", line.Text, line.Number);
            line.IsTaken = true;
            return;
        }
    }

    private static int StartsWithAny(string text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return beginning.Length;
        }

        return 0;
    }
}

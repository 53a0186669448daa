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
            if (line.IsTaken || !BelongsTo(line, draft.Vocabulary))
                break;
            printed.Add(line.Text);
            line.IsTaken = true;
        }

        var words = string.Join(' ', printed);
        var (behalf, length) = Behalf(words, draft.Vocabulary);
        var onBehalfOf = behalf < 0 ? null : words[(behalf + length)..].Trim(' ', ',', '.', '،');
        // The name ends with its line, whether or not a comma says so.
        var nameLine = behalf < 0 || behalf >= found.Text.Length ? found.Text : found.Text[..behalf].TrimEnd(' ', ',');
        var (honorific, name, rest) = SplitName(nameLine, draft.Vocabulary);
        var below = behalf < 0 ? words[found.Text.Length..] : behalf > found.Text.Length ? words[found.Text.Length..behalf] : "";
        var capacities = $"{rest}{below}".Trim(' ', ',');

        draft.Header = draft.Header with
        {
            Speakers = Speakers(honorific, name, Capacities.Split(capacities, draft.Vocabulary), onBehalfOf, draft.Vocabulary),
        };
        draft.Keep("speakers", words, first.Number);
        ReadDeliveredBy(draft);
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
            else if (IsNamed(line.Text, draft.Vocabulary) || IsNameAbove(draft, i))
            {
                return (line.Text, i);
            }
        }

        return null;
    }

    private static bool IsNamed(string text, Vocabulary vocabulary)
    {
        var rest = AfterHonorifics(text, vocabulary);
        return rest.Length < text.Length && !rest.IsEmpty && Words.IsCapital(rest[0]) && !vocabulary.Addressed.Contains(Words.First(rest));
    }

    /// <summary>What follows "H.E. Mr." or "Her Excellency Ms."; the whole text where it begins with no honorific.</summary>
    private static ReadOnlySpan<char> AfterHonorifics(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        var rest = text;
        if (IsHisOrHer(Words.First(rest)))
            rest = rest[Words.First(rest).Length..].TrimStart(" ,");
        if (!vocabulary.Honorifics.Contains(Words.First(rest)))
            return text;
        while (vocabulary.Honorifics.Contains(Words.First(rest)))
            rest = rest[Words.First(rest).Length..].TrimStart(" ,");
        return rest;
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
    private static bool BelongsTo(HeaderLine line, Vocabulary vocabulary)
    {
        if (Capacities.Begins(line.Text, vocabulary) || StartsWithAny(line.Text, vocabulary.OnBehalfOf) > 0)
            return true;
        return !line.StartsBlock && !TitleReader.IsOccasion(line.Text, vocabulary) && !vocabulary.LeadsToSubject.Contains(Words.First(line.Text))
            && StartsWithAny(line.Text, vocabulary.DeliveredBy) == 0;
    }

    private static (string? Honorific, string Name, string Offices) SplitName(string text, Vocabulary vocabulary)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && Capacities.Begins(text.AsSpan(0, comma), vocabulary) && !IsNamed(text, vocabulary))
        {
            // "President of the General Assembly, Ms. …": the office is printed first.
            var (after, office) = (text[(comma + 1)..].Trim(), text[..comma].Trim());
            if (IsNamed(after, vocabulary))
            {
                var (title, person, more) = SplitName(after, vocabulary);
                return (title, person, $"{office}, {more}");
            }
        }

        var rest = AfterHonorifics(text, vocabulary);
        var honorific = text.AsSpan(0, text.Length - rest.Length).TrimEnd(" ,");
        var end = rest.IndexOf(',');
        var name = (end < 0 ? rest : rest[..end]).Trim(" .");
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
            draft.Header = draft.Header with { DeliveredBy = line.Text.TrimStart('(')[length..].Trim(' ', ',', '.', ')') };
            draft.Keep("deliveredBy", line.Text, line.Number);
            line.IsTaken = true;
            return;
        }
    }

    private static bool IsHisOrHer(ReadOnlySpan<char> word) =>
        word.Equals("His", StringComparison.OrdinalIgnoreCase) || word.Equals("Her", StringComparison.OrdinalIgnoreCase)
        || word.Equals("The", StringComparison.OrdinalIgnoreCase);

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

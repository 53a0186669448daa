namespace Speeches.Parsing;

/// <summary>
/// Takes the kind of address as printed ("Opening remarks"), and hands on what the same line says after it: who speaks ("by"),
/// the occasion ("at", "to", "before") or the subject ("on").
/// </summary>
internal static class KindReader
{
    private const int MostWords = 4;

    internal static void Read(HeaderDraft draft)
    {
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (!line.IsTaken && ReadAtEnd(draft, line, i))
                return;
            if (line.IsTaken || Length(line.Text, draft.Vocabulary) is not (> 0 and var length))
                continue;
            var kind = line.Text[..length];
            draft.Header = draft.Header with { Kind = kind };
            draft.Keep("kind", kind, line.Number);
            line.IsTaken = true;
            HandOn(draft, line, i, line.Text.AsSpan(length).Trim(" :,–—-"));
            return;
        }
    }

    /// <summary>"外交部长王毅在…上的发言": who, where, and the kind last.</summary>
    private static bool ReadAtEnd(HeaderDraft draft, HeaderLine line, int index)
    {
        var text = line.Text.Trim(' ', '—', '-', '－', '–', '"', '“', '”');
        foreach (var ending in draft.Vocabulary.KindsAtEnd)
        {
            if (!text.EndsWith(ending, StringComparison.Ordinal))
                continue;
            draft.Header = draft.Header with { Kind = ending[1..] };
            draft.Keep("kind", ending[1..], line.Number);
            line.IsTaken = true;
            var words = text[..^ending.Length];
            var lead = words.AsSpan().IndexOfAny('在', '于');
            if (lead != 0)
                draft.SpeakerWords = ((lead < 0 ? words : words[..lead]).Trim(), index);
            if (lead >= 0 && words[(lead + 1)..].TrimEnd('上', '中', '时').Trim() is { Length: > 0 } occasion)
            {
                draft.Header = draft.Header with { Occasion = occasion };
                draft.Keep("occasion", line.Text, line.Number);
            }

            return true;
        }

        return false;
    }

    /// <summary>How many code units at the start of a line are a kind; 0 where it does not begin with one.</summary>
    internal static int Length(string line, Vocabulary vocabulary)
    {
        var (count, end) = (0, 0);
        foreach (var word in Words.In(line))
        {
            var letters = line.AsSpan(word.Start, word.Length);
            if (vocabulary.Kinds.Contains(letters) && !(end == 0 && vocabulary.KindModifiers.Contains(letters) && FollowedByKind(line, word.End, vocabulary)))
            {
                end = word.End;
                // "Keynote address": the last noun of a row counts.
                if (!FollowedByKind(line, end, vocabulary))
                    return IsWhole(line, end = WithTail(line, end, vocabulary), vocabulary) ? end : 0;
            }
            else if (!vocabulary.KindModifiers.Contains(letters))
            {
                return 0;
            }

            if (++count == MostWords)
                return 0;
        }

        return 0;
    }

    private static bool LeadsToPerson(ReadOnlySpan<char> text, Vocabulary vocabulary) =>
        vocabulary.Honorifics.Contains(Words.First(text)) || Capacities.Begins(text, vocabulary) || SpeakerReader.IsNamed(text.ToString(), vocabulary);

    private static bool OfState(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        foreach (var state in vocabulary.States)
        {
            if (text.StartsWith(state, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>"Allocution d'ouverture": what stands behind the noun is part of the kind.</summary>
    private static int WithTail(string line, int end, Vocabulary vocabulary)
    {
        foreach (var tail in vocabulary.KindTails)
        {
            if (end + 1 < line.Length && line.AsSpan(end + 1).StartsWith(tail, StringComparison.OrdinalIgnoreCase)
                && (end + 1 + tail.Length == line.Length || !char.IsLetter(line[end + 1 + tail.Length])))
                return end + 1 + tail.Length;
        }

        return end;
    }

    private static bool FollowedByKind(string line, int from, Vocabulary vocabulary)
    {
        foreach (var next in Words.In(line, from))
            return vocabulary.Kinds.Contains(line.AsSpan(next.Start, next.Length));
        return false;
    }

    /// <summary>"Statement by …" and "Statement: …" are kinds of address; "Message boards" is none.</summary>
    private static bool IsWhole(string line, int end, Vocabulary vocabulary)
    {
        var rest = line.AsSpan(end).TrimStart();
        if (rest.IsEmpty || rest[0] is ':' or ',' or '–' or '—' or '-' or '(' or '*')
            return true;
        var next = Words.First(rest);
        // "Выступление Министра …", "كلمة معالي السيد …": with cases, or without, nothing leads to who speaks.
        if (!char.IsAscii(line[0]) && (LeadsToPerson(rest, vocabulary) || OfState(rest, vocabulary)))
            return true;
        return vocabulary.LeadsToSpeaker.Contains(next) || vocabulary.LeadsToOccasion.Contains(next) || vocabulary.LeadsToSubject.Contains(next);
    }

    private static void HandOn(HeaderDraft draft, HeaderLine line, int index, ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return;
        if (!char.IsAscii(line.Text[0]) && LeadsToPerson(rest, draft.Vocabulary))
        {
            draft.SpeakerWords = (rest.ToString(), index);
            return;
        }

        if (!char.IsAscii(line.Text[0]) && OfState(rest, draft.Vocabulary))
        {
            // "كلمة المملكة … في …": a state speaks, and no person is named.
            var text = rest.ToString();
            if (OccasionReader.Cut(text, draft.Vocabulary) is > 0 and var cut)
                OccasionReader.Keep(draft, text[cut..].Trim(), line.Text, line.Number);
            return;
        }

        var lead = Words.First(rest);
        var words = draft.Vocabulary.WithoutTails(rest[lead.Length..].TrimStart(" ,:"));
        if (draft.Vocabulary.LeadsToSpeaker.Contains(lead))
        {
            if (draft.Vocabulary.LeadsToSpeaker.Contains(Words.First(words)))
                words = draft.Vocabulary.WithoutTails(words[Words.First(words).Length..].TrimStart());
            // "Discours de la séance commémorative": nobody's, but the occasion's.
            if (!lead.Equals("by", StringComparison.OrdinalIgnoreCase) && !SpeakerReader.IsNamed(words.ToString(), draft.Vocabulary)
                && !Capacities.Begins(words, draft.Vocabulary) && draft.Vocabulary.OccasionWords.Contains(Words.First(words)))
            {
                draft.Header = draft.Header with { Occasion = words.ToString() };
                draft.Keep("occasion", line.Text, line.Number);
                return;
            }

            draft.SpeakerWords = (words.ToString(), index);
            return;
        }

        // "Remarks at the opening of the session by Ms. …"
        var by = SpeakerReader.IndexOfBy(words, draft.Vocabulary);
        if (by >= 0)
        {
            draft.SpeakerWords = (words[(by + 4)..].TrimStart().ToString(), index);
            words = words[..by].TrimEnd(" ,");
        }

        if (draft.Vocabulary.LeadsToSubject.Contains(lead))
        {
            draft.Header = draft.Header with { Title = words.ToString() };
            draft.Keep("title", line.Text, line.Number);
        }
        else if (draft.Vocabulary.LeadsToOccasion.Contains(lead))
        {
            draft.Header = draft.Header with { Occasion = words.ToString() };
            draft.Keep("occasion", line.Text, line.Number);
        }
        else
        {
            line.Text = rest.Trim("()").ToString();
            line.IsTaken = false;
        }
    }
}

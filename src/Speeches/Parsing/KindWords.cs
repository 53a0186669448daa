namespace Speeches.Parsing;

/// <summary>The words of a kind of address in a line ("Opening remarks", "Allocution d'ouverture", "Выступление", "当选致辞").</summary>
internal static class KindWords
{
    private const int MostWords = 4;
    private const int LongestChineseKind = 6;

    /// <summary>How many code units at the start of a line are the words of a kind; 0 where it does not begin with them.</summary>
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
                    return WithTail(line, end, vocabulary);
            }
            else if (count == 0 && IsChineseKind(letters, line, vocabulary))
            {
                return word.End;
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

    /// <summary>Where the kind begins that a line ends with ("Example Memorial Lecture"); -1 where it ends with none.</summary>
    internal static int AtEnd(string line, Vocabulary vocabulary)
    {
        var (last, before) = (default(Word), default(Word));
        foreach (var word in Words.In(line))
            (before, last) = (last, word);
        if (last.Length == 0 || last.Start == 0 || !vocabulary.Kinds.Contains(line.AsSpan(last.Start, last.Length)) || last.End < line.TrimEnd(' ', '”', '"').Length)
            return -1;
        return before.Length > 0 && vocabulary.KindModifiers.Contains(line.AsSpan(before.Start, before.Length)) ? before.Start : last.Start;
    }

    /// <summary>"Statement by …" and "Statement: …" are kinds of address; "Message boards" is none.</summary>
    internal static bool IsWhole(string line, int end, Vocabulary vocabulary)
    {
        var rest = line.AsSpan(end).TrimStart();
        if (rest.IsEmpty || rest[0] is ':' or ',' or '–' or '—' or '-' or '(' or '*' or '：')
            return true;
        var next = Words.First(rest);
        // "Выступление Министра …", "كلمة معالي السيد …": with cases, or without, nothing leads to who speaks.
        if (!char.IsAscii(line[0]) && (LeadsToPerson(rest, vocabulary) || IsParty(rest, vocabulary)))
            return true;
        return vocabulary.LeadsToSpeaker.Contains(next) || vocabulary.LeadsToOccasion.Contains(next) || vocabulary.LeadsToSubject.Contains(next)
            || LeadsElided(next, vocabulary);
    }

    /// <summary>Whether a person, or an office, stands at the start of the words.</summary>
    internal static bool LeadsToPerson(ReadOnlySpan<char> text, Vocabulary vocabulary) =>
        vocabulary.Honorifics.Contains(Words.First(text)) || Capacities.Begins(text, vocabulary) || PersonName.IsNamed(text.ToString(), vocabulary);

    /// <summary>Whether a state stands at the start of the words.</summary>
    internal static bool OfState(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        foreach (var state in vocabulary.States)
        {
            if (text.StartsWith(state, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether a state or a delegation stands at the start of the words: it speaks, and no person is named.</summary>
    internal static bool IsParty(ReadOnlySpan<char> text, Vocabulary vocabulary) =>
        OfState(text, vocabulary) || Parties.Begins(text, vocabulary);

    /// <summary>Whether the words behind "by", "of", "de" are somebody: named, an office, or at least written with a capital.</summary>
    internal static bool IsAgent(ReadOnlySpan<char> lead, ReadOnlySpan<char> words, Vocabulary vocabulary)
    {
        // "Discurso de aceptación de su elección como Presidente": "su" honours nobody here.
        if (!words.IsEmpty && char.IsLower(words[0]) && !vocabulary.Articles.Contains(Words.First(words)) && vocabulary.HonorificLeads.Contains(Words.First(words)) && !PersonName.IsNamed(words.ToString(), vocabulary))
            return false;
        if (lead.Equals("by", StringComparison.OrdinalIgnoreCase) || words.IsEmpty || PersonName.IsNamed(words.ToString(), vocabulary)
            || Capacities.Begins(words, vocabulary) || IsParty(words, vocabulary))
            return true;
        if (vocabulary.Articles.Contains(Words.First(words)) && words.Length > Words.First(words).Length)
            words = words[Words.First(words).Length..].TrimStart();
        return Words.IsCapital(Words.WithoutElision(Words.First(words)) is [var c, ..] ? c : 'a') && !vocabulary.OccasionWords.Contains(Words.First(words)) && !vocabulary.Events.Contains(Words.First(words));
    }

    private static bool IsChineseKind(ReadOnlySpan<char> letters, string line, Vocabulary vocabulary)
    {
        if (vocabulary.KindsAtEnd.Length == 0 || letters.Length is < 3 or > LongestChineseKind || letters.Length < line.AsSpan().Trim().Length)
            return false;
        return vocabulary.Kinds.Contains(letters[^2..]);
    }

    // "Message d'ouverture", "Discours d’Example".
    private static bool LeadsElided(ReadOnlySpan<char> word, Vocabulary vocabulary) =>
        word.Length > 2 && word[1] is '\'' or '’' && word[0] is 'd' or 'D' && vocabulary.LeadsToSpeaker.Contains("de");

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
}

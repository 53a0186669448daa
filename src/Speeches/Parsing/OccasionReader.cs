namespace Speeches.Parsing;

/// <summary>Parts the occasion from the words about who speaks ("… President of X at the General Debate of the 79th session").</summary>
internal static class OccasionReader
{
    private const int FurthestSign = 14;

    /// <summary>
    /// Where the occasion begins, at the space before what leads to it; -1 where none does. The first lead counts that a session, a
    /// meeting or a body follows before the next one.
    /// </summary>
    internal static int Cut(string words, Vocabulary vocabulary)
    {
        var leads = new SortedDictionary<int, int>();
        foreach (var lead in vocabulary.OccasionLeads)
        {
            for (var at = words.IndexOf(lead, StringComparison.OrdinalIgnoreCase); at > 0; at = words.IndexOf(lead, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (!leads.TryGetValue(at, out var length) || length < lead.Length)
                    leads[at] = lead.Length;
            }
        }

        int[] places = [.. leads.Keys, words.Length];
        for (var i = 0; i + 1 < places.Length; i++)
        {
            var (from, to) = (places[i] + leads[places[i]], places[i + 1]);
            if (SpeakerReader.BeginsBehalf(words.AsSpan(places[i] + 1), vocabulary))
                continue;
            if (TitleReader.KeepsItsLead(words[(places[i] + 1)..], vocabulary) || TellsOccasion(words.AsSpan(from, Math.Max(0, to - from)), vocabulary))
                return places[i];
        }

        return -1;
    }

    /// <summary>Keeps the occasion without what leads to it, and the place that it ends with.</summary>
    internal static void Keep(HeaderDraft draft, string occasion, string printed, int line)
    {
        occasion = WithoutToday(occasion, draft.Vocabulary);
        foreach (var place in occasion.AsSpan().ContainsAny(draft.Vocabulary.AnyPlace) ? draft.Vocabulary.Places : [])
        {
            if (PlaceBehind(occasion, place, draft.Vocabulary) is not (> 0 and var at))
                continue;
            if (!draft.Has("place"))
            {
                draft.Header = draft.Header with { Place = occasion[occasion.IndexOf(place, at, StringComparison.OrdinalIgnoreCase)..].Trim(' ', ',', '.') };
                draft.Keep("place", printed, line);
            }

            occasion = occasion[..at];
            break;
        }

        if (draft.Has("occasion"))
            return;
        draft.Header = draft.Header with { Occasion = TitleReader.WithoutLead(occasion.Trim(' ', ',', '.', '،'), draft.Vocabulary) };
        draft.Keep("occasion", printed, line);
    }

    // "…, in New York today:"
    private static string WithoutToday(string occasion, Vocabulary vocabulary)
    {
        var text = occasion.TrimEnd(' ', ':', '.', ',', '،');
        // "…, à Genève, le 12 avril:"
        if (text.LastIndexOf(',') is > 0 and var comma && DateReader.LacksYear(WithoutEdges(text[(comma + 1)..], vocabulary), vocabulary))
            return text[..comma].TrimEnd(' ', ',', '،');
        return vocabulary.Today.Contains(text.AsSpan(text.LastIndexOf(' ') + 1)) ? text[..text.LastIndexOf(' ')].TrimEnd(' ', ',', '،') : occasion;
    }

    private static string WithoutEdges(string date, Vocabulary vocabulary)
    {
        date = date.Trim();
        while (Words.First(date) is { Length: > 0 } first && first.Length < date.Length && (vocabulary.DateEdges.Contains(first) || vocabulary.Weekdays.Contains(first)))
            date = date[first.Length..].TrimStart(' ', ',');
        return date;
    }

    /// <summary>Where the comma stands before a place that may have a small word before it ("…, in New York"); -1 where there is none.</summary>
    private static int PlaceBehind(string occasion, string place, Vocabulary vocabulary)
    {
        if (occasion.LastIndexOf(place, StringComparison.OrdinalIgnoreCase) is not (> 2 and var at))
            return -1;
        var before = occasion.AsSpan(0, at).TrimEnd();
        if (before[(before.LastIndexOf(' ') + 1)..] is var lead && vocabulary.OpenEnded.Contains(lead))
            before = before[..^lead.Length].TrimEnd();
        return before is [.., ',' or '،'] ? before.Length - 1 : -1;
    }

    private static bool TellsOccasion(ReadOnlySpan<char> words, Vocabulary vocabulary)
    {
        var count = 0;
        foreach (var word in Words.In(words))
        {
            var letters = Words.WithoutElision(words[word.Start..word.End]);
            if (vocabulary.OccasionWords.Contains(letters) || vocabulary.Events.Contains(letters) || vocabulary.Bodies.Contains(letters))
                return true;
            if (vocabulary.Offices.Contains(letters) || ++count == FurthestSign)
                return false;
        }

        return false;
    }
}

namespace Speeches.Parsing;

/// <summary>
/// Gives a text that a converter put on one line its letterhead back: a long first line that names a kind of address, and who gives
/// it, near its start is cut where an organization, an office, a kind, a person, a date or a salutation begins.
/// </summary>
internal static class FlattenedText
{
    private const int ShortestLine = 400;
    private const int LongestHeader = 900;
    private const int MostSalutations = 6;

    /// <summary>The lines, with the first cut into lines of the same number; the same array where it is no flattened text.</summary>
    internal static SourceLine[] Unfold(SourceLine[] lines, Vocabulary vocabulary)
    {
        if (lines is not [{ Role: SourceRole.Text, Text.Length: > ShortestLine, Spans.Count: 0 } first, ..])
            return lines;
        var text = first.Text;
        var head = text[..Math.Min(text.Length, LongestHeader)];
        if (Kind(head, vocabulary) is not { } kind)
            return lines;
        var from = kind.End;
        if (DateReader.Find(head[from..], vocabulary) is { } date)
            from += date.End;
        else
            return lines;
        if (TimeReader.Find(text.AsSpan(0, Math.Min(text.Length, from + 30)), from) is { } time)
            from = time.End;

        // A page number in front is its own line, and is dropped.
        var page = 0;
        while (page < 4 && char.IsAsciiDigit(text[page]))
            page++;
        var cuts = new SortedSet<int> { 0, text[page] == ' ' ? page : 0, kind.Start, kind.End };
        if (WhenAndWhereReader.Behind(head[..from], vocabulary) is > 0 and var when)
            cuts.Add(when);
        foreach (var office in vocabulary.OfficeBeginnings)
        {
            if (head.AsSpan(0, kind.Start).IndexOf(office, StringComparison.OrdinalIgnoreCase) is > 0 and var at && char.IsUpper(head[at]))
                cuts.Add(at);
        }

        if (CapitalsEnd(head, kind.Start) is > 0 and var capitals)
            cuts.Add(capitals);
        if (NameFinder.OfficeBehind(head.AsSpan(kind.End, from - kind.End), vocabulary) is > 0 and var behind)
            cuts.Add(kind.End + behind);
        AddSalutations(text, from, vocabulary, cuts);
        return [.. Cut(first, cuts), .. lines.AsSpan(1)];
    }

    /// <summary>A kind with a capital, "by" behind it and a person or an office behind that.</summary>
    private static (int Start, int End)? Kind(string head, Vocabulary vocabulary)
    {
        foreach (var word in Words.In(head))
        {
            if (!char.IsUpper(head[word.Start]) || KindReader.Length(head[word.Start..], vocabulary) is not (> 0 and var length))
                continue;
            var end = word.Start + length;
            var lead = Words.First(head.AsSpan(end));
            if (!vocabulary.LeadsToSpeaker.Contains(lead))
                continue;
            end = head.IndexOf(lead.ToString(), end, StringComparison.Ordinal) + lead.Length + 1;
            if (end < head.Length && (SpeakerReader.IsNamed(head[end..], vocabulary) || Capacities.Begins(head.AsSpan(end), vocabulary)))
                return (word.Start, end);
        }

        return null;
    }

    /// <summary>Where the words in capitals at the start ("UNITED NATIONS OFFICE OF LEGAL AFFAIRS") end.</summary>
    private static int CapitalsEnd(string head, int before)
    {
        foreach (var word in Words.In(head, 0, before))
        {
            if (head.AsSpan(word.Start, word.Length).ContainsAnyInRange('a', 'z'))
                return word.Start;
        }

        return 0;
    }

    private static void AddSalutations(string text, int from, Vocabulary vocabulary, SortedSet<int> cuts)
    {
        while (from < text.Length && text[from] is ' ' or ',' or '.' or ')')
            from++;
        cuts.Add(from);
        for (var i = 0; i < MostSalutations && from < text.Length; i++)
        {
            // A comma ends an address only where another begins behind it, or something that is none.
            var (end, found) = (from, false);
            while (text.AsSpan(end) is var rest && rest.IndexOfAny(',', ':', '!') is >= 0 and < 120 and var comma)
            {
                end += comma + 1;
                var next = text.AsSpan(end).TrimStart();
                var line = new SourceLine { Number = 1, Text = text[from..end] };
                if (found = !next.IsEmpty && char.IsUpper(next[0]) && Salutations.Lines([line], 1, false, vocabulary) > 0)
                    break;
            }

            if (!found)
                return;
            end = OverList(text, end);
            from = text.Length - text.AsSpan(end).TrimStart().Length;
            cuts.Add(from);
        }
    }

    /// <summary>"Distinguished Moderators, Panelists, and Colleagues,": over the rest of a list that "and" ends.</summary>
    private static int OverList(string text, int end)
    {
        var at = end;
        for (var i = 0; i < 3 && text.AsSpan(at).IndexOf(',') is > 0 and < 40 and var comma; i++)
        {
            var part = text.AsSpan(at, comma).Trim();
            at += comma + 1;
            if (part.StartsWith("and ", StringComparison.OrdinalIgnoreCase))
                return at;
        }

        return end;
    }

    private static IEnumerable<SourceLine> Cut(SourceLine first, SortedSet<int> cuts)
    {
        int[] places = [.. cuts, first.Text.Length];
        for (var i = 0; i + 1 < places.Length; i++)
        {
            var part = first.Text[places[i]..places[i + 1]].Trim();
            if (part.Length > 0 && !(i == 0 && part.All(char.IsAsciiDigit)))
                yield return first with { Text = part, StartsBlock = true, HardBreakAfter = false };
        }
    }
}

using System.Buffers;

namespace Speeches.Parsing;

/// <summary>
/// Gives a text that a converter put on one line its letterhead back: a long first line that names a kind of address, or who gives
/// it, and a date near its start is cut where an organization, an office, a kind, a person, a date, a note or a salutation begins,
/// and its body where printed numbers count paragraphs.
/// </summary>
internal static class FlattenedText
{
    private const int ShortestLine = 400;
    private const int ShortestChineseLine = 120;
    private const int LongestHeader = 900;
    private const int FurthestSalutation = 260;
    private const int MostSalutations = 8;
    private const int LongestSalutation = 120;
    private const int LongestDirection = 60;

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(",:!،，：");

    /// <summary>The lines, with the first cut into lines of the same number; the same array where it is no flattened text.</summary>
    internal static SourceLine[] Unfold(SourceLine[] lines, Vocabulary vocabulary)
    {
        if (lines is not [{ Role: SourceRole.Text, Text.Length: > ShortestLine, Spans.Count: 0 } first, ..])
            return vocabulary.KindsAtEnd.Length > 0 ? AtSpaces(lines, vocabulary) : lines;
        var text = first.Text;
        var head = text[..Math.Min(text.Length, LongestHeader)];
        if (Kind(head, vocabulary) is not { } kind || DateReader.Find(head[kind.End..], vocabulary) is not { } date)
            return lines;
        var from = kind.End + date.End;
        if (TimeReader.Find(text.AsSpan(0, Math.Min(text.Length, from + 30)), from) is { } time)
            from = time.End;

        // "24 октября 2018 года"
        while (from < text.Length && Words.First(text.AsSpan(from)) is { IsEmpty: false } edge && vocabulary.DateEdges.Contains(edge.TrimEnd('.')) && !char.IsUpper(edge[0]))
            from = text.IndexOf(edge.ToString(), from, StringComparison.Ordinal) + edge.Length;

        // A page number in front is its own line, and is dropped.
        var page = 0;
        while (page < 4 && char.IsAsciiDigit(text[page]))
            page++;
        var cuts = new SortedSet<int> { 0, text[page] == ' ' ? page : 0, kind.Start, kind.End };
        if (WhenAndWhereReader.Behind(head[..from], vocabulary) is > 0 and var when)
            cuts.Add(when);
        foreach (var office in vocabulary.OfficeBeginnings)
        {
            if (head.AsSpan(0, kind.Start).IndexOf(office, StringComparison.OrdinalIgnoreCase) is > 0 and var at && Words.IsCapital(head[at]) && !char.IsLetter(head[at - 1]))
                cuts.Add(at);
        }

        if (CapitalsEnd(head, kind.Start) is > 0 and var capitals && !Capacities.Begins(head, vocabulary))
            cuts.Add(capitals);
        if (NameFinder.OfficeBehind(head.AsSpan(kind.End, from - kind.End), vocabulary) is > 0 and var behind)
            cuts.Add(kind.End + behind);
        from = AddNotes(text, from, vocabulary, cuts);
        from = AddSalutations(text, from, vocabulary, cuts);
        AddNumbers(text, from, cuts);
        return [.. Cut(first, cuts, from), .. lines.AsSpan(1)];
    }

    /// <summary>Chinese has no spaces: those of a first line part what was a line each, up to the first sentence.</summary>
    private static SourceLine[] AtSpaces(SourceLine[] lines, Vocabulary vocabulary)
    {
        if (lines is not [{ Role: SourceRole.Text, Text.Length: > ShortestChineseLine, Spans.Count: 0 } first, ..] || !first.Text.Contains('。', StringComparison.Ordinal))
            return lines;
        var cuts = new SortedSet<int> { 0 };
        var told = false;
        for (int at = 0, space; (space = first.Text.AsSpan(at).IndexOfAny(' ', '\u3000')) >= 0; at += space + 1)
        {
            var part = first.Text.AsSpan(at, space);
            if (part.Contains('。') || cuts.Count > MostSalutations * 2)
                break;
            told |= KindReader.IsAtEnd(part.ToString(), vocabulary) || DateReader.Find(part.ToString(), vocabulary) is not null;
            cuts.Add(at + space + 1);
        }

        return told ? [.. Cut(first, cuts, first.Text.Length), .. lines.AsSpan(1)] : lines;
    }

    /// <summary>
    /// A kind with a capital, "by" behind it and a person or an office behind that; in capitals, a kind before an occasion and behind
    /// a person; or "by" alone before a name.
    /// </summary>
    private static (int Start, int End)? Kind(string head, Vocabulary vocabulary)
    {
        (int Start, int End)? agent = null;
        foreach (var word in Words.In(head))
        {
            if (!Words.IsCapital(head[word.Start]))
            {
                if (agent is null && word.Start > 0 && head.AsSpan(word.Start, word.Length) is "by" && IsName(head.AsSpan(word.End).TrimStart(), vocabulary))
                    agent = (word.Start, word.End + 1);
                continue;
            }

            if (KindReader.Length(head[word.Start..], vocabulary) is not (> 0 and var length))
                continue;
            var end = word.Start + length;
            var lead = Words.First(head.AsSpan(end));
            var leads = vocabulary.LeadsToSpeaker.Contains(lead);
            if (!leads && vocabulary.LeadsToOccasion.Contains(lead) && word.Start > 0 && !head.AsSpan(word.Start, length).ContainsAnyInRange('a', 'z'))
                return (word.Start, end);
            // "Выступление министра …", "كلمة السيد …": nothing leads from the kind to who speaks.
            if (!leads && !char.IsAscii(head[word.Start]) && (KindWords.LeadsToPerson(head.AsSpan(end).TrimStart(), vocabulary) || KindWords.IsParty(head.AsSpan(end).TrimStart(), vocabulary)))
                return (word.Start, end);
            if (!leads)
                continue;
            end = head.IndexOf(lead.ToString(), end, StringComparison.Ordinal) + lead.Length + 1;
            var who = end < head.Length ? vocabulary.WithoutTails(head.AsSpan(end)) : default;
            if (!who.IsEmpty && (PersonName.IsNamed(who.ToString(), vocabulary) || Capacities.Begins(who, vocabulary) || IsName(who, vocabulary)))
                return (word.Start, end);
        }

        return agent;
    }

    /// <summary>Two to five words with capitals, then a comma with an office behind it.</summary>
    private static bool IsName(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        var comma = text.IndexOf(',');
        if (comma is <= 0 or > 60 || Words.Count(text[..comma], 6) is < 2 or > 5 || !Capacities.Begins(text[(comma + 1)..], vocabulary))
            return false;
        foreach (var word in Words.In(text[..comma]))
        {
            if (!Words.IsCapital(text[word.Start]) && !vocabulary.FunctionWords.Contains(text.Slice(word.Start, word.Length)))
                return false;
        }

        return true;
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

    /// <summary>Cuts around a printed note behind the date; where the rest begins.</summary>
    private static int AddNotes(string text, int from, Vocabulary vocabulary, SortedSet<int> cuts)
    {
        from = Skip(text, from);
        cuts.Add(from);
        foreach (var note in vocabulary.Notes)
        {
            if (!text.AsSpan(from).TrimStart("([*").StartsWith(note, StringComparison.OrdinalIgnoreCase))
                continue;
            var end = text.IndexOf(note, from, StringComparison.OrdinalIgnoreCase) + note.Length;
            // In capitals the note goes on as far as they do ("SÓLO DARÁ FE EL TEXTO …").
            while (end < text.Length && char.IsUpper(text[end - 1]) && text[end] == ' ' && Words.First(text.AsSpan(end)) is { Length: > 0 } next
                && next.Length > 1 && !next.ToString().Any(char.IsLower))
                end += 1 + next.Length;
            from = Skip(text, end);
            cuts.Add(from);
            break;
        }

        return from;
    }

    /// <summary>Cuts where a salutation begins, not far behind the date, and behind each; where the body begins.</summary>
    private static int AddSalutations(string text, int from, Vocabulary vocabulary, SortedSet<int> cuts)
    {
        foreach (var word in Words.In(text, from, Math.Min(text.Length, from + FurthestSalutation)))
        {
            if (!Words.IsCapital(text[word.Start]) || SalutationEnd(text, word.Start, vocabulary) is not (> 0 and var end))
                continue;
            cuts.Add(word.Start);
            for (var i = 0; i < MostSalutations && end > 0; i++)
            {
                from = Skip(text, OverList(text, end));
                cuts.Add(from);
                end = SalutationEnd(text, from, vocabulary);
            }

            break;
        }

        // "[Introduction]"
        if (from < text.Length && text[from] == '[' && text.AsSpan(from).IndexOf(']') is > 0 and < LongestDirection and var close)
        {
            from = Skip(text, from + close + 1);
            cuts.Add(from);
        }

        return from;
    }

    /// <summary>One past the mark that ends the salutation that begins here, or 0.</summary>
    private static int SalutationEnd(string text, int from, Vocabulary vocabulary)
    {
        // A comma ends an address only where another begins behind it, or something that is none.
        var end = from;
        while (text.AsSpan(end) is var rest && rest.IndexOfAny(AddressEnds) is >= 0 and < LongestSalutation and var mark)
        {
            end += mark + 1;
            var next = text.AsSpan(end).TrimStart();
            if (next.IsEmpty || !(Words.IsCapital(next[0]) || next[0] is '[' or '“' or '"'))
                continue;
            var line = new SourceLine { Number = 1, Text = text[from..end] };
            var length = next.IndexOfAny(AddressEnds) is >= 0 and < LongestSalutation and var comma ? comma + 1 : Math.Min(next.Length, LongestSalutation);
            if (Salutations.Lines([line, new SourceLine { Number = 1, Text = next[..length].ToString(), StartsBlock = true }], 1, false, vocabulary) > 0)
                return end;
        }

        return 0;
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

    /// <summary>Cuts before " 1. It …", " 2. Last …", where the numbers go up from 1 behind ends of sentences, three at least.</summary>
    private static void AddNumbers(string text, int from, SortedSet<int> cuts)
    {
        var starts = new List<int>();
        for (var at = from; at >= 0 && at < text.Length;)
        {
            var mark = $"{starts.Count + 1}. ";
            at = text.IndexOf(mark, at, StringComparison.Ordinal);
            if (at < 0)
                break;
            var before = text.AsSpan(0, at).TrimEnd();
            if (at + mark.Length < text.Length && char.IsUpper(text[at + mark.Length]) && (at == 0 || text[at - 1] == ' ')
                && (starts.Count == 0 || before.TrimEnd("”\"’)") is [.., '.' or '!' or '?' or ':']))
                starts.Add(at);
            at += mark.Length;
        }

        if (starts.Count >= 3)
            cuts.UnionWith(starts);
    }

    private static int Skip(string text, int from)
    {
        while (from < text.Length && text[from] is ' ' or ',' or '.' or ')')
            from++;
        return from;
    }

    private static IEnumerable<SourceLine> Cut(SourceLine first, SortedSet<int> cuts, int body)
    {
        int[] places = [.. cuts, first.Text.Length];
        for (var i = 0; i + 1 < places.Length; i++)
        {
            var part = first.Text[places[i]..places[i + 1]].Trim();
            if (part.Length == 0 || (i == 0 && part.All(char.IsAsciiDigit)))
                continue;
            var number = places[i] >= body && char.IsAsciiDigit(part[0]) ? part.AsSpan().IndexOf(". ") : -1;
            yield return number is > 0 and < 4
                ? first with { Text = part[(number + 2)..], Marker = part[..(number + 1)], Role = SourceRole.ListItem, Level = 1, StartsBlock = true, HardBreakAfter = false }
                : first with { Text = part, StartsBlock = true, HardBreakAfter = false };
        }
    }
}

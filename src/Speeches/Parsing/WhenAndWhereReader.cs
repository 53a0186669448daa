namespace Speeches.Parsing;

/// <summary>
/// Takes the line with the date, the times on it or on the line below, and the place: what stands beside the date ("Geneva, 23
/// May 2013"), or a line that begins with a known place.
/// </summary>
internal static class WhenAndWhereReader
{
    private const int MostWordsBehindDate = 20;
    private const int MostWordsOfPlace = 8;
    private const int FurthestPlace = 60;
    private const int LongestChinesePlace = 16;
    private const string Around = " ,;:–—-|()（），、،.。";

    internal static void Read(HeaderDraft draft)
    {
        var (best, found, others) = Dates(draft);
        if (best >= 0)
        {
            KeepDate(draft, best, found);
            ReportOthers(draft, best, found.Date, others);
        }
        else
        {
            HeaderDoubts.NoDate(draft);
        }

        foreach (var line in draft.Lines)
        {
            if (!line.IsTaken && Words.Count(line.Text) <= MostWordsOfPlace
                && (PlaceSigns.BeginsWithPlace(line.Text, draft.Vocabulary) || PlaceSigns.EndsWithPlace(line.Text, draft.Vocabulary)))
            {
                line.IsTaken = true;
                var place = DateReader.Find(line.Text, draft.Vocabulary) is { } other ? Beside(line.Text, other, null, draft.Vocabulary) : Unwrapped(line.Text);
                KeepPlace(draft, line, place ?? "");
            }
        }
    }

    /// <summary>The date of the speech is one day before a range of days, then the one with a known place beside it, then the first; others are of
    /// the page around it.</summary>
    private static (int Best, DateMatch Found, List<int> Others) Dates(HeaderDraft draft)
    {
        var (best, found, sure) = (-1, default(DateMatch), -1);
        var others = new List<int>();
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (line.IsTaken || DateReader.Find(line.Text, draft.Vocabulary) is not { } date || !IsDateLine(line.Text, date, draft))
                continue;
            var certainty = IsStamp(line.Text, date) ? 0 : (date.IsRange ? 1 : 3) + (PlaceSigns.NamesPlace(line.Text, draft.Vocabulary) ? 1 : 0);
            if (certainty > sure)
            {
                if (best >= 0)
                    others.Add(best);
                (best, found, sure) = (i, date, certainty);
            }
            else
            {
                others.Add(i);
            }
        }

        return (best, found, others);
    }

    /// <summary>"2018-11-15 12:23": when a page was put online, in digits to the minute.</summary>
    private static bool IsStamp(string text, DateMatch date) =>
        !text.Any(char.IsLetter) && TimeReader.Find(text, date.End) is not null;

    private static void KeepDate(HeaderDraft draft, int i, DateMatch date)
    {
        var line = draft.Lines[i];
        draft.Header = draft.Header with { Date = date.Date };
        draft.Keep("date", line.Text[date.Start..date.End], line.Number);
        line.IsTaken = true;
        var times = TimeReader.Find(line.Text, date.End) ?? TimeReader.Find(line.Text.AsSpan(0, date.Start));
        if (times is { } found)
            KeepTimes(draft, line, found);
        else
            ReadTimesBelow(draft, i);

        var place = Beside(line.Text, date, times, draft.Vocabulary);
        if (place is not null && PlaceSigns.NamesBody(place, draft.Vocabulary) && !PlaceSigns.NamesPlace(place, draft.Vocabulary))
            (line.Text, line.IsTaken) = (place, false);
        else if (place is not null)
            KeepPlace(draft, line, place);
        else if (PlaceSigns.IsTownBeside(draft, i - 1, i) || PlaceSigns.IsTownBeside(draft, i + 1, i + 1))
            KeepTown(draft, PlaceSigns.IsTownBeside(draft, i - 1, i) ? i - 1 : i + 1);
        else if (i + 1 < draft.Lines.Count && draft.Lines[i + 1] is { IsTaken: false } room && PlaceSigns.IsRoom(room.Text, draft.Vocabulary))
        {
            room.IsTaken = true;
            var end = TimeReader.Find(room.Text) is { Start: > 0 } time ? time.Start : room.Text.Length;
            KeepPlace(draft, room, Unwrapped(room.Text[..end].TrimEnd(Around.ToCharArray())));
        }
    }

    private static void KeepTown(HeaderDraft draft, int index)
    {
        draft.Lines[index].IsTaken = true;
        KeepPlace(draft, draft.Lines[index], draft.Lines[index].Text.Trim(' ', ',', '.'));
    }

    private static string Unwrapped(string text)
    {
        text = text.Trim(' ', ',', '.');
        return text is ['(', .. var inner, ')'] ? inner : text.Contains('(', StringComparison.Ordinal) ? text : text.TrimEnd(')');
    }

    /// <summary>Times on one of the two lines below the date; a line that holds nothing else is taken.</summary>
    private static void ReadTimesBelow(HeaderDraft draft, int date)
    {
        for (var i = date + 1; i < Math.Min(draft.Lines.Count, date + 3); i++)
        {
            var below = draft.Lines[i];
            if (below.IsTaken || TimeReader.Find(below.Text) is not { } times || Words.Count(below.Text) > MostWordsOfPlace)
                continue;
            KeepTimes(draft, below, times);
            below.IsTaken = i == date + 1 || Words.Count(below.Text) <= Words.Count(below.Text.AsSpan(times.Start, times.End - times.Start)) + 1;
            return;
        }
    }

    private static void ReportOthers(HeaderDraft draft, int best, DateOnly date, List<int> others)
    {
        foreach (var i in others)
        {
            var line = draft.Lines[i];
            if (DateReader.Find(line.Text, draft.Vocabulary) is not { } other || (line.Text.Any(char.IsLetter) && Words.Count(line.Text) > Words.Count(line.Text.AsSpan(other.Start, other.End - other.Start)) + 1))
                continue;
            line.IsTaken = true;
            if (other.Date != date)
                HeaderDoubts.SeveralDates(draft, draft.Lines[best], line);
        }
    }

    /// <summary>A line that tells when and where says little else; a date inside a title stays there.</summary>
    private static bool IsDateLine(string text, DateMatch date, HeaderDraft draft) =>
        // "on 26 September 2024 at …"
        (text.AsSpan(0, date.Start).Trim() is var before && (before.IsEmpty || draft.Vocabulary.DateEdges.Contains(before)) && Words.Count(text) <= MostWordsBehindDate) ||
        Words.Count(text) - Words.Count(text.AsSpan(date.Start, date.End - date.Start)) <= MostWordsOfPlace
        && KindReader.Length(text, draft.Vocabulary) == 0;

    /// <summary>
    /// Where the place and the date begin in a line that tells something else before them ("Statement by …, New York, 9 May 2018");
    /// 0 where it does not.
    /// </summary>
    internal static int Behind(string text, Vocabulary vocabulary)
    {
        if (DateReader.Find(text, vocabulary) is not { Start: > 0 } date)
            return 0;
        var cut = date.Start;
        foreach (var place in text.AsSpan(0, date.Start).ContainsAny(vocabulary.AnyPlace) ? vocabulary.Places : [])
        {
            if (text.AsSpan(0, date.Start).LastIndexOf(place, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && at < cut
                && date.Start - at <= FurthestPlace && PlaceSigns.BeginsWord(text, at))
                cut = at;
        }

        if (cut == 0)
            return 0;
        var before = text.AsSpan(0, cut);
        var other = KindReader.Length(text, vocabulary) > 0 || KindReader.IsAtEnd(before.ToString(), vocabulary) || Words.Count(before, MostWordsOfPlace + 1) > MostWordsOfPlace
            || TitleReader.IsOccasion(before.ToString(), vocabulary);
        if (!other)
            return 0;
        // "…, on Tuesday, 9 May 2018"
        if (cut == date.Start)
        {
            while (before.TrimEnd(Around) is var left && left[(left.LastIndexOfAny(' ', ',') + 1)..] is { IsEmpty: false } last
                && (vocabulary.Weekdays.Contains(last) || vocabulary.DateEdges.Contains(last)))
                before = left[..^last.Length];
        }

        return before.Length;
    }

    private static void KeepTimes(HeaderDraft draft, HeaderLine line, TimeMatch times)
    {
        var printed = line.Text[times.Start..times.End];
        draft.Header = draft.Header with { StartTime = times.From, EndTime = times.To };
        draft.Keep("startTime", printed, line.Number);
        if (times.To is not null)
            draft.Keep("endTime", printed, line.Number);
    }

    private static void KeepPlace(HeaderDraft draft, HeaderLine line, string place)
    {
        if (place.Length == 0)
            return;
        // "United Nations Headquarters" / "New York": the parts of a place on two lines are one place.
        draft.Header = draft.Header with { Place = draft.Header.Place is { } before ? Join(draft, before, place, line) : place };
        draft.Keep("place", line.Text, line.Number);
    }

    private static string Join(HeaderDraft draft, string before, string place, HeaderLine line) =>
        draft.Provenance["place"].Line > line.Number ? $"{place}, {before}" : $"{before}, {place}";

    /// <summary>What stands beside the date once weekday, times and punctuation are gone, where it looks like a name.</summary>
    private static string? Beside(string text, DateMatch date, TimeMatch? times, Vocabulary vocabulary)
    {
        var left = text.AsSpan(0, Math.Min(date.Start, times is { } early ? Math.Max(0, early.Start) : date.Start));
        var afterTimes = times is { } late && late.Start >= date.End ? late.End : date.End;
        foreach (var rest in (ReadOnlySpan<string>)[left.ToString(), text[afterTimes..]])
        {
            var place = rest.AsSpan().Trim(Around);
            while (place.LastIndexOfAny(' ', ',', '،') is var lastSpace
                && (vocabulary.Weekdays.Contains(place[(lastSpace + 1)..]) || vocabulary.DateEdges.Contains(place[(lastSpace + 1)..])))
                place = place[..Math.Max(0, lastSpace)].Trim(Around);
            // "2024 года, Нью-Йорк", "г. Нью-Йорк"; "The Hague" keeps its article.
            while (!place.IsEmpty && (rest.Length == text.Length - afterTimes || char.IsLower(place[0])) && Words.First(place) is { IsEmpty: false } first
                && (vocabulary.Weekdays.Contains(first) || (!char.IsUpper(first[0]) && vocabulary.DateEdges.Contains(first.TrimEnd('.')))))
                place = place[first.Length..].Trim(Around);
            // "г.Москва"
            if (place is [var small, '.', var capital, ..] && char.IsLower(small) && char.IsUpper(capital))
                place = place[2..];
            if (vocabulary.DateLabels.Contains(place))
                continue;
            if (place.Count('(') > place.Count(')'))
                place = rest.AsSpan().Trim(" ,;:–—-|");
            if (!place.IsEmpty && Words.IsCapital(place[0]) && place.Length >= 2 && !FurnitureReader.IsOfPage(place)
                && !KindReader.IsAtEnd(place.ToString(), vocabulary) && !(place[0] is >= '\u4E00' and <= '\u9FFF' && place.Length > LongestChinesePlace))
                return place.ToString();
        }

        return null;
    }
}

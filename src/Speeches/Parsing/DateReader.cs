using System.Globalization;

namespace Speeches.Parsing;

/// <summary>A date found in a line.</summary>
/// <param name="Date">The day; of a range of days the first.</param>
/// <param name="Start">First code unit of its words.</param>
/// <param name="End">One past the last code unit of its words.</param>
/// <param name="IsRange">Whether other days follow: those of a session rather than of a speech.</param>
internal readonly record struct DateMatch(DateOnly Date, int Start, int End, bool IsRange = false);

/// <summary>
/// Finds a date: "14 December 2021", "the twenty-seventh of September 2024", "December 14, 2021", "9-10 May 2018", "27 de septiembre
/// de 2024", "27 أيلول/سبتمبر 2024", "2024年9月27日", "2021-12-14", "14.12.2021". Day and month in digits only ("3/4/2021") are read where
/// just one order is possible.
/// </summary>
internal static class DateReader
{
    /// <summary>The first date of a line, or null.</summary>
    internal static DateMatch? Find(string text, Vocabulary vocabulary)
    {
        if (WithAsciiDigits(text) is { } digits)
            text = digits;
        else if (!text.AsSpan().ContainsAnyInRange('0', '9') && !ChineseDate.MayHold(text))
            return null;

        if (ChineseDate.Find(text) is { } chinese)
            return chinese;
        var words = new List<Word>(16);
        foreach (var word in Words.In(text))
            words.Add(word);
        for (var i = 0; i < words.Count; i++)
        {
            var letters = text.AsSpan(words[i].Start, words[i].Length);
            if (char.IsAsciiDigit(letters[0]))
            {
                if (InDigits(letters, vocabulary) is { } date)
                    return new DateMatch(date, words[i].Start, words[i].End);
            }
            else if (letters.Length >= 2 && Month(text, words, i, vocabulary) is { } month
                && AroundMonth(text, words, month.First, i, month.Number, vocabulary) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>Whether a line holds a date in digits that may be two days ("3/4/2021").</summary>
    internal static bool IsAmbiguous(string text, Vocabulary vocabulary)
    {
        text = WithAsciiDigits(text) ?? text;
        foreach (var word in Words.In(text))
        {
            var letters = text.AsSpan(word.Start, word.Length);
            if (letters.Length is >= 8 and <= 10 && letters.Count('/') == 2 && letters[^4..].IndexOfAnyExceptInRange('0', '9') < 0
                && letters.IndexOfAnyExceptInRange('/', '9') < 0 && InDigits(letters, vocabulary) is null)
                return true;
        }

        return false;
    }

    /// <summary>Whether a short line is a day and a month without a year ("24 October").</summary>
    internal static bool LacksYear(string text, Vocabulary vocabulary)
    {
        text = WithAsciiDigits(text) ?? text;
        return text.Length < 40 && text.AsSpan().ContainsAnyInRange('0', '9') && Find(text, vocabulary) is null
            && Find($"{text.Trim(' ', '.', ',')} 2000", vocabulary) is { } date && Words.Count(text) <= Words.Count(text.AsSpan(date.Start, Math.Min(date.End, text.Length) - date.Start)) + 2;
    }

    /// <summary>Arabic-Indic, Persian and full-width digits as ASCII, each in its place; null where there are none.</summary>
    private static string? WithAsciiDigits(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0660', '\uFF19') || !text.Any(c => !char.IsAscii(c) && char.IsDigit(c)))
            return null;
        return string.Create(text.Length, text, static (letters, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                letters[i] = char.IsDigit(source[i]) ? (char)('0' + (int)char.GetNumericValue(source[i])) : source[i];
        });
    }

    /// <summary>A month of one word, of two ("تشرين الأول"), or printed in two ways ("أيلول/سبتمبر"), and the first of its words.</summary>
    private static (int Number, int First)? Month(string text, List<Word> words, int i, Vocabulary vocabulary)
    {
        var months = vocabulary.Months.GetAlternateLookup<ReadOnlySpan<char>>();
        var end = words[i].End;
        if (text.AsSpan(words[i].Start, words[i].Length).IndexOf('/') is > 0 and var slash)
            end = words[i].Start + slash;
        if (i > 0 && !char.IsAscii(text[words[i].Start]) && months.TryGetValue(text.AsSpan(words[i - 1].Start, end - words[i - 1].Start), out var two))
            return (two, i - 1);
        return months.TryGetValue(text.AsSpan(words[i].Start, end - words[i].Start), out var one) ? (one, i) : null;
    }

    private static DateMatch? AroundMonth(string text, List<Word> words, int first, int last, int month, Vocabulary vocabulary)
    {
        // "14 كانون الأول/ ديسمبر 2006": the same month twice.
        while (first > 1 && Month(text, words, first - 1, vocabulary) is { } same && same.Number == month)
            first = same.First;
        // "14 December 2021", "14th of December 2021", "9-10 May 2018"
        var before = first - 1;
        while (before > 0 && vocabulary.DateJoiners.Contains(Letters(text, words, before)))
            before--;
        if (before >= 0 && Day(text, words, ref before, vocabulary) is { } day)
        {
            var after = last + 1;
            while (after < words.Count - 1 && vocabulary.DateJoiners.Contains(Letters(text, words, after)))
                after++;
            return after < words.Count && Year(Letters(text, words, after)) is { } year && Valid(year, month, day) is { } date
                ? FromFirstDay(text, words, before, new DateMatch(date, words[before].Start, words[after].End, Letters(text, words, before).ContainsAny('-', '/')), vocabulary) : null;
        }

        // "December 14, 2021", "diciembre 14 de 2021"
        var next = last + 1;
        if (last + 2 >= words.Count || Day(text, words, ref next, vocabulary) is not { } late)
            return null;
        for (next = last + 2; next < words.Count - 1 && vocabulary.DateJoiners.Contains(Letters(text, words, next));)
            next++;
        return Year(Letters(text, words, next)) is { } lateYear && Valid(lateYear, month, late) is { } lateDate
            ? new DateMatch(lateDate, words[first].Start, words[next].End) : null;
    }

    /// <summary>"30 April–1 June 2018": the first day, whose year is printed behind the last.</summary>
    private static DateMatch FromFirstDay(string text, List<Word> words, int day, DateMatch last, Vocabulary vocabulary)
    {
        if (day < 2 || text.AsSpan(words[day - 1].End, words[day].Start - words[day - 1].End).Trim() is not ("–" or "-" or "—"))
            return last;
        var months = vocabulary.Months.GetAlternateLookup<ReadOnlySpan<char>>();
        var at = day - 2;
        return months.TryGetValue(Letters(text, words, day - 1), out var month) && Day(text, words, ref at, vocabulary) is { } first
            && Valid(last.Date.Year, month, first) is { } date ? last with { Date = date, Start = words[at].Start, IsRange = true } : last;
    }

    private static ReadOnlySpan<char> Letters(string text, List<Word> words, int i) => text.AsSpan(words[i].Start, words[i].Length);

    /// <summary>"14", "14th", "9-10" (the first of the two), "fourteenth", "двадцать седьмого".</summary>
    private static int? Day(string text, List<Word> words, ref int at, Vocabulary vocabulary)
    {
        var word = Letters(text, words, at);
        var digits = Digits(word);
        if (digits == 0)
        {
            var days = vocabulary.Days.GetAlternateLookup<ReadOnlySpan<char>>();
            if (at > 0 && days.TryGetValue(text.AsSpan(words[at - 1].Start, words[at].End - words[at - 1].Start), out var two))
            {
                at--;
                return two;
            }

            return days.TryGetValue(word, out var one) ? one : null;
        }

        if (digits > 2)
            return null;
        var rest = word[digits..];
        var known = rest.IsEmpty || rest is "st" or "nd" or "rd" or "th" or "er" or "ST" or "ND" or "RD" or "TH" or "º" or "°" or "-го" or "ro"
            || (rest[0] is '-' or '/' && rest.Length > 1 && Digits(rest[1..]) == rest.Length - 1);
        return known ? int.Parse(word[..digits], CultureInfo.InvariantCulture) : null;
    }

    /// <summary>"2021", "2024г", "2024م".</summary>
    private static int? Year(ReadOnlySpan<char> word) =>
        word.Length is >= 4 and <= 6 && Digits(word) == 4 && word[4..].IndexOfAnyInRange('\0', '\u007F') < 0
            ? int.Parse(word[..4], CultureInfo.InvariantCulture) : null;

    /// <summary>"2021-12-14", "14.12.2021", "14/12/2021".</summary>
    private static DateOnly? InDigits(ReadOnlySpan<char> word, Vocabulary vocabulary)
    {
        word = word.TrimEnd("гم");
        if (word.Length is < 8 or > 10)
            return null;
        Span<int> parts = stackalloc int[3];
        var (count, from) = (0, 0);
        var separator = word[Digits(word)..] is [var mark and ('-' or '.' or '/'), ..] ? mark : '\0';
        while (separator != '\0' && from <= word.Length && count < 3)
        {
            var digits = Digits(word[from..]);
            if (digits is 0 or > 4 || (from + digits < word.Length && word[from + digits] != separator))
                return null;
            parts[count++] = int.Parse(word.Slice(from, digits), CultureInfo.InvariantCulture);
            from += digits + 1;
        }

        if (count != 3 || from != word.Length + 1)
            return null;
        if (parts[0] > 31)
            return Valid(parts[0], parts[1], parts[2]);
        // Day and month change places between the two sides of the Atlantic, except with full stops and in other languages.
        var (dayFirst, monthFirst) = (Valid(parts[2], parts[1], parts[0]), Valid(parts[2], parts[0], parts[1]));
        return separator == '.' || vocabulary.DayFirst || monthFirst is null || monthFirst == dayFirst ? dayFirst : dayFirst is null ? monthFirst : null;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9');
        return count < 0 ? text.Length : count;
    }

    internal static DateOnly? Valid(int year, int month, int day) =>
        year is >= 1000 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day) : null;
}

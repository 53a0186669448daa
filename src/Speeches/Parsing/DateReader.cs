using System.Globalization;

namespace Speeches.Parsing;

/// <summary>A date found in a line.</summary>
/// <param name="Date">The day; of a range of days the first.</param>
/// <param name="Start">First code unit of its words.</param>
/// <param name="End">One past the last code unit of its words.</param>
internal readonly record struct DateMatch(DateOnly Date, int Start, int End);

/// <summary>
/// Finds a date: "14 December 2021", "Tuesday, 14th of December 2021", "December 14, 2021", "9-10 May 2018", "2021-12-14",
/// "14.12.2021". Day and month in digits only ("3/4/2021") are read where just one order is possible.
/// </summary>
internal static class DateReader
{
    /// <summary>The first date of a line, or null.</summary>
    internal static DateMatch? Find(string text, Vocabulary vocabulary)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return null;
        var months = vocabulary.Months.GetAlternateLookup<ReadOnlySpan<char>>();
        Word previous = default, beforePrevious = default;
        foreach (var word in Words.In(text))
        {
            var letters = text.AsSpan(word.Start, word.Length);
            if (char.IsAsciiDigit(letters[0]))
            {
                if (InDigits(letters) is { } date)
                    return new DateMatch(date, word.Start, word.End);
            }
            else if (letters.Length >= 3 && months.TryGetValue(letters, out var month)
                && AroundMonth(text, month, word, previous, beforePrevious) is { } match)
            {
                return match;
            }

            (beforePrevious, previous) = (previous, word);
        }

        return null;
    }

    private static DateMatch? AroundMonth(
        string text, int month, Word name, Word previous, Word beforePrevious)
    {
        // "14 December 2021", "14th of December 2021", "9-10 May 2018"
        var before = text.AsSpan(previous.Start, previous.Length).Equals("of", StringComparison.OrdinalIgnoreCase) ? beforePrevious : previous;
        var after = Next(text, name.End);
        if (Day(text.AsSpan(before.Start, before.Length)) is { } day)
            return Year(text, after) is { } year && Valid(year, month, day) is { } date ? new DateMatch(date, before.Start, after.End) : null;

        // "December 14, 2021"
        if (Day(text.AsSpan(after.Start, after.Length)) is { } late && Next(text, after.End) is var last && Year(text, last) is { } lateYear)
            return Valid(lateYear, month, late) is { } date ? new DateMatch(date, name.Start, last.End) : null;
        return null;
    }

    private static Word Next(string text, int from)
    {
        foreach (var word in Words.In(text, from))
            return word;
        return new Word(text.Length, text.Length);
    }

    /// <summary>"14", "14th", "9-10" (the first of the two).</summary>
    private static int? Day(ReadOnlySpan<char> word)
    {
        var digits = Digits(word);
        if (digits is 0 or > 2)
            return null;
        var rest = word[digits..];
        var known = rest.IsEmpty || (rest.Length == 2 && (rest is "st" or "nd" or "rd" or "th" or "er"))
            || (rest[0] is '-' or '/' && rest.Length > 1 && Digits(rest[1..]) == rest.Length - 1);
        return known ? int.Parse(word[..digits], CultureInfo.InvariantCulture) : null;
    }

    private static int? Year(string text, Word word)
    {
        var letters = text.AsSpan(word.Start, word.Length);
        return letters.Length == 4 && Digits(letters) == 4
            ? int.Parse(letters, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>"2021-12-14", "14.12.2021", "14/12/2021".</summary>
    private static DateOnly? InDigits(ReadOnlySpan<char> word)
    {
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
        // Day and month change places between the two sides of the Atlantic, except with full stops.
        var (dayFirst, monthFirst) = (Valid(parts[2], parts[1], parts[0]), Valid(parts[2], parts[0], parts[1]));
        return separator == '.' || monthFirst is null || monthFirst == dayFirst ? dayFirst : dayFirst is null ? monthFirst : null;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9');
        return count < 0 ? text.Length : count;
    }

    private static DateOnly? Valid(int year, int month, int day) =>
        year is >= 1000 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day) : null;
}

using System.Globalization;

namespace Speeches.Parsing;

/// <summary>A time or a range of times found in a line.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended, or null where only one time is printed.</param>
/// <param name="Start">First code unit of the words.</param>
/// <param name="End">One past the last code unit of the words.</param>
internal readonly record struct TimeMatch(TimeOnly From, TimeOnly? To, int Start, int End);

/// <summary>
/// Finds times: "1:15 -2:45 pm", "10 a.m.", "from 15:00 to 17:30", "10h30", "noon". A number alone is a time only where "a.m."
/// or "p.m." follows it or the time that it leads to. A half of the day printed once holds for both, unless the range would then
/// run backwards ("11:30 – 1 p.m.").
/// </summary>
internal static class TimeReader
{
    /// <summary>The first time in the text at or after an index, or null.</summary>
    internal static TimeMatch? Find(ReadOnlySpan<char> text, int from = 0)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or ':' or '/'))
                continue;
            if (Clock.Read(text, i) is not { } first)
                continue;

            if (Clock.AfterDash(text, first.End) is { } next && Clock.Read(text, next) is { } second && second.IsSure)
            {
                if (Range(first, second) is { } range)
                    return new TimeMatch(range.From, range.To, i, second.End);
            }
            else if (first.IsSure && first.Time(first.Half) is { } time)
            {
                return new TimeMatch(time, null, i, first.End);
            }

            i = first.End - 1;
        }

        return null;
    }

    private static (TimeOnly From, TimeOnly To)? Range(Clock first, Clock second)
    {
        if (second.Time(second.Half) is not { } to)
            return null;
        if (first.Half != Half.None || second.Half == Half.None)
            return first.Time(first.Half) is { } plain ? (plain, to) : null;
        if (first.Time(second.Half) is { } same && same <= to)
            return (same, to);
        return first.Time(second.Half == Half.Afternoon ? Half.Morning : Half.Afternoon) is { } other ? (other, to) : null;
    }

    private enum Half
    {
        None,
        Morning,
        Afternoon,
    }

    /// <summary>One printed time, before its half of the day is known.</summary>
    private readonly record struct Clock(int Hour, int Minute, bool HasMinutes, Half Half, int End)
    {
        internal bool IsSure => HasMinutes || Half != Half.None;

        internal TimeOnly? Time(Half half)
        {
            if (Minute > 59 || Hour > 23)
                return null;
            if (half == Half.None || Hour > 12)
                return new TimeOnly(Hour, Minute);
            return Hour == 0 ? null : new TimeOnly((Hour % 12) + (half == Half.Afternoon ? 12 : 0), Minute);
        }

        internal static Clock? Read(ReadOnlySpan<char> text, int at)
        {
            if (text[at..].StartsWith("noon", StringComparison.OrdinalIgnoreCase))
                return new Clock(12, 0, true, Half.None, at + 4);
            if (Number(text, at, 2) is not { } hour)
                return null;

            at += hour.Length;
            var (minutes, hasMinutes) = (0, false);
            if (at < text.Length && text[at] is ':' or '.' or 'h' or 'H' && Number(text, at + 1, 2) is { Length: 2 } minute)
            {
                // "10.30" without a half of the day might be any number.
                hasMinutes = text[at] != '.';
                (minutes, at) = (minute.Value, at + 3);
            }

            var half = HalfOfDay(text, ref at);
            return new Clock(hour.Value, minutes, hasMinutes, half, at);
        }

        /// <summary>Where the second time of a range begins: after a dash or "to".</summary>
        internal static int? AfterDash(ReadOnlySpan<char> text, int at)
        {
            at = SkipSpaces(text, at);
            var rest = text[at..];
            if (rest is [('-' or '–' or '—'), ..])
                at++;
            else if (rest.StartsWith("to ", StringComparison.OrdinalIgnoreCase))
                at += 3;
            else if (rest.StartsWith("until ", StringComparison.OrdinalIgnoreCase))
                at += 6;
            else
                return null;
            at = SkipSpaces(text, at);
            return at < text.Length ? at : null;
        }

        private static Half HalfOfDay(ReadOnlySpan<char> text, ref int at)
        {
            var rest = text[SkipSpaces(text, at)..];
            var half = rest is [('a' or 'A'), ..] ? Half.Morning : rest is [('p' or 'P'), ..] ? Half.Afternoon : Half.None;
            if (half == Half.None)
                return Half.None;
            var letters = rest is [_, ('m' or 'M'), ..] ? 2 : rest is [_, '.', ('m' or 'M'), '.', ..] ? 4
                : rest is [_, '.', ('m' or 'M'), ..] ? 3 : rest is [_, '.', ' ', ('m' or 'M'), '.', ..] ? 5 : 0;
            if (letters == 0 || (letters < rest.Length && char.IsLetterOrDigit(rest[letters])))
                return Half.None;
            at = text.Length - rest.Length + letters;
            return half;
        }

        private static (int Value, int Length)? Number(ReadOnlySpan<char> text, int at, int most)
        {
            var length = 0;
            while (at + length < text.Length && char.IsAsciiDigit(text[at + length]))
                length++;
            return length is 0 || length > most
                ? null : (int.Parse(text.Slice(at, length), CultureInfo.InvariantCulture), length);
        }

        private static int SkipSpaces(ReadOnlySpan<char> text, int at)
        {
            while (at < text.Length && (text[at] is ' ' or '\t' or '\u00A0' or '\u202F'))
                at++;
            return at;
        }
    }
}

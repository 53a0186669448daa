namespace Speeches.Parsing;

/// <summary>Finds "2024年9月27日" and "二〇二四年九月二十七日".</summary>
internal static class ChineseDate
{
    private const string Numerals = "〇一二三四五六七八九";

    internal static bool MayHold(string text) => text.Contains('年', StringComparison.Ordinal);

    /// <summary>The first such date of a line, or null.</summary>
    internal static DateMatch? Find(string text)
    {
        for (var year = text.IndexOf('年', StringComparison.Ordinal); year >= 0; year = text.IndexOf('年', year + 1))
        {
            var month = text.IndexOf('月', year + 1);
            var day = month < 0 ? -1 : text.AsSpan(month + 1).IndexOfAny('日', '号') + month + 1;
            if (day <= month || day - month > 5 || month - year > 5)
                continue;
            var start = year;
            while (start > 0 && year - start < 4 && (char.IsAsciiDigit(text[start - 1]) || Digit(text[start - 1]) >= 0))
                start--;
            if (year - start == 4 && Number(text.AsSpan(start, 4)) is { } y && Number(text.AsSpan(year + 1, month - year - 1)) is { } m
                && Number(text.AsSpan(month + 1, day - month - 1)) is { } d && DateReader.Valid(y, m, d) is { } date)
                return new DateMatch(date, start, day + 1);
        }

        return null;
    }

    private static int? Number(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var (value, tens) = (0, text.Contains('十'));
        if (text.IsEmpty || text.Length > 4)
            return null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '十')
                value = i == 0 ? 10 : value * 10;
            else if (Digit(text[i]) is >= 0 and var digit)
                value = tens && i > 0 ? value + digit : (value * (tens ? 1 : 10)) + digit;
            else
                return null;
        }

        return value;
    }

    private static int Digit(char c) =>
        char.IsAsciiDigit(c) ? c - '0' : c is '零' or '○' or 'O' ? 0 : Numerals.IndexOf(c, StringComparison.Ordinal);
}

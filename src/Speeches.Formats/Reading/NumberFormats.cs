using System.Globalization;
using System.Text;

namespace Speeches.Formats.Reading;

/// <summary>Reads numbers of markup, and prints them as Word's number formats do (ST_NumberFormat of ISO/IEC 29500-1, 17.18.59).</summary>
internal static class NumberFormats
{
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";
    private const string Cyrillic = "абвгдежзиклмнопрстуфхцчшщыэюя";
    private const string ArabicAlpha = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
    private const string ArabicAbjad = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    private const string Chinese = "零一二三四五六七八九";
    private static readonly (int Value, string Roman)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>A whole number, or null.</summary>
    internal static int? Number(this string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The number as printed; decimal where the format is not known or has no sign for it.</summary>
    internal static string Print(int number, string? format) => format switch
    {
        "lowerRoman" => ToRoman(number),
        "upperRoman" => ToRoman(number).ToUpperInvariant(),
        "lowerLetter" => Letters(number, Latin),
        "upperLetter" => Letters(number, Latin).ToUpperInvariant(),
        "russianLower" => Letters(number, Cyrillic),
        "russianUpper" => Letters(number, Cyrillic).ToUpperInvariant(),
        "arabicAlpha" => Letters(number, ArabicAlpha),
        "arabicAbjad" => Letters(number, ArabicAbjad),
        "chicago" => Letters(number, "*†‡§"),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "hindiNumbers" => Digits(number, "٠١٢٣٤٥٦٧٨٩"),
        "ideographDigital" or "japaneseDigitalTenThousand" => Digits(number, Chinese),
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCountingThousand" or "japaneseCounting" => Counting(number),
        "ordinal" => Ordinal(number),
        "none" => "",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string ToRoman(int number)
    {
        if (number is < 1 or > 3999)
            return number.ToString(CultureInfo.InvariantCulture);
        var roman = new StringBuilder();
        foreach (var (value, letters) in Roman)
        {
            for (; number >= value; number -= value)
                roman.Append(letters);
        }

        return roman.ToString();
    }

    /// <summary>After the last letter they are printed twice ("aa", "bb"), then three times.</summary>
    private static string Letters(int number, string alphabet) => number < 1 || number > alphabet.Length * 30
        ? number.ToString(CultureInfo.InvariantCulture)
        : new string(alphabet[(number - 1) % alphabet.Length], ((number - 1) / alphabet.Length) + 1);

    private static string Digits(int number, string digits) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c));

    private static string Counting(int number) => number switch
    {
        >= 1 and < 10 => Chinese[number].ToString(),
        >= 10 and < 100 => (number < 20 ? "" : Chinese[number / 10].ToString()) + "十" + (number % 10 == 0 ? "" : Chinese[number % 10].ToString()),
        _ => Digits(number, Chinese),
    };

    private static string Ordinal(int number) => number.ToString(CultureInfo.InvariantCulture) + ((number % 100) is 11 or 12 or 13 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    });
}

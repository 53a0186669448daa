using System.Globalization;
using System.Text;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>What becomes of the letters that a PDF names: ligatures and presentation forms become the letters they show.</summary>
internal static class PdfText
{
    internal static string Letters(string value)
    {
        StringBuilder? changed = null;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            string? instead = c switch
            {
                '\u00A0' or '\u2007' or '\u202F' or '\t' or (>= '\u2000' and <= '\u200A') => " ",
                (>= '\uFB00' and <= '\uFDFF') or (>= '\uFE70' and < '\uFEFF') => char.ToString(c).Normalize(NormalizationForm.FormKC).Trim(),
                '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => "",
                _ when char.IsControl(c) => "",
                _ => null,
            };
            if (instead is not null && changed is null)
                changed = new StringBuilder(value, 0, i, value.Length + 4);
            _ = instead is null ? changed?.Append(c) : changed!.Append(instead);
        }

        return changed?.ToString() ?? value;
    }

    /// <summary>The text with each bracket turned round.</summary>
    internal static string Turned(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] switch
            {
                '(' => ')',
                ')' => '(',
                '[' => ']',
                ']' => '[',
                '«' => '»',
                '»' => '«',
                '{' => '}',
                '}' => '{',
                '<' => '>',
                '>' => '<',
                var c => c,
            };
        }
    });

    /// <summary>Whether the map of a font says nothing that a reader could read.</summary>
    internal static bool IsUnreadable(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return true;
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate
                || Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r'))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool IsRightToLeft(char c) =>
        c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and < '\uFEFF') && !IsArabicDigit(c);

    /// <summary>Whether it begins with an Arabic letter or vowel sign.</summary>
    internal static bool IsArabic(string text) => text.Length > 0 && text[0] is >= '\u0600' and <= '\u06FF' && (char.IsLetter(text[0]) || IsMark(text));

    internal static bool IsArabicDigit(char c) => c is (>= '\u0660' and <= '\u0669') or (>= '\u06F0' and <= '\u06F9');

    /// <summary>Whether it is written without spaces between words: Chinese characters and their punctuation.</summary>
    internal static bool IsHan(string text) =>
        text.Length > 0 && text[0] is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFF60') or (>= '\uD840' and <= '\uD88F');

    internal static bool IsMark(string text) => text.Length > 0 && char.GetUnicodeCategory(text[0]) == UnicodeCategory.NonSpacingMark;
}

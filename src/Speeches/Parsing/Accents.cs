using System.Globalization;
using System.Text;

namespace Speeches.Parsing;

/// <summary>
/// Words as they are printed by those who leave accents off ("SECRETAIRE GENERAL", "الامم"): each word of a vocabulary counts in both
/// forms. Cyrillic letters with a mark are letters of their own, but for ё.
/// </summary>
internal static class Accents
{
    /// <summary>The words, and behind them the plain form of each that has one.</summary>
    internal static string[] Both(string[] words) =>
        [.. words, .. words.Select(Plain).Where(plain => plain is not null).Select(plain => plain!)];

    /// <summary>The word without its marks; null where it has none.</summary>
    internal static string? Plain(string word)
    {
        if (Ascii.IsValid(word))
            return null;
        var plain = new StringBuilder(word.Length);
        foreach (var c in word.Replace('ё', 'е').Replace('Ё', 'Е').Replace('’', '\''))
        {
            if (c is >= '\u0400' and <= '\u04FF')
            {
                plain.Append(c);
                continue;
            }

            foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                    plain.Append(part);
            }
        }

        return plain.ToString() is var result && result == word ? null : result;
    }
}

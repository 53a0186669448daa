using System.Globalization;
using System.Text;

namespace Speeches.Store;

/// <summary>Makes a speech's name in addresses: its date and its title, in lower-case ASCII letters, digits and hyphens.</summary>
internal static class Slug
{
    private const int MaximumLength = 80;

    /// <summary>The name without regard to others; never empty.</summary>
    public static string For(SpeechHeader header)
    {
        var speaker = header.Speakers is [var first, ..] ? first.Name : null;
        string?[] about = [header.Title ?? header.Occasion ?? $"{header.Kind} {speaker}", header.Occasion, speaker, header.Symbol];
        // What is in a script that is not spelled here may leave a number or nothing: another field says more.
        var words = about.OfType<string>().Select(Fold).FirstOrDefault(folded => folded.Any(char.IsAsciiLetter))
            ?? $"speech-{Fold(header.Language ?? "")}".TrimEnd('-');
        var name = header.Date is { } date ? $"{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{words}" : words;
        return Cut(name);
    }

    // Russian, а to я, as in passports (ICAO Doc 9303, part 3, section 6 B); й and ё decompose into и and е.
    private static readonly string[] Cyrillic =
    [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p",
        "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "ie", "y", "", "e", "iu", "ia",
    ];

    // Letters that do not decompose into an ASCII letter and a mark.
    private static string Spell(char letter) => letter switch
    {
        'ß' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        _ => char.ToLowerInvariant(letter) is >= 'а' and <= 'я' and var cyrillic ? Cyrillic[cyrillic - 'а'] : "",
    };

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                folded.Append(char.ToLowerInvariant(letter));
            else if (Spell(letter) is { Length: > 0 } spelled)
                folded.Append(spelled);
            else if (letter is not ('\'' or '’' or 'ь' or 'Ь') && CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark
                     && folded.Length > 0 && folded[^1] != '-')
                folded.Append('-');
        }

        return folded.ToString().Trim('-');
    }

    private static string Cut(string name)
    {
        if (name.Length <= MaximumLength)
            return name;
        var end = name.LastIndexOf('-', MaximumLength);
        return name[..(end > MaximumLength / 2 ? end : MaximumLength)].TrimEnd('-');
    }
}

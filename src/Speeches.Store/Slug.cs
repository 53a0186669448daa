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
        var about = header.Title ?? header.Occasion ?? $"{header.Kind} {(header.Speakers is [var first, ..] ? first.Name : null)}";
        var words = Fold(about);
        if (words.Length == 0)
            words = "speech"; // a title in a script that has no ASCII letters
        var name = header.Date is { } date ? $"{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{words}" : words;
        return Cut(name);
    }

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
        _ => "",
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
            else if (letter is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark
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

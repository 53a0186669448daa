namespace Speeches.Formats.Writing;

/// <summary>Which way a language is written.</summary>
internal static class Direction
{
    private static readonly HashSet<string> FromRight = new(StringComparer.OrdinalIgnoreCase) { "ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi" };

    /// <summary>Whether a BCP 47 tag names a language written from right to left in its usual script.</summary>
    public static bool IsRightToLeft(string? language) => language is not null && FromRight.Contains(language.Split('-')[0]);

    /// <summary>Whether the first letter that has a direction goes from right to left (UAX 9, rules P2 and P3, for the scripts in use).</summary>
    public static bool StartsFromRight(string text)
    {
        foreach (var c in text)
        {
            // Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
            if (c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC')) return true;
            if (char.IsLetter(c)) return false;
        }

        return false;
    }
}

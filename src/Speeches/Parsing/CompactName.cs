namespace Speeches.Parsing;

/// <summary>
/// Parts an office from the name behind it where nothing stands between them ("外交部长王毅", "常驻联合国代表傅聪大使"): the name is what
/// is left behind the last noun of an office, two to four characters long, or with a middle dot in it.
/// </summary>
internal static class CompactName
{
    private const int LongestName = 4;
    private const int LongestPrefix = 6;
    private const int LongestForeignName = 20;

    /// <summary>How long the office is that the words begin with ("联合国秘书长…"); 0 where none stands at their start.</summary>
    internal static int OfficeLength(string words, Vocabulary vocabulary)
    {
        foreach (var office in vocabulary.OfficeEnds)
        {
            if (words.IndexOf(office, StringComparison.Ordinal) is >= 0 and <= LongestPrefix and var at)
                return at + office.Length;
        }

        return 0;
    }

    /// <summary>Office, name and the honorific behind it; null where the words end in no name.</summary>
    internal static (string? Honorific, string Name, string Offices)? Split(string text, Vocabulary vocabulary)
    {
        if (vocabulary.OfficeEnds.Length == 0 || text.Length == 0 || !char.IsLetter(text[0]) || char.IsAscii(text[0]))
            return null;
        var words = text.AsSpan().Trim(" ,，、");
        string? honorific = null;
        foreach (var behind in vocabulary.HonorificsBehind)
        {
            if (!words.EndsWith(behind) || words.Length < behind.Length + 2)
                continue;
            honorific = behind;
            words = words[..^behind.Length].TrimEnd();
            break;
        }

        var from = 0;
        foreach (var office in vocabulary.OfficeEnds)
        {
            // "副秘书长、法律顾问": an office behind another is no name.
            if (honorific is null && words.EndsWith(office))
                return null;
            if (words.LastIndexOf(office) is >= 0 and var at && at + office.Length < words.Length)
                from = Math.Max(from, at + office.Length);
        }

        var name = words[from..].Trim(" ,，、:：");
        var isName = name.Length is >= 2 and <= LongestName || (name.Length <= LongestForeignName && name.Contains('·'));
        return isName && (from > 0 || honorific is not null) ? (honorific, name.ToString(), words[..from].TrimEnd(" ,，、:：").ToString()) : null;
    }
}

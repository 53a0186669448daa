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

    /// <summary>Where the first honorific behind a name ends ("王例先生…"); 0 where there is none.</summary>
    internal static int HonorificEnd(string words, Vocabulary vocabulary)
    {
        foreach (var honorific in vocabulary.HonorificsBehind)
        {
            if (words.IndexOf(honorific, StringComparison.Ordinal) is > 1 and var at)
                return at + honorific.Length;
        }

        return 0;
    }

    /// <summary>"王例参赞", "李例司长": how long the name is before an office of its own; 0 where there is none.</summary>
    private static int NameBeforeOffice(ReadOnlySpan<char> words, Vocabulary vocabulary)
    {
        if (words.Length < 4 || !vocabulary.Surnames.Contains(words[0]))
            return 0;
        var longest = 0;
        foreach (var office in vocabulary.OfficeEnds)
        {
            if (words.EndsWith(office) && words.Length - office.Length is 2 or 3)
                longest = Math.Max(longest, office.Length);
        }

        return longest == 0 || words.StartsWith("常驻") || words.StartsWith("高级") ? 0 : words.Length - longest;
    }

    /// <summary>"外交部条法司司长" / "王例", or the other way round: office and name on lines of their own; the second is taken.</summary>
    internal static string? OfTwoLines(HeaderDraft draft, int index)
    {
        if (draft.Vocabulary.OfficeEnds.Length == 0 || index + 1 >= draft.Lines.Count || draft.Lines[index + 1].IsTaken)
            return null;
        var (first, second) = (draft.Lines[index].Text.Trim(), draft.Lines[index + 1].Text.Trim());
        var pair = IsBareName(first, draft.Vocabulary) && EndsOffice(second, draft.Vocabulary) ? $"{second} {first}"
            : EndsOffice(first, draft.Vocabulary) && IsBareName(second, draft.Vocabulary) ? $"{first} {second}" : null;
        draft.Lines[index + 1].IsTaken |= pair is not null;
        return pair;
    }

    private static bool IsBareName(string text, Vocabulary vocabulary)
    {
        if (text.Length < 2 || text.Length > (text.Contains('·', StringComparison.Ordinal) ? LongestForeignName : LongestName) || EndsOffice(text, vocabulary))
            return false;
        foreach (var c in text)
        {
            if (c is not ((>= '\u4E00' and <= '\u9FFF') or '·'))
                return false;
        }

        return !vocabulary.Kinds.Contains(text) && !vocabulary.Places.Contains(text) && !NoteReader.IsNote(text, vocabulary);
    }

    private static bool EndsOffice(string text, Vocabulary vocabulary)
    {
        foreach (var end in vocabulary.OfficeEnds)
        {
            if (text.EndsWith(end, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

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

        if (honorific is null && NameBeforeOffice(words, vocabulary) is > 0 and var length)
            return (null, words[..length].ToString(), words[length..].ToString());
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
        var isName = name.Contains('的') ? false : name.Length is >= 2 and <= LongestName || (name.Length <= LongestForeignName && name.Contains('·'));
        return isName && (from > 0 || honorific is not null) ? (honorific, name.ToString(), words[..from].TrimEnd(" ,，、:：").ToString()) : null;
    }
}

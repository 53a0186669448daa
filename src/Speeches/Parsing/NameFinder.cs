namespace Speeches.Parsing;

/// <summary>Tells where a name ends and an office begins, or the other way round, in words without a comma between them.</summary>
internal static class NameFinder
{
    /// <summary>Where a name begins behind an office: after a comma, at an honorific, or with initials; -1 where none does.</summary>
    internal static int BehindOffice(string text, Vocabulary vocabulary)
    {
        foreach (var word in Words.In(text))
        {
            if (word.Start == 0)
                continue;
            var rest = text[word.Start..];
            var afterComma = text.AsSpan(0, word.Start).TrimEnd() is [.., ',' or '،'];
            var isOffice = vocabulary.Offices.Contains(text.AsSpan(word.Start, word.Length)) && vocabulary.FunctionWords.Contains(Before(text, word.Start));
            // "وكيل الأمين العام السيد …"; a house may be named after a king.
            var sure = afterComma || (!isOffice && (char.IsUpper(rest[0]) || (rest[0] is >= '\u0620' and <= '\u06D3' && !rest.StartsWith("الملك", StringComparison.Ordinal))) && rest.Length > word.Length);
            if (sure && PersonName.IsNamed(rest, vocabulary) && NameIsNoOffice(rest, vocabulary))
                return word.Start;
        }

        if (ByInitials(text) is > 0 and var initials)
            return WithFirstName(text, initials, vocabulary);
        var plain = text.AsSpan().TrimEnd(" ,.)") is [.., >= '\u0400' and <= '\u04FF'] ? InflectedName.BehindOffice(text, vocabulary) : PlainName(text, vocabulary);
        return plain > 0 ? WithHonorific(text, plain, vocabulary) : plain;
    }

    /// <summary>"Председателя Суда г-жи Анны Примеровой": an honorific in small letters belongs to the name behind it.</summary>
    private static int WithHonorific(string text, int name, Vocabulary vocabulary)
    {
        while (Before(text, name) is { Length: > 0 } before && char.IsLower(before[0]) && vocabulary.Honorifics.Contains(before)
            && text.AsSpan(0, name).TrimEnd().Length - before.Length is > 0 and var start)
            name = start;
        return name;
    }

    /// <summary>"Juan C. Ejemplo": a first name stands before the initial.</summary>
    private static int WithFirstName(string text, int initials, Vocabulary vocabulary)
    {
        var before = Before(text, initials);
        var start = text.AsSpan(0, initials).TrimEnd().Length - before.Length;
        return start > 0 && before is [var first, .., var last] && char.IsUpper(first) && first < '\u0370' && char.IsLower(last) && !vocabulary.Offices.Contains(before)
            && !vocabulary.OfficeFields.Contains(before) && !vocabulary.FunctionWords.Contains(Before(text, start)) ? start : initials;
    }

    // "President of the Court Judge Mary Example": a title that is an office too, but nobody's before it.
    private static ReadOnlySpan<char> Before(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        return before[(before.LastIndexOf(' ') + 1)..];
    }

    /// <summary>"Prime Minister Mary Example", "Le Secrétaire général, Ban Exemple", "Presidente de la Nación Juan Ejemplo".</summary>
    private static int PlainName(string text, Vocabulary vocabulary)
    {
        var (office, count, names, start) = (0, 0, 0, -1);
        foreach (var word in Words.In(text))
        {
            count++;
            var letters = text.AsSpan(word.Start, word.Length);
            if (vocabulary.Offices.Contains(letters) || vocabulary.OfficeModifiers.Contains(letters) || vocabulary.OfficeFields.Contains(letters)
                || vocabulary.Bodies.Contains(letters))
            {
                (office, names, start) = (count, 0, -1);
                continue;
            }

            var comma = text.AsSpan(0, word.Start).TrimEnd() is [.., ','];
            if (vocabulary.OccasionWords.Contains(letters) || char.IsDigit(letters[0]))
                return -1;
            if (names == 0 && !comma && count != office + 1)
                continue;
            if (!char.IsUpper(letters[0]) || vocabulary.FunctionWords.Contains(letters))
                (names, start) = (0, -1);
            else if (names++ == 0)
                start = word.Start;
        }

        return names is >= 2 and <= 4 && start > 0 && !vocabulary.Organizations.Contains(text.AsSpan(start)) ? start : -1;
    }

    /// <summary>Where "И.П.Примеров" or "J. Example" begins; -1 where none does.</summary>
    internal static int ByInitials(string text)
    {
        for (var i = 0; i + 3 < text.Length; i++)
        {
            if ((i > 0 && char.IsLetterOrDigit(text[i - 1])) || !char.IsUpper(text[i]) || text[i + 1] != '.')
                continue;
            var at = i;
            while (at + 1 < text.Length && char.IsUpper(text[at]) && text[at + 1] == '.')
            {
                at += 2;
                while (at < text.Length && text[at] == ' ')
                    at++;
            }

            if (at + 1 < text.Length && char.IsUpper(text[at]) && char.IsLetter(text[at + 1]))
                return i;
        }

        return -1;
    }

    /// <summary>Where an office begins behind a name ("JOHN EXAMPLE PRESIDENT OF …"); -1 where none does.</summary>
    internal static int OfficeBehind(ReadOnlySpan<char> name, Vocabulary vocabulary)
    {
        var count = 0;
        foreach (var word in Words.In(name))
        {
            var letters = name[word.Start..word.End];
            // A name may be an office's noun itself ("King"): an office goes on.
            if (++count == 1 && (((vocabulary.Offices.Contains(letters) || vocabulary.OfficeModifiers.Contains(letters)) && !letters.Equals("Judge", StringComparison.OrdinalIgnoreCase))
                || vocabulary.Articles.Contains(letters)))
                return -1;
            if (count > 1 && word.End < name.Length && (vocabulary.Offices.Contains(letters) || vocabulary.OfficeModifiers.Contains(letters))
                && Capacities.Begins(name[word.Start..], vocabulary))
                return word.Start;
        }

        return -1;
    }

    private static bool NameIsNoOffice(string text, Vocabulary vocabulary) =>
        Words.Count(text, 2) > 1 && (!vocabulary.Offices.Contains(Words.First(text)) || vocabulary.Honorifics.Contains(Words.First(text)));
}

namespace Speeches.Parsing;

/// <summary>Parts honorific, name and offices in the words about a person, whichever is printed first.</summary>
internal static class PersonName
{
    /// <summary>Whether the words begin with an honorific and a name ("H.E. Mr. John Example", "S. Exc. Mme la juge Marie Exemple").</summary>
    internal static bool IsNamed(string text, Vocabulary vocabulary)
    {
        var rest = AfterHonorifics(text, vocabulary);
        if (rest.Length == text.Length || rest.IsEmpty || !Words.IsCapital(rest[0]) || vocabulary.Addressed.Contains(Words.First(rest)))
            return false;
        // "سمو ولي العهد", "H.E. Minister of …": honoured is the office.
        return !vocabulary.Offices.Contains(Words.First(rest))
            || (char.IsAscii(rest[0]) && !vocabulary.FunctionWords.Contains(Words.First(rest[Words.First(rest).Length..])));
    }

    /// <summary>What follows "H.E. Mr." or "Her Excellency Ms."; the whole text where it begins with no honorific.</summary>
    internal static ReadOnlySpan<char> AfterHonorifics(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        var rest = text;
        if (vocabulary.HonorificLeads.Contains(Words.First(rest)))
            rest = rest[Words.First(rest).Length..].TrimStart(" ,");
        if (HonorificLength(rest, vocabulary) == 0)
            return text;
        while (HonorificLength(rest, vocabulary) is > 0 and var length)
        {
            rest = rest[length..].TrimStart(" ,/");
            // "Mme la juge Marie Exemple", "S.E. el Presidente de …", "S.E.M. l’Ambassadeur …"
            var article = Words.First(rest);
            var titled = vocabulary.Articles.Contains(article) ? rest[article.Length..].TrimStart() : Words.WithoutElision(rest);
            if (titled.Length < rest.Length && (HonorificLength(titled, vocabulary) > 0 || vocabulary.Offices.Contains(Words.First(titled))))
                rest = titled;
            // "السيد المستشار سالم …": a rank between honorific and name, which no office goes on with.
            var rank = Words.First(rest);
            if (vocabulary.Ranks.Contains(rank) && rest[rank.Length..].TrimStart(" /") is { IsEmpty: false } ranked && !vocabulary.RankTails.Contains(Words.First(ranked)))
                rest = ranked;
        }

        return rest;
    }

    /// <summary>Honorific, name and offices.</summary>
    internal static (string? Honorific, string Name, string Offices) Split(string text, Vocabulary vocabulary)
    {
        if (CompactName.Split(text, vocabulary) is { } compact)
            return compact;
        var rest = AfterHonorifics(text, vocabulary);
        if (!IsNamed(text, vocabulary) && Capacities.Begins(rest, vocabulary) && NameFinder.BehindOffice(text, vocabulary) is > 0 and var at)
        {
            // "President of the General Assembly, Ms. …": the office is printed first.
            var (title, person, more) = Split(text[at..], vocabulary);
            return (title, person, $"{OfficeAlone(text[..at], vocabulary)}, {more}");
        }

        if (!IsNamed(text, vocabulary) && Capacities.Begins(rest, vocabulary) && text.AsSpan().IndexOfAny('/', ':') is > 0 and var slash
            && text[(slash + 1)..].TrimStart() is { Length: > 2 } named && !Capacities.Begins(named, vocabulary) && Words.Count(named, 9) <= 8)
        {
            // "السكرتير الأول لوفد … / …", "The President: …"
            var (title, person, more) = Split(named, vocabulary);
            return (title, person, $"{text[..slash].Trim(' ', ',')}, {more}");
        }

        var honorific = text.AsSpan(0, text.Length - rest.Length).TrimEnd(" ,");
        var end = rest.IndexOfAny(',', '،');
        var name = (end < 0 ? rest : rest[..end]).Trim(" .");
        // "Mary Example (Exampleland)"
        if (name is [.., ')'] && name.LastIndexOf('(') is > 0 and var state)
            name = name[..state].TrimEnd();
        if (NameFinder.OfficeBehind(name, vocabulary) is > 0 and var office)
        {
            end = rest.IndexOf(name) + office - 1;
            name = name[..office].TrimEnd();
        }

        name = WithoutLetters(name, vocabulary);
        return name.IsEmpty
            ? (null, text.Trim(' ', ','), "")
            : (honorific.IsEmpty ? null : honorific.ToString(), name.ToString(), end < 0 ? "" : rest[(end + 1)..].Trim().ToString());
    }

    /// <summary>"S.E. el Presidente de …" honours the person; "سمو ولي العهد" is the office's own name.</summary>
    internal static string OfficeAlone(string office, Vocabulary vocabulary) =>
        (office.Length > 0 && char.IsAscii(office[0]) ? AfterHonorifics(office, vocabulary) : office).Trim(" ,").ToString();

    /// <summary>"David Example MP": letters behind a name that tell an honour and no office.</summary>
    private static ReadOnlySpan<char> WithoutLetters(ReadOnlySpan<char> name, Vocabulary vocabulary)
    {
        while (name.LastIndexOf(' ') is > 0 and var space && Vocabulary.IsPostNominal(name[(space + 1)..], vocabulary))
            name = name[..space].TrimEnd(" ,");
        return name;
    }

    // Arabic joins honorific and name with a slash ("السيد/أحمد"); some are written in two words ("S. Exc.", "H. E.").
    private static int HonorificLength(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        var word = Words.First(text);
        foreach (var phrase in vocabulary.HonorificPhrases)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (text.Length == phrase.Length || text[phrase.Length] is ' ' or ','))
                return phrase.Length;
        }

        if (vocabulary.Honorifics.Contains(word))
            return word.Length;
        var slash = word.IndexOf('/');
        return slash > 0 && !char.IsAscii(word[0]) && vocabulary.Honorifics.Contains(word[..slash]) ? slash : 0;
    }
}

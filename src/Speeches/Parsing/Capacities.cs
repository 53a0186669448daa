using System.Text;

namespace Speeches.Parsing;

/// <summary>
/// Splits the offices a speaker holds. A comma or an "and" parts two offices only where an office begins on its right, so that
/// "Minister for Trade, Industry and Tourism" stays one.
/// </summary>
internal static class Capacities
{
    private const int FirstWords = 4;

    /// <summary>Whether the words begin with an office: its noun is among the first four.</summary>
    internal static bool Begins(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        var count = 0;
        foreach (var word in Words.In(text))
        {
            if (vocabulary.Offices.Contains(Words.WithoutElision(text[word.Start..word.End])))
                return true;
            if (count > 0 && vocabulary.And.Length > 0 && text[word.Start..word.End].Equals(vocabulary.And, StringComparison.OrdinalIgnoreCase)
                && vocabulary.OneOffice.Contains(Words.First(text[word.End..])))
                continue;
            // The noun of an office comes before its field: in "of the Minister" it is somebody else's.
            var joins = word.Length < 5 && vocabulary.FunctionWords.Contains(text[word.Start..word.End])
                && !(count == 0 && (char.ToUpperInvariant(text[word.Start]) is 'T' or 'A' || vocabulary.Articles.Contains(text[word.Start..word.End])));
            if (joins || ++count == FirstWords)
                return false;
        }

        return false;
    }

    /// <summary>The offices in printed order.</summary>
    internal static IReadOnlyList<string> Split(string text, Vocabulary vocabulary)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var capacities = new List<string>();
        var from = Letters(text, vocabulary);
        for (var i = from; i < text.Length; i++)
        {
            var length = text[i] is ',' or ';' or '،' or '、' or '，' or '兼' ? 1 : IsAnd(text, i, vocabulary.And) ? vocabulary.And.Length + 1
                : EndsOffice(text, from, i) ? 1 : IsPrefixedAnd(text, i, vocabulary) ? 2 : 0;
            if (length == 0)
                continue;
            var rest = text.AsSpan(i + length).TrimStart();
            if (length == 1 && IsAnd($" {rest}", 0, vocabulary.And))
                rest = rest[vocabulary.And.Length..].TrimStart();
            if (vocabulary.OneOffice.Contains(Words.First(rest)) || !(Begins(rest, vocabulary) || (text[i] is '、' or '兼' && PartsOffices(text.AsSpan(from, i - from), rest, vocabulary))))
                continue;
            if (length == 1 && IsPrefixedAnd($" {rest}", 0, vocabulary))
                rest = rest[1..];
            Add(capacities, text.AsSpan(from, i - from), vocabulary);
            from = text.Length - rest.Length;
            i = from - 1;
        }

        Add(capacities, text.AsSpan(from), vocabulary);
        return capacities;
    }

    /// <summary>"副秘书长、法律顾问": the noun of a Chinese office is its end, so both sides have to end with one.</summary>
    private static bool PartsOffices(ReadOnlySpan<char> office, ReadOnlySpan<char> rest, Vocabulary vocabulary)
    {
        rest = rest.IndexOf('、') is > 0 and var next ? rest[..next] : rest;
        return EndsWithOffice(office, vocabulary) && EndsWithOffice(rest, vocabulary);
    }

    private static bool EndsWithOffice(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        foreach (var end in vocabulary.OfficeEnds)
        {
            if (text.TrimEnd(" \n").EndsWith(end))
                return true;
        }

        return false;
    }

    /// <summary>"The Honourable …, OBE, M.P.": the length of the letters behind a name, which are no office.</summary>
    private static int Letters(string text, Vocabulary vocabulary)
    {
        var end = 0;
        while (text.AsSpan(end).TrimStart(" ,\n") is { IsEmpty: false } rest && rest.IndexOfAny(" ,\n") is var length
            && rest[..(length < 0 ? rest.Length : length)] is var word && Vocabulary.IsPostNominal(word, vocabulary))
            end = text.Length - rest.Length + word.Length;
        return end;
    }

    // "Legal Adviser" / "Permanent Mission of X to the United Nations": the office goes on with whose it is.
    private static void Add(List<string> capacities, ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        text = text.Trim(" ,;.،，、/\n");
        if (text.IsEmpty)
            return;
        var words = new StringBuilder(text.Length);
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            if (words.Length > 0)
                words.Append(words[^1] is not (',' or ' ') && NamesInstitution(line, vocabulary) ? ", " : words[^1] == ' ' ? "" : " ");
            words.Append(line);
        }

        capacities.Add(words.ToString());
    }

    private static bool NamesInstitution(ReadOnlySpan<char> line, Vocabulary vocabulary)
    {
        var count = 0;
        foreach (var word in Words.In(line))
        {
            if (vocabulary.Institutions.Contains(line[word.Start..word.End]))
                return true;
            if (!Words.IsCapital(line[word.Start]) || ++count == FirstWords)
                return false;
        }

        return false;
    }

    /// <summary>A line may end an office of several words; so does "The" before another ("… for Legal Affairs The Legal Counsel").</summary>
    private static bool EndsOffice(ReadOnlySpan<char> text, int from, int at) =>
        (text[at] == '\n' && text[from..at].Trim().ContainsAny(' ', '\n'))
        || (text[at] == ' ' && text[(at + 1)..].StartsWith("The ") && at > 0 && char.IsLower(text[at - 1]) && !text[from..at].TrimEnd().EndsWith(" of"));

    // "وكيل الأمين العام والمستشار القانوني": in Arabic the word for "and" is the first letter of the next.
    private static bool IsPrefixedAnd(ReadOnlySpan<char> text, int at, Vocabulary vocabulary) =>
        vocabulary.And.Length == 1 && text[at] == ' ' && at + 3 < text.Length && text[at + 1] == vocabulary.And[0]
        && vocabulary.Offices.Contains(Words.First(text[(at + 2)..]));

    private static bool IsAnd(ReadOnlySpan<char> text, int at, string and) =>
        text[at] == ' ' && text[(at + 1)..].StartsWith(and, StringComparison.OrdinalIgnoreCase)
        && at + 1 + and.Length < text.Length && text[at + 1 + and.Length] == ' ';
}

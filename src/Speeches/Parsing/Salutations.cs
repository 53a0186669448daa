namespace Speeches.Parsing;

/// <summary>
/// Recognises salutations: short lines that begin with a form of address and end with a comma, a colon or an exclamation mark
/// ("Excellencies,", "Mr. Chairman,", "Distinguished members of the / Commission,"). Directly after one, any short capitalised
/// line that ends with a comma is another; directly before one, a form of address needs no mark at its end.
/// </summary>
internal static class Salutations
{
    private const int MostWords = 25;
    private const int MostWordsAfterAnother = 12;
    private const int MostHonorifics = 3;
    private const int MostAbove = 5;
    private const int MostWordsOfThanks = 9;
    private const int ShortestProse = 60;
    private const int LongestCompact = 40;
    private const int LongestList = 400;
    private const string Dashes = "-–• \u200F\u202B\u200E";

    /// <summary>How many lines from the first belong to one salutation; 0 where it is none.</summary>
    /// <param name="lines">The lines from the candidate to the end of the source.</param>
    /// <param name="length">How many of them belong to its block.</param>
    /// <param name="afterAnother">Whether a salutation stands directly before.</param>
    /// <param name="vocabulary">The words of the language.</param>
    internal static int Lines(ReadOnlySpan<SourceLine> lines, int length, bool afterAnother, Vocabulary vocabulary)
    {
        var block = lines[..length];
        if (block.IsEmpty || block[0].Role != SourceRole.Text)
            return 0;
        var first = WithoutVowelSigns(block[0].Text).AsSpan().Trim();
        // A dash before each form of address is a habit of Arabic texts.
        first = first.TrimStart(Dashes);
        if (first.IsEmpty || !Words.IsCapital(first[0]))
            return 0;

        if (block.Length == 1 && IsListOfAddresses(first, vocabulary))
            return 1;
        var addresses = Addresses(first, vocabulary) || (length == 1 && ThanksAndAddresses(first, vocabulary)) || (length == 1 && first[^1] is ',' or ':' && vocabulary.Addressed.Contains(Words.First(first))
            && Words.Count(first, MostWordsAfterAnother + 1) <= MostWordsAfterAnother);
        if (!addresses && !afterAnother && IsNamedAddress(first, lines[1..], vocabulary))
            return 1;
        if (!addresses && !(afterAnother && first[^1] is ',' or '،' or '，' && Words.Count(first, MostWordsAfterAnother + 1) <= MostWordsAfterAnother))
            return 0;

        var words = 0;
        for (var i = 0; i < block.Length; i++)
        {
            var line = block[i].Text.AsSpan().TrimEnd();
            words += Words.Count(line, MostWords + 1);
            if (words > MostWords || line.IsEmpty)
                return 0;
            // A wrapped sentence may have a comma at the end of its line, but then it goes on in lower case.
            var ends = EndsAddress(line) && (i + 1 == block.Length || (StartsUpper(block[i + 1].Text) && (addresses || Addresses(block[i + 1].Text.AsSpan().Trim(), vocabulary))));
            if (ends && !HasSentenceEnd(line[..^1].TrimEnd(vocabulary.SalutationStarts.Length > 0 ? " .،,/" : "")) && !IsLongAddress(line))
                return i + 1;
            if (HasSentenceEnd(line))
                return i == 0 && block.Length == 1 && words <= (afterAnother ? 6 : 3) && line[^1] == '.' && !first.Contains(',') && !IsThanks(first) ? 1 : 0;
        }

        return addresses && (StandsBefore(lines[length..], vocabulary) || (length == 1 && StandsAlone(first, lines[1..], vocabulary))) ? length : 0;
    }

    /// <summary>"Excelentísimo señor …, Presidente de la República": a block of one line that addresses, before running text or another such.</summary>
    private static bool StandsAlone(ReadOnlySpan<char> line, ReadOnlySpan<SourceLine> following, Vocabulary vocabulary)
    {
        if (following.IsEmpty || !following[0].StartsBlock || following[0].Role != SourceRole.Text || char.IsPunctuation(line[^1]))
            return false;
        var next = following[0].Text.AsSpan().Trim();
        return Addresses(next, vocabulary) || (next.Length > ShortestProse && Words.IsCapital(next[0]));
    }

    /// <summary>"Señor Secretario General, señor Presidente, …, señoras y señores.": three parts or more, and each addresses somebody.</summary>
    private static bool IsListOfAddresses(ReadOnlySpan<char> line, Vocabulary vocabulary)
    {
        if (line.Length > LongestList || line.Count(',') < 2 || !Addresses(line, vocabulary))
            return false;
        foreach (var range in line.Split(','))
        {
            var part = line[range].Trim();
            if (!part.IsEmpty && !vocabulary.Honorifics.Contains(Words.First(part)) && !vocabulary.SalutationBeginnings.Contains(Words.First(part).TrimEnd('.')))
                return false;
        }

        return true;
    }

    private static bool StandsBefore(ReadOnlySpan<SourceLine> following, Vocabulary vocabulary)
    {
        if (following.IsEmpty)
            return false;
        var text = WithoutVowelSigns(following[0].Text).AsSpan().TrimEnd().TrimStart(Dashes);
        return !text.IsEmpty && EndsAddress(text) && Addresses(text, vocabulary) && Words.Count(text, MostWords + 1) <= MostWords;
    }

    /// <summary>"Thank you, Mr. Chair:", "Muchas gracias, señor Presidente,": an address behind words of thanks.</summary>
    private static bool ThanksAndAddresses(ReadOnlySpan<char> line, Vocabulary vocabulary)
    {
        if (Words.Count(line, MostWordsOfThanks + 1) > MostWordsOfThanks)
            return false;
        foreach (var thanks in vocabulary.Thanks)
        {
            if (line.StartsWith(thanks, StringComparison.OrdinalIgnoreCase))
                return Addresses(line[thanks.Length..].TrimStart(" ,،，"), vocabulary);
        }

        return false;
    }

    private static bool Addresses(ReadOnlySpan<char> line, Vocabulary vocabulary)
    {
        foreach (var start in vocabulary.SalutationStarts)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
                return true;
        }

        // "大会主席例·例安阁下，"
        foreach (var behind in vocabulary.HonorificsBehind)
        {
            if (line.Length <= LongestCompact && line.TrimEnd(",，:：!！、") is var words && words.Length < line.Length && words.EndsWith(behind))
                return true;
        }

        var first = Words.First(line);
        if (vocabulary.SalutationBeginnings.Contains(first.TrimEnd("!.")))
            return true;
        for (var i = 0; i < MostHonorifics && vocabulary.Honorifics.Contains(first); i++)
        {
            line = line[(line.IndexOf(first, StringComparison.Ordinal) + first.Length)..];
            var next = Words.First(line);
            if (vocabulary.Articles.Contains(next))
            {
                line = line[(line.IndexOf(next, StringComparison.Ordinal) + next.Length)..];
                next = Words.First(line);
            }

            if (vocabulary.Addressed.Contains(Words.WithoutElision(next).TrimEnd("!.")))
                return true;
            first = next;
        }

        return false;
    }

    /// <summary>
    /// "President of the 79th session, Mr. …,", "Professor Example,", "Ambassador Example, Chair of the Committee" above other
    /// salutations: somebody is addressed by name.
    /// </summary>
    private static bool IsNamedAddress(ReadOnlySpan<char> first, ReadOnlySpan<SourceLine> following, Vocabulary vocabulary)
    {
        var word = Words.First(first);
        var titled = vocabulary.Addressed.Contains(word) || vocabulary.PersonalTitles.Contains(word);
        if (!titled || HasSentenceEnd(first) || Words.Count(first, MostWords + 1) > MostWords || (!EndsAddress(first) && !first.Contains(','))
            || (!EndsAddress(first) && vocabulary.FunctionWords.Contains(Words.First(first[word.Length..]))))
            return false;
        // A name alone is none: "President Example, of whom …".
        for (var i = 0; i < Math.Min(following.Length, MostAbove); i++)
        {
            var line = following[i].Text.AsSpan().Trim();
            if (line.IsEmpty || following[i].Role != SourceRole.Text || Words.Count(line, MostWords + 1) > MostWords)
                return false;
            if (Addresses(line, vocabulary))
                return true;
            if (!EndsAddress(first) || !EndsAddress(line))
                return false;
        }

        return false;
    }

    // "السّيد الرئيسْ": some speaking copies are printed with all their vowels.
    private static string WithoutVowelSigns(string text) => text.AsSpan().ContainsAnyInRange('\u064B', '\u0652')
        ? string.Concat(text.Where(c => c is not (>= '\u064B' and <= '\u0652'))) : text;

    private static bool EndsAddress(ReadOnlySpan<char> line) =>
        line[^1] is ',' or ':' or '!' or '，' or '：' or '！' or '،' || line[^1] is ';' or '؛' || line.EndsWith("//") || line.EndsWith("..");

    // Without spaces, letters are counted instead of words: an address is no sentence.
    private static bool IsLongAddress(ReadOnlySpan<char> line) =>
        line[0] is >= '\u4E00' and <= '\u9FFF' && (line.Length > 40 || line.Contains('。'));

    // "Mr. President, I thank you." is a sentence; the full stop of "Mr." is not its end.
    private static bool HasSentenceEnd(ReadOnlySpan<char> line)
    {
        var at = line.LastIndexOfAny('.', '?', '!');
        return at >= 0 && (at == line.Length - 1 || char.IsWhiteSpace(line[at + 1])) && at > 4 && char.IsLower(line[at - 1])
            && !line[..at].EndsWith("Mr") && !line[..at].EndsWith("Ms") && !line[..at].EndsWith("Mrs") && !line[..at].EndsWith("Dr")
            && !line[..at].EndsWith("Prof");
    }

    private static bool IsThanks(ReadOnlySpan<char> line) => line.StartsWith("Thank", StringComparison.OrdinalIgnoreCase);

    private static bool StartsUpper(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        return !trimmed.IsEmpty && !char.IsLower(trimmed[0]);
    }
}

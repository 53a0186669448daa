namespace Speeches.Parsing;

/// <summary>Name and offices over several printed lines: which line holds the name, and where lines are one.</summary>
internal static class PrintedName
{
    /// <summary>The words with a line feed where a printed line ended, each in its place.</summary>
    internal static string WithLineEnds(string words, List<string> printed)
    {
        var letters = words.ToCharArray();
        var at = -1;
        foreach (var line in printed)
        {
            at += line.Length + 1;
            if (at < letters.Length)
                letters[at] = '\n';
        }

        return new string(letters);
    }

    /// <summary>"Ministra de Relaciones Exteriores del Estado" / "Plurinacional de …, María Ejemplo": an office over two lines.</summary>
    internal static (string? Honorific, string Name, string Offices)? Inside(string words, Vocabulary vocabulary) =>
        NameFinder.BehindOffice(words, vocabulary) > 0 ? PersonName.Split(words, vocabulary) : null;

    /// <summary>"MR. JOHN" / "EXAMPLE, MINISTER OF …": a name over two lines.</summary>
    internal static void Join(List<string> printed, Vocabulary vocabulary)
    {
        if (printed.Count < 2 || printed[0].Contains(',', StringComparison.Ordinal) || !PersonName.IsNamed(printed[0], vocabulary)
            || printed[1].IndexOf(',', StringComparison.Ordinal) is not (> 0 and var comma) || Words.Count(printed[1].AsSpan(0, comma), 4) > 3
            || !SpeakerSigns.IsCapitalised(printed[1][..comma], vocabulary) || Capacities.Begins(printed[1].AsSpan(0, comma), vocabulary)
            || !Capacities.Begins(printed[1].AsSpan(comma + 1), vocabulary))
            return;
        printed[0] = $"{printed[0]} {printed[1]}";
        printed.RemoveAt(1);
    }

    /// <summary>"Minister for Foreign Affairs" / "H.E. Mr. …": the office is printed above the name.</summary>
    internal static (string? Honorific, string Name, string Offices)? Below(List<string> printed, Vocabulary vocabulary)
    {
        var i = printed.FindIndex(1, line => NameFinder.ByInitials(line) == 0 || PersonName.IsNamed(line, vocabulary) || (Capacities.Begins(line, vocabulary) && NameFinder.BehindOffice(line, vocabulary) > 0)
            || CompactName.Split(line, vocabulary) is not null);
        if (i < 0)
            i = printed.FindIndex(1, line => SpeakerSigns.IsPlainName(line, vocabulary));
        if (i < 0)
            return null;
        var (honorific, name, rest) = PersonName.Split(printed[i], vocabulary);
        printed[0] = PersonName.OfficeAlone(printed[0], vocabulary);
        return (honorific, name, $"{string.Join('\n', printed[..i]).TrimEnd(',')}, {rest}\n{string.Join('\n', printed[(i + 1)..])}");
    }
}

namespace Speeches.Parsing;

/// <summary>
/// Takes the organization and the office from the first lines: an organization only where its name is the whole line, an office
/// where the line begins like one.
/// </summary>
internal static class LetterheadReader
{
    private const int FirstLines = 4;

    internal static void Read(HeaderDraft draft)
    {
        var seen = 0;
        for (var i = 0; i < draft.Lines.Count && seen < FirstLines; i++)
        {
            var line = draft.Lines[i];
            if (line.IsTaken)
                continue;
            seen++;
            if (draft.Header.Organization is null && Organization(line.Text, draft.Vocabulary) is { } organization)
            {
                draft.Header = draft.Header with { Organization = organization };
                draft.Keep("organization", line.Text, line.Number);
                line.IsTaken = true;
            }
            else if (draft.Header.Office is null && IsOffice(line.Text, draft.Vocabulary))
            {
                draft.Header = draft.Header with { Office = WithLinesBelow(draft, i) };
                draft.Keep("office", draft.Header.Office, line.Number);
            }
            else if (draft.Vocabulary.Organizations.Contains(line.Text) || IsOffice(line.Text, draft.Vocabulary)
                || (Parties.IsState(line.Text, draft.Vocabulary) && CompactName.Split(line.Text, draft.Vocabulary) is null))
            {
                // The same in a second language; the state's own name over its mission's: who speaks for whom is said elsewhere.
                line.IsTaken = true;
            }
        }
    }

    /// <summary>The organization that a line names; of two languages side by side ("UNITED NATIONS  NATIONS UNIES") the first.</summary>
    private static string? Organization(string line, Vocabulary vocabulary)
    {
        if (vocabulary.Organizations.Contains(line))
            return line;
        for (var at = line.IndexOf(' ', StringComparison.Ordinal); at > 0 && line.Length < 120; at = line.IndexOf(' ', at + 1))
        {
            if (vocabulary.Organizations.Contains(line.AsSpan(0, at).TrimEnd(" -–—/|")) && vocabulary.Organizations.Contains(line.AsSpan(at).Trim(" -–—/|")))
                return line[..at].TrimEnd(' ', '-', '–', '—', '/', '|');
        }

        return null;
    }

    /// <summary>"PERMANENT MISSION / OF X / TO THE UNITED NATIONS" in one line.</summary>
    private static string WithLinesBelow(HeaderDraft draft, int index)
    {
        var office = draft.Lines[index].Text;
        draft.Lines[index].IsTaken = true;
        for (var i = index + 1; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (line.IsTaken || !draft.Vocabulary.GoesOn.Contains(Words.First(line.Text)))
                break;
            office = $"{office} {line.Text}";
            line.IsTaken = true;
        }

        return office;
    }

    private static bool IsOffice(string line, Vocabulary vocabulary)
    {
        // "外交部长王例在…上的发言" begins like a ministry, but tells who speaks.
        foreach (var kind in vocabulary.KindsAtEnd)
        {
            if (line.EndsWith(kind, StringComparison.Ordinal))
                return false;
        }

        if (line.StartsWith("外交部长", StringComparison.Ordinal) || CompactName.Split(line, vocabulary) is not null
            || Array.Exists(vocabulary.OfficeEnds, end => line.EndsWith(end, StringComparison.Ordinal)))
            return false;
        foreach (var end in vocabulary.OfficeNameEnds)
        {
            if (line.EndsWith(end, StringComparison.Ordinal))
                return true;
        }

        return BeginsWithAny(line, vocabulary.OfficeBeginnings);
    }

    private static bool BeginsWithAny(string line, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            // The name of the office may go on in the next line.
            if (line.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)
                || (line.Length == beginning.Length - 1 && beginning.StartsWith(line, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }
}

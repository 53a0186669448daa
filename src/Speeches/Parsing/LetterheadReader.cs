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
        foreach (var line in draft.Lines)
        {
            if (line.IsTaken)
                continue;
            if (seen++ == FirstLines)
                return;
            if (draft.Header.Organization is null && draft.Vocabulary.Organizations.Contains(line.Text))
            {
                draft.Header = draft.Header with { Organization = line.Text };
                draft.Keep("organization", line.Text, line.Number);
                line.IsTaken = true;
            }
            else if (draft.Header.Office is null && IsOffice(line.Text, draft.Vocabulary))
            {
                draft.Header = draft.Header with { Office = line.Text };
                draft.Keep("office", line.Text, line.Number);
                line.IsTaken = true;
            }
        }
    }

    private static bool IsOffice(string line, Vocabulary vocabulary)
    {
        foreach (var beginning in vocabulary.OfficeBeginnings)
        {
            if (line.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}

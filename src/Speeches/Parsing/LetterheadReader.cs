namespace Speeches.Parsing;

/// <summary>
/// Takes the organization and the office from the first lines: an organization only where its name is the whole line, an office
/// where the line begins like one.
/// </summary>
internal static class LetterheadReader
{
    private const int FirstLines = 4;
    private const int MostWordsOfState = 8;

    internal static void Read(HeaderDraft draft)
    {
        var seen = 0;
        for (var i = 0; i < draft.Lines.Count && seen < FirstLines; i++)
        {
            var line = draft.Lines[i];
            if (line.IsTaken)
                continue;
            seen++;
            if (draft.Header.Organization is null && draft.Vocabulary.Organizations.Contains(line.Text))
            {
                draft.Header = draft.Header with { Organization = line.Text };
                draft.Keep("organization", line.Text, line.Number);
                line.IsTaken = true;
            }
            else if (draft.Header.Office is null && IsOffice(line.Text, draft.Vocabulary))
            {
                draft.Header = draft.Header with { Office = WithLinesBelow(draft, i) };
                draft.Keep("office", draft.Header.Office, line.Number);
            }
            else if (draft.Vocabulary.Organizations.Contains(line.Text) || IsOffice(line.Text, draft.Vocabulary)
                || (BeginsWithAny(line.Text, draft.Vocabulary.States) && Words.Count(line.Text) <= MostWordsOfState
                    && CompactName.Split(line.Text, draft.Vocabulary) is null))
            {
                // The same in a second language; the state's own name over its mission's: who speaks for whom is said elsewhere.
                line.IsTaken = true;
            }
        }
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

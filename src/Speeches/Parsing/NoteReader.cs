namespace Speeches.Parsing;

/// <summary>Takes printed notes ("Check against delivery") out of the letterhead, as printed, without brackets around them.</summary>
internal static class NoteReader
{
    internal static void Read(HeaderDraft draft)
    {
        List<string>? notes = null;
        foreach (var line in draft.Lines)
        {
            if (line.IsTaken || !IsNote(line.Text, draft.Vocabulary))
                continue;
            (notes ??= []).Add(line.Text.Trim(' ', '*', '[', ']', '(', ')', '（', '）', '【', '】', '-', '–', '«', '»', '"'));
            draft.Keep("notes", line.Text, line.Number);
            line.IsTaken = true;
        }

        if (notes is not null)
            draft.Header = draft.Header with { Notes = notes };
    }

    internal static bool IsNote(string line, Vocabulary vocabulary)
    {
        var text = line.AsSpan().TrimStart(" *[(（【-–«\"");
        foreach (var note in vocabulary.Notes)
        {
            if (text.StartsWith(note, StringComparison.OrdinalIgnoreCase))
                return text.Length < note.Length + 60;
        }

        return false;
    }
}

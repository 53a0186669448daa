namespace Speeches.Parsing;

/// <summary>Takes who read the speech out where another is its speaker ("Delivered by …").</summary>
internal static class DeliveredByReader
{
    internal static void Read(HeaderDraft draft)
    {
        foreach (var line in draft.Lines)
        {
            if (line.IsTaken || SpeakerReader.StartsWithAny(line.Text.TrimStart('('), draft.Vocabulary.DeliveredBy) is not (> 0 and var length))
                continue;
            var who = line.Text.TrimStart('(')[length..];
            var (behalf, _) = SpeakerReader.Behalf(who, draft.Vocabulary);
            draft.Header = draft.Header with { DeliveredBy = (behalf > 0 ? who[..behalf] : who).Trim(' ', ',', '.', ')') };
            draft.Keep("deliveredBy", line.Text, line.Number);
            line.IsTaken = true;
            return;
        }
    }
}

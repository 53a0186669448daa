namespace Speeches.Parsing;

/// <summary>
/// What a letterhead leaves in doubt, told where a person can settle it. Only a letterhead that tells something else for certain is
/// doubted: a text without one is none.
/// </summary>
internal static class HeaderDoubts
{
    private const int LongestName = 60;

    /// <summary>Why no date was read: none is printed, its year is missing, or day and month may change places.</summary>
    internal static void NoDate(HeaderDraft draft)
    {
        foreach (var line in draft.Lines)
        {
            if (line.IsTaken)
                continue;
            if (DateReader.IsAmbiguous(line.Text, draft.Vocabulary))
            {
                Add(draft, "ambiguous-date", line.Number, $"The date in this line may be one of two days, so none was read: {line.Text}");
                return;
            }

            if (DateReader.LacksYear(line.Text, draft.Vocabulary))
            {
                Add(draft, "date-without-year", line.Number, $"The date in this line has no year, so none was read: {line.Text}");
                line.IsTaken = true;
                return;
            }
        }

        Add(draft, "no-date", 0, "No date was found above the text. Add it by hand if you know it.");
    }

    internal static void SeveralDates(HeaderDraft draft, HeaderLine read, HeaderLine other) =>
        Add(draft, "several-dates", other.Number, $"Two dates are printed above the text; “{read.Text}” was read as the day of the speech, not “{other.Text}”.");

    /// <summary>Nobody speaks; or who speaks is long for a name, or an office alone.</summary>
    internal static void Speaker(HeaderDraft draft)
    {
        if (draft.Header.Speakers.Count == 0)
        {
            Add(draft, "no-speaker", 0, "Nobody is named above the text as its speaker. Add the name by hand if you know it.");
            return;
        }

        foreach (var speaker in draft.Header.Speakers)
        {
            if (IsOffice(speaker, draft.Vocabulary) || speaker.Name.Length > LongestName || speaker.Name.AsSpan().ContainsAnyInRange('0', '9'))
            {
                Add(draft, "unsure-speaker", draft.Provenance["speakers"].Line,
                    $"“{speaker.Name}” was read as who speaks, but does not look like the name of a person.");
            }
        }
    }

    /// <summary>An office that nobody is named to hold is the speaker's office, not their name.</summary>
    internal static void OfficeWithoutName(HeaderDraft draft)
    {
        if (draft.Header.Speakers is [{ Honorific: null, Capacities.Count: 0, Name: var office }] && SpeakerSigns.IsOfficeLine(office, draft.Vocabulary) && NameFinder.BehindOffice(office, draft.Vocabulary) < 1)
        {
            draft.Header = draft.Header with
            {
                Speakers = [draft.Header.Speakers[0] with { Name = "", Capacities = Capacities.Split(office, draft.Vocabulary) }],
            };
        }
    }

    private static bool IsOffice(Speaker speaker, Vocabulary vocabulary) => speaker.Honorific is null && Capacities.Begins(speaker.Name, vocabulary);

    private static void Add(HeaderDraft draft, string code, int line, string message) =>
        draft.Diagnostics.Add(new ParseDiagnostic(DiagnosticSeverity.Information, code, line, message));
}

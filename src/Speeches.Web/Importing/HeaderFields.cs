using System.Globalization;

namespace Speeches.Web.Importing;

/// <summary>How a field of a header is typed.</summary>
internal enum HeaderInput
{
    /// <summary>A short text.</summary>
    Text,

    /// <summary>A text that may take several lines on the screen, but is one.</summary>
    Long,

    /// <summary>Several texts, one a line.</summary>
    Lines,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>Speakers, each with parts of their own.</summary>
    Speakers,
}

/// <summary>A field of a header as people know it.</summary>
/// <param name="Name">In JSON.</param>
/// <param name="Label">For people.</param>
/// <param name="Input">How it is typed.</param>
/// <param name="Value">What a header has in it, as it is typed; empty where it has nothing.</param>
internal sealed record HeaderField(string Name, string Label, HeaderInput Input, Func<SpeechHeader, string> Value)
{
    /// <summary>What to know when typing, or null.</summary>
    public string? Hint { get; init; }
}

/// <summary>The fields of a header in the order of a letterhead.</summary>
internal static class HeaderFields
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<HeaderField> All { get; } =
    [
        new("organization", "Organization", HeaderInput.Text, header => header.Organization ?? ""),
        new("office", "Office", HeaderInput.Text, header => header.Office ?? ""),
        new("title", "Title", HeaderInput.Long, header => header.Title ?? "") { Hint = "The event or the subject." },
        new("occasion", "Occasion", HeaderInput.Long, header => header.Occasion ?? "") { Hint = "What it is part of: a session, a side event, an agenda item." },
        new("kind", "Kind", HeaderInput.Text, header => header.Kind ?? "") { Hint = "As printed: Statement, Opening remarks." },
        new("speakers", "Speakers", HeaderInput.Speakers, header => string.Join('\n', header.Speakers.Select(Words))),
        new("deliveredBy", "Delivered by", HeaderInput.Text, header => header.DeliveredBy ?? "") { Hint = "Where somebody else read it out." },
        new("place", "Place", HeaderInput.Text, header => header.Place ?? ""),
        new("date", "Date", HeaderInput.Date, header => header.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
        new("startTime", "From", HeaderInput.Time, header => header.StartTime?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? ""),
        new("endTime", "To", HeaderInput.Time, header => header.EndTime?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? ""),
        new("language", "Language", HeaderInput.Text, header => header.Language ?? "") { Hint = "A tag such as en, fr or pt-BR." },
        new("symbol", "Symbol", HeaderInput.Text, header => header.Symbol ?? ""),
        new("notes", "Notes", HeaderInput.Lines, header => string.Join('\n', header.Notes)) { Hint = "One a line: Check against delivery." },
    ];

    /// <summary>The field of this name.</summary>
    public static HeaderField Of(string name) => All.First(field => field.Name == name);

    /// <summary>A speaker in one line.</summary>
    public static string Words(Speaker speaker)
    {
        string?[] parts = [speaker.Addressed, .. speaker.OtherCapacities, speaker.OtherParty is { } whom ? "on behalf of " + whom : null];
        return string.Join(", ", parts.Where(part => part is not null));
    }
}

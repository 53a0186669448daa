namespace Speeches.Formats.Writing.Json;

/// <summary>A speech's header as the API and the JSON copy spell it. Absent is null or empty.</summary>
public sealed record SpeechHeaderJson
{
    /// <summary>The organization on the letterhead, as printed.</summary>
    public string? Organization { get; init; }

    /// <summary>The office on the letterhead, as printed.</summary>
    public string? Office { get; init; }

    /// <summary>The event or the subject.</summary>
    public string? Title { get; init; }

    /// <summary>What the event is part of.</summary>
    public string? Occasion { get; init; }

    /// <summary>The kind of address as printed.</summary>
    public string? Kind { get; init; }

    /// <summary>Who speaks, in printed order.</summary>
    public required IReadOnlyList<SpeakerJson> Speakers { get; init; }

    /// <summary>Who read the speech out, where that is somebody else.</summary>
    public string? DeliveredBy { get; init; }

    /// <summary>Where it was given.</summary>
    public string? Place { get; init; }

    /// <summary>The day, <c>yyyy-MM-dd</c>.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>When it began, <c>HH:mm</c>, local time at the place.</summary>
    public TimeOnly? StartTime { get; init; }

    /// <summary>When it ended, <c>HH:mm</c>, local time at the place.</summary>
    public TimeOnly? EndTime { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>The document symbol.</summary>
    public string? Symbol { get; init; }

    /// <summary>"Check against delivery" and the like, as printed.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>For each field that has a value, by its name here: where that value comes from.</summary>
    public required IReadOnlyDictionary<string, ProvenanceJson> Provenance { get; init; }

    /// <summary>The header of a speech in this shape.</summary>
    public static SpeechHeaderJson From(SpeechHeader header) => new()
    {
        Organization = header.Organization,
        Office = header.Office,
        Title = header.Title,
        Occasion = header.Occasion,
        Kind = header.Kind,
        Speakers = [.. header.Speakers.Select(speaker => new SpeakerJson(speaker.Honorific, speaker.Name.Length > 0 ? speaker.Name : null, speaker.Capacities, speaker.OnBehalfOf))],
        DeliveredBy = header.DeliveredBy,
        Place = header.Place,
        Date = header.Date,
        StartTime = header.StartTime,
        EndTime = header.EndTime,
        Language = header.Language,
        Symbol = header.Symbol,
        Notes = header.Notes,
        // Sorted, because a dictionary keeps no order and the same copy must give the same bytes.
        Provenance = new SortedDictionary<string, ProvenanceJson>(
            header.Provenance.ToDictionary(field => field.Key, field => new ProvenanceJson(field.Value.Origin, field.Value.Printed, field.Value.Line)),
            StringComparer.Ordinal),
    };
}

/// <summary>Who gives the speech.</summary>
/// <param name="Honorific">As printed, or null.</param>
/// <param name="Name">Without honorific and capacities; null where only an office is printed.</param>
/// <param name="Capacities">The offices held, in printed order.</param>
/// <param name="OnBehalfOf">The state, group or organ spoken for, or null.</param>
public sealed record SpeakerJson(string? Honorific, string? Name, IReadOnlyList<string> Capacities, string? OnBehalfOf);

/// <summary>Where a header field's value comes from.</summary>
/// <param name="Origin"><c>read</c> or <c>edited</c>.</param>
/// <param name="Printed">The words of the source, or null.</param>
/// <param name="Line">Their line in the source from 1; 0 where unknown.</param>
public sealed record ProvenanceJson(FieldOrigin Origin, string? Printed, int Line);

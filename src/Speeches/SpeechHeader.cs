namespace Speeches;

/// <summary>How a header field came to its value.</summary>
public enum FieldOrigin
{
    /// <summary>Read from the source by the parser.</summary>
    Read,

    /// <summary>Given or corrected by a person.</summary>
    Edited,
}

/// <summary>Where a header field's value comes from.</summary>
/// <param name="Origin">Read or edited by hand.</param>
/// <param name="Printed">The words of the source that the value was read from, lines joined; null when edited without a source.</param>
/// <param name="Line">The source line of the first of those words, from 1; 0 where unknown.</param>
public sealed record FieldProvenance(FieldOrigin Origin, string? Printed, int Line);

/// <summary>What a speech's letterhead says. Absent is null or empty, never guessed from nothing.</summary>
public sealed record SpeechHeader
{
    /// <summary>The organization on the letterhead, as printed ("UNITED NATIONS").</summary>
    public string? Organization { get; init; }

    /// <summary>The office on the letterhead, as printed.</summary>
    public string? Office { get; init; }

    /// <summary>The event or the subject.</summary>
    public string? Title { get; init; }

    /// <summary>What the event is part of: a session, a side event, an agenda item.</summary>
    public string? Occasion { get; init; }

    /// <summary>The kind of address as printed ("Opening remarks", "Statement").</summary>
    public string? Kind { get; init; }

    /// <summary>Who speaks.</summary>
    public IReadOnlyList<Speaker> Speakers { get; init; } = [];

    /// <summary>Who read the speech out, where that is somebody else.</summary>
    public string? DeliveredBy { get; init; }

    /// <summary>Where it was given.</summary>
    public string? Place { get; init; }

    /// <summary>The day it was given.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>When it began, local time at the place.</summary>
    public TimeOnly? StartTime { get; init; }

    /// <summary>When it ended, local time at the place.</summary>
    public TimeOnly? EndTime { get; init; }

    /// <summary>The language of the text as a BCP 47 tag ("en").</summary>
    public string? Language { get; init; }

    /// <summary>The document symbol ("A/C.6/79/SR.1").</summary>
    public string? Symbol { get; init; }

    /// <summary>"Check against delivery", "Provisional translation", as printed.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The title, else the occasion, else the kind with the first speaker ("Statement, Example Speaker"), or what there is of them; else null.</summary>
    public string? Heading() => Title ?? Occasion ?? (Kind, Speakers) switch
    {
        ({ } kind, [var speaker, ..]) => $"{kind}, {speaker.Called}",
        (null, [var speaker, ..]) => speaker.Called,
        var (kind, _) => kind,
    };

    /// <summary>For each field that has a value, by its JSON name ("date", "speakers"): where that value comes from.</summary>
    public IReadOnlyDictionary<string, FieldProvenance> Provenance { get; init; } = new Dictionary<string, FieldProvenance>();
}

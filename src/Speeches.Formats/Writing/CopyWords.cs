using System.Globalization;
using Speeches.Annotations;

namespace Speeches.Formats.Writing;

/// <summary>The sentences that every copy for people says in the same words.</summary>
internal static class CopyWords
{
    /// <summary>"9 annotations", replies counted, placeholders not.</summary>
    public static string Count(AnnotatedCopy copy) => copy.AnnotationCount switch
    {
        0 => "no annotations",
        1 => "1 annotation",
        var count => count.ToString(CultureInfo.InvariantCulture) + " annotations (replies counted)",
    };

    /// <summary>The audience by its word, and what that means.</summary>
    public static string Audience(AnnotatedCopy copy) => copy.Audience switch
    {
        "public" => "public (what anyone may see)",
        "mine" => "mine (what anyone may see, and the private annotations of the person who made the copy)",
        var group => $"{group} (what anyone may see, and what was written in this group)",
    };

    /// <summary>What a copy says of itself, one fact a line: label and words.</summary>
    public static IReadOnlyList<(string Label, string Words)> Facts(AnnotatedCopy copy) =>
    [
        ("Address", copy.Address.AbsoluteUri),
        ("Version", copy.Text.Version.ToString(CultureInfo.InvariantCulture)),
        ("As of", Moment(copy.Made)),
        ("Audience", Audience(copy)),
        ("Holds", Count(copy)),
    ];

    /// <summary>"14 November 2026, 09:05 UTC".</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"14 December 2021, 13:15 – 14:45", as much of it as is known; null where nothing is.</summary>
    public static string? Occasion(SpeechHeader header)
    {
        var times = (header.StartTime, header.EndTime) switch
        {
            ({ } start, { } end) => $"{Time(start)} – {Time(end)}",
            ({ } start, null) => Time(start),
            _ => null,
        };
        string?[] parts = [header.Date?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), times, header.Place];
        return string.Join(", ", parts.Where(part => part is not null)) is { Length: > 0 } words ? words : null;
    }

    /// <summary>"Mr. Miguel de Serpa Soares".</summary>
    public static string Name(Speaker speaker) => speaker.Addressed;

    /// <summary>The offices held and the party spoken for, one a line.</summary>
    public static IEnumerable<string> Capacities(Speaker speaker) =>
        speaker.OtherParty is null ? speaker.OtherCapacities : speaker.OtherCapacities.Append("on behalf of " + speaker.OtherParty);

    /// <summary>What follows an author's name: when, and what else is to be known ("edited", "private", "tagged …", "resolved by …").</summary>
    public static string Circumstances(Annotation annotation)
    {
        var words = Moment(annotation.Created);
        if (annotation.Modified is { } modified) words += $", edited {Moment(modified)}";
        if (annotation is { IsReply: false } && Sight(annotation) is { } sight) words += $", {sight}";
        if (Tags(annotation) is { } tags) words += $", {tags}";
        if (annotation.Resolution is { } resolution) words += $", resolved by {resolution.By.Name} on {Moment(resolution.At)}";
        return words;
    }

    /// <summary>Who may see a thread, where not everybody may: "private", "group Drafting"; else null.</summary>
    public static string? Sight(Annotation root) => root.Audience == Annotations.Audience.Public ? null
        : root.Audience.Group is { } group ? $"group {group}" : "private";

    /// <summary>"tagged law of the sea, to check": what a thread is sorted by; null for nothing.</summary>
    public static string? Tags(Annotation root) => root.Tags.Count == 0 ? null : "tagged " + string.Join(", ", root.Tags);

    /// <summary>What became of the words that a thread was made on, where they are not those that stand there; else null.</summary>
    public static string? Standing(Annotation root) => root.Carriage is not { } carriage ? null : root.State switch
    {
        AnchorState.Changed => $"Made on version {Number(carriage.MadeOn)}, where the words were: “{carriage.Original.Exact}”",
        AnchorState.Orphan => $"Made on words of version {Number(carriage.MadeOn)} that are not in this one: “{carriage.Original.Exact}”",
        _ => null,
    };

    /// <summary>Shown for a deleted annotation whose replies remain.</summary>
    public const string Deleted = "This annotation was deleted; the replies to it remain.";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

namespace Speeches.Annotations;

/// <summary>Who resolved a thread, and when.</summary>
/// <param name="By">The person.</param>
/// <param name="At">UTC.</param>
public sealed record Resolution(Author By, DateTimeOffset At);

/// <summary>Who is to see to a thread.</summary>
/// <param name="To">The person.</param>
/// <param name="Due">Until the end of which day, or null.</param>
public sealed record Assignment(Author To, DateOnly? Due);

/// <summary>An annotation on a block, or a reply to one, as it stands now.</summary>
public sealed record Annotation
{
    /// <summary>26 lower-case letters and digits (a version 7 UUID in base 32): sorts by time, cannot be guessed.</summary>
    public required string Id { get; init; }

    /// <summary>The speech's key; never shown.</summary>
    public required long SpeechId { get; init; }

    /// <summary>The speech's name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>The version of the text on which it stands: that it was made on, or a later one that its anchor was carried to.</summary>
    public required int Version { get; init; }

    /// <summary>
    /// Where it sits on <see cref="Version"/>; a reply carries its thread's anchor. Of an orphan (<see cref="State"/>) it is the anchor
    /// as it was made, which says the old words and nothing of a place on that version.
    /// </summary>
    public required TextAnchor Anchor { get; init; }

    /// <summary>How it came to <see cref="Version"/>; null on the version it was made on.</summary>
    public AnchorCarriage? Carriage { get; init; }

    /// <summary>What became of its anchor on <see cref="Version"/>.</summary>
    public AnchorState State => Carriage?.State ?? AnchorState.Exact;

    /// <summary>The anchor where it has a place on <see cref="Version"/>; null for an orphan.</summary>
    public TextAnchor? Place => State == AnchorState.Orphan ? null : Anchor;

    /// <summary>The annotation it replies to (always the root of a thread), or null for a root.</summary>
    public string? ParentId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Author Author { get; init; }

    /// <summary>What was written, Markdown; empty once deleted.</summary>
    public required string Body { get; init; }

    /// <summary>What the thread is sorted by, on its root, in the order they were given; see <see cref="Annotations.Tags"/>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When its tags became others than it began with, UTC; null where they never did.</summary>
    public DateTimeOffset? Tagged { get; init; }

    /// <summary>Who may see the thread.</summary>
    public required Audience Audience { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the words were last edited, UTC; null where they never were.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Set on the root of a resolved thread.</summary>
    public Resolution? Resolution { get; init; }

    /// <summary>Set on the root of a thread that somebody is to see to.</summary>
    public Assignment? Assignment { get; init; }

    /// <summary>When it was deleted, UTC; a deleted root with replies is kept as a placeholder.</summary>
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>Who deleted it: its author or an administrator; set together with <see cref="Deleted"/>.</summary>
    public Author? DeletedBy { get; init; }

    /// <summary>From 1, raised by each change of this annotation: its ETag.</summary>
    public required int Revision { get; init; }

    /// <summary>Whether it is a reply.</summary>
    public bool IsReply => ParentId is not null;
}

/// <summary>An annotation with its replies.</summary>
/// <param name="Root">The annotation on the block; a placeholder where it was deleted and replies remain.</param>
/// <param name="Replies">Oldest first; deleted ones are left out.</param>
public sealed record AnnotationThread(Annotation Root, IReadOnlyList<Annotation> Replies)
{
    /// <summary>The root and the replies that are not deleted.</summary>
    public int Count => Replies.Count + (Root.Deleted is null ? 1 : 0);
}

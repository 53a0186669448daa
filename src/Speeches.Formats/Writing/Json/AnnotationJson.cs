using System.Globalization;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.Json;

/// <summary>An annotation or a reply as received from the API. A reply has its thread's place and an empty list of replies.</summary>
public sealed record AnnotationJson
{
    /// <summary>The id in addresses.</summary>
    public required string Id { get; init; }

    /// <summary>The slug of the speech.</summary>
    public required string Speech { get; init; }

    /// <summary>The version of the text on which it stands, and that <see cref="Start"/> and <see cref="End"/> count in.</summary>
    public required int Version { get; init; }

    /// <summary>The block's id ("p7"); null for an orphan.</summary>
    public required string? Block { get; init; }

    /// <summary>The paragraph's number; null on a block that has none, and for an orphan.</summary>
    public int? Paragraph { get; init; }

    /// <summary>First UTF-16 code unit of the range; null for the whole block, and for an orphan.</summary>
    public int? Start { get; init; }

    /// <summary>One past the last code unit; null where <see cref="Start"/> is.</summary>
    public int? End { get; init; }

    /// <summary>The words that stand there; of an orphan, those that it was made on.</summary>
    public required QuoteJson Quote { get; init; }

    /// <summary>
    /// What became of the words it was made on: <c>exact</c>, <c>moved</c> (the same at another place), <c>changed</c> (others), or
    /// <c>orphan</c>: they have no place on this version that is sure.
    /// </summary>
    public required AnchorState Anchor { get; init; }

    /// <summary>Where it was made, if that was on an earlier version, else null.</summary>
    public OriginalJson? Original { get; init; }

    /// <summary>The annotation it replies to; null for a root.</summary>
    public string? Parent { get; init; }

    /// <summary>Who wrote it.</summary>
    public required AuthorJson Author { get; init; }

    /// <summary>Markdown; empty once deleted.</summary>
    public required string Body { get; init; }

    /// <summary>The body as safe HTML.</summary>
    public required string Html { get; init; }

    /// <summary>What the thread is sorted by; on replies always empty.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary><c>public</c> or <c>private</c>.</summary>
    public required string Audience { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the words were last edited, UTC; null where they never were.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>When it was deleted, UTC; only on the root of a thread that still has replies.</summary>
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>Whether its thread is resolved; on replies always false.</summary>
    public required bool Resolved { get; init; }

    /// <summary>Who resolved it and when, or null.</summary>
    public ResolutionJson? Resolution { get; init; }

    /// <summary>Who is to see to the thread, on its root, or null.</summary>
    public AssignmentJson? Assignment { get; init; }

    /// <summary>Raised by each change: the ETag.</summary>
    public required int Revision { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<AnnotationJson> Replies { get; init; }

    /// <summary>A thread in this shape: the root with its replies.</summary>
    public static AnnotationJson From(AnnotationThread thread) =>
        From(thread.Root) with { Replies = [.. thread.Replies.Select(From)] };

    /// <summary>One annotation in this shape, without replies.</summary>
    public static AnnotationJson From(Annotation annotation) => new()
    {
        Id = annotation.Id,
        Speech = annotation.Slug,
        Version = annotation.Version,
        Block = annotation.Place?.BlockId,
        Paragraph = ParagraphNumber(annotation.Place?.BlockId),
        Start = annotation.Place?.Start,
        End = annotation.Place?.End,
        Quote = QuoteJson.From(annotation.Anchor),
        Anchor = annotation.State,
        Original = annotation.Carriage is { } carriage ? OriginalJson.From(carriage) : null,
        Parent = annotation.ParentId,
        Author = new AuthorJson(annotation.Deleted is null ? annotation.Author.Name : ""),
        Body = annotation.Deleted is null ? annotation.Body : "",
        Html = annotation.Deleted is null ? CommentMarkdown.ToHtml(annotation.Body) : "",
        Tags = annotation.Tags,
        Audience = annotation.Audience.Name,
        Created = annotation.Created,
        Modified = annotation.Modified,
        Deleted = annotation.Deleted,
        Resolved = annotation.Resolution is not null,
        Resolution = annotation.Resolution is { } resolution ? new ResolutionJson(new AuthorJson(resolution.By.Name), resolution.At) : null,
        Assignment = annotation.Assignment is { } assignment ? new AssignmentJson(new AuthorJson(assignment.To.Name), assignment.Due) : null,
        Revision = annotation.Revision,
        Replies = [],
    };

    // A block's id is "p" and the number for numbered paragraphs and for nothing else (Block.Id), so no text is needed here.
    private static int? ParagraphNumber(string? blockId) =>
        blockId is ['p', ..] && int.TryParse(blockId.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>The words annotated and up to 32 characters on each side.</summary>
/// <param name="Exact">The words.</param>
/// <param name="Prefix">What stands before them.</param>
/// <param name="Suffix">What stands after them.</param>
public sealed record QuoteJson(string Exact, string Prefix, string Suffix)
{
    /// <summary>An anchor's words in this shape.</summary>
    public static QuoteJson From(TextAnchor anchor) => new(anchor.Exact, anchor.Prefix, anchor.Suffix);
}

/// <summary>Where an annotation was made, on a version earlier than the one it stands on.</summary>
/// <param name="Version">That version.</param>
/// <param name="Block">The block's id there.</param>
/// <param name="Start">First UTF-16 code unit of the range there; null for the whole block.</param>
/// <param name="End">One past the last, or null.</param>
/// <param name="Quote">The words before.</param>
/// <param name="Score">How alike the words before and now are: 1 the same, 0 for an orphan.</param>
public sealed record OriginalJson(int Version, string Block, int? Start, int? End, QuoteJson Quote, double Score)
{
    /// <summary>What is known of it in this shape.</summary>
    public static OriginalJson From(AnchorCarriage carriage) => new(
        carriage.MadeOn, carriage.Original.BlockId, carriage.Original.Start, carriage.Original.End, QuoteJson.From(carriage.Original), carriage.Score);
}

/// <summary>Who wrote something.</summary>
/// <param name="Name">The display name; empty on a deleted annotation.</param>
public sealed record AuthorJson(string Name);

/// <summary>How a thread was resolved.</summary>
/// <param name="By">By whom.</param>
/// <param name="At">When, UTC.</param>
public sealed record ResolutionJson(AuthorJson By, DateTimeOffset At);

/// <summary>Who is to see to a thread.</summary>
/// <param name="To">The person.</param>
/// <param name="Due">Until the end of which day, or null.</param>
public sealed record AssignmentJson(AuthorJson To, DateOnly? Due);

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

    /// <summary>The version of the text that <see cref="Start"/> and <see cref="End"/> count in.</summary>
    public required int Version { get; init; }

    /// <summary>The block's id ("p7").</summary>
    public required string Block { get; init; }

    /// <summary>The paragraph's number; null on a block that has none.</summary>
    public int? Paragraph { get; init; }

    /// <summary>First UTF-16 code unit of the range; null for the whole block.</summary>
    public int? Start { get; init; }

    /// <summary>One past the last code unit; null for the whole block.</summary>
    public int? End { get; init; }

    /// <summary>The words annotated.</summary>
    public required QuoteJson Quote { get; init; }

    /// <summary><c>exact</c>: the words stand where they were annotated. Other words come with other versions.</summary>
    public required string Anchor { get; init; }

    /// <summary>The annotation it replies to; null for a root.</summary>
    public string? Parent { get; init; }

    /// <summary>Who wrote it.</summary>
    public required AuthorJson Author { get; init; }

    /// <summary>Markdown; empty once deleted.</summary>
    public required string Body { get; init; }

    /// <summary>The body as safe HTML.</summary>
    public required string Html { get; init; }

    /// <summary>Always empty today.</summary>
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
        Block = annotation.Anchor.BlockId,
        Paragraph = ParagraphNumber(annotation.Anchor.BlockId),
        Start = annotation.Anchor.Start,
        End = annotation.Anchor.End,
        Quote = new QuoteJson(annotation.Anchor.Exact, annotation.Anchor.Prefix, annotation.Anchor.Suffix),
        Anchor = "exact",
        Parent = annotation.ParentId,
        Author = new AuthorJson(annotation.Deleted is null ? annotation.Author.Name : ""),
        Body = annotation.Deleted is null ? annotation.Body : "",
        Html = annotation.Deleted is null ? CommentMarkdown.ToHtml(annotation.Body) : "",
        Audience = annotation.Audience.Name,
        Created = annotation.Created,
        Modified = annotation.Modified,
        Deleted = annotation.Deleted,
        Resolved = annotation.Resolution is not null,
        Resolution = annotation.Resolution is { } resolution ? new ResolutionJson(new AuthorJson(resolution.By.Name), resolution.At) : null,
        Revision = annotation.Revision,
        Replies = [],
    };

    // A block's id is "p" and the number for numbered paragraphs and for nothing else (Block.Id), so no text is needed here.
    private static int? ParagraphNumber(string blockId) =>
        blockId.StartsWith('p') && int.TryParse(blockId.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>The words annotated and up to 32 characters on each side.</summary>
/// <param name="Exact">The words.</param>
/// <param name="Prefix">What stands before them.</param>
/// <param name="Suffix">What stands after them.</param>
public sealed record QuoteJson(string Exact, string Prefix, string Suffix);

/// <summary>Who wrote something.</summary>
/// <param name="Name">The display name; empty on a deleted annotation.</param>
public sealed record AuthorJson(string Name);

/// <summary>How a thread was resolved.</summary>
/// <param name="By">By whom.</param>
/// <param name="At">When, UTC.</param>
public sealed record ResolutionJson(AuthorJson By, DateTimeOffset At);

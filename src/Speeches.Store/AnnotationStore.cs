#pragma warning disable CS9113 // stub
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>An annotation to be added.</summary>
public sealed record NewAnnotation
{
    /// <summary>The speech.</summary>
    public required string Slug { get; init; }

    /// <summary>The version the writer had before them; null for the current one.</summary>
    public int? Version { get; init; }

    /// <summary>The block ("p7").</summary>
    public required string BlockId { get; init; }

    /// <summary>First code unit of a range, or null for the whole block.</summary>
    public int? Start { get; init; }

    /// <summary>One past the last code unit, or null.</summary>
    public int? End { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>Who may see it.</summary>
    public Audience Audience { get; init; } = Audience.Public;
}

/// <summary>Which annotations of a speech a list holds; null means any.</summary>
public sealed record AnnotationFilter
{
    /// <summary>On this paragraph.</summary>
    public int? Paragraph { get; init; }

    /// <summary>By an author of this display name.</summary>
    public string? Author { get; init; }

    /// <summary>Resolved or not.</summary>
    public bool? Resolved { get; init; }

    /// <summary>Created or changed at or after this moment.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>Limits on annotations; <c>Annotations</c> in the settings.</summary>
public sealed record AnnotationLimits
{
    /// <summary>The longest body, in UTF-16 code units.</summary>
    public int MaximumLength { get; init; } = 20_000;

    /// <summary>The most replies a thread takes.</summary>
    public int MaximumReplies { get; init; } = 500;
}

/// <summary>
/// Annotations, their threads and their history. Each change writes an event and the current state in one transaction and raises
/// the speech's revision. Who may do what is asked of <see cref="AnnotationRules"/> inside that transaction.
/// </summary>
/// <remarks>
/// Every method throws <see cref="SpeechesError"/>: <see cref="ErrorKind.NotFound"/> for what is unknown or not the actor's to see,
/// <see cref="ErrorKind.Gone"/> for what was deleted, <see cref="ErrorKind.Forbidden"/>, <see cref="ErrorKind.Refused"/> (empty or
/// too long a body: field <c>body</c>), and <see cref="ErrorKind.Stale"/> where <c>expectedRevision</c> is not the current one.
/// </remarks>
public sealed class AnnotationStore(Database database, TimeProvider clock, AnnotationLimits limits)
{
    /// <summary>The threads on a speech that a viewer may see, in the order of their blocks, then ranges, then time.</summary>
    /// <param name="speechId">The speech.</param>
    /// <param name="viewer">Null for what is public only.</param>
    /// <param name="filter">Narrows to threads whose root matches.</param>
    public Task<IReadOnlyList<AnnotationThread>> Threads(long speechId, Actor? viewer, AnnotationFilter? filter = null) =>
        throw new NotImplementedException();

    /// <summary>The thread that holds the annotation (root or reply).</summary>
    public Task<AnnotationThread> Thread(string id, Actor? viewer) => throw new NotImplementedException();

    /// <summary>One annotation.</summary>
    public Task<Annotation> Find(string id, Actor? viewer) => throw new NotImplementedException();

    /// <summary>Adds an annotation to a block.</summary>
    public Task<Annotation> Add(Actor actor, NewAnnotation annotation) => throw new NotImplementedException();

    /// <summary>Adds a reply to the thread that holds <paramref name="id"/>.</summary>
    public Task<Annotation> Reply(Actor actor, string id, string body) => throw new NotImplementedException();

    /// <summary>Replaces the words. The same words again change nothing.</summary>
    public Task<Annotation> Edit(Actor actor, string id, string body, int? expectedRevision) => throw new NotImplementedException();

    /// <summary>Deletes it; a root with replies stays as a placeholder.</summary>
    /// <returns>The thread as it stands now, or null where nothing of it is left to show.</returns>
    public Task<AnnotationThread?> Delete(Actor actor, string id, int? expectedRevision) => throw new NotImplementedException();

    /// <summary>Resolves or reopens the thread that holds <paramref name="id"/>; doing so twice changes nothing.</summary>
    /// <returns>The root.</returns>
    public Task<Annotation> Resolve(Actor actor, string id, bool resolved) => throw new NotImplementedException();
}

using System.Data.Common;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>A row of <c>annotations</c> with the names that are shown with it.</summary>
internal sealed record AnnotationRow
{
    private const string Own = """
        a.id, a.speech_id, s.slug, a.parent_id, a.author_id, p.name AS author_name, a.thread_author_id, a.audience, a.body, a.created,
        a.modified, a.resolved_by, r.name AS resolved_by_name, a.resolved, a.deleted_by, d.name AS deleted_by_name, a.deleted, a.revision
        """;

    private const string Names = """
        JOIN speeches AS s ON s.id = a.speech_id
        JOIN accounts AS p ON p.id = a.author_id
        LEFT JOIN accounts AS r ON r.id = a.resolved_by
        LEFT JOIN accounts AS d ON d.id = a.deleted_by
        """;

    /// <summary>The rows of a speech that a viewer may see; replies come without an anchor.</summary>
    public const string OfSpeech = $"""
        SELECT {Own}, a.version, a.block_id, a.position, a.range_start, a.range_end, a.exact, a.prefix, a.suffix
        FROM annotations AS a {Names}
        WHERE a.speech_id = @speechId AND (a.audience = 'public' OR a.thread_author_id = @viewerId)
            AND (a.deleted IS NULL OR a.parent_id IS NULL)
        ORDER BY a.created, a.id
        """;

    /// <summary>The row of an id, with the anchor of its thread.</summary>
    public const string OfId = $"""
        SELECT {Own}, t.version, t.block_id, t.position, t.range_start, t.range_end, t.exact, t.prefix, t.suffix
        FROM annotations AS a {Names} JOIN annotations AS t ON t.id = coalesce(a.parent_id, a.id)
        WHERE a.id = @id
        """;

    /// <summary>The rows of a thread; replies come without an anchor.</summary>
    public const string OfThread = $"""
        SELECT {Own}, a.version, a.block_id, a.position, a.range_start, a.range_end, a.exact, a.prefix, a.suffix
        FROM annotations AS a {Names}
        WHERE (a.id = @rootId OR a.parent_id = @rootId) AND (a.deleted IS NULL OR a.parent_id IS NULL)
        ORDER BY a.created, a.id
        """;

    public string Id { get; init; } = "";

    public long SpeechId { get; init; }

    public string Slug { get; init; } = "";

    public string? ParentId { get; init; }

    public int Version { get; init; }

    public string? BlockId { get; init; }

    public int Position { get; init; }

    public int? RangeStart { get; init; }

    public int? RangeEnd { get; init; }

    public string? Exact { get; init; }

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    public long AuthorId { get; init; }

    public string AuthorName { get; init; } = "";

    public long ThreadAuthorId { get; init; }

    public string Audience { get; init; } = "";

    public string Body { get; init; } = "";

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset? Modified { get; init; }

    public long? ResolvedBy { get; init; }

    public string? ResolvedByName { get; init; }

    public DateTimeOffset? Resolved { get; init; }

    public long? DeletedBy { get; init; }

    public string? DeletedByName { get; init; }

    public DateTimeOffset? Deleted { get; init; }

    public int Revision { get; init; }

    /// <summary>The key of the thread's root.</summary>
    public string RootId => ParentId ?? Id;

    /// <summary>Where the row holds the anchor itself.</summary>
    public TextAnchor Anchor => new()
    {
        BlockId = BlockId!,
        Start = RangeStart,
        End = RangeEnd,
        Exact = Exact!,
        Prefix = Prefix!,
        Suffix = Suffix!,
    };

    /// <summary>The annotation of a row that holds its anchor.</summary>
    public Annotation ToAnnotation() => ToAnnotation(Anchor, Version);

    /// <summary>The annotation with the anchor of its thread.</summary>
    public Annotation ToAnnotation(TextAnchor anchor, int version) => new()
    {
        Id = Id,
        SpeechId = SpeechId,
        Slug = Slug,
        Version = version,
        Anchor = anchor,
        ParentId = ParentId,
        Author = new(AuthorId, AuthorName),
        Body = Body,
        Audience = Annotations.Audience.Parse(Audience),
        Created = Created,
        Modified = Modified,
        Resolution = ResolvedBy is { } resolver ? new(new(resolver, ResolvedByName!), Resolved!.Value) : null,
        Deleted = Deleted,
        DeletedBy = DeletedBy is { } deleter ? new(deleter, DeletedByName!) : null,
        Revision = Revision,
    };
}

/// <summary>Reads rows and makes threads of them.</summary>
internal static class AnnotationRows
{
    /// <summary>The row of an id, or null.</summary>
    public static Task<AnnotationRow?> Find(DbConnection connection, string id) =>
        connection.QuerySingleOrDefaultAsync<AnnotationRow>(AnnotationRow.OfId, new { id });

    /// <summary>The thread of a root, or null where nothing of it is left to show.</summary>
    public static async Task<AnnotationThread?> Thread(DbConnection connection, string rootId) =>
        Threads(await connection.QueryAsync<AnnotationRow>(AnnotationRow.OfThread, new { rootId })) is [var thread] ? thread : null;

    /// <summary>The threads on a speech in the order of their places, then of time.</summary>
    public static async Task<List<AnnotationThread>> OfSpeech(DbConnection connection, long speechId, long? viewerId) =>
        Threads(await connection.QueryAsync<AnnotationRow>(AnnotationRow.OfSpeech, new { speechId, viewerId }));

    // The rows come in the order of time. A deleted root stands for its replies, and goes when none is left.
    private static List<AnnotationThread> Threads(IEnumerable<AnnotationRow> rows)
    {
        var roots = new List<AnnotationRow>();
        var replies = new Dictionary<string, List<AnnotationRow>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.ParentId is null)
                roots.Add(row);
            else if (replies.TryGetValue(row.ParentId, out var others))
                others.Add(row);
            else
                replies.Add(row.ParentId, [row]);
        }

        var threads = new List<AnnotationThread>(roots.Count);
        foreach (var row in roots.OrderBy(row => (row.Position, row.RangeStart ?? -1, row.RangeEnd ?? -1))) // keeps the order of time
        {
            var root = row.ToAnnotation();
            if (replies.TryGetValue(row.Id, out var answers))
                threads.Add(new(root, [.. answers.Select(reply => reply.ToAnnotation(root.Anchor, root.Version))]));
            else if (root.Deleted is null)
                threads.Add(new(root, []));
        }

        return threads;
    }
}

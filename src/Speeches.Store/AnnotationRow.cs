using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>A row of <c>annotations</c> with the names that are shown with it.</summary>
internal sealed record AnnotationRow
{
    private const string Own = """
        a.id, a.speech_id, s.slug, a.parent_id, a.author_id, p.name, a.thread_author_id, a.audience, a.body, a.created,
        a.modified, a.resolved_by, r.name, a.resolved, a.deleted_by, d.name, a.deleted, a.revision
        """;

    private const string Place = """
        t.version, t.block_id, t.position, t.range_start, t.range_end, coalesce(t.exact, (SELECT b.text FROM blocks AS b
            WHERE b.speech_id = t.speech_id AND b.version = t.version AND b.position = t.position)), t.prefix, t.suffix
        """;

    private const string Names = """
        JOIN speeches AS s ON s.id = a.speech_id
        JOIN accounts AS p ON p.id = a.author_id
        LEFT JOIN accounts AS r ON r.id = a.resolved_by
        LEFT JOIN accounts AS d ON d.id = a.deleted_by
        """;

    /// <summary>
    /// The public rows of a speech in the order of time, which is that of the ids; replies come without an anchor.
    /// </summary>
    public static readonly Prepared Public = new($"""
        SELECT {Own}, {Place.Replace("t.", "a.", StringComparison.Ordinal)}
        FROM annotations AS a {Names}
        WHERE a.speech_id = @speechId AND a.audience = 'public' AND (a.deleted IS NULL OR a.parent_id IS NULL)
        ORDER BY a.id
        """);

    /// <summary>The rows of a speech that a viewer may see and others may not; else the same.</summary>
    public static readonly Prepared Private = new($"""
        SELECT {Own}, {Place.Replace("t.", "a.", StringComparison.Ordinal)}
        FROM annotations AS a {Names}
        WHERE a.speech_id = @speechId AND a.audience <> 'public' AND a.thread_author_id = @viewerId
            AND (a.deleted IS NULL OR a.parent_id IS NULL)
        ORDER BY a.id
        """);

    /// <summary>The row of an id, with the anchor of its thread.</summary>
    public static readonly Prepared OfId = new($"""
        SELECT {Own}, {Place}
        FROM annotations AS a {Names} JOIN annotations AS t ON t.id = coalesce(a.parent_id, a.id)
        WHERE a.id = @id
        """);

    /// <summary>The rows of a thread in the order of time; replies come without an anchor.</summary>
    public static readonly Prepared OfThread = new($"""
        SELECT {Own}, {Place.Replace("t.", "a.", StringComparison.Ordinal)}
        FROM annotations AS a {Names}
        WHERE (a.id = @rootId OR a.parent_id = @rootId) AND (a.deleted IS NULL OR a.parent_id IS NULL)
        ORDER BY a.id
        """);

    /// <summary>Reads a row. By hand, for speed: a page has a hundred of them, and each property stands in the order of the columns.</summary>
    public static AnnotationRow From(Rows row)
    {
        var next = 0;
        return new()
        {
            Id = Text(),
            SpeechId = Number(),
            Slug = Text(),
            ParentId = TextOrNull(),
            AuthorId = Number(),
            AuthorName = Text(),
            ThreadAuthorId = Number(),
            Audience = Text(),
            Body = Text(),
            Created = Columns.ToMoment(Text()),
            Modified = MomentOrNull(),
            ResolvedBy = NumberOrNull(),
            ResolvedByName = TextOrNull(),
            Resolved = MomentOrNull(),
            DeletedBy = NumberOrNull(),
            DeletedByName = TextOrNull(),
            Deleted = MomentOrNull(),
            Revision = (int)Number(),
            Version = (int?)NumberOrNull() ?? 0,
            BlockId = TextOrNull(),
            Position = (int?)NumberOrNull() ?? 0,
            RangeStart = (int?)NumberOrNull(),
            RangeEnd = (int?)NumberOrNull(),
            Exact = TextOrNull(),
            Prefix = TextOrNull(),
            Suffix = TextOrNull(),
        };

        string Text() => row.Text(next++);
        long Number() => row.Number(next++);
        string? TextOrNull() => row.IsNull(next++) ? null : row.Text(next - 1);
        long? NumberOrNull() => row.IsNull(next++) ? null : row.Number(next - 1);
        DateTimeOffset? MomentOrNull() => TextOrNull() is { } column ? Columns.ToMoment(column) : null;
    }

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
        Prefix = Prefix ?? "",
        Suffix = Suffix ?? "",
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

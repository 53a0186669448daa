using System.Globalization;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>A row of <c>annotations</c> with the names that are shown with it.</summary>
internal sealed record AnnotationRow
{
    private const string Own = """
        a.id, a.speech_id, s.slug, a.parent_id, a.author_id, p.name, a.thread_author_id, a.audience, a.group_id, g.name, a.body, a.created,
        a.modified, a.resolved_by, r.name, a.resolved, a.deleted_by, d.name, a.deleted, a.revision, a.tags, a.tagged,
        a.assignee_id, q.name, a.due
        """;

    private const string Place = """
        t.version, t.block_id, t.position, t.range_start, t.range_end, coalesce(t.exact, (SELECT b.text FROM blocks AS b
            WHERE b.speech_id = t.speech_id AND b.version = t.version AND b.position = t.position)), t.prefix, t.suffix,
        c.version, c.state, c.score, c.block_id, c.position, c.range_start, c.range_end, coalesce(c.exact, (SELECT b.text FROM blocks AS b
            WHERE b.speech_id = c.speech_id AND b.version = c.version AND b.position = c.position)), c.prefix, c.suffix,
        c.decision, c.decided_by, e.name, c.decided
        """;

    private const string Names = """
        JOIN speeches AS s ON s.id = a.speech_id
        JOIN accounts AS p ON p.id = a.author_id
        LEFT JOIN accounts AS r ON r.id = a.resolved_by
        LEFT JOIN accounts AS d ON d.id = a.deleted_by
        LEFT JOIN accounts AS q ON q.id = a.assignee_id
        LEFT JOIN groups AS g ON g.id = a.group_id
        """;

    // On the version asked for, or on the newest that the thread was carried to. What was let go there stays with the one before.
    private const string Carriage = """
        LEFT JOIN carried_anchors AS c ON c.annotation_id = t.id AND c.decision IS DISTINCT FROM 'released'
            AND c.version = CASE WHEN @version IS NOT NULL THEN @version ELSE (SELECT max(k.version) FROM carried_anchors AS k
                WHERE k.annotation_id = t.id AND k.decision IS DISTINCT FROM 'released') END
        LEFT JOIN accounts AS e ON e.id = c.decided_by
        """;

    private static readonly string OfRoots = $"""
        SELECT {Own}, {Place.Replace("t.", "a.", StringComparison.Ordinal)}
        FROM annotations AS a {Names} {Carriage.Replace("t.id", "a.id", StringComparison.Ordinal)}
        WHERE (a.deleted IS NULL OR a.parent_id IS NULL)
            AND (@version IS NULL OR a.parent_id IS NOT NULL OR a.version = @version OR c.version IS NOT NULL)
        """;

    /// <summary>
    /// The public rows of a speech in the order of time, which is that of the ids; replies come without an anchor. On a version, roots
    /// that have no part in it are left out.
    /// </summary>
    public static readonly Prepared Public = new($"{OfRoots} AND a.speech_id = @speechId AND a.audience = 'public' ORDER BY a.id");

    /// <summary>The rows of a speech that a viewer may see and others may not; else the same.</summary>
    public static readonly Prepared Private = new(
        $"{OfRoots} AND a.speech_id = @speechId AND a.audience <> 'public' AND {SightOf("a", "thread_author_id")} ORDER BY a.id");

    /// <summary>
    /// Whether <c>@viewerId</c> may see a row that not everybody may: one of a group where they are a member, another where it is theirs.
    /// </summary>
    public static string SightOf(string table, string owner) => $"""
        CASE WHEN {table}.group_id IS NULL THEN {table}.{owner} = @viewerId
            ELSE EXISTS (SELECT 1 FROM group_members AS m WHERE m.group_id = {table}.group_id AND m.account_id = @viewerId) END
        """;

    /// <summary>The row of an id, with the anchor of its thread.</summary>
    public static readonly Prepared OfId = new($"""
        SELECT {Own}, {Place}
        FROM annotations AS a {Names} JOIN annotations AS t ON t.id = coalesce(a.parent_id, a.id) {Carriage}
        WHERE a.id = @id
        """);

    /// <summary>The rows of a thread in the order of time; replies come without an anchor.</summary>
    public static readonly Prepared OfThread = new($"{OfRoots} AND (a.id = @rootId OR a.parent_id = @rootId) ORDER BY a.id");

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
            GroupId = NumberOrNull(),
            GroupName = TextOrNull(),
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
            Tags = Columns.ToTags(TextOrNull()),
            Tagged = MomentOrNull(),
            AssigneeId = NumberOrNull(),
            AssigneeName = TextOrNull(),
            Due = TextOrNull(),
            Version = (int?)NumberOrNull() ?? 0,
            BlockId = TextOrNull(),
            Position = (int?)NumberOrNull() ?? 0,
            RangeStart = (int?)NumberOrNull(),
            RangeEnd = (int?)NumberOrNull(),
            Exact = TextOrNull(),
            Prefix = TextOrNull(),
            Suffix = TextOrNull(),
            Carried = row.IsNull(next) ? null : new()
            {
                Version = (int)Number(),
                State = Enum.Parse<AnchorState>(Text(), ignoreCase: true),
                Score = double.Parse(Text(), CultureInfo.InvariantCulture),
                BlockId = TextOrNull(),
                Position = (int?)NumberOrNull(),
                RangeStart = (int?)NumberOrNull(),
                RangeEnd = (int?)NumberOrNull(),
                Exact = TextOrNull(),
                Prefix = TextOrNull(),
                Suffix = TextOrNull(),
                Decision = TextOrNull() is { } decision ? Enum.Parse<AnchorDecision>(decision, ignoreCase: true) : null,
                DecidedBy = NumberOrNull(),
                DecidedByName = TextOrNull(),
                Decided = MomentOrNull(),
            },
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

    public CarriedColumns? Carried { get; init; }

    public long AuthorId { get; init; }

    public string AuthorName { get; init; } = "";

    public long ThreadAuthorId { get; init; }

    public string Audience { get; init; } = "";

    public long? GroupId { get; init; }

    public string? GroupName { get; init; }

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

    public IReadOnlyList<string> Tags { get; init; } = [];

    public DateTimeOffset? Tagged { get; init; }

    public long? AssigneeId { get; init; }

    public string? AssigneeName { get; init; }

    public string? Due { get; init; }

    /// <summary>The key of the thread's root.</summary>
    public string RootId => ParentId ?? Id;

    /// <summary>By what its thread is ordered: the place of its block; a thread without one comes last.</summary>
    public int Order => Carried is null ? Position : Carried.Position ?? int.MaxValue;

    private TextAnchor Made => new()
    {
        BlockId = BlockId!,
        Start = RangeStart,
        End = RangeEnd,
        Exact = Exact!,
        Prefix = Prefix ?? "",
        Suffix = Suffix ?? "",
    };

    /// <summary>The annotation of a row that holds its anchor.</summary>
    public Annotation ToAnnotation()
    {
        var made = Made;
        return ToAnnotation(Carried?.Version ?? Version, Carried?.Place ?? made, Carried?.ToCarriage(Version, made));
    }

    /// <summary>The annotation where its thread stands.</summary>
    public Annotation ToAnnotation(Annotation root) => ToAnnotation(root.Version, root.Anchor, root.Carriage);

    private Annotation ToAnnotation(int version, TextAnchor anchor, AnchorCarriage? carriage) => new()
    {
        Id = Id,
        SpeechId = SpeechId,
        Slug = Slug,
        Version = version,
        Anchor = anchor,
        Carriage = carriage,
        ParentId = ParentId,
        Author = new(AuthorId, AuthorName),
        Body = Body,
        Audience = GroupId is null ? Annotations.Audience.Parse(Audience) : Annotations.Audience.OfGroup(GroupName!, GroupId),
        Created = Created,
        Modified = Modified,
        Resolution = ResolvedBy is { } resolver ? new(new(resolver, ResolvedByName!), Resolved!.Value) : null,
        Assignment = AssigneeId is { } assignee ? new(new(assignee, AssigneeName!), Columns.ToDay(Due)) : null,
        Deleted = Deleted,
        DeletedBy = DeletedBy is { } deleter ? new(deleter, DeletedByName!) : null,
        Revision = Revision,
        Tags = Tags,
        Tagged = Tagged,
    };
}

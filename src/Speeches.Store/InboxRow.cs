namespace Speeches.Store;

/// <summary>A row of <c>inbox</c> with what is shown of it.</summary>
internal sealed record InboxRow
{
    /// <summary>Its columns.</summary>
    public const string Columns = """
        i.id, i.kind, i.at, i.read, w.name AS by, s.slug, s.header, i.annotation_id, coalesce(a.parent_id, a.id) AS thread_id,
        a.body, g.name AS group_name, b.number AS paragraph, a.due
        """;

    /// <summary>What they come from, with the parameter <c>@viewerId</c>.</summary>
    public const string Tables = """
        FROM inbox AS i JOIN speeches AS s ON s.id = i.speech_id
            LEFT JOIN accounts AS w ON w.id = i.actor_id
            LEFT JOIN annotations AS a ON a.id = i.annotation_id
            LEFT JOIN groups AS g ON g.id = a.group_id
            LEFT JOIN anchors_now AS n ON n.annotation_id = coalesce(a.parent_id, a.id)
            LEFT JOIN blocks AS b ON b.speech_id = n.speech_id AND b.version = n.version AND b.block_id = n.block_id
        """;

    /// <summary>Whether the account may see now what it was told of.</summary>
    public static readonly string IsVisible = $"""
        (i.annotation_id IS NULL OR (a.deleted IS NULL AND (a.audience = 'public' OR {AnnotationRow.SightOf("a", "thread_author_id")})))
        """;

    public long Id { get; init; }

    public InboxKind Kind { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? Read { get; init; }

    public string? By { get; init; }

    public string Slug { get; init; } = "";

    public string Header { get; init; } = "";

    public string? AnnotationId { get; init; }

    public string? ThreadId { get; init; }

    public string? Body { get; init; }

    public string? GroupName { get; init; }

    public int? Paragraph { get; init; }

    public string? Due { get; init; }

    public InboxItem ToItem() => new()
    {
        Id = Id,
        Kind = Kind,
        At = At,
        Read = Read,
        By = By,
        Slug = Slug,
        Header = Store.Columns.FromJson(Header, StoreJson.Default.SpeechHeader),
        AnnotationId = AnnotationId,
        ThreadId = ThreadId,
        Body = Body,
        Group = GroupName,
        Paragraph = Paragraph,
        Due = Kind == InboxKind.Assignment ? Store.Columns.ToDay(Due) : null,
    };
}

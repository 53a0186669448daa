using System.Data.Common;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>A row of <c>speeches</c>, or the part of a joined row that is one.</summary>
internal record SpeechRow
{
    /// <summary>The columns, for <c>speeches AS s</c>.</summary>
    public const string Columns = "s.id, s.slug, s.header, s.version, s.revision, s.created";

    public long Id { get; init; }

    public string Slug { get; init; } = "";

    public string Header { get; init; } = "";

    public int Version { get; init; }

    public long Revision { get; init; }

    public DateTimeOffset Created { get; init; }

    public Speech ToSpeech() => new()
    {
        Id = Id,
        Slug = Slug,
        Header = Store.Columns.FromJson(Header, StoreJson.Default.SpeechHeader),
        Version = Version,
        Revision = Revision,
        Created = Created,
    };
}

/// <summary>A row of <c>texts</c> without the bytes of the source.</summary>
internal sealed record TextRow
{
    /// <summary>The columns, for <c>texts AS t</c>.</summary>
    public const string Columns =
        "t.version, t.language, t.imported, t.source_name, t.source_media_type, t.source_length, t.source_sha256";

    public int Version { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset Imported { get; init; }

    public string SourceName { get; init; } = "";

    public string SourceMediaType { get; init; } = "";

    public long SourceLength { get; init; }

    public string SourceSha256 { get; init; } = "";

    /// <summary>Reads a version with its blocks and quotations, or null where there is none.</summary>
    public static async Task<SpeechText?> Read(DbConnection connection, long speechId, int version)
    {
        var key = new { speechId, version };
        return await connection.QuerySingleOrDefaultAsync<TextRow>(
                $"SELECT {Columns} FROM texts AS t WHERE t.speech_id = @speechId AND t.version = @version", key) is { } row
            ? row.ToText(
                await connection.QueryAsync<BlockRow>(
                    $"SELECT {BlockRow.Columns} FROM blocks AS b WHERE speech_id = @speechId AND version = @version ORDER BY position", key),
                await connection.QueryAsync<QuotationRow>(
                    $"SELECT {QuotationRow.Columns} FROM quotations AS q WHERE speech_id = @speechId AND version = @version ORDER BY position", key))
            : null;
    }

    /// <summary>Reads all versions, by number.</summary>
    public static async Task<Dictionary<int, SpeechText>> ReadAll(DbConnection connection, long speechId)
    {
        var texts = new Dictionary<int, SpeechText>();
        foreach (var version in await connection.QueryAsync<long>("SELECT version FROM texts WHERE speech_id = @speechId", new { speechId }))
            texts.Add((int)version, (await Read(connection, speechId, (int)version))!);
        return texts;
    }

    public TextVersion ToVersion() => new(Version, Language, Imported, new(SourceName, SourceMediaType, SourceLength, SourceSha256));

    private SpeechText ToText(IEnumerable<BlockRow> blocks, IEnumerable<QuotationRow> quotations) => new()
    {
        Version = Version,
        Language = Language,
        Imported = Imported,
        Source = new(SourceName, SourceMediaType, SourceLength, SourceSha256),
        Blocks = [.. blocks.Select(row => row.ToBlock())],
        Quotations = [.. quotations.Select(row => row.ToQuotation())],
    };
}

/// <summary>A row of <c>blocks</c>.</summary>
internal record BlockRow
{
    /// <summary>The columns, for <c>blocks AS b</c>.</summary>
    public const string Columns = "b.block_id, b.kind, b.number, b.level, b.marker, b.text, b.spans, b.source_line, b.source_page";

    public string BlockId { get; init; } = "";

    public string Kind { get; init; } = "";

    public int? Number { get; init; }

    public int Level { get; init; }

    public string? Marker { get; init; }

    public string Text { get; init; } = "";

    public string Spans { get; init; } = "[]";

    public int SourceLine { get; init; }

    public int SourcePage { get; init; }

    public Block ToBlock() => new()
    {
        Id = BlockId,
        Kind = Enum.Parse<BlockKind>(Kind, ignoreCase: true),
        Number = Number,
        Level = Level,
        Marker = Marker,
        Text = Text,
        Spans = Spans == "[]" ? [] : Store.Columns.FromJson(Spans, StoreJson.Default.IReadOnlyListSpan),
        SourceLine = SourceLine,
        SourcePage = SourcePage,
    };
}

/// <summary>A row of <c>quotations</c>.</summary>
internal record QuotationRow
{
    /// <summary>The columns, for <c>quotations AS q</c>.</summary>
    public const string Columns = "q.block_id, q.range_start, q.range_end, q.words, q.is_title, q.said_by";

    public string BlockId { get; init; } = "";

    public int RangeStart { get; init; }

    public int RangeEnd { get; init; }

    public string Words { get; init; } = "";

    public bool IsTitle { get; init; }

    public string? SaidBy { get; init; }

    public Quotation ToQuotation() => new(BlockId, RangeStart, RangeEnd, Words, IsTitle, SaidBy);
}

/// <summary>What an event keeps of a creation beside the words: enough to make the annotation again.</summary>
internal sealed record CreatedAs
{
    /// <summary><c>public</c> or <c>private</c>.</summary>
    public required string Audience { get; init; }

    /// <summary>The group whose members may see it, where that is so.</summary>
    public long? GroupId { get; init; }

    /// <summary>What it is sorted by; null for nothing.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The root replied to; null for a root.</summary>
    public string? ParentId { get; init; }

    /// <summary>The version that the anchor counts in; null for a reply.</summary>
    public int? Version { get; init; }

    /// <summary>Where the root sits; null for a reply.</summary>
    public KeptAnchor? Anchor { get; init; }
}

/// <summary>What an event keeps of the audience from then on.</summary>
internal sealed record SharedWith(string Audience, long? GroupId);

/// <summary>What an event keeps of who is to see to a thread from then on; of nobody, where it was given back.</summary>
internal sealed record AssignedTo(long? AccountId, DateOnly? Due);

/// <summary>What an event keeps of where a thread stands on a version from then on.</summary>
internal sealed record KeptStanding(int Version, AnchorState State, double Score, KeptAnchor? Anchor);

/// <summary>An anchor as it is kept. On a whole block it has no words of its own: those are the block's, which never change.</summary>
internal sealed record KeptAnchor(string BlockId, int? Start, int? End, string? Exact, string? Prefix, string? Suffix)
{
    /// <summary>What is kept of an anchor.</summary>
    public static KeptAnchor Of(TextAnchor anchor) => anchor.Start is null
        ? new(anchor.BlockId, null, null, null, null, null)
        : new(anchor.BlockId, anchor.Start, anchor.End, anchor.Exact, anchor.Prefix, anchor.Suffix);
}

using System.Data.Common;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>Something that was done to an annotation, for those who follow the speech as it happens.</summary>
public sealed record LiveChange
{
    /// <summary>The event's number in the log; it rises in the order of the commits.</summary>
    public required long Id { get; init; }

    /// <summary>The speech.</summary>
    public required long SpeechId { get; init; }

    /// <summary>The annotation.</summary>
    public required string AnnotationId { get; init; }

    /// <summary>The root of its thread; the same for a root.</summary>
    public required string ThreadId { get; init; }

    /// <summary>As <see cref="PastChange.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The block that its thread stands on now ("p7"), or null where it has no place.</summary>
    public string? BlockId { get; init; }

    /// <summary>Who did it; null for what the program did when a version arrived.</summary>
    public long? ActorId { get; init; }

    /// <summary>Their name now.</summary>
    public string? By { get; init; }

    /// <summary>The annotation's revision from then on.</summary>
    public required int Revision { get; init; }

    /// <summary>Whether everybody may see its thread.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>The group whose members may, or null.</summary>
    public long? GroupId { get; init; }

    /// <summary>Those members, by account, when it was read.</summary>
    public IReadOnlySet<long>? Members { get; init; }

    /// <summary>Who began the thread.</summary>
    public required long ThreadAuthorId { get; init; }

    /// <summary>Whether a reader may know of it: of what they may see, and of nothing else.</summary>
    public bool IsFor(Actor? reader) =>
        IsPublic || (reader is not null && (GroupId is null ? reader.Id == ThreadAuthorId : Members!.Contains(reader.Id)));
}

/// <summary>The log of events as it grows.</summary>
public sealed class ChangeFeed(Database database)
{
    private const string Columns = """
        e.id, e.speech_id, e.annotation_id, coalesce(a.parent_id, a.id) AS thread_id, e.kind, n.block_id, e.actor_id,
            w.name AS by, e.revision, a.audience = 'public' AS is_public, a.group_id, a.thread_author_id
        """;

    private const string Others = """
        LEFT JOIN anchors_now AS n ON n.annotation_id = coalesce(a.parent_id, a.id)
        LEFT JOIN accounts AS w ON w.id = e.actor_id
        """;

    private static readonly Prepared LastId = new("SELECT coalesce(max(id), 0) FROM annotation_events");

    /// <summary>The number of the last event, of whatever speech.</summary>
    public Task<long> Last() => database.Read(connection => Task.FromResult(Last(connection)));

    /// <summary>What came after an event, of all speeches, in order.</summary>
    public Task<List<LiveChange>> Since(long after, int most) => Read($"""
        SELECT {Columns} FROM annotation_events AS e JOIN annotations AS a ON a.id = e.annotation_id {Others}
        WHERE e.id > @after ORDER BY e.id LIMIT @most
        """, new { after, most });

    /// <summary>What came after an event, of one speech, in order; however long ago that was, this takes no longer than the speech has annotations.</summary>
    public Task<List<LiveChange>> Since(long speechId, long after, int most) => Read($"""
        SELECT {Columns} FROM annotations AS a CROSS JOIN annotation_events AS e ON e.annotation_id = a.id {Others}
        WHERE a.speech_id = @speechId AND e.id > @after ORDER BY e.id LIMIT @most
        """, new { speechId, after, most });

    private Task<List<LiveChange>> Read(string query, object values) => database.Read(async connection =>
    {
        var changes = (await connection.QueryAsync<LiveChange>(query, values)).AsList();
        var groups = changes.Select(change => change.GroupId).OfType<long>().Distinct().ToList();
        if (groups.Count == 0)
            return changes;
        var members = (await connection.QueryAsync<(long GroupId, long AccountId)>(
            "SELECT group_id, account_id FROM group_members WHERE group_id IN @groups", new { groups })).ToLookup(row => row.GroupId, row => row.AccountId);
        return changes.ConvertAll(change => change.GroupId is { } group ? change with { Members = members[group].ToHashSet() } : change);
    });

    internal static long Last(DbConnection connection)
    {
        using var row = LastId.Read(connection);
        return row.Next() ? row.Number(0) : 0;
    }
}

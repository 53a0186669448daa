using Dapper;
using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>Whether anchors still say what the text says, and whether the current state is what the event log makes of itself.</summary>
internal static class AnnotationInspection
{
    /// <summary>One line a problem.</summary>
    public static IEnumerable<string> Run(SqliteConnection connection)
    {
        var replayed = Replay(connection);
        foreach (var row in connection.Query<StateRow>("""
            SELECT a.id, a.speech_id, a.parent_id, a.version, a.block_id, a.position, a.range_start, a.range_end, a.exact, a.prefix, a.suffix,
                a.author_id, a.thread_author_id, a.audience, a.group_id, a.body, a.created, a.modified, a.resolved_by, a.resolved,
                a.deleted_by, a.deleted, a.revision, a.tags, a.tagged, a.assignee_id, a.due, b.text AS block_text, b.position AS block_position,
                r.thread_author_id AS root_author_id, r.audience AS root_audience, r.group_id AS root_group_id, r.parent_id AS root_parent_id
            FROM annotations AS a LEFT JOIN annotations AS r ON r.id = a.parent_id
                LEFT JOIN blocks AS b ON b.speech_id = a.speech_id AND b.version = a.version AND b.block_id = a.block_id
            """, buffered: false))
        {
            if (row.ParentId is null && !IsAnchored(row))
                yield return $"Annotation {row.Id}: its anchor is not what the text says there.";
            if (row.ParentId is null ? row.ThreadAuthorId != row.AuthorId : !BelongsToItsThread(row))
                yield return $"Annotation {row.Id}: its audience is not that of its thread.";
            if (!replayed.Remove(row.Id, out var state))
                yield return $"Annotation {row.Id}: the event log does not know it.";
            else if (state != row.ToState())
                yield return $"Annotation {row.Id}: its state is not what the event log says.";
        }

        foreach (var id in replayed.Keys)
            yield return $"Annotation {id}: it is in the event log, but nowhere else.";
    }

    private static bool IsAnchored(StateRow row) => row.BlockPosition == row.Position && (row.RangeStart is { } start && row.RangeEnd is { } end
        ? TextInspection.Covers(row.BlockText, start, end, row.Exact ?? "")
        : row.BlockText is not null);

    private static bool BelongsToItsThread(StateRow row) =>
        row.RootParentId is null && row.RootAuthorId == row.ThreadAuthorId && row.RootAudience == row.Audience && row.RootGroupId == row.GroupId;

    private static Dictionary<string, State> Replay(SqliteConnection connection)
    {
        var states = new Dictionary<string, State>(StringComparer.Ordinal);
        foreach (var row in connection.Query<EventRow>("""
            SELECT speech_id, annotation_id, kind, coalesce(actor_id, 0) AS actor_id, at, revision, body, created_as, shared_with, tags, assigned FROM annotation_events ORDER BY id
            """, buffered: false))
        {
            if (row.CreatedAs is { } json)
                states[row.AnnotationId] = State.Created(row, Columns.FromJson(json, StoreJson.Default.CreatedAs));
            else if (states.TryGetValue(row.AnnotationId, out var state))
                states[row.AnnotationId] = state.After(row);
            if (row.Kind == AnnotationEvent.Shared)
            {
                foreach (var (id, reply) in states.Where(entry => entry.Value.ParentId == row.AnnotationId).ToList())
                    states[id] = reply with { Audience = states[row.AnnotationId].Audience };
            }
        }

        return states;
    }

    private sealed record EventRow
    {
        public long SpeechId { get; init; }

        public string AnnotationId { get; init; } = "";

        public AnnotationEvent Kind { get; init; }

        public long ActorId { get; init; } // 0 for the program

        public DateTimeOffset At { get; init; }

        public int Revision { get; init; }

        public string? Body { get; init; }

        public string? CreatedAs { get; init; }

        public string? SharedWith { get; init; }

        public string? Tags { get; init; }

        public string? Assigned { get; init; }
    }

    /// <summary>All that events decide about an annotation.</summary>
    private sealed record State(
        long SpeechId, string? ParentId, int? Version, KeptAnchor? Anchor, SharedWith Audience, long AuthorId, string Body, DateTimeOffset CreatedAt)
    {
        public DateTimeOffset? Modified { get; init; }

        public (long By, DateTimeOffset At)? Resolved { get; init; }

        public (long By, DateTimeOffset At)? Deleted { get; init; }

        public string? Tags { get; init; }

        public AssignedTo Assigned { get; init; } = new(null, null);

        public DateTimeOffset? Tagged { get; init; }

        public int Revision { get; init; } = 1;

        public static State Created(EventRow row, CreatedAs how) =>
            new(row.SpeechId, how.ParentId, how.Version, how.Anchor, new(how.Audience, how.GroupId), row.ActorId, row.Body ?? "", row.At) { Tags = how.Tags?.ToColumn() };

        public State After(EventRow row) => row.Kind switch
        {
            AnnotationEvent.Edited => this with { Body = row.Body ?? "", Modified = row.At, Revision = row.Revision },
            AnnotationEvent.Deleted => this with { Body = "", Tags = null, Deleted = (row.ActorId, row.At), Revision = row.Revision },
            AnnotationEvent.Resolved => this with { Resolved = (row.ActorId, row.At), Revision = row.Revision },
            AnnotationEvent.Reopened => this with { Resolved = null, Revision = row.Revision },
            AnnotationEvent.Shared => this with { Audience = Columns.FromJson(row.SharedWith!, StoreJson.Default.SharedWith), Revision = row.Revision },
            AnnotationEvent.Assigned => this with { Assigned = Columns.FromJson(row.Assigned!, StoreJson.Default.AssignedTo), Revision = row.Revision },
            AnnotationEvent.Tagged => this with { Tags = Columns.ToTags(row.Tags).ToColumn(), Tagged = row.At, Revision = row.Revision },
            _ => this with { Revision = row.Revision },
        };
    }

    private sealed record StateRow
    {
        public string Id { get; init; } = "";

        public long SpeechId { get; init; }

        public string? ParentId { get; init; }

        public int? Version { get; init; }

        public string? BlockId { get; init; }

        public int? Position { get; init; }

        public int? RangeStart { get; init; }

        public int? RangeEnd { get; init; }

        public string? Exact { get; init; }

        public string? Prefix { get; init; }

        public string? Suffix { get; init; }

        public long AuthorId { get; init; }

        public long ThreadAuthorId { get; init; }

        public string Audience { get; init; } = "";

        public long? GroupId { get; init; }

        public string Body { get; init; } = "";

        public DateTimeOffset Created { get; init; }

        public DateTimeOffset? Modified { get; init; }

        public long? ResolvedBy { get; init; }

        public DateTimeOffset? Resolved { get; init; }

        public long? DeletedBy { get; init; }

        public DateTimeOffset? Deleted { get; init; }

        public int Revision { get; init; }

        public string? Tags { get; init; }

        public long? AssigneeId { get; init; }

        public string? Due { get; init; }

        public DateTimeOffset? Tagged { get; init; }

        public string? BlockText { get; init; }

        public int? BlockPosition { get; init; }

        public long? RootAuthorId { get; init; }

        public string? RootAudience { get; init; }

        public long? RootGroupId { get; init; }

        public string? RootParentId { get; init; }

        public State ToState() => new(SpeechId, ParentId, Version, Anchor, new(Audience, GroupId), AuthorId, Body, Created)
        {
            Modified = Modified,
            Resolved = ResolvedBy is { } resolver && Resolved is { } resolved ? (resolver, resolved) : null,
            Deleted = DeletedBy is { } deleter && Deleted is { } deleted ? (deleter, deleted) : null,
            Tags = Tags,
            Assigned = new(AssigneeId, Columns.ToDay(Due)),
            Tagged = Tagged,
            Revision = Revision,
        };

        private KeptAnchor? Anchor => BlockId is null ? null : new(BlockId, RangeStart, RangeEnd, Exact, Prefix, Suffix);
    }
}

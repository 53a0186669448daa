using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>The discussion of a speech as it stood at some moment, from the event log.</summary>
public sealed class PastThreads(Database database, AnnotationStore annotations)
{
    /// <summary>
    /// The threads on a version as they stood: who had written what, and what was resolved. What was deleted since is not shown, nor, to
    /// others than its author, a thread that had another audience then; where threads stand is where they stand now.
    /// </summary>
    /// <param name="speechId">The speech.</param>
    /// <param name="version">The version of its text.</param>
    /// <param name="viewer">Null for what is public only.</param>
    /// <param name="before">The moment: what happened then or later is left out.</param>
    public async Task<IReadOnlyList<AnnotationThread>> On(long speechId, int version, Actor? viewer, DateTimeOffset before)
    {
        var threads = await annotations.Threads(speechId, viewer, version: version);
        var past = await database.Read(async connection => (await connection.QueryAsync<EventRow>("""
            SELECT e.annotation_id, e.kind, e.at, e.revision, e.body, e.actor_id, w.name AS actor,
                coalesce(e.tags, json_extract(e.created_as, '$.tags')) AS tags
            FROM annotations AS a CROSS JOIN annotation_events AS e ON e.annotation_id = a.id LEFT JOIN accounts AS w ON w.id = e.actor_id
            WHERE a.speech_id = @speechId AND e.at < @before ORDER BY e.id
            """, new { speechId, before })).ToLookup(row => row.AnnotationId));
        var otherAudience = (await database.Read(connection => connection.QueryAsync<string>("""
            SELECT a.id FROM annotations AS a CROSS JOIN annotation_events AS e ON e.annotation_id = a.id
            WHERE a.speech_id = @speechId AND e.kind = 'shared' AND e.at >= @before
            """, new { speechId, before }))).ToHashSet(StringComparer.Ordinal);
        return [.. threads.Where(thread => past.Contains(thread.Root.Id)
                && (thread.Root.Author.Id == viewer?.Id || !otherAudience.Contains(thread.Root.Id))).Select(thread => new AnnotationThread(
            AsItStood(thread.Root, past[thread.Root.Id]),
            [.. thread.Replies.Where(reply => past.Contains(reply.Id)).Select(reply => AsItStood(reply, past[reply.Id]))]))
            .Where(thread => thread.Count > 0)];
    }

    private static Annotation AsItStood(Annotation now, IEnumerable<EventRow> events)
    {
        var then = now with { Modified = null, Resolution = null, Tagged = null };
        foreach (var one in events)
        {
            then = one.Kind switch
            {
                AnnotationEvent.Created when now.Deleted is null => then with { Body = one.Body!, Tags = Columns.ToTags(one.Tags) },
                AnnotationEvent.Edited when now.Deleted is null => then with { Body = one.Body!, Modified = one.At },
                AnnotationEvent.Tagged when now.Deleted is null => then with { Tags = Columns.ToTags(one.Tags), Tagged = one.At },
                AnnotationEvent.Resolved => then with { Resolution = new(new(one.ActorId, one.Actor), one.At) },
                AnnotationEvent.Reopened => then with { Resolution = null },
                _ => then,
            } with
            { Revision = one.Revision };
        }

        return then;
    }

    private sealed record EventRow
    {
        public string AnnotationId { get; init; } = "";

        public AnnotationEvent Kind { get; init; }

        public DateTimeOffset At { get; init; }

        public int Revision { get; init; }

        public string? Body { get; init; }

        public string? Tags { get; init; }

        public long ActorId { get; init; } // 0 for the program

        public string Actor { get; init; } = "";
    }
}

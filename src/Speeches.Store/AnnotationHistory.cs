using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>Something that was done to an annotation, from the event log.</summary>
public sealed record PastChange
{
    /// <summary>
    /// <c>created</c>, <c>edited</c>, <c>resolved</c>, <c>reopened</c>, <c>deleted</c>, of a root <c>shared</c>, <c>tagged</c>; of its anchor <c>carried</c>,
    /// <c>placed</c>, <c>kept</c>, <c>released</c>.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>Who did it, under the name they have now; null for what the program did when a version arrived (<c>carried</c>).</summary>
    public string? By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The annotation's revision from then on.</summary>
    public required int Revision { get; init; }

    /// <summary>The words from then on, Markdown; null where the event left them as they were, or where they are not the viewer's to read.</summary>
    public string? Body { get; init; }

    /// <summary>
    /// Who may see the thread from then on, after <c>shared</c>, under the name that the group has now; else null. A group that the viewer
    /// does not belong to is not named: of it they see <c>private</c>, as of anything else that not everybody may see.
    /// </summary>
    public string? Audience { get; init; }

    /// <summary>The tags from then on, as a JSON list; null where the event left them as they were, or where they are not the viewer's to read.</summary>
    public string? TagList { get; init; }

    /// <summary>The tags from then on; null likewise.</summary>
    public IReadOnlyList<string>? Tags => TagList is null ? null : Columns.ToTags(TagList);

    /// <summary>Who is to see to the thread from then on, after <c>assigned</c>; null for nobody, and where it is not the viewer's to read.</summary>
    public string? To { get; init; }

    /// <summary>Until which day, after <c>assigned</c>; or null.</summary>
    public DateOnly? Due => Columns.ToDay(DueDay);

    /// <summary>The same, ISO 8601.</summary>
    public string? DueDay { get; init; }

    /// <summary>The version that an event of the anchor is about, else null.</summary>
    public int? Version { get; init; }

    /// <summary>What became of the anchor there (<c>exact</c>, <c>moved</c>, <c>changed</c>, <c>orphan</c>), else null.</summary>
    public string? Anchor { get; init; }
}

/// <summary>What became of an annotation over time.</summary>
public sealed class AnnotationHistory(Database database, AnnotationStore annotations)
{
    /// <summary>
    /// Everything done to one annotation, oldest first. Words and tags from before its thread was last given another audience were written for
    /// other readers: they are told to their author alone.
    /// </summary>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.NotFound"/> where the viewer may not see it, <see cref="ErrorKind.Gone"/> once it is deleted: what was
    /// withdrawn is not shown through its history.
    /// </exception>
    public async Task<IReadOnlyList<PastChange>> Of(string id, Actor? viewer)
    {
        var annotation = await annotations.Find(id, viewer);
        if (annotation.Deleted is not null)
            throw new SpeechesError(ErrorKind.Gone, "This annotation was deleted; its history is not shown.");
        return await database.Read<IReadOnlyList<PastChange>>(async connection => (await connection.QueryAsync<PastChange>(
            """
            SELECT events.kind, accounts.name AS by, events.at, events.revision,
                CASE WHEN @isAuthor OR events.id > before.last THEN events.body END AS body,
                CASE WHEN @isAuthor OR events.id > before.last THEN coalesce(events.tags, json_extract(events.created_as, '$.tags')) END AS tag_list,
                coalesce('group:' || groups.name, json_extract(events.shared_with, '$.audience')) AS audience,
                CASE WHEN @isAuthor OR events.id > before.last THEN assignees.name END AS "to",
                CASE WHEN @isAuthor OR events.id > before.last THEN json_extract(events.assigned, '$.due') END AS due_day,
                json_extract(events.standing, '$.version') AS version, lower(json_extract(events.standing, '$.state')) AS anchor
            FROM annotation_events AS events CROSS JOIN (SELECT coalesce(max(shared.id), 0) AS last FROM annotation_events AS shared
                WHERE shared.annotation_id = @rootId AND shared.kind = 'shared') AS before
            LEFT JOIN accounts ON accounts.id = events.actor_id
            LEFT JOIN accounts AS assignees ON assignees.id = json_extract(events.assigned, '$.accountId')
            LEFT JOIN group_members AS members
                ON members.group_id = json_extract(events.shared_with, '$.groupId') AND members.account_id = @viewerId
            LEFT JOIN groups ON groups.id = members.group_id
            WHERE events.annotation_id = @id
            ORDER BY events.id
            """,
            new { id, rootId = annotation.ParentId ?? id, viewerId = viewer?.Id, isAuthor = annotation.Author.Id == viewer?.Id })).AsList());
    }
}

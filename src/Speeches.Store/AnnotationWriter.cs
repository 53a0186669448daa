using System.Data.Common;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>What can happen to an annotation, as the log names it.</summary>
internal enum AnnotationEvent
{
    Created,
    Edited,
    Deleted,
    Resolved,
    Reopened,
    Shared,
    Tagged,
    Assigned,

    // Of its thread's anchor on a newer version of the text.
    Carried,
    Placed,
    Kept,
    Released,
}

/// <summary>Writes a change of an annotation: the event, the current state, the search entry, the speech's revision.</summary>
internal static class AnnotationWriter
{
    private static readonly Prepared Insert = new("""
        INSERT INTO annotations (id, speech_id, parent_id, version, block_id, position, range_start, range_end, exact, prefix, suffix,
            author_id, thread_author_id, audience, group_id, body, tags, created, revision)
        VALUES (@id, @speechId, @parentId, @version, @blockId, @position, @start, @end, @exact, @prefix, @suffix,
            @authorId, @threadAuthorId, @audience, @groupId, @body, @tags, @created, @revision)
        """);

    private static readonly Prepared InsertEvent = new("""
        INSERT INTO annotation_events (speech_id, annotation_id, kind, actor_id, at, revision, body, created_as)
        VALUES (@speechId, @id, @kind, @actorId, @at, @revision, @body, @createdAs)
        """);

    private static readonly Prepared InsertShared = new("""
        INSERT INTO annotation_events (speech_id, annotation_id, kind, actor_id, at, revision, shared_with)
        VALUES (@speechId, @id, 'shared', @actorId, @at, @revision, @sharedWith)
        """);

    private static readonly Prepared InsertTagged = new("""
        INSERT INTO annotation_events (speech_id, annotation_id, kind, actor_id, at, revision, tags)
        VALUES (@speechId, @id, 'tagged', @actorId, @at, @revision, @tags)
        """);

    private static readonly Prepared InsertAssigned = new("""
        INSERT INTO annotation_events (speech_id, annotation_id, kind, actor_id, at, revision, assigned)
        VALUES (@speechId, @id, 'assigned', @actorId, @at, @revision, @assigned)
        """);

    private static readonly Prepared RaiseRevision = new("UPDATE speeches SET revision = revision + 1 WHERE id = @id");

    /// <summary>Adds an annotation that was made in memory.</summary>
    public static void Add(DbConnection connection, Annotation annotation, long threadAuthorId, int position)
    {
        var anchor = annotation.IsReply ? null : KeptAnchor.Of(annotation.Anchor);
        Insert.Run(
            connection, annotation.Id, annotation.SpeechId, annotation.ParentId, anchor is null ? null : annotation.Version, anchor?.BlockId,
            anchor is null ? null : position, anchor?.Start, anchor?.End, anchor?.Exact, anchor?.Prefix, anchor?.Suffix,
            annotation.Author.Id, threadAuthorId, Sight(annotation.Audience), annotation.Audience.GroupId, annotation.Body, annotation.Tags.ToColumn(), annotation.Created.ToColumn(),
            annotation.Revision);
        SearchEntries.AddAnnotation(connection, annotation, threadAuthorId, position);
        Log(connection, annotation, AnnotationEvent.Created, annotation.Author.Id, annotation.Created, HowCreated(annotation));
    }

    /// <summary>What the log says of how an annotation began.</summary>
    public static CreatedAs HowCreated(Annotation annotation) => new()
    {
        Audience = Sight(annotation.Audience),
        GroupId = annotation.Audience.GroupId,
        Tags = annotation.Tags.Count == 0 ? null : annotation.Tags,
        ParentId = annotation.ParentId,
        Version = annotation.IsReply ? null : annotation.Version,
        Anchor = annotation.IsReply ? null : KeptAnchor.Of(annotation.Anchor),
    };

    /// <summary>Writes what may change of an annotation after an event, and the event.</summary>
    /// <param name="connection">In the caller's transaction.</param>
    /// <param name="changed">The annotation as it is now, its revision raised.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="actorId">Who did it.</param>
    /// <param name="at">When, UTC.</param>
    public static async Task Change(DbConnection connection, Annotation changed, AnnotationEvent kind, long actorId, DateTimeOffset at)
    {
        await connection.ExecuteAsync("""
            UPDATE annotations
            SET body = @Body, modified = @Modified, tags = @tags, resolved_by = @resolvedBy, resolved = @resolved,
                deleted_by = @deletedBy, deleted = @Deleted, revision = @Revision
            WHERE id = @Id
            """, new
        {
            changed.Id,
            changed.Body,
            changed.Modified,
            tags = changed.Tags.ToColumn(),
            resolvedBy = changed.Resolution?.By.Id,
            resolved = changed.Resolution?.At,
            deletedBy = changed.DeletedBy?.Id,
            changed.Deleted,
            changed.Revision,
        });
        if (kind == AnnotationEvent.Edited)
            await SearchEntries.EditAnnotation(connection, changed);
        else if (kind == AnnotationEvent.Deleted)
            await SearchEntries.RemoveAnnotation(connection, changed.Id);
        Log(connection, changed, kind, actorId, at);
    }

    /// <summary>Gives a thread another audience: its root, its replies, and what is found of them.</summary>
    public static async Task Share(DbConnection connection, Annotation changed, Audience before, long actorId, DateTimeOffset at)
    {
        var values = new { changed.Id, audience = Sight(changed.Audience), groupId = changed.Audience.GroupId, changed.Revision };
        await connection.ExecuteAsync("UPDATE annotations SET audience = @audience, group_id = @groupId WHERE id = @Id OR parent_id = @Id", values);
        await connection.ExecuteAsync("UPDATE annotations SET revision = @Revision WHERE id = @Id", values);
        await SearchEntries.ShareThread(connection, changed);
        InsertShared.Run(
            connection, changed.SpeechId, changed.Id, actorId, at.ToColumn(), changed.Revision,
            Columns.ToJson(new SharedWith(Sight(changed.Audience), changed.Audience.GroupId), StoreJson.Default.SharedWith));
        if (before == Audience.Public || changed.Audience == Audience.Public)
            ShowChange(connection, changed.SpeechId);
    }

    /// <summary>Assigns a thread, or takes that back.</summary>
    public static async Task Assign(DbConnection connection, Annotation changed, long actorId, DateTimeOffset at)
    {
        var assigned = new AssignedTo(changed.Assignment?.To.Id, changed.Assignment?.Due);
        await connection.ExecuteAsync(
            "UPDATE annotations SET assignee_id = @AccountId, due = @due, revision = @Revision WHERE id = @Id",
            new { changed.Id, assigned.AccountId, due = assigned.Due?.ToColumn(), changed.Revision });
        InsertAssigned.Run(
            connection, changed.SpeechId, changed.Id, actorId, at.ToColumn(), changed.Revision, Columns.ToJson(assigned, StoreJson.Default.AssignedTo));
        if (changed.Audience == Audience.Public)
            ShowChange(connection, changed.SpeechId);
    }

    /// <summary>Gives a thread other tags.</summary>
    /// <returns>Its root as it is then.</returns>
    public static async Task<Annotation> Retag(DbConnection connection, Annotation root, IReadOnlyList<string> tags, long actorId, DateTimeOffset at)
    {
        var changed = root with { Tags = tags, Tagged = at, Revision = root.Revision + 1 };
        await connection.ExecuteAsync(
            "UPDATE annotations SET tags = @tags, tagged = @at, revision = @Revision WHERE id = @Id",
            new { changed.Id, tags = changed.Tags.ToColumn(), at, changed.Revision });
        await SearchEntries.EditAnnotation(connection, changed);
        InsertTagged.Run(
            connection, changed.SpeechId, changed.Id, actorId, at.ToColumn(), changed.Revision,
            Columns.ToJson(changed.Tags, StoreJson.Default.IReadOnlyListString));
        if (changed.Audience == Audience.Public)
            ShowChange(connection, changed.SpeechId);
        return changed;
    }

    /// <summary>The column <c>audience</c>: whether everybody may see it.</summary>
    private static string Sight(Audience audience) => audience == Audience.Public ? audience.Name : Audience.Private.Name;

    private static void Log(
        DbConnection connection, Annotation annotation, AnnotationEvent kind, long actorId, DateTimeOffset at, CreatedAs? createdAs = null)
    {
        InsertEvent.Run(
            connection, annotation.SpeechId, annotation.Id, kind.ToColumn(), actorId, at.ToColumn(), annotation.Revision,
            kind is AnnotationEvent.Created or AnnotationEvent.Edited ? annotation.Body : null,
            createdAs is null ? null : Columns.ToJson(createdAs, StoreJson.Default.CreatedAs));

        // What only its author sees changes no page that others get: a revision that moved would tell them of it.
        if (annotation.Audience == Audience.Public)
            ShowChange(connection, annotation.SpeechId);
    }

    /// <summary>
    /// Raises the speech's revision, by one for all that is committed together: what everybody sees of it is another from now on.
    /// </summary>
    public static void ShowChange(DbConnection connection, long speechId) => RaiseRevision.RunOnce(connection, speechId);
}

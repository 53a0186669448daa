using System.Data.Common;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>Keeps <c>search_entries</c> in step, inside the transaction of the change; the full-text index follows, at the latest before the next search.</summary>
internal static class SearchEntries
{
    // One row, and SQLite knows it: where many may come from a SELECT, it keeps a journal of the statement.
    private static readonly Prepared InsertRoot = new("""
        INSERT INTO search_entries (speech_id, kind, block_id, number, annotation_id, owner_id, group_id, position, text)
        VALUES (@speechId, 'annotation', @blockId,
            (SELECT number FROM blocks WHERE speech_id = @speechId AND version = @version AND block_id = @blockId),
            @id, @ownerId, @groupId, @position, @body)
        """);

    private static readonly Prepared InsertReply = new("""
        INSERT INTO search_entries (speech_id, kind, block_id, number, annotation_id, owner_id, group_id, position, text)
        SELECT n.speech_id, 'annotation', n.block_id, b.number, @id, @ownerId, @groupId, n.position, @body
        FROM anchors_now AS n LEFT JOIN blocks AS b ON b.speech_id = n.speech_id AND b.version = n.version AND b.block_id = n.block_id
        WHERE n.annotation_id = @rootId
        """);

    private static readonly Prepared InsertHeader = new("""
        INSERT INTO search_entries (speech_id, kind, position, text) VALUES (@speechId, 'speech', 0, @text)
        """);

    private static readonly Prepared InsertBlocks = new("""
        INSERT INTO search_entries (speech_id, kind, block_id, number, position, text)
        SELECT speech_id, 'paragraph', block_id, number, position, text
        FROM blocks WHERE speech_id = @speechId AND version = @version ORDER BY position
        """);

    private static readonly Prepared InsertQuotations = new("""
        INSERT INTO search_entries (speech_id, kind, block_id, number, position, text, who)
        SELECT q.speech_id, 'quotation', q.block_id, b.number, q.position, q.words, q.said_by
        FROM quotations AS q JOIN blocks AS b ON b.speech_id = q.speech_id AND b.version = q.version AND b.block_id = q.block_id
        WHERE q.speech_id = @speechId AND q.version = @version ORDER BY q.position
        """);

    /// <summary>Adds the entries of a new speech: its header, and the blocks and quotations of a version that is there already.</summary>
    public static void AddSpeech(DbConnection connection, long speechId, int version, SpeechHeader header)
    {
        InsertHeader.Run(connection, speechId, HeaderText(header));
        AddText(connection, speechId, version);
    }

    /// <summary>Puts the blocks and quotations of another version in the place of the ones there are.</summary>
    public static async Task ReplaceText(DbConnection connection, long speechId, int version)
    {
        await connection.ExecuteAsync(
            "DELETE FROM search_entries WHERE speech_id = @speechId AND annotation_id IS NULL AND kind IN ('paragraph', 'quotation')", new { speechId });
        AddText(connection, speechId, version);
    }

    /// <summary>Replaces what can be found of the header.</summary>
    public static Task ChangeHeader(DbConnection connection, long speechId, SpeechHeader header) => connection.ExecuteAsync(
        "UPDATE search_entries SET text = @text WHERE speech_id = @speechId AND annotation_id IS NULL AND kind = 'speech'", new { speechId, text = HeaderText(header) });

    private static void AddText(DbConnection connection, long speechId, int version)
    {
        InsertBlocks.Run(connection, speechId, version);
        InsertQuotations.Run(connection, speechId, version);
    }

    /// <summary>Adds an annotation's words; one that not everybody may see for its thread's author or its group alone. A reply stands where its thread does now.</summary>
    public static void AddAnnotation(DbConnection connection, Annotation annotation, long threadAuthorId, int position)
    {
        long? ownerId = annotation.Audience == Audience.Public ? null : threadAuthorId;
        var groupId = annotation.Audience.GroupId;
        if (annotation.ParentId is { } rootId)
        {
            InsertReply.Run(connection, annotation.Id, ownerId, groupId, annotation.Body, rootId);
            return;
        }

        InsertRoot.Run(
            connection, annotation.SpeechId, annotation.Anchor.BlockId, annotation.Version, annotation.Id, ownerId, groupId, position, TextOf(annotation));
    }

    /// <summary>Gives the entries of a thread the audience that its root has now.</summary>
    public static Task ShareThread(DbConnection connection, Annotation root) => connection.ExecuteAsync("""
        UPDATE search_entries SET owner_id = @ownerId, group_id = @groupId
        WHERE annotation_id IN (SELECT id FROM annotations WHERE id = @Id OR parent_id = @Id)
        """, new { root.Id, ownerId = root.Audience == Audience.Public ? null : (long?)root.Author.Id, groupId = root.Audience.GroupId });

    /// <summary>Brings the entries of a speech's annotations, or of one thread, to where the threads stand now.</summary>
    public static Task MoveAnnotations(DbConnection connection, long speechId, string? rootId = null) => connection.ExecuteAsync("""
        UPDATE search_entries SET block_id = n.block_id, number = b.number, position = n.position
        FROM annotations AS a JOIN anchors_now AS n ON n.annotation_id = coalesce(a.parent_id, a.id)
            LEFT JOIN blocks AS b ON b.speech_id = n.speech_id AND b.version = n.version AND b.block_id = n.block_id
        WHERE search_entries.annotation_id = a.id AND a.speech_id = @speechId AND (@rootId IS NULL OR n.annotation_id = @rootId)
        """, new { speechId, rootId });

    /// <summary>Replaces what can be found of an annotation.</summary>
    public static Task EditAnnotation(DbConnection connection, Annotation annotation) => connection.ExecuteAsync(
        "UPDATE search_entries SET text = @text WHERE annotation_id = @Id", new { annotation.Id, text = TextOf(annotation) });

    /// <summary>Takes an annotation out.</summary>
    public static Task RemoveAnnotation(DbConnection connection, string id) =>
        connection.ExecuteAsync("DELETE FROM search_entries WHERE annotation_id = @id", new { id });

    /// <summary>What can be found of an annotation: its words, and its tags in a last line. <see cref="TextOfRow"/> says the same in SQL.</summary>
    private static string TextOf(Annotation annotation) =>
        annotation.Tags.Count == 0 ? annotation.Body : $"{annotation.Body}\n#{string.Join(" #", annotation.Tags)}";

    /// <summary>What can be found of a row <c>annotations AS a</c>.</summary>
    public const string TextOfRow = "a.body || coalesce(char(10) || (SELECT group_concat('#' || t.value, ' ' ORDER BY t.key) FROM json_each(a.tags) AS t), '')";

    /// <summary>What can be found of a header, in one line.</summary>
    public static string HeaderText(SpeechHeader header) => string.Join(" · ", new[] { header.Title, header.Occasion, header.Kind }
        .Concat(header.Speakers.SelectMany(speaker => new[] { speaker.Name, speaker.OnBehalfOf }.Concat(speaker.Capacities)))
        .Concat([header.DeliveredBy, header.Place, header.Symbol, header.Office, header.Organization])
        .Where(part => !string.IsNullOrWhiteSpace(part)));
}

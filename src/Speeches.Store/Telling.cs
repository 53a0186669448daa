using System.Data.Common;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>
/// Decides who is told of what was just written, in the transaction of its cause: rows of the inbox, and mail where that is wanted. Nobody
/// is told of what they did themselves, of what they may not see, or twice of the same.
/// </summary>
internal static class Telling
{
    // The one thing that a post without a mention costs more than one without an inbox.
    private static readonly Prepared IsFollowed = new("SELECT 1 FROM follows WHERE kind = 'speech' AND target = @slug AND is_off = 0 LIMIT 1");

    private static readonly Prepared FollowsSpeaker = new("""
        SELECT 1 FROM speeches AS s JOIN speech_speakers AS w ON w.speech_id = s.id JOIN follows AS f ON f.kind = 'speaker' AND f.target = w.name
        WHERE s.slug = @slug AND f.is_off = 0 LIMIT 1
        """);

    private const string Participants = """
        SELECT author_id FROM annotations WHERE id = @rootId AND deleted IS NULL
        UNION SELECT author_id FROM annotations WHERE parent_id = @rootId AND deleted IS NULL
        UNION SELECT assignee_id FROM annotations WHERE id = @rootId AND assignee_id IS NOT NULL
        UNION SELECT account_id FROM follows WHERE kind = 'thread' AND target = @rootId AND is_off = 0
        EXCEPT SELECT account_id FROM follows WHERE kind = 'thread' AND target = @rootId AND is_off = 1
        """;

    /// <summary>Of a new annotation or reply.</summary>
    public static async Task Written(DbConnection connection, Outbox? outbox, Annotation written)
    {
        var told = new Told(connection, outbox, written);
        if (told.IsForNobodyElse)
            return;
        if (written.Body.Contains(Mentions.Opening, StringComparison.Ordinal))
            await told.Tell(InboxKind.Mention, "SELECT value FROM json_each(@people)", await People.Mentioned(connection, written));
        if (written.IsReply)
            await told.Tell(InboxKind.Reply, Participants);
        else if (Follows(connection, written))
            await told.Tell(InboxKind.Thread, $"SELECT account_id FROM follows WHERE kind = 'speech' AND target = @slug AND is_off = 0{OfTags(written)}");
        await told.Mail();
    }

    /// <summary>Of an annotation whose words have become others: those whom they name and did not name before.</summary>
    public static async Task Edited(DbConnection connection, Outbox? outbox, Annotation edited, DateTimeOffset at)
    {
        var told = new Told(connection, outbox, edited) { At = at };
        if (told.IsForNobodyElse || !edited.Body.Contains(Mentions.Opening, StringComparison.Ordinal))
            return;
        await told.Tell(InboxKind.Mention, "SELECT value FROM json_each(@people)", await People.Mentioned(connection, edited));
        await told.Mail();
    }

    /// <summary>Of a new speech: those who follow one of its speakers.</summary>
    public static async Task SpeechAdded(DbConnection connection, Outbox? outbox, string slug, long? actorId, DateTimeOffset at)
    {
        using (var row = FollowsSpeaker.Read(connection, slug))
        {
            if (!row.Next())
                return;
        }

        await Happened(connection, outbox, InboxKind.Speech, slug, actorId, at, """
            SELECT f.account_id FROM speeches AS s JOIN speech_speakers AS w ON w.speech_id = s.id JOIN follows AS f ON f.kind = 'speaker' AND f.target = w.name
            WHERE s.slug = @slug AND f.is_off = 0
            """);
    }

    /// <summary>Of a new version: those who follow the speech.</summary>
    public static Task VersionAdded(DbConnection connection, Outbox? outbox, string slug, long? actorId, DateTimeOffset at) =>
        Happened(connection, outbox, InboxKind.Version, slug, actorId, at, "SELECT account_id FROM follows WHERE kind = 'speech' AND target = @slug AND is_off = 0");

    private static async Task Happened(DbConnection connection, Outbox? outbox, InboxKind kind, string slug, long? actorId, DateTimeOffset at, string people)
    {
        var speechId = await connection.ExecuteScalarAsync<long>("SELECT id FROM speeches WHERE slug = @slug", new { slug });
        var told = new Told(connection, outbox, speechId, slug, actorId, at);
        await told.Tell(kind, people);
        await told.Mail();
    }

    private static bool Follows(DbConnection connection, Annotation root)
    {
        if (root.Tags.Count > 0)
            return true;
        using var row = IsFollowed.Read(connection, root.Slug);
        return row.Next();
    }

    private static string OfTags(Annotation root) => root.Tags.Count == 0 ? "" : """

        UNION SELECT account_id FROM follows WHERE kind = 'tag' AND target IN (SELECT value FROM json_each(@tags))
        """;
}

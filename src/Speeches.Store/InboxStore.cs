using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>
/// What people were told. Each asks for their own, and what they may no longer see is not there: not in the list, not in the counts, not
/// in mail.
/// </summary>
public sealed class InboxStore(Database database, TimeProvider clock)
{
    private const int MostCountsKept = 1024;

    // Each page of who is signed in says how many.
    private readonly Kept<long, object> _unread = new(database, MostCountsKept);

    /// <summary>A part of an inbox, newest first, with how many there are and how many of all are unread.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="onlyUnread">Whether to leave out what was read.</param>
    /// <param name="before">How many to skip.</param>
    /// <param name="most">How many at most.</param>
    public Task<InboxPage> List(Actor actor, bool onlyUnread, int before, int most) => database.Read(async connection =>
    {
        var values = new { viewerId = actor.Id, onlyUnread, before, most };
        var counts = await connection.QuerySingleAsync<(long All, long Unread)>($"""
            SELECT count(*), count(*) - count(i.read) FROM inbox AS i LEFT JOIN annotations AS a ON a.id = i.annotation_id
            WHERE i.account_id = @viewerId AND {InboxRow.IsVisible}
            """, values);
        var rows = await connection.QueryAsync<InboxRow>($"""
            SELECT {InboxRow.Columns} {InboxRow.Tables} WHERE i.account_id = @viewerId AND {InboxRow.IsVisible} AND (NOT @onlyUnread OR i.read IS NULL)
            ORDER BY i.id DESC LIMIT @most OFFSET @before
            """, values);
        return new InboxPage([.. rows.Select(row => row.ToItem())], (int)(onlyUnread ? counts.Unread : counts.All), (int)counts.Unread);
    });

    /// <summary>How many are unread.</summary>
    public async ValueTask<int> Unread(Actor actor) => (int)(await _unread.Get(actor.Id, () => database.Read<object?>(async connection =>
        await connection.ExecuteScalarAsync<int>($"""
            SELECT count(*) FROM inbox AS i LEFT JOIN annotations AS a ON a.id = i.annotation_id
            WHERE i.account_id = @viewerId AND i.read IS NULL AND {InboxRow.IsVisible}
            """, new { viewerId = actor.Id }))))!;

    /// <summary>Marks one as read or unread, and gives it back.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/>.</exception>
    public Task<InboxItem> Mark(Actor actor, long id, bool isRead) => database.Write(async connection =>
    {
        var values = new { viewerId = actor.Id, id, isRead, now = clock.Now() };
        var row = await connection.QuerySingleOrDefaultAsync<InboxRow>($"SELECT {InboxRow.Columns} {InboxRow.Tables} WHERE i.id = @id AND i.account_id = @viewerId AND {InboxRow.IsVisible}", values)
            ?? throw new SpeechesError(ErrorKind.NotFound, "There is no such entry in your inbox.");
        await connection.ExecuteAsync("UPDATE inbox SET read = CASE WHEN @isRead THEN coalesce(read, @now) END WHERE id = @id", values);
        return row.ToItem() with { Read = isRead ? row.Read ?? values.now : null };
    }, leavesAccounts: true);

    /// <summary>Marks all as read.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="upTo">The newest that was seen: what came after it stays unread. Null for all.</param>
    public Task MarkAll(Actor actor, long? upTo) => database.Write(connection => connection.ExecuteAsync("""
        UPDATE inbox SET read = @now WHERE account_id = @Id AND read IS NULL AND id <= coalesce(@upTo, id)
        """, new { actor.Id, upTo, now = clock.Now() }), leavesAccounts: true);
}

/// <summary>A part of an inbox.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Total">How many there are in all parts.</param>
/// <param name="Unread">How many of all are unread.</param>
public sealed record InboxPage(IReadOnlyList<InboxItem> Items, int Total, int Unread);

/// <summary>Something that somebody was told.</summary>
public sealed record InboxItem
{
    /// <summary>Its key; rises.</summary>
    public required long Id { get; init; }

    /// <summary>What it is.</summary>
    public required InboxKind Kind { get; init; }

    /// <summary>When it was done, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was read, UTC, or null.</summary>
    public DateTimeOffset? Read { get; init; }

    /// <summary>Who did it, under the name they have now; null where the program read a file.</summary>
    public string? By { get; init; }

    /// <summary>The speech's name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Its header, for its title.</summary>
    public required SpeechHeader Header { get; init; }

    /// <summary>What was written, or the root of what was assigned; null where it is about a speech.</summary>
    public string? AnnotationId { get; init; }

    /// <summary>The root of its thread, or null.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Its words as they are now, Markdown, or null.</summary>
    public string? Body { get; init; }

    /// <summary>The group that may see it, or null.</summary>
    public string? Group { get; init; }

    /// <summary>The number of its paragraph, where it has a place with one.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Of an assignment: the day it is due, or null.</summary>
    public DateOnly? Due { get; init; }
}

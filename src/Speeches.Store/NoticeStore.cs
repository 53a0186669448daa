using Dapper;

namespace Speeches.Store;

/// <summary>What a mail tells of, as its reader may see it now.</summary>
/// <param name="AccountId">Who is told.</param>
/// <param name="Email">Their address.</param>
/// <param name="IsDigest">Whether it tells of a day rather than of one thing.</param>
/// <param name="Items">Oldest first; at least one.</param>
public sealed record Notice(long AccountId, string Email, bool IsDigest, IReadOnlyList<InboxItem> Items);

/// <summary>Mail that tells of what is in inboxes, and how people want it.</summary>
public sealed class NoticeStore(Database database, TimeProvider clock, Outbox outbox)
{
    // As MailKinds.Of.
    private const string ChoiceOf = "CASE WHEN i.kind IN ('reply', 'mention', 'assignment') THEN i.kind ELSE 'followed' END";

    private const string Waiting = "mail = 'daily' AND mail_id IS NULL AND at < @before";

    /// <summary>
    /// What a mail of the outbox tells of; null where nothing is left of it: what its reader may no longer see, has read meanwhile or no
    /// longer wants by mail is not sent.
    /// </summary>
    public Task<Notice?> Find(long mailId) => database.Read(async connection =>
    {
        var reader = await connection.QuerySingleOrDefaultAsync<Reader>("""
            SELECT p.id, p.email, o.kind = 'digest' AS is_digest
            FROM outbox AS o JOIN accounts AS p ON p.id = o.account_id WHERE o.id = @mailId AND p.disabled IS NULL
            """, new { mailId });
        if (reader is null)
            return null;
        var rows = (await connection.QueryAsync<InboxRow>($"""
            SELECT {InboxRow.Columns} {InboxRow.Tables}
            WHERE i.mail_id = @mailId AND i.account_id = @viewerId AND i.read IS NULL AND {InboxRow.IsVisible}
                AND NOT EXISTS (SELECT 1 FROM mail_choices AS c WHERE c.account_id = i.account_id AND c.kind = {ChoiceOf} AND c.choice = 'never')
            ORDER BY i.id
            """, new { mailId, viewerId = reader.Id })).AsList();
        return rows.Count == 0 ? null : new Notice(reader.Id, reader.Email, reader.IsDigest, [.. rows.Select(row => row.ToItem())]);
    });

    /// <summary>Puts a mail into the outbox for each person who wants to be told once a day and has something from before a moment.</summary>
    /// <remarks>What was put into a mail is marked in the same transaction: it is in one, whenever the program dies.</remarks>
    public async Task Digest(DateTimeOffset before)
    {
        if (!await database.Read(connection => connection.ExecuteScalarAsync<bool>($"SELECT EXISTS (SELECT 1 FROM inbox WHERE {Waiting})", new { before })))
            return;
        await database.Write(async connection =>
        {
            var people = (await connection.QueryAsync<long>($"SELECT DISTINCT account_id FROM inbox WHERE {Waiting}", new { before })).AsList();
            foreach (var accountId in people)
            {
                var mailId = await outbox.AddLater(connection, "digest", accountId);
                await connection.ExecuteAsync($"UPDATE inbox SET mail_id = @mailId WHERE account_id = @accountId AND {Waiting}", new { mailId, accountId, before });
            }

            return people.Count;
        }, leavesAccounts: true);
    }

    /// <summary>How somebody wants to be told by mail.</summary>
    public Task<IReadOnlyDictionary<MailKind, MailChoice>> Choices(long accountId) => database.Read<IReadOnlyDictionary<MailKind, MailChoice>>(async connection =>
    {
        var made = (await connection.QueryAsync<(string Kind, string Choice)>("SELECT kind, choice FROM mail_choices WHERE account_id = @accountId", new { accountId }))
            .ToDictionary(row => Enum.Parse<MailKind>(row.Kind, ignoreCase: true), row => Enum.Parse<MailChoice>(row.Choice, ignoreCase: true));
        return Enum.GetValues<MailKind>().ToDictionary(kind => kind, kind => made.GetValueOrDefault(kind, MailKinds.Usual(kind)));
    });

    /// <summary>Has somebody told by mail as they choose. What waits for the daily mail stays with it, unless they want none.</summary>
    public Task Choose(long accountId, IReadOnlyDictionary<MailKind, MailChoice> choices) => database.Write(async connection =>
    {
        foreach (var (kind, choice) in choices)
        {
            await connection.ExecuteAsync("""
                INSERT INTO mail_choices (account_id, kind, choice) VALUES (@accountId, @kind, @choice)
                ON CONFLICT (account_id, kind) DO UPDATE SET choice = excluded.choice
                """, new { accountId, kind = kind.ToColumn(), choice = choice.ToColumn() });
        }

        return true;
    }, leavesAccounts: true);

    /// <summary>Sends somebody no more mail of this kind: only what they ask for themselves, such as a new password.</summary>
    public Task Silence(long accountId) => Choose(accountId, Enum.GetValues<MailKind>().ToDictionary(kind => kind, _ => MailChoice.Never));

    /// <summary>The moment up to which the daily mail of now tells: the last time that it was this hour of the day, UTC.</summary>
    public DateTimeOffset LastHour(int hour)
    {
        var now = clock.Now();
        var today = new DateTimeOffset(now.Year, now.Month, now.Day, hour, 0, 0, TimeSpan.Zero);
        return today <= now ? today : today.AddDays(-1);
    }

    private sealed record Reader
    {
        public long Id { get; init; }

        public string Email { get; init; } = "";

        public bool IsDigest { get; init; }
    }
}

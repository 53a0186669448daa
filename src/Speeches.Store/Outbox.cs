using System.Data.Common;
using System.Security.Cryptography;
using Dapper;

namespace Speeches.Store;

/// <summary>
/// Mail between being decided and being taken by a mail server. <see cref="Add(DbConnection, NewMail)"/> is called inside the
/// transaction of the cause, so that there is neither without the other. To be sent, a mail is claimed, handed over, and marked:
/// each on disk before the next. Where the program dies between, the claim ends by itself and the mail goes again.
/// </summary>
/// <remarks>
/// Nobody can do better than that: between a server's 250 and the mark on disk there is a moment in which a dying program leaves a mail
/// that will go twice. Both then bear the same Message-ID, which is made with the row, and mail programs show one.
/// </remarks>
public sealed class Outbox(Database database, TimeProvider clock, OutboxRules rules)
{
    private const string Emptied = "recipient = NULL, subject = NULL, body = NULL, claimed_until = NULL, ended = @now";

    /// <summary>Whether mail is sent at all; where not, what is added is not kept.</summary>
    public bool IsOn => rules.IsOn;

    /// <summary>Adds a mail inside the transaction of what it tells of. Nothing happens where no mail is sent.</summary>
    public async Task Add(DbConnection connection, NewMail mail)
    {
        if (!IsOn)
            return;
        await connection.ExecuteAsync("""
            INSERT INTO outbox (account_id, recipient, subject, body, message_id, created, due, expires)
            VALUES (@AccountId, @To, @Subject, @Text, @messageId, @now, @now, @Expires)
            """, new { mail.AccountId, mail.To, mail.Subject, mail.Text, messageId = NewMessageId(), now = clock.Now(), mail.Expires });
    }

    /// <summary>Adds a mail that is written when it is sent, inside the transaction of its cause.</summary>
    /// <returns>Its row.</returns>
    internal Task<long> AddLater(DbConnection connection, string kind, long accountId) => connection.ExecuteScalarAsync<long>("""
        INSERT INTO outbox (kind, account_id, message_id, created, due) VALUES (@kind, @accountId, @messageId, @now, @now) RETURNING id
        """, new { kind, accountId, messageId = NewMessageId(), now = clock.Now() });

    /// <summary>Adds a mail that has no other cause in the database.</summary>
    public Task Add(NewMail mail) => IsOn
        ? database.Write(async connection =>
        {
            await Add(connection, mail);
            return true;
        }, leavesAccounts: true)
        : Task.CompletedTask;

    /// <summary>Whether a mail could be claimed now; a look that costs little.</summary>
    public Task<bool> HasDue() => database.Read(connection => connection.ExecuteScalarAsync<bool>("""
        SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'waiting' AND due <= @now AND (claimed_until IS NULL OR claimed_until <= @now))
        """, new { now = clock.Now() }));

    /// <summary>Claims the mail that is due for longest; null where none is. What nobody needs any more is dropped on the way.</summary>
    public Task<ClaimedMail?> Claim() => database.Write(async connection =>
    {
        var values = new { now = clock.Now(), until = clock.Now() + rules.Claim, rules.Attempts };
        await connection.ExecuteAsync($"UPDATE outbox SET state = 'dropped', {Emptied} WHERE state = 'waiting' AND expires <= @now", values);
        await connection.ExecuteAsync("UPDATE outbox SET recipient = NULL, subject = NULL, body = NULL WHERE state = 'failed' AND expires <= @now", values);
        // Only a program that died in each attempt leaves such a row: it is not to die of it for ever.
        await connection.ExecuteAsync($"""
            UPDATE outbox SET state = 'failed', claimed_until = NULL, ended = @now, problem = coalesce(problem, 'The program ended in each attempt.')
            WHERE state = 'waiting' AND attempts >= @Attempts AND due <= @now AND (claimed_until IS NULL OR claimed_until <= @now)
            """, values);
        return await connection.QuerySingleOrDefaultAsync<ClaimedMail>("""
            UPDATE outbox SET claimed_until = @until, attempts = attempts + 1
            WHERE id = (SELECT id FROM outbox WHERE state = 'waiting' AND due <= @now AND (claimed_until IS NULL OR claimed_until <= @now)
                ORDER BY due, id LIMIT 1)
            RETURNING id, kind = 'letter' AS is_written, account_id, recipient, subject, body, message_id, attempts
            """, values);
    }, leavesAccounts: true);

    /// <summary>Marks a mail that the server has taken.</summary>
    public Task Sent(long id) => End(id, "sent");

    /// <summary>Marks a mail that is not to be sent after all.</summary>
    public Task Drop(long id) => End(id, "dropped");

    /// <summary>Gives a claimed mail back untried, since the program is stopping.</summary>
    public Task PutBack(long id) => Write(
        "UPDATE outbox SET claimed_until = NULL, attempts = attempts - 1 WHERE id = @id AND state = 'waiting'", new { id });

    /// <summary>Notes that an attempt failed: the mail waits for the next one, or is given up.</summary>
    /// <param name="mail">As it was claimed.</param>
    /// <param name="problem">Why, for administrators; no address.</param>
    /// <param name="isFinal">Whether no further attempt would do better.</param>
    /// <returns>When it is tried again, or null where it was given up.</returns>
    public async Task<DateTimeOffset?> Failed(ClaimedMail mail, string problem, bool isFinal)
    {
        var now = clock.Now();
        if (isFinal || mail.Attempts >= rules.Attempts)
        {
            // Its words stay: an administrator may have it tried again.
            await Write("""
                UPDATE outbox SET state = 'failed', claimed_until = NULL, ended = @now, problem = @problem WHERE id = @Id AND state = 'waiting'
                """, new { mail.Id, now, problem });
            return null;
        }

        var due = now + Pause(mail.Attempts);
        await Write("UPDATE outbox SET claimed_until = NULL, due = @due, problem = @problem WHERE id = @Id AND state = 'waiting'", new { mail.Id, due, problem });
        return due;
    }

    /// <summary>How it stands, for administrators.</summary>
    public Task<OutboxState> State() => database.Read(async connection => new OutboxState(
        await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM outbox WHERE state = 'waiting'"),
        await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM outbox WHERE state = 'sent'"),
        (await connection.QueryAsync<MailItem>("""
            SELECT o.id, a.name, o.created, o.due, o.attempts, o.state = 'failed' AS is_failed, o.problem
            FROM outbox AS o LEFT JOIN accounts AS a ON a.id = o.account_id
            WHERE o.state = 'failed' OR (o.state = 'waiting' AND o.problem IS NOT NULL)
            ORDER BY o.state = 'waiting', o.id LIMIT 100
            """)).AsList()));

    /// <summary>Has a mail that was given up, or that waits for its next attempt, tried again at once, with as many attempts as a new one.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/> where there is none such.</exception>
    public Task Retry(long id) => Known("""
        UPDATE outbox SET state = 'waiting', ended = NULL, attempts = 0, due = @now
        WHERE id = @id AND state IN ('failed', 'waiting') AND claimed_until IS NULL AND (expires IS NULL OR expires > @now)
        """, id);

    /// <summary>Takes away a mail that was given up, or that waits for its next attempt.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/> where there is none such.</exception>
    public Task Discard(long id) => Known($"""
        UPDATE outbox SET state = 'dropped', {Emptied} WHERE id = @id AND state IN ('failed', 'waiting') AND claimed_until IS NULL
        """, id);

    /// <summary>Forgets what was sent or dropped long ago.</summary>
    public Task Tidy() => Write("DELETE FROM outbox WHERE state IN ('sent', 'dropped') AND ended <= @before", new { before = clock.Now() - rules.Kept });

    private TimeSpan Pause(int attempts)
    {
        var pause = rules.FirstPause;
        for (var i = 1; i < attempts && pause < rules.LongestPause; i++)
            pause *= 2;
        return pause < rules.LongestPause ? pause : rules.LongestPause;
    }

    private string NewMessageId() => $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}@{rules.Domain}";

    private Task<int> End(long id, string state) =>
        Write($"UPDATE outbox SET state = @state, problem = NULL, {Emptied} WHERE id = @id AND state = 'waiting'", new { id, state, now = clock.Now() });

    private Task<int> Write(string change, object values) =>
        database.Write(connection => connection.ExecuteAsync(change, values), leavesAccounts: true);

    private async Task Known(string change, long id)
    {
        if (await Write(change, new { id, now = clock.Now() }) == 0)
            throw new SpeechesError(ErrorKind.NotFound, "There is no such mail, it is of no use any more, or it is being sent just now. Nothing was changed.");
    }
}

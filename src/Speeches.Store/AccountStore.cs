using System.Data.Common;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>Accounts and the one-time links that go with them. Links are kept as SHA-256 hashes only.</summary>
public sealed class AccountStore(Database database, TimeProvider clock)
{
    private const string Columns = """
        id, email, normalized_email, name, role, password_hash, security_stamp, concurrency_stamp, lockout_end, access_failed_count,
        email_confirmed, second_factor, created, disabled
        """;

    /// <summary>Adds an account and sets its <see cref="Account.Id"/>, <see cref="Account.Created"/> and <see cref="Account.ConcurrencyStamp"/>.</summary>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.Conflict"/> on field <c>email</c> where the address is taken; <see cref="ErrorKind.Refused"/> on <c>name</c>.
    /// </exception>
    public Task Add(Account account) => database.Write(async connection =>
    {
        await Insert(connection, account);
        return true;
    });

    /// <summary>Writes the account back; a changed name raises the revision of every speech it is shown on, a changed stamp ends its sessions.</summary>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.Stale"/> where <see cref="Account.ConcurrencyStamp"/> is not the stored one; <see cref="ErrorKind.Conflict"/>
    /// on <c>email</c>; <see cref="ErrorKind.Refused"/> on <c>name</c>.
    /// </exception>
    public async Task Update(Account account) => account.ConcurrencyStamp = await database.Write(async connection =>
    {
        Check(account);
        await CheckAddress(connection, account);
        var former = await connection.ExecuteScalarAsync<string?>(
            "SELECT name FROM accounts WHERE id = @Id AND concurrency_stamp = @ConcurrencyStamp", account)
            ?? throw new SpeechesError(ErrorKind.Stale, "This account has been changed meanwhile; nothing was overwritten. Load it again.");
        var stamp = NewStamp();
        await connection.ExecuteAsync("""
            UPDATE accounts
            SET email = @Email, normalized_email = @NormalizedEmail, name = @Name, role = @role, password_hash = @PasswordHash,
                security_stamp = @SecurityStamp, concurrency_stamp = @stamp, lockout_end = @LockoutEnd,
                access_failed_count = @AccessFailedCount, email_confirmed = @EmailConfirmed, disabled = @Disabled
            WHERE id = @Id
            """, Parameters(account, stamp));
        await connection.ExecuteAsync("DELETE FROM sessions WHERE account_id = @Id AND stamp <> @SecurityStamp", account);
        if (former != account.Name)
        {
            await connection.ExecuteAsync("""
                UPDATE speeches SET revision = revision + 1
                WHERE id IN (
                    SELECT speech_id FROM annotations
                    WHERE audience = 'public' AND (author_id = @Id OR resolved_by = @Id OR deleted_by = @Id))
                """, account);
        }

        return stamp;
    });

    /// <summary>By key, or null.</summary>
    public Task<Account?> Find(long id) => database.Read(connection =>
        connection.QuerySingleOrDefaultAsync<Account>($"SELECT {Columns} FROM accounts WHERE id = @id", new { id }));

    /// <summary>By normalized address, or null.</summary>
    public Task<Account?> FindByEmail(string normalizedEmail) => database.Read(connection =>
        connection.QuerySingleOrDefaultAsync<Account>(
            $"SELECT {Columns} FROM accounts WHERE normalized_email = @normalizedEmail", new { normalizedEmail }));

    /// <summary>All accounts by name.</summary>
    public Task<IReadOnlyList<Account>> List() => database.Read<IReadOnlyList<Account>>(async connection =>
        [.. (await connection.QueryAsync<Account>($"SELECT {Columns} FROM accounts"))
            .OrderBy(account => account.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(account => account.Id)]);

    /// <summary>Whether an enabled administrator exists.</summary>
    public Task<bool> HasAdministrator() => database.Read(HasAdministrator);

    /// <summary>Makes a one-time link's token; earlier unused ones of the same purpose and account stop working.</summary>
    /// <returns>The token, to be shown once: 256 random bits in base64url.</returns>
    public Task<string> CreateLink(LinkPurpose purpose, long? accountId, TimeSpan lifetime) => database.Write(async connection =>
    {
        var (token, now) = (Secrets.New(), clock.Now());
        var link = new { hash = Secrets.Hash(token), purpose = purpose.ToColumn(), accountId, now, expires = now + lifetime };
        await connection.ExecuteAsync(
            "DELETE FROM one_time_links WHERE purpose = @purpose AND account_id IS NOT DISTINCT FROM @accountId AND used IS NULL", link);
        await connection.ExecuteAsync("""
            INSERT INTO one_time_links (hash, purpose, account_id, created, expires) VALUES (@hash, @purpose, @accountId, @now, @expires)
            """, link);
        return token;
    });

    /// <summary>Whether a token would be accepted now; it stays unused.</summary>
    public Task<bool> IsLinkValid(LinkPurpose purpose, string token) => database.Read(async connection =>
        await FindLink(connection, purpose, token) is not null
        && (purpose != LinkPurpose.Setup || !await HasAdministrator(connection)));

    /// <summary>
    /// Uses up a set-up token and adds the first administrator, in one transaction, so that two requests cannot both do it.
    /// </summary>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.NotFound"/> for an unknown, used or expired token, or where an administrator exists; else as <see cref="Add"/>.
    /// </exception>
    public Task AddFirstAdministrator(string token, Account account) => database.Write(async connection =>
    {
        if (await HasAdministrator(connection))
            throw new SpeechesError(ErrorKind.NotFound, "This library has an administrator already: no account was made.");
        await UseLink(connection, LinkPurpose.Setup, token);
        account.Role = Role.Administrator;
        await Insert(connection, account);
        return true;
    });

    /// <summary>Uses up a password token and gives the account it was made for.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/> for an unknown, used or expired token.</exception>
    public Task<Account> UsePasswordLink(string token) => database.Write(async connection =>
    {
        var link = await UseLink(connection, LinkPurpose.Password, token);
        return await connection.QuerySingleAsync<Account>($"SELECT {Columns} FROM accounts WHERE id = @AccountId", link);
    });

    private async Task Insert(DbConnection connection, Account account)
    {
        account.Id = 0; // of an earlier run that was taken back
        Check(account);
        await CheckAddress(connection, account);
        (account.Created, account.ConcurrencyStamp) = (clock.Now(), NewStamp());
        account.Id = await connection.ExecuteScalarAsync<long>("""
            INSERT INTO accounts (email, normalized_email, name, role, password_hash, security_stamp, concurrency_stamp, lockout_end,
                access_failed_count, email_confirmed, created, disabled)
            VALUES (@Email, @NormalizedEmail, @Name, @role, @PasswordHash, @SecurityStamp, @stamp, @LockoutEnd,
                @AccessFailedCount, @EmailConfirmed, @Created, @Disabled)
            RETURNING id
            """, Parameters(account, account.ConcurrencyStamp));
    }

    private static void Check(Account account)
    {
        account.Name = account.Name.Trim();
        if (account.Name.Length is 0 or > 80 || account.Name.Any(char.IsControl))
            throw new SpeechesError(ErrorKind.Refused, "The display name must have 1 to 80 characters on one line; nothing was stored.", "name");
    }

    private static async Task CheckAddress(DbConnection connection, Account account)
    {
        var other = await connection.ExecuteScalarAsync<long?>(
            "SELECT id FROM accounts WHERE normalized_email = @NormalizedEmail AND id <> @Id", account);
        if (other is not null)
            throw new SpeechesError(ErrorKind.Conflict, "There is an account with this e-mail address already; nothing was stored.", "email");
    }

    private static async Task<bool> HasAdministrator(DbConnection connection) => await connection.ExecuteScalarAsync<long?>(
        "SELECT 1 FROM accounts WHERE role = 'administrator' AND disabled IS NULL LIMIT 1") is not null;

    private Task<LinkRow?> FindLink(DbConnection connection, LinkPurpose purpose, string token) =>
        connection.QuerySingleOrDefaultAsync<LinkRow>("""
            SELECT l.hash, l.account_id
            FROM one_time_links AS l LEFT JOIN accounts AS a ON a.id = l.account_id
            WHERE l.hash = @hash AND l.purpose = @purpose AND l.used IS NULL AND l.expires > @now AND a.disabled IS NULL
            """, new { hash = Secrets.Hash(token), purpose = purpose.ToColumn(), now = clock.Now() });

    private async Task<LinkRow> UseLink(DbConnection connection, LinkPurpose purpose, string token)
    {
        var link = await FindLink(connection, purpose, token)
            ?? throw new SpeechesError(ErrorKind.NotFound, "This link is unknown, was used before, or has expired. Ask for a new one.");
        await connection.ExecuteAsync("UPDATE one_time_links SET used = @now WHERE hash = @Hash", new { link.Hash, now = clock.Now() });
        return link;
    }

    private static string NewStamp() => Guid.NewGuid().ToString();

    private static object Parameters(Account account, string stamp) => new
    {
        account.Id,
        account.Email,
        account.NormalizedEmail,
        account.Name,
        role = account.Role.ToColumn(),
        account.PasswordHash,
        account.SecurityStamp,
        stamp,
        account.LockoutEnd,
        account.AccessFailedCount,
        account.EmailConfirmed,
        account.Created,
        account.Disabled,
    };

    private sealed record LinkRow
    {
        public byte[] Hash { get; init; } = [];

        public long? AccountId { get; init; }
    }
}

using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>How somebody showed who they are.</summary>
public enum SignInMethod
{
    /// <summary>With a password alone.</summary>
    Password,

    /// <summary>With a password and a one-time code.</summary>
    Code,

    /// <summary>With a password and a recovery code.</summary>
    Recovery,

    /// <summary>With a passkey.</summary>
    Passkey,

    /// <summary>With an OpenID Connect provider.</summary>
    Provider,

    /// <summary>With a one-time link.</summary>
    Link,
}

/// <summary>A session as its owner sees it.</summary>
public sealed record Session
{
    /// <summary>The store's key.</summary>
    public required long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required long AccountId { get; init; }

    /// <summary>How it began.</summary>
    public required SignInMethod Method { get; init; }

    /// <summary>The browser, in words such as "Firefox on Linux".</summary>
    public required string Browser { get; init; }

    /// <summary>The network address it began from.</summary>
    public required string Address { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last used, UTC, to the hour.</summary>
    public required DateTimeOffset LastSeen { get; init; }
}

/// <summary>Browsers in which people are signed in. What the cookie carries is kept as a SHA-256 hash.</summary>
public sealed class SessionStore(Database database, TimeProvider clock)
{
    private const string Columns = "s.id, s.account_id, s.method, s.browser, s.address, s.created, s.last_seen";

    /// <summary>Begins a session, and forgets those that nobody has used for a time.</summary>
    /// <param name="account">Whose it is, with its present stamp.</param>
    /// <param name="method">How they showed who they are.</param>
    /// <param name="browser">In words; cut after 80 characters.</param>
    /// <param name="address">The network address.</param>
    /// <param name="unused">After how long a session that is not used ends.</param>
    /// <returns>Its key, and the secret for the cookie: 256 random bits in base64url.</returns>
    public Task<(long Id, string Secret)> Begin(Account account, SignInMethod method, string browser, string address, TimeSpan unused) =>
        database.Write(async connection =>
        {
            var (secret, now) = (Secrets.New(), clock.Now());
            await connection.ExecuteAsync("DELETE FROM sessions WHERE last_seen <= @before", new { before = now - unused });
            var id = await connection.ExecuteScalarAsync<long>("""
                INSERT INTO sessions (hash, account_id, stamp, method, browser, address, created, last_seen)
                VALUES (@hash, @Id, @SecurityStamp, @method, @browser, @address, @now, @now)
                RETURNING id
                """, new
            {
                hash = Secrets.Hash(secret),
                account.Id,
                account.SecurityStamp,
                method = method.ToColumn(),
                browser = browser.Length > 80 ? browser[..80] : browser,
                address,
                now,
            });
            return (id, secret);
        });

    /// <summary>The session that a cookie's secret opens, and who holds it; null where it has ended or the account is disabled.</summary>
    public Task<(Session Session, Actor Actor)?> Find(string secret) => database.Read<(Session, Actor)?>(async connection =>
        await connection.QuerySingleOrDefaultAsync<SessionRow>($"""
            SELECT {Columns}, a.name, a.role
            FROM sessions AS s JOIN accounts AS a ON a.id = s.account_id
            WHERE s.hash = @hash AND s.stamp = a.security_stamp AND a.disabled IS NULL
            """, new { hash = Secrets.Hash(secret) }) is { } row ? (row.ToSession(), new Actor(row.AccountId, row.Name, row.Role)) : null);

    /// <summary>The sessions of an account, the one used last first.</summary>
    public Task<IReadOnlyList<Session>> List(long accountId) => database.Read<IReadOnlyList<Session>>(async connection =>
        [.. (await connection.QueryAsync<SessionRow>($"""
            SELECT {Columns} FROM sessions AS s JOIN accounts AS a ON a.id = s.account_id
            WHERE s.account_id = @accountId AND s.stamp = a.security_stamp ORDER BY s.last_seen DESC, s.id DESC
            """, new { accountId })).Select(row => row.ToSession())]);

    /// <summary>Notes that a session is used. Who holds it stays as it is.</summary>
    public Task Seen(long id) => database.Write(
        connection => connection.ExecuteAsync("UPDATE sessions SET last_seen = @now WHERE id = @id", new { id, now = clock.Now() }), leavesAccounts: true);

    /// <summary>Ends one session of an account; one that has ended stays so.</summary>
    public Task End(long accountId, long id) => database.Write(connection =>
        connection.ExecuteAsync("DELETE FROM sessions WHERE id = @id AND account_id = @accountId", new { id, accountId }));

    /// <summary>Ends all sessions of an account but one, or all.</summary>
    public Task EndAll(long accountId, long? but = null) => database.Write(connection =>
        connection.ExecuteAsync("DELETE FROM sessions WHERE account_id = @accountId AND id IS NOT @but", new { accountId, but }));

    /// <summary>A key to keep under it what is known of a session, so that the secret itself stays nowhere.</summary>
    public static string Key(string secret) => Convert.ToHexString(Secrets.Hash(secret));

    private sealed record SessionRow
    {
        public long Id { get; init; }

        public long AccountId { get; init; }

        public SignInMethod Method { get; init; }

        public string Browser { get; init; } = "";

        public string Address { get; init; } = "";

        public DateTimeOffset Created { get; init; }

        public DateTimeOffset LastSeen { get; init; }

        public string Name { get; init; } = "";

        public Role Role { get; init; }

        public Session ToSession() => new()
        {
            Id = Id,
            AccountId = AccountId,
            Method = Method,
            Browser = Browser,
            Address = Address,
            Created = Created,
            LastSeen = LastSeen,
        };
    }
}

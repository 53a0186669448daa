using System.Security.Cryptography;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>What the holder of an API token may do; <see cref="Write"/> includes <see cref="Read"/>.</summary>
public enum TokenScope
{
    /// <summary>Read as the account.</summary>
    Read,

    /// <summary>Read and change as the account.</summary>
    Write,
}

/// <summary>An API token as listed; the secret itself is never kept.</summary>
public sealed record ApiToken
{
    /// <summary>A short public name to revoke it by: 8 lower-case letters and digits.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required long AccountId { get; init; }

    /// <summary>The account's address, for lists.</summary>
    public required string Email { get; init; }

    /// <summary>What it allows.</summary>
    public required TokenScope Scope { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What its owner calls it; may be empty.</summary>
    public string Label { get; init; } = "";

    /// <summary>From when on it is worthless, UTC; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>When it was revoked, UTC, or null.</summary>
    public DateTimeOffset? Revoked { get; init; }
}

/// <summary>Who holds a token.</summary>
/// <param name="Actor">The account.</param>
/// <param name="Scope">What the token allows.</param>
/// <param name="Expires">From when on it is worthless, UTC; null for never.</param>
public sealed record TokenGrant(Actor Actor, TokenScope Scope, DateTimeOffset? Expires);

/// <summary>API tokens, kept as SHA-256 hashes.</summary>
public sealed class TokenStore(Database database, TimeProvider clock)
{
    private static readonly Prepared Holder = new("""
        SELECT a.id, a.name, a.role, t.scope, t.expires
        FROM api_tokens AS t JOIN accounts AS a ON a.id = t.account_id
        WHERE t.hash = @hash AND t.revoked IS NULL AND a.disabled IS NULL
        """);

    private const int MaximumLabel = 80;

    private const string Columns = "t.id, t.account_id, a.email, t.scope, t.label, t.created, t.expires, t.revoked";

    /// <summary>Makes a token.</summary>
    /// <param name="accountId">The account that it acts for.</param>
    /// <param name="scope">What it allows.</param>
    /// <param name="expires">From when on it is worthless, UTC; null for never.</param>
    /// <param name="label">What its owner calls it; cut after 80 characters.</param>
    /// <returns>The listing entry, and the secret (<c>speeches_</c> and 43 characters of base64url) to be shown once.</returns>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/> where there is no such account or it is disabled.</exception>
    public Task<(ApiToken Token, string Secret)> Create(long accountId, TokenScope scope, DateTimeOffset? expires = null, string label = "") => database.Write(async connection =>
    {
        var email = await connection.ExecuteScalarAsync<string?>(
            "SELECT email FROM accounts WHERE id = @accountId AND disabled IS NULL", new { accountId })
            ?? throw new SpeechesError(ErrorKind.NotFound, "There is no such account, or it is disabled: no token was made.");
        var secret = $"speeches_{Secrets.New()}";
        var token = new ApiToken
        {
            Id = RandomNumberGenerator.GetString("abcdefghjkmnpqrstvwxyz0123456789", 8),
            AccountId = accountId,
            Email = email,
            Scope = scope,
            Label = label.Length > MaximumLabel ? label[..MaximumLabel] : label,
            Created = clock.Now(),
            Expires = expires,
        };
        await connection.ExecuteAsync("""
            INSERT INTO api_tokens (id, hash, account_id, scope, label, created, expires)
            VALUES (@Id, @hash, @AccountId, @scope, @Label, @Created, @Expires)
            """, new { token.Id, hash = Secrets.Hash(secret), token.AccountId, scope = scope.ToColumn(), token.Label, token.Created, token.Expires });
        return (token, secret);
    });

    /// <summary>All tokens, or those of one account, newest first.</summary>
    public Task<IReadOnlyList<ApiToken>> List(long? accountId = null) => database.Read<IReadOnlyList<ApiToken>>(async connection =>
        [.. (await connection.QueryAsync<TokenRow>($"""
            SELECT {Columns} FROM api_tokens AS t JOIN accounts AS a ON a.id = t.account_id
            WHERE @accountId IS NULL OR t.account_id = @accountId ORDER BY t.created DESC, t.id
            """, new { accountId })).Select(row => row.ToToken())]);

    /// <summary>Revokes a token; one that is revoked stays as it was.</summary>
    /// <param name="id">Its public name.</param>
    /// <param name="accountId">The account that it has to be of; null for any.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/>.</exception>
    public Task Revoke(string id, long? accountId = null) => database.Write(async connection =>
    {
        var changed = await connection.ExecuteAsync("""
            UPDATE api_tokens SET revoked = coalesce(revoked, @now) WHERE id = @id AND (@accountId IS NULL OR account_id = @accountId)
            """, new { id, accountId, now = clock.Now() });
        return changed > 0 ? true : throw new SpeechesError(ErrorKind.NotFound, "There is no such token: nothing was revoked.");
    });

    /// <summary>A key to keep under it what is known of a token, so that the secret itself stays nowhere.</summary>
    public static string Key(string secret) => Convert.ToHexString(Secrets.Hash(secret));

    /// <summary>
    /// Who holds this secret and what it allows; null where it is unknown, revoked, or the account is disabled. Whether its time is over
    /// is for the caller to see, who may keep the answer.
    /// </summary>
    public Task<TokenGrant?> Authenticate(string secret) => database.Read<TokenGrant?>(async connection =>
    {
        using var row = Holder.Read(connection, Secrets.Hash(secret));
        return row.Next()
            ? new(new Actor(row.Number(0), row.Text(1), Enum.Parse<Role>(row.Text(2), ignoreCase: true)),
                Enum.Parse<TokenScope>(row.Text(3), ignoreCase: true), row.IsNull(4) ? null : Store.Columns.ToMoment(row.Text(4)))
            : null;
    });

    private sealed record TokenRow
    {
        public string Id { get; init; } = "";

        public long AccountId { get; init; }

        public string Email { get; init; } = "";

        public TokenScope Scope { get; init; }

        public string Label { get; init; } = "";

        public DateTimeOffset Created { get; init; }

        public DateTimeOffset? Expires { get; init; }

        public DateTimeOffset? Revoked { get; init; }

        public ApiToken ToToken() =>
            new() { Id = Id, AccountId = AccountId, Email = Email, Scope = Scope, Label = Label, Created = Created, Expires = Expires, Revoked = Revoked };
    }
}

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

    /// <summary>When it was revoked, UTC, or null.</summary>
    public DateTimeOffset? Revoked { get; init; }
}

/// <summary>API tokens, kept as SHA-256 hashes.</summary>
public sealed class TokenStore(Database database, TimeProvider clock)
{
    private static readonly Prepared Holder = new("""
        SELECT a.id, a.name, a.role, t.scope
        FROM api_tokens AS t JOIN accounts AS a ON a.id = t.account_id
        WHERE t.hash = @hash AND t.revoked IS NULL AND a.disabled IS NULL
        """);

    private const string Columns = "t.id, t.account_id, a.email, t.scope, t.created, t.revoked";

    /// <summary>Makes a token.</summary>
    /// <returns>The listing entry, and the secret (<c>speeches_</c> and 43 characters of base64url) to be shown once.</returns>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/> where there is no such account or it is disabled.</exception>
    public Task<(ApiToken Token, string Secret)> Create(long accountId, TokenScope scope) => database.Write(async connection =>
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
            Created = clock.Now(),
        };
        await connection.ExecuteAsync("""
            INSERT INTO api_tokens (id, hash, account_id, scope, created) VALUES (@Id, @hash, @AccountId, @scope, @Created)
            """, new { token.Id, hash = Secrets.Hash(secret), token.AccountId, scope = scope.ToColumn(), token.Created });
        return (token, secret);
    });

    /// <summary>All tokens, newest first.</summary>
    public Task<IReadOnlyList<ApiToken>> List() => database.Read<IReadOnlyList<ApiToken>>(async connection =>
        [.. (await connection.QueryAsync<TokenRow>($"""
            SELECT {Columns} FROM api_tokens AS t JOIN accounts AS a ON a.id = t.account_id ORDER BY t.created DESC, t.id
            """)).Select(row => row.ToToken())]);

    /// <summary>Revokes a token; one that is revoked stays as it was.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/>.</exception>
    public Task Revoke(string id) => database.Write(async connection =>
    {
        var changed = await connection.ExecuteAsync(
            "UPDATE api_tokens SET revoked = coalesce(revoked, @now) WHERE id = @id", new { id, now = clock.Now() });
        return changed > 0 ? true : throw new SpeechesError(ErrorKind.NotFound, "There is no such token: nothing was revoked.");
    });

    /// <summary>A key to keep under it what is known of a token, so that the secret itself stays nowhere.</summary>
    public static string Key(string secret) => Convert.ToHexString(Secrets.Hash(secret));

    /// <summary>Who holds this secret and what it allows; null where it is unknown, revoked, or the account is disabled.</summary>
    public Task<(Actor Actor, TokenScope Scope)?> Authenticate(string secret) => database.Read<(Actor, TokenScope)?>(async connection =>
    {
        using var row = Holder.Read(connection, Secrets.Hash(secret));
        return row.Next()
            ? (new Actor(row.Number(0), row.Text(1), Enum.Parse<Role>(row.Text(2), ignoreCase: true)),
                Enum.Parse<TokenScope>(row.Text(3), ignoreCase: true))
            : null;
    });

    private sealed record TokenRow
    {
        public string Id { get; init; } = "";

        public long AccountId { get; init; }

        public string Email { get; init; } = "";

        public TokenScope Scope { get; init; }

        public DateTimeOffset Created { get; init; }

        public DateTimeOffset? Revoked { get; init; }

        public ApiToken ToToken() =>
            new() { Id = Id, AccountId = AccountId, Email = Email, Scope = Scope, Created = Created, Revoked = Revoked };
    }
}

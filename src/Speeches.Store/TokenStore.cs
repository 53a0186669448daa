#pragma warning disable CS9113 // stub
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
    /// <summary>Makes a token.</summary>
    /// <returns>The listing entry, and the secret (<c>speeches_</c> and 43 characters of base64url) to be shown once.</returns>
    public Task<(ApiToken Token, string Secret)> Create(long accountId, TokenScope scope) => throw new NotImplementedException();

    /// <summary>All tokens, newest first.</summary>
    public Task<IReadOnlyList<ApiToken>> List() => throw new NotImplementedException();

    /// <summary>Revokes a token.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/>.</exception>
    public Task Revoke(string id) => throw new NotImplementedException();

    /// <summary>Who holds this secret and what it allows; null where it is unknown, revoked, or the account is disabled.</summary>
    public Task<(Actor Actor, TokenScope Scope)?> Authenticate(string secret) => throw new NotImplementedException();
}

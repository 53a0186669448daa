using System.Security.Claims;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Setup.Accounts;

/// <summary>
/// Who holds an API token and what it allows, as it stands now. Read once and then kept until something is committed that may change it, so that a revoked
/// token is refused with the next request. Many requests share the claims: nobody adds to them.
/// </summary>
internal sealed class TokenHolders(Database database, TokenStore tokens, TimeProvider clock)
{
    private const int MostKept = 4096;

    private readonly Kept<string, TokenHolder> _holders = new(() => database.AccountsGeneration, MostKept);

    /// <summary>The holder; null where the secret is unknown, revoked or too old, or the account disabled.</summary>
    public ValueTask<TokenHolder?> Find(string secret)
    {
        var found = _holders.Get(TokenStore.Key(secret), () => Read(secret));
        return found.IsCompletedSuccessfully ? new(Present(found.Result)) : Wait();

        async ValueTask<TokenHolder?> Wait() => Present(await found);
    }

    private TokenHolder? Present(TokenHolder? holder) => holder?.Expires <= clock.GetUtcNow() ? null : holder;

    private async Task<TokenHolder?> Read(string secret) => await tokens.Authenticate(secret) is { } grant ? new TokenHolder(grant) : null;
}

/// <summary>Who holds an API token.</summary>
/// <param name="grant">The account and what the token allows.</param>
internal sealed class TokenHolder(TokenGrant grant) : ClaimsPrincipal(CurrentActor.Identity(grant.Actor, BearerTokens.Scheme))
{
    /// <summary>The account.</summary>
    public Actor Actor => grant.Actor;

    /// <summary>What the token allows.</summary>
    public TokenScope Scope => grant.Scope;

    /// <summary>From when on it is worthless; null for never.</summary>
    public DateTimeOffset? Expires => grant.Expires;
}

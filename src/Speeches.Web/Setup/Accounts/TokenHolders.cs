using System.Security.Claims;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Setup.Accounts;

/// <summary>
/// Who holds an API token and what it allows, as it stands now. Read once and then kept until something is committed that may change it, so that a revoked
/// token is refused with the next request. Many requests share the claims: nobody adds to them.
/// </summary>
internal sealed class TokenHolders(Database database, TokenStore tokens)
{
    private const int MostKept = 4096;

    private readonly Kept<string, TokenHolder> _holders = new(() => database.AccountsGeneration, MostKept);

    /// <summary>The holder; null where the secret is unknown or revoked, or the account disabled.</summary>
    public ValueTask<TokenHolder?> Find(string secret) => _holders.Get(TokenStore.Key(secret), () => Read(secret));

    private async Task<TokenHolder?> Read(string secret) =>
        await tokens.Authenticate(secret) is { } found ? new TokenHolder(found.Actor, found.Scope) : null;
}

/// <summary>Who holds an API token.</summary>
/// <param name="actor">The account.</param>
/// <param name="scope">What the token allows.</param>
internal sealed class TokenHolder(Actor actor, TokenScope scope) : ClaimsPrincipal(CurrentActor.Identity(actor, BearerTokens.Scheme))
{
    /// <summary>The account.</summary>
    public Actor Actor => actor;

    /// <summary>What the token allows.</summary>
    public TokenScope Scope => scope;
}

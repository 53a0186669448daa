using System.Security.Claims;
using Speeches.Store;

namespace Speeches.Web.Setup.Accounts;

/// <summary>
/// Who holds an API token and what it allows, as it stands now. Read once and then kept until anything is committed, so that a revoked
/// token is refused with the next request. Many requests share the claims: nobody adds to them.
/// </summary>
internal sealed class TokenHolders(Database database, TokenStore tokens)
{
    private const int MostKept = 4096;

    private readonly Kept<string, ClaimsPrincipal> _principals = new(database, MostKept);

    /// <summary>The holder's claims; null where the secret is unknown or revoked, or the account disabled.</summary>
    public ValueTask<ClaimsPrincipal?> Find(string secret) => _principals.Get(TokenStore.Key(secret), () => Read(secret));

    private async Task<ClaimsPrincipal?> Read(string secret)
    {
        if (await tokens.Authenticate(secret) is not { } found)
            return null;
        var identity = CurrentActor.Identity(found.Actor, BearerTokens.Scheme);
        identity.AddClaim(new Claim(CurrentActor.ScopeClaim, found.Scope.ToString().ToLowerInvariant()));
        return new ClaimsPrincipal(identity);
    }
}

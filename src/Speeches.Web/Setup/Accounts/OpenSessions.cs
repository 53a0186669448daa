using System.Globalization;
using System.Security.Claims;
using Speeches.Store;

namespace Speeches.Web.Setup.Accounts;

/// <summary>
/// Who the holder of a session is by the account as it stands now. An account is read once and then kept until something is committed
/// that may change it, so that a change takes effect with the next request and a page costs no query for it.
/// </summary>
internal sealed class OpenSessions(Database database, AccountStore accounts)
{
    private const int MostKept = 4096;

    private readonly Kept<long, ClaimsPrincipal> _principals = new(() => database.AccountsGeneration, MostKept);

    /// <summary>The account's claims as they are now; null where the session has ended: the account is disabled or its stamp another.</summary>
    /// <param name="session">What the cookie says.</param>
    public async ValueTask<ClaimsPrincipal?> Find(ClaimsPrincipal? session)
    {
        if (!long.TryParse(session?.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || await _principals.Get(id, () => Read(id)) is not { } current)
            return null;
        // A clone: who handles the request may add to it.
        return current.FindFirstValue(AccountPrincipal.StampClaim) is { } stamp && session!.HasClaim(AccountPrincipal.StampClaim, stamp)
            ? current.Clone()
            : null;
    }

    private async Task<ClaimsPrincipal?> Read(long id) =>
        await accounts.Find(id) is { Disabled: null } account ? AccountPrincipal.Of(account) : null;
}

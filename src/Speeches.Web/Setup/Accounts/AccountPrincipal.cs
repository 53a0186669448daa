using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Setup.Accounts;

/// <summary>The claims of somebody signed in: those that <see cref="CurrentActor.Actor"/> reads, and which session it is.</summary>
internal sealed class AccountPrincipal : IUserClaimsPrincipalFactory<Account>
{
    private const string SessionClaim = "session-id";
    private const string BeganClaim = "session-began";

    /// <inheritdoc />
    public Task<ClaimsPrincipal> CreateAsync(Account user) =>
        Task.FromResult(new ClaimsPrincipal(CurrentActor.Identity(new(user.Id, user.Name, user.Role), IdentityConstants.ApplicationScheme)));

    /// <summary>The claims of who holds a session.</summary>
    public static ClaimsPrincipal Of(Actor actor, Session session) => Of(actor, session.Id, session.Created);

    /// <summary>The claims of who holds a session.</summary>
    public static ClaimsPrincipal Of(Actor actor, long session, DateTimeOffset began)
    {
        var identity = CurrentActor.Identity(actor, IdentityConstants.ApplicationScheme);
        identity.AddClaim(new Claim(SessionClaim, session.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(BeganClaim, began.UtcTicks.ToString(CultureInfo.InvariantCulture)));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The session of the request, or null.</summary>
    public static long? Session(ClaimsPrincipal user) => Number(user, SessionClaim);

    /// <summary>When the session of the request began, or null.</summary>
    public static DateTimeOffset? Began(ClaimsPrincipal user) => Number(user, BeganClaim) is { } ticks ? new(ticks, TimeSpan.Zero) : null;

    private static long? Number(ClaimsPrincipal user, string claim) =>
        long.TryParse(user.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

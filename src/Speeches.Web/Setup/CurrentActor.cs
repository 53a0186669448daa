using System.Globalization;
using System.Security.Claims;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Setup;

/// <summary>Who acts in a request.</summary>
internal static class CurrentActor
{
    /// <summary>The signed-in person or the holder of the bearer token; null for an anonymous reader.</summary>
    public static Actor? Actor(this ClaimsPrincipal user)
    {
        if (user is TokenHolder holder)
            return holder.Actor;
        return long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
                ? new Actor(id, user.FindFirstValue(ClaimTypes.Name) ?? "", role)
                : null;
    }

    /// <summary>Whether the request carries an API token rather than a session.</summary>
    public static bool IsTokenHolder(this ClaimsPrincipal user) => user is TokenHolder;

    /// <summary>Whether the request may change something as far as its token goes; a session always may.</summary>
    public static bool MayWrite(this ClaimsPrincipal user) => user is not TokenHolder { Scope: not TokenScope.Write };

    /// <summary>The claims that <see cref="Actor"/> reads.</summary>
    public static ClaimsIdentity Identity(Actor actor, string scheme) => new(
    [
        new Claim(ClaimTypes.NameIdentifier, actor.Id.ToString(CultureInfo.InvariantCulture)),
        new Claim(ClaimTypes.Name, actor.Name),
        new Claim(ClaimTypes.Role, actor.Role.ToString()),
    ], scheme);
}

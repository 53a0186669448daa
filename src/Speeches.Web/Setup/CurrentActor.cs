using System.Globalization;
using System.Security.Claims;
using Speeches.Annotations;

namespace Speeches.Web.Setup;

/// <summary>Who acts in a request.</summary>
internal static class CurrentActor
{
    /// <summary>The signed-in person or the holder of the bearer token; null for an anonymous reader.</summary>
    public static Actor? Actor(this ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Actor(id, user.FindFirstValue(ClaimTypes.Name) ?? "", role)
            : null;
}

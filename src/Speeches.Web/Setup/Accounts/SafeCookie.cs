namespace Speeches.Web.Setup.Accounts;

/// <summary>
/// A cookie that scripts cannot read and other sites cannot send with a form. Secure unless the browser talks to this machine itself over
/// plain HTTP, and then with the <c>__Host-</c> prefix where the library is served to the outside, so that no neighbouring host can set it.
/// </summary>
internal sealed class SafeCookie : CookieBuilder
{
    private const string Stem = "speeches-";

    /// <summary>Makes a cookie of this name.</summary>
    public SafeCookie(Settings settings, string name)
    {
        Name = (settings.IsServedOutside ? "__Host-" : "") + Stem + name;
        Path = "/";
        HttpOnly = true;
        SameSite = SameSiteMode.Lax;
        IsEssential = true;
        // Not Always: antiforgery would refuse to work behind a proxy that ends TLS. Build decides.
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
        _always = settings.IsServedOutside;
    }

    private readonly bool _always;

    /// <inheritdoc />
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = _always || context.Request.IsHttps || !Settings.IsLoopbackHost(context.Request.Host.Host);
        return options;
    }

    /// <summary>Whether the request carries a session or a token, so that its answer may be a person's own.</summary>
    public static bool MayBeSignedIn(HttpRequest request)
    {
        if (request.Headers.Authorization.Count > 0)
            return true;
        foreach (var header in request.Headers.Cookie)
        {
            if (header?.Contains(Stem + "session", StringComparison.Ordinal) == true)
                return true;
        }
        return false;
    }
}

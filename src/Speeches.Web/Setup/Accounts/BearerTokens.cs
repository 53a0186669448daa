using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Speeches.Web.Setup.Accounts;

/// <summary>
/// API tokens in <c>Authorization: Bearer …</c> (RFC 6750). Who holds one is found by <see cref="TokenHolders"/> before any handler is
/// asked, since making a handler for each request costs more than finding the holder; this one answers those who may not go on.
/// </summary>
internal sealed class BearerTokens(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public new const string Scheme = "Bearer";

    private const string Prefix = "Bearer ";

    /// <summary>Whether the request brings one, good or bad.</summary>
    public static bool IsOn(HttpRequest request) =>
        request.Headers.Authorization is [{ } header, ..] && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Has each request that brings a token act for its holder, or for nobody where the token is not a good one. All others are left to
    /// the session's cookie.
    /// </summary>
    public static void Use(IApplicationBuilder app)
    {
        var holders = app.ApplicationServices.GetRequiredService<TokenHolders>();
        app.UseWhen(context => !IsOn(context.Request), sessions => sessions.UseAuthentication());
        app.Properties["__AuthenticationMiddlewareSet"] = true; // or the host would add it for all requests
        app.Use(next => context =>
        {
            if (!IsOn(context.Request)) return next(context);
            var found = holders.Find(context.Request.Headers.Authorization[0]![Prefix.Length..].Trim());
            return found.IsCompletedSuccessfully ? Go(found.Result) : Wait();

            async Task Wait() => await Go(await found);

            Task Go(TokenHolder? holder)
            {
                if (holder is not null) context.User = holder;
                return next(context);
            }
        });
    }

    /// <inheritdoc />
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Context.User.IsTokenHolder()
        ? AuthenticateResult.Success(new AuthenticationTicket(Context.User, Scheme))
        : AuthenticateResult.Fail("unknown, revoked or disabled"));

    /// <inheritdoc />
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Task.CompletedTask;
    }
}

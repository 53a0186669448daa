using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Speeches.Web.Setup.Accounts;

/// <summary>API tokens in <c>Authorization: Bearer …</c> (RFC 6750).</summary>
internal sealed class BearerTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, TokenHolders holders)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public new const string Scheme = "Bearer";

    private const string Prefix = "Bearer ";

    /// <summary>Whether the request brings one, good or bad.</summary>
    public static bool IsOn(HttpRequest request) =>
        request.Headers.Authorization is [{ } header, ..] && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = Request.Headers.Authorization[0]![Prefix.Length..].Trim();
        return await holders.Find(secret) is { } holder
            ? AuthenticateResult.Success(new AuthenticationTicket(holder, Scheme))
            : AuthenticateResult.Fail("unknown, revoked or disabled");
    }

    /// <inheritdoc />
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Task.CompletedTask;
    }
}

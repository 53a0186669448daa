using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Speeches.Store;

namespace Speeches.Web.Setup.Accounts;

/// <summary>Signing in. Whoever fails learns nothing about which addresses have an account: one answer, and about one time, for all.</summary>
internal sealed class AccountSignIn(
    UserManager<Account> users, IHttpContextAccessor context, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation,
    SessionStore sessions, OpenSessions open, SecurityLog security, TimeProvider clock)
    : SignInManager<Account>(users, context, claims, options, log, schemes, confirmation)
{
    // A password nobody has, hashed once with the cost in force.
    private static string? _nobody;

    /// <summary>Signs in with an address and a password.</summary>
    /// <returns>False for an unknown address, a wrong password, a locked, disabled or unfinished account alike.</returns>
    public async Task<bool> Try(string? email, string? password, bool keep)
    {
        var account = string.IsNullOrWhiteSpace(email) ? null : await UserManager.FindByEmailAsync(email.Trim());
        var open = account is { Disabled: null, PasswordHash: not null } && !await UserManager.IsLockedOutAsync(account);
        if (!open)
        {
            var nobody = new Account();
            _nobody ??= UserManager.PasswordHasher.HashPassword(nobody, Guid.NewGuid().ToString());
            UserManager.PasswordHasher.VerifyHashedPassword(nobody, _nobody, password ?? "");
            security.Record("sign-in refused", account?.Id);
            return false;
        }
        var result = await CheckPasswordSignInAsync(account!, password ?? "", lockoutOnFailure: true);
        if (result.Succeeded)
            await Begin(account!, SignInMethod.Password, keep);
        else
            security.Record("sign-in refused", account!.Id);
        return result.Succeeded;
    }

    /// <summary>Begins a session in this browser.</summary>
    public Task Begin(Account account, SignInMethod method, bool keep = false) => SignInAsync(account, keep, method.ToString());

    /// <summary>
    /// Begins a session, whoever asks for one: each gets a row of its own and a secret that was never used before, and the session that
    /// this browser had until now ends.
    /// </summary>
    public override async Task SignInWithClaimsAsync(Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var word = additionalClaims.FirstOrDefault(claim => claim.Type is ClaimTypes.AuthenticationMethod)?.Value;
        var method = Enum.TryParse<SignInMethod>(word, ignoreCase: true, out var known) ? known : SignInMethod.Password;
        await EndHere();
        var request = Context.Request;
        var (id, secret) = await sessions.Begin(
            user, method, BrowserName.Of(request.Headers.UserAgent), Context.Connection.RemoteIpAddress?.ToString() ?? "", open.Unused);
        // The cookie holds the secret and nothing else: who its holder is, is asked of the store.
        var cookie = new ClaimsPrincipal(new ClaimsIdentity([new Claim(OpenSessions.SecretClaim, secret)], IdentityConstants.ApplicationScheme));
        var properties = new AuthenticationProperties { IsPersistent = authenticationProperties?.IsPersistent == true };
        await Context.SignInAsync(IdentityConstants.ApplicationScheme, cookie, properties);
        Context.User = AccountPrincipal.Of(new(user.Id, user.Name, user.Role), id, clock.GetUtcNow());
        security.Record("signed in", user.Id, detail: method.ToString());
    }

    /// <summary>Ends the session of this browser; a copy of its cookie is worth nothing from then on.</summary>
    public override async Task SignOutAsync()
    {
        await EndHere();
        await base.SignOutAsync();
    }

    private async Task EndHere()
    {
        if (AccountPrincipal.Session(Context.User) is { } id && Context.User.Actor() is { } actor)
            await sessions.End(actor.Id, id);
    }
}

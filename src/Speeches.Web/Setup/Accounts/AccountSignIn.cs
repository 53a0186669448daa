using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Speeches.Store;

namespace Speeches.Web.Setup.Accounts;

/// <summary>Signing in. Whoever fails learns nothing about which addresses have an account: one answer, and about one time, for all.</summary>
internal sealed class AccountSignIn(
    UserManager<Account> users, IHttpContextAccessor context, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation)
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
            return false;
        }
        var result = await CheckPasswordSignInAsync(account!, password ?? "", lockoutOnFailure: true);
        if (result.Succeeded)
            await SignInAsync(account!, keep);
        return result.Succeeded;
    }
}

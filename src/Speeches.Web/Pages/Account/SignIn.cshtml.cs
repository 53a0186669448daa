using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Web.Setup;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Pages.Account;

/// <summary>Signs in.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class SignInModel(Settings settings, AccountSignIn signIn) : AccountForm
{
    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Whether the session outlives the browser's.</summary>
    [BindProperty]
    public bool Keep { get; set; }

    /// <summary>The form; who is signed in already goes on.</summary>
    public IActionResult OnGet() => User.Actor() is null ? Page() : Back();

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPost(string? password)
    {
        if (await signIn.Try(Email, password, Keep))
            return Back();
        // One text for every reason, so that it does not tell which addresses have an account.
        return Refuse(new SpeechesError(ErrorKind.Refused,
            $"The address and the password do not fit together, or the account is locked. After {settings.Accounts.LockoutAttempts} wrong passwords "
            + $"an account is locked for {settings.Accounts.LockoutMinutes} minutes; then try again, or ask whoever runs this library for a new link."));
    }
}

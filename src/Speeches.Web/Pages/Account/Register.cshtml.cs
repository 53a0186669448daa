using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Store;
using Speeches.Web.Setup;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Pages.Account;

/// <summary>Makes an account where registration is open.</summary>
[EnableRateLimiting(RateLimits.Registration)]
internal sealed class RegisterModel(Settings settings, Enrolment enrolment, AccountStore accounts, AccountSignIn signIn) : AccountForm
{
    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Whether anyone may register.</summary>
    public bool IsOpen => settings.Registration == RegistrationMode.Open;

    /// <summary>What is told where they may not.</summary>
    public string WhyNot => settings.Registration == RegistrationMode.Invite
        ? "Accounts of this library are made by its administrator, who then sends a link to choose a password. Ask there for one. Reading, searching and taking copies away need none."
        : "This library takes no new accounts. Reading, searching and taking copies away need none.";

    /// <summary>For the hint.</summary>
    public int MinimumPasswordLength => settings.Accounts.MinimumPasswordLength;

    /// <summary>The form.</summary>
    public IActionResult OnGet()
    {
        if (User.Actor() is not null)
            return Back();
        if (!IsOpen)
            Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }

    /// <summary>Makes the account and signs in.</summary>
    public async Task<IActionResult> OnPost(string? password)
    {
        if (!IsOpen)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page();
        }
        try
        {
            var account = enrolment.Prepare(Email, Name, settings.Accounts.DefaultRole, password ?? "");
            await accounts.Add(account);
            await signIn.Begin(account, SignInMethod.Password);
            return Back();
        }
        catch (SpeechesError error) when (error.Kind is ErrorKind.Refused or ErrorKind.Conflict)
        {
            return Refuse(error);
        }
    }
}

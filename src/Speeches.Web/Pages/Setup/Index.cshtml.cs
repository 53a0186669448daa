using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Pages.Account;
using Speeches.Web.Setup;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Pages.Setup;

/// <summary>Makes the first administrator with the link that the server printed when it started; once.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class IndexModel(AccountStore accounts, Enrolment enrolment, AccountSignIn signIn) : AccountForm
{
    /// <summary>The link's token.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The form; looking at it does not use up the link.</summary>
    public async Task OnGet()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (!await accounts.IsLinkValid(LinkPurpose.Setup, Token ?? ""))
            throw new SpeechesError(ErrorKind.NotFound,
                "This link has been used already, is too old, or an administrator exists. Nothing was changed. While there is none, the server prints a new link each time it starts.");
    }

    /// <summary>Makes the administrator and signs in.</summary>
    public async Task<IActionResult> OnPost(string? password)
    {
        await OnGet();
        try
        {
            var account = enrolment.Prepare(Email, Name, Role.Administrator, password ?? "");
            await accounts.AddFirstAdministrator(Token!, account);
            await signIn.Begin(account, SignInMethod.Password);
            return Back();
        }
        catch (SpeechesError error) when (error.Kind is ErrorKind.Refused or ErrorKind.Conflict)
        {
            return Refuse(error);
        }
    }
}

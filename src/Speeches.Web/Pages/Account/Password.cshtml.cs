using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Store;
using Speeches.Web.Setup;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Pages.Account;

/// <summary>Sets the password of an account that was made on the command line, with its one-time link.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class PasswordModel(AccountStore accounts, Enrolment enrolment, AccountSignIn signIn) : AccountForm
{
    /// <summary>The link's token.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>The form; looking at it does not use up the link.</summary>
    public async Task OnGet()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (!await accounts.IsLinkValid(LinkPurpose.Password, Token ?? ""))
            throw new SpeechesError(ErrorKind.NotFound, "This link has been used already or is too old. Nothing was changed. Ask whoever sent it for a new one.");
    }

    /// <summary>Sets the password and signs in.</summary>
    public async Task<IActionResult> OnPost(string? password)
    {
        await OnGet();
        try
        {
            enrolment.CheckPassword(password);
        }
        catch (SpeechesError error)
        {
            return Refuse(error);
        }
        var account = await accounts.UsePasswordLink(Token!);
        enrolment.SetPassword(account, password!);
        await accounts.Update(account);
        await signIn.Begin(account, SignInMethod.Link);
        return Back();
    }
}

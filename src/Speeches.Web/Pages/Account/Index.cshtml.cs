using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Store;
using Speeches.Web.Setup;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Pages.Account;

/// <summary>One's own account: the display name and the password.</summary>
[Authorize]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class IndexModel(AccountStore accounts, UserManager<Store.Account> users, Enrolment enrolment, AccountSignIn signIn) : AccountForm
{
    /// <summary>The account.</summary>
    public Store.Account Account { get; private set; } = new();

    /// <summary>A new name, as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What was changed just now, or null.</summary>
    public string? Saved { get; private set; }

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Account = await accounts.Find(User.Actor()!.Id) ?? throw new SpeechesError(ErrorKind.NotSignedIn, "Sign in again. Nothing was changed.");
        await next();
    }

    /// <summary>The forms.</summary>
    public void OnGet(string? saved) => Saved = saved switch
    {
        "name" => "Your name was changed, also on what you wrote before.",
        "password" => "Your password was changed. You were signed out everywhere else.",
        _ => null,
    };

    /// <summary>Changes the name.</summary>
    public Task<IActionResult> OnPost() => Change("name", async () =>
    {
        Account.Name = Enrolment.CheckName(Name);
        await accounts.Update(Account);
    });

    /// <summary>Changes the password.</summary>
    public Task<IActionResult> OnPostPassword(string? current, string? password) => Change("password", async () =>
    {
        if (!await users.CheckPasswordAsync(Account, current ?? ""))
            throw new SpeechesError(ErrorKind.Refused, "That is not your present password.", "current");
        enrolment.SetPassword(Account, enrolment.CheckPassword(password, Account));
        await accounts.Update(Account);
        await signIn.RefreshSignInAsync(Account);
    });

    private async Task<IActionResult> Change(string what, Func<Task> change)
    {
        try
        {
            await change();
            return Redirect("/account?saved=" + what);
        }
        catch (SpeechesError error) when (error.Kind is ErrorKind.Refused or ErrorKind.Stale)
        {
            return Refuse(error);
        }
    }
}

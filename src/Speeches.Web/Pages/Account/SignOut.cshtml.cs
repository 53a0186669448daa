using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Web.Setup;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Pages.Account;

/// <summary>Signs out; by POST only, so that no link or picture elsewhere can do it.</summary>
internal sealed class SignOutModel(AccountSignIn signIn) : PageModel
{
    /// <summary>Asks.</summary>
    public IActionResult OnGet() => User.Actor() is null ? LocalRedirect("/") : Page();

    /// <summary>Ends this session; others go on.</summary>
    public async Task<IActionResult> OnPost()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }
}

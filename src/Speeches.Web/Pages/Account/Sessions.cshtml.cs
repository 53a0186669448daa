using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;
using Speeches.Web.Setup;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Pages.Account;

/// <summary>The browsers in which one is signed in, and ending that.</summary>
[Authorize]
internal sealed class SessionsModel(SessionStore sessions, AccountOptions options, AccountSignIn signIn, SecurityLog security) : PageModel
{
    /// <summary>The sessions, the one used last first.</summary>
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>The session that asks.</summary>
    public long? Current => AccountPrincipal.Session(User);

    /// <summary>For how long they last.</summary>
    public AccountOptions Options => options;

    /// <summary>What was done just now, or null.</summary>
    public string? Saved { get; private set; }

    /// <summary>The list.</summary>
    public async Task OnGet(string? saved)
    {
        Sessions = await sessions.List(User.Actor()!.Id);
        Saved = saved is "ended" ? "That browser was signed out." : null;
    }

    /// <summary>Ends one of them.</summary>
    public async Task<IActionResult> OnPost(long id)
    {
        var actor = User.Actor()!;
        await sessions.End(actor.Id, id);
        security.Record("session ended", actor.Id);
        return id == Current ? await Leave() : Redirect("/account/sessions?saved=ended");
    }

    /// <summary>Ends all of them.</summary>
    public async Task<IActionResult> OnPostEverywhere()
    {
        var actor = User.Actor()!;
        await sessions.EndAll(actor.Id);
        security.Record("signed out everywhere", actor.Id);
        return await Leave();
    }

    /// <summary>How a session began, in words.</summary>
    public static string With(Session session) => session.Method switch
    {
        SignInMethod.Password => "with a password",
        SignInMethod.Code => "with a password and a code",
        SignInMethod.Recovery => "with a recovery code",
        SignInMethod.Passkey => "with a passkey",
        SignInMethod.Provider => "through another site",
        _ => "with a link",
    };

    private async Task<IActionResult> Leave()
    {
        await signIn.SignOutAsync();
        return Redirect("/account/sign-in");
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Filters;
using Speeches.Store;
using Speeches.Web.Setup;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Pages.Account;

/// <summary>
/// A form about a way into one's account, which whoever only finds the browser open must not be able to send: it asks for the password
/// again or, where the account has none, for a session that has just begun.
/// </summary>
internal abstract class GuardedForm(AccountStore accounts, UserManager<Store.Account> users, TimeProvider clock) : AccountForm
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>The account.</summary>
    public Store.Account Account { get; private set; } = new();

    /// <summary>Whether it has a password that can be asked for.</summary>
    public bool HasPassword => Account.PasswordHash is not null;

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-store";
        Account = await accounts.Find(User.Actor()!.Id) ?? throw new SpeechesError(ErrorKind.NotSignedIn, "Sign in again. Nothing was changed.");
        await next();
    }

    /// <summary>Lets the owner alone go on. Wrong passwords count as when signing in.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> on field <c>current</c>, or on none where the session is too old.</exception>
    protected async Task Reassure(string? password)
    {
        if (!HasPassword)
        {
            if (AccountPrincipal.Began(User) is { } began && clock.GetUtcNow() - began < Fresh)
                return;
            throw new SpeechesError(ErrorKind.Refused, "You signed in some time ago. Sign out, sign in again, and do this then. Nothing was changed.");
        }
        if (await users.IsLockedOutAsync(Account))
            throw new SpeechesError(ErrorKind.Refused, "Too many wrong passwords: wait a few minutes. Nothing was changed.", "current");
        if (await users.CheckPasswordAsync(Account, password ?? ""))
            return;
        await users.AccessFailedAsync(Account);
        throw new SpeechesError(ErrorKind.Refused, "That is not your present password.", "current");
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Administration;

/// <summary>The people of the library: their roles, and closing an account.</summary>
[Authorize(Roles = nameof(Role.Administrator))]
internal sealed class IndexModel(AccountStore accounts, Web.Setup.Accounts.Administration administration) : PageModel
{
    /// <summary>Everyone, by name.</summary>
    public IReadOnlyList<Store.Account> People { get; private set; } = [];

    /// <summary>The administrator who looks; nobody changes their own role or closes their own account, so that one always remains.</summary>
    public long OwnId => User.Actor()!.Id;

    /// <summary>Whose account was changed just now, or null.</summary>
    public string? Saved { get; private set; }

    /// <summary>The list.</summary>
    public async Task OnGet(long? saved)
    {
        People = await accounts.List();
        Saved = People.FirstOrDefault(person => person.Id == saved)?.Name;
    }

    /// <summary>Gives somebody another role.</summary>
    public Task<IActionResult> OnPostRole(long id, Role role) => Change(id, account => administration.SetRole(account, role));

    /// <summary>Closes somebody's account or opens it again.</summary>
    public Task<IActionResult> OnPostAccess(long id, bool disabled) => Change(id, account => administration.SetDisabled(account, disabled));

    private async Task<IActionResult> Change(long id, Func<Store.Account, Task> change)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (id == OwnId)
            throw new SpeechesError(ErrorKind.Conflict, "You cannot change your own role or close your own account. Nothing was changed; another administrator can.");
        var account = await accounts.Find(id) ?? throw new SpeechesError(ErrorKind.NotFound, "There is no such account. Nothing was changed.");
        await change(account);
        return Redirect("/administration?saved=" + id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

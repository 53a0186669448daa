using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Inbox;

/// <summary>One entry of an inbox: following it leads to its place, and it is read.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class OpenModel(InboxStore inbox) : PageModel
{
    /// <summary>Leads there.</summary>
    public async Task<IActionResult> OnGet(long id) => LocalRedirect(InboxWords.Address(await inbox.Mark(User.Actor()!, id, isRead: true)));

    /// <summary>Marks it.</summary>
    public async Task<IActionResult> OnPost(long id, bool read)
    {
        await inbox.Mark(User.Actor()!, id, read);
        return Redirect("/inbox");
    }
}

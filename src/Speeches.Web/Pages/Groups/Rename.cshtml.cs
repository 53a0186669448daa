using Microsoft.AspNetCore.Mvc;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Groups;

/// <summary>Another name for a group.</summary>
internal sealed class RenameModel(GroupStore groups) : GroupPage(groups)
{
    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The form.</summary>
    public Task OnGet(long id) => Find(id, GroupAction.Rename);

    /// <summary>Renames it.</summary>
    public async Task<IActionResult> OnPost(long id)
    {
        await OnGet(id);
        return await Attempt(async () =>
        {
            await Groups.Rename(Actor, id, Name ?? "");
            return Address;
        });
    }
}

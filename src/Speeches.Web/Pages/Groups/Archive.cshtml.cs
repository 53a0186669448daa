using Microsoft.AspNetCore.Mvc;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Groups;

/// <summary>Archiving a group, or restoring one, after one question.</summary>
internal sealed class ArchiveModel(GroupStore groups) : GroupQuestion(groups)
{
    private bool IsArchived => Group.Archived is not null;

    /// <inheritdoc />
    public override string Question => IsArchived ? $"Restore {Group.Name}?" : $"Archive {Group.Name}?";

    /// <inheritdoc />
    public override string Consequence => IsArchived
        ? "Its members can write in it again."
        : "Its members can still read what was written in it, but nobody writes in it any more, and open invitations no longer work. A moderator can restore it.";

    /// <inheritdoc />
    public override string Submit => IsArchived ? "Restore" : "Archive";

    /// <inheritdoc />
    public override string Wanted => IsArchived ? "restored" : "archived";

    /// <summary>Asks.</summary>
    public Task OnGet(long id) => Find(id, GroupAction.Archive);

    /// <summary>Archives or restores.</summary>
    public async Task<IActionResult> OnPost(long id, string? wanted)
    {
        await Find(id, GroupAction.Archive);
        return await Attempt(async () =>
        {
            await Groups.Archive(Actor, id, (wanted ?? Wanted) == "archived");
            return Address;
        });
    }
}

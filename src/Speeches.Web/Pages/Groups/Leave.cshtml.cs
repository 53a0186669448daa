using Microsoft.AspNetCore.Mvc;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Groups;

/// <summary>Leaving a group, after one question.</summary>
internal sealed class LeaveModel(GroupStore groups) : GroupQuestion(groups)
{
    /// <inheritdoc />
    public override string Question => $"Leave {Group.Name}?";

    /// <inheritdoc />
    public override string Consequence => Group.MemberCount == 1
        ? "You are its last member: it is archived, and nobody can read what is written in it any more."
        : "You will no longer see what is written in it, what you wrote included; that stays for the others, under your name.";

    /// <inheritdoc />
    public override string Submit => "Leave";

    /// <inheritdoc />
    public override bool IsDangerous => true;

    /// <summary>Asks.</summary>
    public Task OnGet(long id) => Find(id, GroupAction.Leave);

    /// <summary>Leaves.</summary>
    public async Task<IActionResult> OnPost(long id)
    {
        await Find(id, GroupAction.Leave);
        return await Attempt(async () =>
        {
            await Groups.Leave(Actor, id);
            return "/groups";
        });
    }
}

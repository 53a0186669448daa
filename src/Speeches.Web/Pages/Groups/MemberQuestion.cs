using Microsoft.AspNetCore.Mvc;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Groups;

/// <summary>A question about one member of a group, for its moderators.</summary>
internal abstract class MemberQuestion(GroupStore groups) : GroupQuestion(groups)
{
    /// <summary>The member.</summary>
    public GroupMember Person { get; private set; } = null!;

    /// <summary>Does it.</summary>
    protected abstract Task Act(string? wanted);

    /// <summary>Asks.</summary>
    public async Task OnGet(long id, long member)
    {
        await Find(id, GroupAction.Manage);
        Person = Group.Members.FirstOrDefault(person => person.Id == member)
            ?? throw new SpeechesError(ErrorKind.NotFound, "There is no such member in this group. Nothing was changed.");
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPost(long id, long member, string? wanted)
    {
        await OnGet(id, member);
        return await Attempt(async () =>
        {
            await Act(wanted);
            return Person.Id == Actor.Id ? "/groups" : Address + "#members";
        });
    }
}

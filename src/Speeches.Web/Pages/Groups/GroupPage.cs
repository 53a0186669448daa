using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Pages.Account;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Groups;

/// <summary>A page about groups, for people who are signed in. A group that is not theirs answers as one that does not exist.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
[EnableRateLimiting(RateLimits.Posting)]
internal abstract class GroupPage(GroupStore groups) : AccountForm
{
    /// <summary>The groups.</summary>
    protected GroupStore Groups { get; } = groups;

    /// <summary>Who acts.</summary>
    protected Actor Actor => User.Actor()!;

    /// <summary>The group of the address, once <see cref="Find"/> has found it.</summary>
    public GroupDetail Group { get; private set; } = null!;

    /// <summary>Whether the actor may do this to the group.</summary>
    public bool May(GroupAction action) =>
        GroupRules.May(Actor with { Groups = new Dictionary<long, Membership> { [Group.Id] = new(Group.Role, Group.Archived is not null) } }, action, Group.Id);

    /// <summary>Finds the group of the address.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/>; <see cref="ErrorKind.Forbidden"/> where a member may not do this.</exception>
    protected async Task Find(long id, GroupAction action)
    {
        Group = await Groups.Find(Actor, id);
        if (!May(action))
            throw new SpeechesError(ErrorKind.Forbidden, Group.Archived is null
                ? "Only a moderator of this group may do that. Nothing was changed." : "This group is archived. Nothing was changed.");
    }

    /// <summary>Carries out a POST and goes on, or shows the form again with what was refused.</summary>
    protected async Task<IActionResult> Attempt(Func<Task<string>> act)
    {
        try
        {
            return SeeOther(await act());
        }
        catch (SpeechesError error) when (error.Kind is ErrorKind.Refused or ErrorKind.Conflict)
        {
            return Refuse(error);
        }
    }

    /// <summary>303, so that a reload does not post again.</summary>
    protected StatusCodeResult SeeOther(string location)
    {
        Response.Headers.Location = location;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The page of the group.</summary>
    public string Address => $"/groups/{Group.Id}";
}

/// <summary>One question about a group with one button that does it.</summary>
internal abstract class GroupQuestion(GroupStore groups) : GroupPage(groups)
{
    /// <summary>The question.</summary>
    public abstract string Question { get; }

    /// <summary>What will happen.</summary>
    public abstract string Consequence { get; }

    /// <summary>What the button says.</summary>
    public abstract string Submit { get; }

    /// <summary>Whether something is lost by it.</summary>
    public virtual bool IsDangerous => false;

    /// <summary>What the form says is wanted, so that a second press does not undo the first; null where that is no danger.</summary>
    public virtual string? Wanted => null;
}

using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Groups;

/// <summary>Making a member a moderator or a moderator a member, after one question.</summary>
internal sealed class MemberRoleModel(GroupStore groups) : MemberQuestion(groups)
{
    private bool IsModerator => Person.Role == GroupRole.Moderator;

    /// <inheritdoc />
    public override string Question => IsModerator ? $"Make {Person.Name} a member again?" : $"Make {Person.Name} a moderator?";

    /// <inheritdoc />
    public override string Consequence => IsModerator
        ? "They will still read and write in the group, but no longer invite, remove, rename or archive."
        : "They can then invite people, remove members and annotations, rename the group and archive it; and say who else is a moderator.";

    /// <inheritdoc />
    public override string Submit => IsModerator ? "Make member" : "Make moderator";

    /// <inheritdoc />
    public override string Wanted => IsModerator ? "member" : "moderator";

    /// <inheritdoc />
    protected override Task Act(string? wanted) =>
        Groups.SetRole(Actor, Group.Id, Person.Id, (wanted ?? Wanted) == "moderator" ? GroupRole.Moderator : GroupRole.Member);
}

using Speeches.Store;

namespace Speeches.Web.Pages.Groups;

/// <summary>Removing a member from a group, after one question.</summary>
internal sealed class RemoveModel(GroupStore groups) : MemberQuestion(groups)
{
    /// <inheritdoc />
    public override string Question => $"Remove {Person.Name} from {Group.Name}?";

    /// <inheritdoc />
    public override string Consequence => "They will no longer see what is written in it. What they wrote stays, under their name. A link that is still open would let them in again: withdraw it first.";

    /// <inheritdoc />
    public override string Submit => "Remove";

    /// <inheritdoc />
    public override bool IsDangerous => true;

    /// <inheritdoc />
    protected override Task Act(string? wanted) => Groups.Remove(Actor, Group.Id, Person.Id);
}

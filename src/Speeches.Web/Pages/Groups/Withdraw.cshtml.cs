using Microsoft.AspNetCore.Mvc;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Groups;

/// <summary>Withdrawing an invitation, after one question.</summary>
internal sealed class WithdrawModel(GroupStore groups) : GroupQuestion(groups)
{
    /// <summary>The invitation.</summary>
    public GroupInvitation Invitation { get; private set; } = null!;

    /// <inheritdoc />
    public override string Question => "Withdraw this invitation?";

    /// <inheritdoc />
    public override string Consequence => (Invitation.Email is null ? "Its link" : "The link for " + Invitation.Address())
        + " stops working. Who has joined with it stays.";

    /// <inheritdoc />
    public override string Submit => "Withdraw";

    /// <inheritdoc />
    public override bool IsDangerous => true;

    /// <summary>Asks.</summary>
    public async Task OnGet(long id, long invitation)
    {
        await Find(id, GroupAction.Invite);
        Invitation = Group.Invitations.FirstOrDefault(one => one.Id == invitation)
            ?? throw new SpeechesError(ErrorKind.NotFound, "There is no such invitation; it may have been used or withdrawn by now. Nothing was changed.");
    }

    /// <summary>Withdraws it.</summary>
    public async Task<IActionResult> OnPost(long id, long invitation)
    {
        await OnGet(id, invitation);
        return await Attempt(async () =>
        {
            await Groups.Withdraw(Actor, id, invitation);
            return Address + "#invitations";
        });
    }
}

/// <summary>How invitations are named to people.</summary>
internal static class InvitationNames
{
    /// <summary>The address that it is for, in the small letters that people write; null for one that whoever has the link may use.</summary>
#pragma warning disable CA1308 // shown, not compared
    public static string? Address(this GroupInvitation invitation) => invitation.Email?.ToLowerInvariant();
#pragma warning restore CA1308
}

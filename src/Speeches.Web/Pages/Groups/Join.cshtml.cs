using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Groups;

/// <summary>Where the link of an invitation leads: which group, who invites, and joining it.</summary>
[AllowAnonymous]
internal sealed class JoinModel(GroupStore groups) : GroupPage(groups)
{
    /// <summary>The link's token.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>The invitation; null for who is not signed in, who is told nothing of it.</summary>
    public GroupInvitation? Invitation { get; private set; }

    /// <summary>Whether the reader belongs to the group already.</summary>
    public bool IsMember { get; private set; }

    /// <summary>Asks; looking at it does not use up the link.</summary>
    public async Task OnGet()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (User.Actor() is not { } actor)
            return;
        Invitation = await Groups.Invitation(actor, Token ?? "");
        IsMember = (await Groups.With(actor)).Groups.ContainsKey(Invitation.GroupId);
    }

    /// <summary>Joins.</summary>
    public async Task<IActionResult> OnPost()
    {
        await OnGet();
        if (User.Actor() is not { } actor)
            return Page();
        return await Attempt(async () => "/groups/" + (await Groups.Accept(actor, Token ?? "")).ToString(CultureInfo.InvariantCulture));
    }
}

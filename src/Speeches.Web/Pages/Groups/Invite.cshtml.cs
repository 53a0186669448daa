using Microsoft.AspNetCore.Mvc;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Groups;

/// <summary>Inviting people: the link of an invitation is in the answer to the form and nowhere else.</summary>
internal sealed class InviteModel(GroupStore groups, GroupLimits limits, SiteAddress site) : GroupPage(groups)
{
    /// <summary>The address of the one account that is meant, as typed; null for whoever has the link.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The link that was made just now, absolute, or null.</summary>
    public Uri? Link { get; private set; }

    /// <summary>For how many days it works.</summary>
    public int Days => limits.InvitationDays;

    /// <summary>The forms.</summary>
    public Task OnGet(long id) => Find(id, GroupAction.Invite);

    /// <summary>Makes an invitation.</summary>
    public async Task<IActionResult> OnPost(long id)
    {
        await OnGet(id);
        Response.Headers["Referrer-Policy"] = "no-referrer";
        // An empty field is no wish for a link that whoever has it may use.
        if (Request.Form.ContainsKey("email") && Email is null)
            return Refuse(new SpeechesError(ErrorKind.Refused, "Type the address of who is invited. Nobody was invited.", "email"));
        try
        {
            Link = new(site.Root, "/groups/join?token=" + await Groups.Invite(Actor, id, Email));
            return Page();
        }
        catch (SpeechesError error) when (error.Kind is ErrorKind.Refused)
        {
            return Refuse(error);
        }
    }
}

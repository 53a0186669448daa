using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Annotations;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Import;

/// <summary>A page for editors alone: others who are signed in get 403, who is not is sent to sign in.</summary>
[Authorize(Roles = $"{nameof(Role.Editor)},{nameof(Role.Administrator)}")]
[ResponseCache(NoStore = true)]
internal abstract class EditorPage : PageModel
{
    /// <summary>Who acts.</summary>
    protected Actor Actor => User.Actor()!;

    /// <summary>Whether script asks, for a fragment.</summary>
    protected bool IsQuiet => Request.Headers.XRequestedWith == "fetch";

    /// <summary>303, so that a reload does not post again.</summary>
    protected StatusCodeResult SeeOther(string location)
    {
        Response.Headers.Location = location;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}

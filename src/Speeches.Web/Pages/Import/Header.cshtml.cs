using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Store;
using Speeches.Web.Importing;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Import;

/// <summary>Correcting the header of a published speech, with what was changed before and by whom.</summary>
[EnableRateLimiting(RateLimits.Posting)]
internal sealed class HeaderModel(HeaderStore headers) : EditorPage
{
    /// <summary>The speech and the changes of its header.</summary>
    public HeaderTrail Trail { get; private set; } = null!;

    /// <summary>The form.</summary>
    public HeaderForm Form { get; private set; } = null!;

    /// <summary>Why nothing was stored, or null.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGet(string slug)
    {
        if (await headers.Find(slug) is not { } trail)
            return NotFound();
        Show(trail, HeaderForm.Of(trail.Speech.Header, hasLines: false));
        return Page();
    }

    /// <summary>Stores what was changed. What others changed meanwhile in other fields stays; where both changed one, both are shown.</summary>
    public async Task<IActionResult> OnPost(string slug, long edition, int? version)
    {
        var sent = await Request.ReadFormAsync();
        if (await headers.Find(slug) is not { } trail)
            return NotFound();
        var form = HeaderForm.Of(trail.Speech.Header, hasLines: false, sent);
        var isMerged = form.Merge(trail, new(version ?? trail.Speech.Version, edition));
        var header = form.Apply();
        try
        {
            if (!isMerged)
                throw new SpeechesError(ErrorKind.Stale, "Somebody else or a new text changed the same fields meanwhile, so nothing was stored. Their words stand at these fields: bring them together with yours, then save.");
            if (form.Errors.Count > 0)
                throw new SpeechesError(ErrorKind.Refused, form.Errors.Count == 1 ? "Nothing was stored. One field needs another look." : "Nothing was stored. Some fields need another look.");
            await headers.Change(Actor, slug, trail.Edition, header);
            return SeeOther($"/speeches/{slug}");
        }
        catch (SpeechesError error) when (error.Kind is ErrorKind.Refused or ErrorKind.Stale)
        {
            Refusal = error.Message;
            Response.StatusCode = error.Kind == ErrorKind.Stale ? StatusCodes.Status409Conflict : ErrorTable.StatusOf(error.Kind);
            Show(trail, form);
            return Page();
        }
    }

    private void Show(HeaderTrail trail, HeaderForm form)
    {
        (Trail, Form) = (trail, form);
        ViewData["Title"] = "Edit the header";
    }
}

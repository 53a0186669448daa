using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Annotations;
using Speeches.Formats;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Annotations;

/// <summary>What typed words would look like, as a fragment for script; without script the form's own preview button shows it.</summary>
internal sealed class PreviewModel(AnnotationLimits limits) : PageModel
{
    /// <summary>Nothing can be read here.</summary>
    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    /// <summary>Renders the words.</summary>
    public IActionResult OnPost(string? body)
    {
        if (!AnnotationRules.MayAnnotate(User.Actor()))
            throw new SpeechesError(ErrorKind.NotSignedIn, "You are signed out by now. Your words are kept: sign in in another tab, then try again.");
        if (body?.Length > limits.MaximumLength)
            throw new SpeechesError(ErrorKind.Refused, $"That is longer than the {limits.MaximumLength} characters that an annotation may have.", "body");
        Response.Headers.CacheControl = "no-store";
        return Content(CommentMarkdown.ToHtml(body ?? ""), "text/html; charset=utf-8");
    }
}

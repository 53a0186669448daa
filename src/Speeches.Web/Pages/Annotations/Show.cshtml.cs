using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Annotations;

/// <summary>The address of an annotation: leads to its place in the speech; 404 or 410 where there is none to be seen.</summary>
internal sealed class ShowModel(SpeechStore speeches, AnnotationStore annotations) : PageModel
{
    /// <summary>Leads there.</summary>
    public async Task<IActionResult> OnGet(string id)
    {
        var annotation = await annotations.Find(id, User.Actor());
        Response.Headers.CacheControl = "no-store";
        return LocalRedirect($"{await Places.Of(speeches, annotation.Slug, annotation.Version)}#a-{id}");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;
using Speeches.Web.Pages.Annotations;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Reading;

/// <summary>Some passages of the reading page as they are now, for script that was told of changes on them.</summary>
internal sealed class PassagesModel(SpeechStore speeches, AnnotationStore annotations, GroupStore groups) : PageModel
{
    /// <summary>The passages, or for a person the page they are part of.</summary>
    /// <param name="slug">The speech.</param>
    /// <param name="block">The blocks; what the current version does not have is left out.</param>
    /// <param name="to">The annotation to lead to.</param>
    public async Task<IActionResult> OnGet(string slug, string[] block, string? to)
    {
        if (Request.Headers.XRequestedWith != "fetch")
            return Redirect($"/speeches/{Uri.EscapeDataString(slug)}");
        if (await ReadingView.Load(speeches, annotations, groups, slug, null, User.Actor(), Request.Headers["X-Show"]) is not { } view)
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        var blocks = block.Distinct().Select(view.Text.Find).Where(found => found is { CanBeAnnotated: true }).ToList();
        return Partial("/Pages/Annotations/_Changed.cshtml", new Change(view, blocks, $"a-{to}", "What is new is shown."));
    }
}

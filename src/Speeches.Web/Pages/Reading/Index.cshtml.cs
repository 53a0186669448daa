using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Reading;

/// <summary>The reading page, of the current version of a text or of a fixed one.</summary>
internal sealed class IndexModel(SpeechStore speeches, AnnotationStore annotations, GroupStore groups, PastThreads past, ChangeFeed feed) : PageModel
{
    /// <summary>The speech as this reader sees it.</summary>
    public ReadingView View { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    /// <param name="slug">The speech.</param>
    /// <param name="version">A fixed version, or null for the current one.</param>
    /// <param name="show">The filter on threads: <c>unresolved</c>, <c>mine</c> or <c>group:ID</c>; anything else shows all.</param>
    /// <param name="on">The day as it stood at the end of which it is to be shown, or null for as it is now.</param>
    public async Task<IActionResult> OnGet(string slug, int? version, string? show, DateOnly? on)
    {
        var found = on is { } day
            ? await ReadingView.LoadPast(speeches, past, slug, day, User.Actor())
            : await ReadingView.Load(speeches, annotations, groups, slug, version, User.Actor(), show, await feed.Last());
        if (found is not { } view)
            return NotFound();

        View = view;
        ViewData["Title"] = view.Speech.DisplayTitle;
        ViewData["Description"] = Letterhead.Description(view.Speech, view.Text);
        ViewData["Canonical"] = $"/speeches/{view.Speech.Slug}";
        ViewData["Robots"] = on is null ? "index, follow" : "noindex, follow";
        ViewData["OpenGraphType"] = "article";
        ViewData["Main"] = "reading";
        return Page();
    }
}

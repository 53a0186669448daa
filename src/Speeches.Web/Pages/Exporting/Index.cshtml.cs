using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Formats.Writing;
using Speeches.Store;
using Speeches.Web.Endpoints;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Exporting;

/// <summary>Explains and offers the copies of a speech.</summary>
public sealed class IndexModel(SpeechStore speeches, AnnotationStore annotations) : PageModel
{
    /// <summary>The speech.</summary>
    public Speech Speech { get; private set; } = null!;

    /// <summary>Annotations and replies that anyone may see.</summary>
    public int PublicCount { get; private set; }

    /// <summary>The reader's own private ones; null for a reader who is not signed in.</summary>
    public int? PrivateCount { get; private set; }

    /// <summary>Whether the copies offered hold the reader's private notes.</summary>
    public bool WithPrivate { get; private set; }

    /// <summary>The address of a copy.</summary>
    public string Address(ISpeechWriter writer, bool download)
    {
        var query = string.Join('&', new[] { WithPrivate ? "audience=mine" : "", download ? "download=1" : "" }.Where(part => part.Length > 0));
        return $"/speeches/{Speech.Slug}.{writer.Format}" + (query.Length > 0 ? "?" + query : "");
    }

    /// <summary>Loads the page.</summary>
    /// <param name="slug">The speech.</param>
    /// <param name="audience"><c>public</c> or <c>mine</c>.</param>
    public async Task<IActionResult> OnGetAsync(string slug, string? audience)
    {
        if (await speeches.Find(slug) is not { } speech) return NotFound();
        Speech = speech;
        var actor = User.Actor();
        WithPrivate = AnnotatedCopies.Audience(audience, actor) == AnnotatedCopies.Mine;
        PublicCount = (await annotations.Threads(speech.Id, viewer: null)).Sum(thread => thread.Count);
        if (actor is not null) PrivateCount = (await annotations.Threads(speech.Id, actor)).Sum(thread => thread.Count) - PublicCount;
        return Page();
    }
}

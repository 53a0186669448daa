using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Formats.Writing;
using Speeches.Store;
using Speeches.Web.Endpoints;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Exporting;

/// <summary>Explains and offers the copies of a speech.</summary>
internal sealed class IndexModel(SpeechStore speeches, AnnotationStore annotations, AnnotatedCopies copies) : PageModel
{
    /// <summary>The speech.</summary>
    public Speech Speech { get; private set; } = null!;

    /// <summary>Annotations and replies that anyone may see.</summary>
    public int PublicCount { get; private set; }

    /// <summary>The reader's own private ones; null for a reader who is not signed in.</summary>
    public int? PrivateCount { get; private set; }

    /// <summary>The reader's groups that have threads on this speech, and how many annotations and replies these hold; the one that is asked for in any case.</summary>
    public IReadOnlyList<(string Name, int Count)> GroupCounts { get; private set; } = [];

    /// <summary>The audience of the copies offered: <c>public</c>, <c>mine</c> or <c>group:NAME</c>.</summary>
    public string Audience { get; private set; } = AnnotatedCopies.Public;

    /// <summary>Whether the copies offered hold the reader's private notes.</summary>
    public bool WithPrivate => Audience == AnnotatedCopies.Mine;

    /// <summary>The group whose threads the copies offered hold, or null.</summary>
    public string? Group { get; private set; }

    /// <summary>Annotations and replies in the copies offered.</summary>
    public int Count => PublicCount + (WithPrivate ? PrivateCount!.Value : GroupCounts.Where(group => group.Name == Group).Sum(group => group.Count));

    /// <summary>The address of a copy.</summary>
    public string Address(ISpeechWriter writer, bool download)
    {
        var query = string.Join('&', new[] { Audience == AnnotatedCopies.Public ? "" : "audience=" + Uri.EscapeDataString(Audience), download ? "download=1" : "" }.Where(part => part.Length > 0));
        return $"/speeches/{Speech.Slug}.{writer.Format}" + (query.Length > 0 ? "?" + query : "");
    }

    /// <summary>Loads the page.</summary>
    /// <param name="slug">The speech.</param>
    /// <param name="audience"><c>public</c>, <c>mine</c> or <c>group:NAME</c>.</param>
    public async Task<IActionResult> OnGetAsync(string slug, string? audience)
    {
        if (await speeches.Find(slug) is not { } speech) return NotFound();
        Speech = speech;
        var actor = User.Actor();
        Audience = AnnotatedCopies.Audience(audience, actor);
        PublicCount = (await annotations.Threads(speech.Id, viewer: null)).Sum(thread => thread.Count);
        if (actor is null) return Page();
        if (await copies.GroupOf(Audience, actor) is { } group)
            (Group, Audience) = (group.Name, AnnotatedCopies.OfGroup + group.Name);
        var threads = await annotations.Threads(speech.Id, actor);
        PrivateCount = threads.Where(thread => thread.Root.Audience == Speeches.Annotations.Audience.Private).Sum(thread => thread.Count);
        var counts = threads.Where(thread => thread.Root.Audience.Group is not null)
            .GroupBy(thread => thread.Root.Audience.Group!, thread => thread.Count)
            .ToDictionary(counted => counted.Key, counted => counted.Sum());
        if (Group is not null) counts.TryAdd(Group, 0);
        GroupCounts = [.. counts.OrderBy(counted => counted.Key, StringComparer.OrdinalIgnoreCase).Select(counted => (counted.Key, counted.Value))];
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Importing;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Versions;

/// <summary>A version as the list tells of it.</summary>
/// <param name="Version">Its number, language, file and date.</param>
/// <param name="Paragraphs">How many are numbered.</param>
/// <param name="Threads">Those that the reader may see, as they stand on it.</param>
/// <param name="Beside">The version to compare it with: the one before in its language, else the newest before it; null for the first.</param>
/// <param name="IsTranslation">Whether no earlier version is in its language.</param>
internal sealed record ListedVersion(TextVersion Version, int Paragraphs, IReadOnlyList<AnnotationThread> Threads, TextVersion? Beside, bool IsTranslation)
{
    /// <summary>How many threads came to it from an earlier version, and in which way.</summary>
    public int Count(AnchorState state) => Threads.Count(thread => thread.Root.Carriage is not null && thread.Root.State == state);

    /// <summary>How many were made on it.</summary>
    public int Made => Threads.Count(thread => thread.Root.Carriage is null);
}

/// <summary>The versions of a speech's text.</summary>
internal sealed class IndexModel(SpeechStore speeches, AnnotationStore annotations, ImportOptions limits) : PageModel
{
    /// <summary>The speech.</summary>
    public Speech Speech { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ListedVersion> Versions { get; private set; } = [];

    /// <summary>The version that was just added, or null.</summary>
    public ListedVersion? Added { get; private set; }

    /// <summary>The form for another version; null where the reader may not add one.</summary>
    public AddForm? Add { get; private set; }

    /// <summary>Lists them.</summary>
    /// <param name="slug">The speech.</param>
    /// <param name="added">The number of the version that was just added.</param>
    public async Task<IActionResult> OnGet(string slug, int? added)
    {
        if (await speeches.Find(slug) is not { } speech)
            return NotFound();
        Speech = speech;
        var actor = User.Actor();
        List<ListedVersion> listed = [];
        foreach (var version in await speeches.Versions(speech.Id))
        {
            var text = await speeches.Text(speech.Id, version.Version);
            var before = listed.Select(other => other.Version).ToList();
            var sameLanguage = before.LastOrDefault(other => Languages.AreSame(other.Language, version.Language));
            listed.Add(new(
                version,
                text!.Blocks.Count(block => block.Number is not null),
                await annotations.Threads(speech.Id, actor, version: version.Version),
                sameLanguage ?? before.LastOrDefault(),
                sameLanguage is null && before.Count > 0));
        }

        listed.Reverse();
        Versions = listed;
        Added = listed.FirstOrDefault(version => version.Version.Version == added);
        if (actor is { Role: >= Role.Editor })
            Add = new(slug, limits.MaximumFileBytes / (1024 * 1024));
        ViewData["Title"] = $"Versions of {speech.DisplayTitle}";
        ViewData["Canonical"] = $"/speeches/{slug}/versions";
        ViewData["Main"] = "page versions-page";
        return Page();
    }
}

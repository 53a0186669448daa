using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Annotations;
using Speeches.Comparing;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Versions;

/// <summary>
/// The desk for annotations that have no place on a version, or one whose words were changed: a person looks at the old words beside
/// the new and places, keeps or lets go.
/// </summary>
[EnableRateLimiting(RateLimits.Posting)]
internal sealed class OrphansModel(SpeechStore speeches, AnnotationStore annotations, AnchorStore anchors) : PageModel
{
    private const int MostShown = 10;

    /// <summary>The speech.</summary>
    public Speech Speech { get; private set; } = null!;

    /// <summary>The version that places are looked for in.</summary>
    public SpeechText Text { get; private set; } = null!;

    /// <summary>What is before the person: those without a place first, a few at a time.</summary>
    public IReadOnlyList<DeskItem> Items { get; private set; } = [];

    /// <summary>How many wait for a decision, shown or not: without a place, and with changed words.</summary>
    public (int Orphans, int Changed) Waiting { get; private set; }

    /// <summary>Those that somebody decided to keep without a place.</summary>
    public IReadOnlyList<Annotation> Kept { get; private set; } = [];

    /// <summary>What was just done, in a sentence, or null.</summary>
    public string? Said { get; private set; }

    /// <summary>Why nothing was done, or null.</summary>
    public SpeechesError? Refusal { get; private set; }

    /// <summary>What was chosen, when it was refused.</summary>
    public Choice Chosen { get; private set; } = new();

    /// <summary>The path of the page.</summary>
    public string Address => $"/speeches/{Speech.Slug}/versions/{Text.Version}/orphans";

    /// <summary>Shows what waits.</summary>
    /// <param name="slug">The speech.</param>
    /// <param name="version">The version.</param>
    /// <param name="only">One annotation that was kept, to decide again.</param>
    /// <param name="done">What was just done: <c>placed</c>, <c>kept</c> or <c>released</c>.</param>
    public async Task<IActionResult> OnGet(string slug, int version, string? only, string? done)
    {
        Said = done switch
        {
            "placed" => "Placed.",
            "kept" => "Kept as it is.",
            "released" => "Let go: it stays with the earlier version.",
            _ => null,
        };
        return await Show(slug, version, only);
    }

    /// <summary>Places, keeps or lets go.</summary>
    public async Task<IActionResult> OnPost(string slug, int version, Choice choice)
    {
        if (User.Actor() is not { } actor)
            return Challenge();
        try
        {
            if (await speeches.Find(slug) is not { } speech || await speeches.Text(speech.Id, version) is not { } text)
                return NotFound();
            _ = choice.Act switch
            {
                "place" => await anchors.Place(actor, choice.Id, choice.Placement(text), choice.Revision),
                "keep" => await anchors.Keep(actor, choice.Id, version, choice.Revision),
                "release" => await anchors.LetGo(actor, choice.Id, version, choice.Revision),
                _ => throw new SpeechesError(ErrorKind.Refused, "Choose what to do with the annotation. Nothing was changed."),
            };
            return RedirectToPage(new { slug, version, done = choice.Act switch { "place" => "placed", "keep" => "kept", _ => "released" } });
        }
        catch (SpeechesError error) when (error.Kind is not ErrorKind.Unavailable)
        {
            (Refusal, Chosen) = (error, choice);
            Response.StatusCode = ErrorTable.StatusOf(error.Kind);
            return await Show(slug, version, only: null);
        }
    }

    private async Task<IActionResult> Show(string slug, int version, string? only)
    {
        Response.Headers.CacheControl = "no-store";
        if (await speeches.Find(slug) is not { } speech || await speeches.Text(speech.Id, version) is not { } text)
            return NotFound();
        if (User.Actor() is not { } actor)
            return Challenge();
        (Speech, Text) = (speech, text);
        var own = (await annotations.Threads(speech.Id, actor, version: version))
            .Where(thread => thread.Root is { Carriage: not null, Deleted: null } && AnnotationRules.May(actor, AnnotationAction.Place, thread.Root, thread.Root.Author.Id))
            .ToList();
        if (own.Count == 0 && actor.Role < Role.Editor)
            return Forbid();
        var orphans = own.FindAll(thread => thread.Root is { State: AnchorState.Orphan, Carriage.Decision: null } || thread.Root.Id == only);
        var changed = own.FindAll(thread => thread.Root is { State: AnchorState.Changed, Carriage.Decision: null });
        Waiting = (orphans.Count, changed.Count);
        Kept = [.. own.Where(thread => thread.Root is { State: AnchorState.Orphan, Carriage.Decision: AnchorDecision.Kept }).Select(thread => thread.Root)];
        Items = await Look(orphans.Concat(changed), only);
        ViewData["Title"] = $"Annotations without a place in version {version} of {speech.DisplayTitle}";
        ViewData["Main"] = "page placing";
        return Page();
    }

    // Those without a place first, in the order of the text that they were made on.
    private async Task<List<DeskItem>> Look(IEnumerable<AnnotationThread> threads, string? only)
    {
        var waiting = threads.ToList();
        var made = new Dictionary<int, (SpeechText Text, Dictionary<string, int> Places, Lazy<AnchorCandidates> Candidates)>();
        foreach (var version in waiting.Select(thread => thread.Root.Carriage!.MadeOn).Distinct())
        {
            var old = (await speeches.Text(Speech.Id, version))!;
            made[version] = (old, old.Blocks.Index().ToDictionary(block => block.Item.Id, block => block.Index), new(() => new(old.Blocks, Text.Blocks)));
        }

        return [.. waiting
            .OrderByDescending(thread => thread.Root.Id == only).ThenByDescending(thread => thread.Root.State == AnchorState.Orphan)
            .ThenBy(thread => thread.Root.Carriage!.MadeOn)
            .ThenBy(thread => made[thread.Root.Carriage!.MadeOn].Places[thread.Root.Carriage!.Original.BlockId])
            .ThenBy(thread => thread.Root.Carriage!.Original.Start ?? -1)
            .Take(MostShown)
            .Select(thread => (thread, made[thread.Root.Carriage!.MadeOn]))
            .Select(item => new DeskItem(item.thread, item.Item2.Text, item.Item2.Candidates.Value.For(item.thread.Root.Carriage!.Original)))];
    }
}

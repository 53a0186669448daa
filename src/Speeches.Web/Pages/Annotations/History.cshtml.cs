using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Comparing;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Annotations;

/// <summary>What was done to an annotation: its words after each edit, compared with those before; who resolved it, and when.</summary>
internal sealed class HistoryModel(AnnotationStore annotations, AnnotationHistory history) : PageModel
{
    // As much as a person waits for; what would take more is shown as replaced whole.
    private const long MostWork = 20_000_000;

    /// <summary>The annotation as it is now.</summary>
    public Annotation Annotation { get; private set; } = null!;

    /// <summary>What was done, newest first, each with the words compared with those before it where it changed them.</summary>
    public IReadOnlyList<(PastChange Change, IReadOnlyList<WordRun>? Words)> Changes { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(string id)
    {
        Response.Headers.CacheControl = "private, no-store";
        Annotation = await annotations.Find(id, User.Actor());
        var (before, budget, changes) = ((string?)null, MostWork, new List<(PastChange, IReadOnlyList<WordRun>?)>());
        foreach (var change in await history.Of(id, User.Actor()))
        {
            changes.Add((change, change.Body is { } after && before is not null ? WordComparison.Compare(before, after, ref budget) : null));
            before = change.Body ?? before;
        }

        changes.Reverse();
        Changes = changes;
        return Page();
    }

    /// <summary>An audience as people read it; of one that is not named to the reader no more than that it was no longer everybody.</summary>
    public static string Sight(string audience) => Audience.Parse(audience) switch
    {
        { Group: { } group } => group,
        var other => other == Audience.Public ? "everybody" : "not everybody",
    };

    /// <summary>What a change is called.</summary>
    public static string Say(string kind) => kind switch
    {
        "created" => "Written",
        "edited" => "Edited",
        "resolved" => "Resolved",
        "reopened" => "Reopened",
        "shared" => "Given another audience",
        "tagged" => "Given other tags",
        "assigned" => "Assigned",
        "carried" => "Carried to a newer version of the text",
        "placed" => "Given its place on a newer version",
        "kept" => "Kept as it stands on a newer version",
        "released" => "Let go on a newer version",
        _ => kind,
    };
}

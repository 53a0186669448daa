using Microsoft.AspNetCore.Mvc;
using Speeches.Store;

namespace Speeches.Web.Pages.Annotations;

/// <summary>Resolving a thread, and reopening it. The reading page posts here at once; the page asks where somebody comes by the address.</summary>
internal sealed class ResolutionModel(SpeechStore speeches, AnnotationStore annotations) : AnnotationPage(speeches, annotations)
{
    /// <summary>True resolves, false reopens.</summary>
    [BindProperty]
    public bool Resolved { get; set; } = true;

    /// <summary>The question.</summary>
    public Confirmation Confirmation { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public Task<IActionResult> OnGet(string id) => Ask(async actor =>
    {
        Resolved = (await Annotations.Thread(id, actor)).Root.Resolution is null;
        return Show(Confirm(id));
    });

    /// <summary>Resolves or reopens; doing so twice changes nothing.</summary>
    public Task<IActionResult> OnPost(string id) => Attempt(refusal => Show(Confirm(id), refusal), async actor =>
    {
        var root = await Annotations.Resolve(actor, id, Resolved);
        return await Done(root, root.Id, Resolved ? "The thread is resolved." : "The thread is open again.");
    });

    private IActionResult Show(Confirmation confirmation, Refusal? refusal = null)
    {
        Confirmation = refusal is null ? confirmation : confirmation with { Error = refusal.Message, SignedOut = refusal.SignedOut };
        return Form("_Confirmation", Confirmation, refusal?.Status ?? StatusCodes.Status200OK);
    }

    private Confirmation Confirm(string id) => new()
    {
        Id = $"resolution-{id}",
        Action = $"/annotations/{id}/resolution",
        Title = Resolved ? "Resolve this thread?" : "Reopen this thread?",
        Consequence = Resolved ? "It stays where it is and says who resolved it. Anybody who annotates can reopen it." : "It will be shown as open again.",
        Submit = Resolved ? "Resolve" : "Reopen",
        Back = $"/annotations/{id}",
        Resolved = Resolved,
    };
}

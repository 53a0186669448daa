using Microsoft.AspNetCore.Mvc;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Annotations;

/// <summary>Deleting an annotation or a reply, after one question.</summary>
internal sealed class DeleteModel(SpeechStore speeches, AnnotationStore annotations) : AnnotationPage(speeches, annotations)
{
    /// <summary>The question.</summary>
    public Confirmation Confirmation { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public Task<IActionResult> OnGet(string id) => Ask(async actor =>
    {
        var thread = await Annotations.Thread(id, actor);
        var annotation = thread.Root.Id == id ? thread.Root : thread.Replies.First(reply => reply.Id == id);
        if (!AnnotationRules.May(actor, AnnotationAction.Delete, annotation, thread.Root.Author.Id))
            throw new SpeechesError(ErrorKind.Forbidden, "Only who wrote an annotation, a moderator of its group or, where it is public, an administrator can delete it. Nothing was changed.");

        var replies = annotation.IsReply ? 0 : thread.Replies.Count;
        return Show(Confirm(id) with
        {
            Title = annotation.IsReply ? "Delete this reply?" : "Delete this annotation?",
            Consequence = replies == 0
                ? "Its words will no longer be shown to anybody."
                : $"Its words will no longer be shown; {(replies == 1 ? "the reply stays" : $"the {replies} replies stay")} under a note that it was deleted.",
        });
    });

    /// <summary>Deletes.</summary>
    public Task<IActionResult> OnPost(string id) => Attempt(refusal => Show(Confirm(id), refusal), async actor =>
    {
        var annotation = await Annotations.Find(id, actor, Shown);
        var left = await Annotations.Delete(actor, id, expectedRevision: null);
        return await Done(annotation, left?.Root.Id, annotation.IsReply ? "The reply was deleted." : "The annotation was deleted.");
    });

    private IActionResult Show(Confirmation confirmation, Refusal? refusal = null)
    {
        Confirmation = refusal is null ? confirmation : confirmation with { Error = refusal.Message, SignedOut = refusal.SignedOut };
        return Form("_Confirmation", Confirmation, refusal?.Status ?? StatusCodes.Status200OK);
    }

    private static Confirmation Confirm(string id) => new()
    {
        Id = $"delete-{id}",
        Action = $"/annotations/{id}/delete",
        Title = "Delete?",
        Consequence = "Its words will no longer be shown to anybody.",
        Submit = "Delete",
        Back = $"/annotations/{id}",
    };
}

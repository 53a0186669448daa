using Microsoft.AspNetCore.Mvc;
using Speeches.Store;

namespace Speeches.Web.Pages.Annotations;

/// <summary>Other words for an annotation or a reply.</summary>
internal sealed class EditModel(SpeechStore speeches, AnnotationStore annotations) : ComposerPage(speeches, annotations)
{
    /// <summary>The revision that the words before the writer were taken from.</summary>
    [BindProperty]
    public int? Revision { get; set; }

    /// <summary>The form with the words as they are.</summary>
    public Task<IActionResult> OnGet(string id) => Ask(async actor =>
    {
        var annotation = await Annotations.Find(id, actor);
        if (annotation.Author.Id != actor.Id)
            throw new SpeechesError(ErrorKind.Forbidden, "Only who wrote an annotation can edit it. Nothing was changed.");
        return Show(Compose(id) with { Body = annotation.Body, Revision = annotation.Revision });
    });

    /// <summary>Stores them, unless somebody stored others meanwhile.</summary>
    public Task<IActionResult> OnPost(string id) => Attempt(refusal => Show(Compose(id), refusal), async actor =>
    {
        if (Preview)
            return ShowPreview(Compose(id));
        try
        {
            var edited = await Annotations.Edit(actor, id, Typed(Body), Revision);
            return await Done(edited, edited.Id, "Your words were saved.");
        }
        catch (SpeechesError error) when (error.Kind == ErrorKind.Stale)
        {
            var theirs = await Annotations.Find(id, actor);
            return Show(
                Compose(id) with { Theirs = theirs, Revision = theirs.Revision, Submit = "Replace with mine" },
                new Refusal(StatusCodes.Status409Conflict, "It was changed while you were editing, so nothing was overwritten. Both texts are here: bring them together, then save."));
        }
    });

    private Composer Compose(string id) => new()
    {
        Id = $"edit-{id}",
        Action = $"/annotations/{id}/edit",
        Title = "Edit",
        Submit = "Save",
        Back = $"/annotations/{id}",
        Body = Typed(Body),
        Revision = Revision,
    };
}

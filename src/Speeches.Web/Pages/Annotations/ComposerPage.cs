using Microsoft.AspNetCore.Mvc;
using Speeches.Formats;
using Speeches.Store;

namespace Speeches.Web.Pages.Annotations;

/// <summary>A page with a <see cref="Composer"/>.</summary>
internal abstract class ComposerPage(SpeechStore speeches, AnnotationStore annotations) : AnnotationPage(speeches, annotations)
{
    /// <summary>The words, Markdown.</summary>
    [BindProperty]
    public string? Body { get; set; }

    /// <summary>Set by the second button, which shows the words instead of storing them.</summary>
    [BindProperty]
    public bool Preview { get; set; }

    /// <summary>The form to show.</summary>
    public Composer Composer { get; private set; } = null!;

    /// <summary>The words it is about: a paragraph, or an annotation's; and their language.</summary>
    public (string Words, string? Language) About { get; protected set; }

    /// <summary>Shows the form.</summary>
    protected IActionResult Show(Composer composer, Refusal? refusal = null)
    {
        Composer = refusal is null ? composer : composer with { Error = refusal.Message, SignedOut = refusal.SignedOut };
        return Form("_Composer", Composer, refusal?.Status ?? StatusCodes.Status200OK);
    }

    /// <summary>Shows the form with the words as they would look.</summary>
    protected IActionResult ShowPreview(Composer composer) => Show(composer with { Preview = CommentMarkdown.ToHtml(composer.Body) });
}

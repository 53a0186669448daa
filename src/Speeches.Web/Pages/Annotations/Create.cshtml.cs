using Microsoft.AspNetCore.Mvc;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Pages.Reading;

namespace Speeches.Web.Pages.Annotations;

/// <summary>A new annotation on a block.</summary>
internal sealed class CreateModel(SpeechStore speeches, AnnotationStore annotations) : ComposerPage(speeches, annotations)
{
    /// <summary>The block's id ("p7").</summary>
    [BindProperty(SupportsGet = true)]
    public string? Block { get; set; }

    /// <summary>The version before the writer, where the address named one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    /// <summary><c>public</c> or <c>private</c>.</summary>
    [BindProperty(Name = "audience")]
    public string? AudienceName { get; set; }

    /// <summary>The empty form.</summary>
    public Task<IActionResult> OnGet(string slug) => Ask(async _ => Show(await Compose(slug)));

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPost(string slug)
    {
        var composer = await Compose(slug);
        return await Attempt(refusal => Show(composer, refusal), async actor =>
        {
            if (Preview)
                return ShowPreview(composer);
            var added = await Annotations.Add(actor, new NewAnnotation
            {
                Slug = slug,
                Version = Version,
                BlockId = Block!,
                Body = composer.Body,
                Audience = Audience.Parse(AudienceName),
            });
            return await Done(added with { Version = Version ?? added.Version }, added.Id, "Your annotation was posted.");
        });
    }

    private async Task<Composer> Compose(string slug)
    {
        var speech = await Speeches.Find(slug) ?? throw new SpeechesError(ErrorKind.NotFound, "There is no such speech.");
        var text = await Speeches.Text(speech.Id, Version) ?? throw new SpeechesError(ErrorKind.NotFound, "The speech has no such version.");
        var block = text.Find(Block ?? "") ?? throw new SpeechesError(ErrorKind.NotFound, "The speech has no such paragraph. Nothing was stored.");
        _ = TextAnchor.To(block);

        About = (block.Text, text.Language);
        return new Composer
        {
            Id = $"compose-{block.Id}",
            Action = $"/speeches/{slug}/annotations",
            Title = $"Annotate {Passage.NameOf(block)}",
            Submit = "Post",
            Back = (Version is null ? $"/speeches/{slug}" : $"/speeches/{slug}/v/{Version}") + $"#{block.Id}",
            Body = Typed(Body),
            Block = block.Id,
            Version = Version,
            Audience = AudienceName == Audience.Private.Name ? Audience.Private : Audience.Public,
        };
    }
}

using Microsoft.AspNetCore.Mvc;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Pages.Reading;

namespace Speeches.Web.Pages.Annotations;

/// <summary>A new annotation on a block or on words of it; on several places, one on each.</summary>
internal sealed class CreateModel(SpeechStore speeches, AnnotationStore annotations, AnnotationLimits limits) : ComposerPage(speeches, annotations)
{
    /// <summary>The places, as <see cref="BlockRange"/> writes them ("p7", "p7:12:40").</summary>
    [BindProperty(SupportsGet = true)]
    public string[] Block { get; set; } = [];

    /// <summary>The version before the writer; null for the current one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    /// <summary>On one whole block: the words of it that are meant, or nothing.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary><c>public</c>, <c>private</c> or <c>group:NAME</c>.</summary>
    [BindProperty(Name = "audience")]
    public string? AudienceName { get; set; }

    /// <summary>The empty form.</summary>
    public Task<IActionResult> OnGet(string slug) => Ask(async _ => Show((await Compose(slug)).Form));

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPost(string slug)
    {
        var (composer, places) = await Compose(slug);
        return await Attempt(refusal => Show(composer, refusal), async actor =>
        {
            if (Preview)
                return ShowPreview(composer);
            var added = await Annotations.AddEach(actor, [.. places.Select(place => Meant(place.Block, place.Range)).Select(range => new NewAnnotation
            {
                Slug = slug,
                Version = Version,
                BlockId = range.BlockId,
                Start = range.Start,
                End = range.End,
                Body = composer.Body,
                Audience = Audience.Parse(AudienceName),
            })]);
            var said = added.Count == 1 ? "Your annotation was posted." : $"Your annotation was posted on {added.Count} paragraphs.";
            return await Done([.. added.Select(annotation => annotation with { Version = Version ?? annotation.Version })], added[0].Id, said);
        });
    }

    private BlockRange Meant(Block block, BlockRange range) =>
        range.Start is null && !string.IsNullOrWhiteSpace(Words) ? BlockRange.OfWords(block, Words) : range;

    private async Task<(Composer Form, List<(Block Block, BlockRange Range)> Places)> Compose(string slug)
    {
        var speech = await Speeches.Find(slug) ?? throw new SpeechesError(ErrorKind.NotFound, "There is no such speech.");
        var text = await Speeches.Text(speech.Id, Version) ?? throw new SpeechesError(ErrorKind.NotFound, "The speech has no such version.");
        if (Block.Length > limits.MaximumPlaces)
            throw new SpeechesError(ErrorKind.Refused, $"This selection runs over {Block.Length} paragraphs; at most {limits.MaximumPlaces} are annotated at once. Nothing was stored.");
        var places = Block.Select(written => Place(text, written)).ToList();
        if (places.Count == 0)
            throw NoSuchPlace();

        var name = places.Count == 1 ? Passage.NameOf(places[0].Block) : $"{places.Count} paragraphs";
        var isPartly = places.Exists(place => place.Range.Start is not null);
        About = (string.Join('\n', places.Select(WordsOf)), text.Language);
        return (new Composer
        {
            Id = $"compose-{string.Join('-', places.Select(place => place.Range)).Replace(':', '-')}",
            Action = $"/speeches/{slug}/annotations",
            Title = isPartly && places.Count == 1 ? $"Annotate words of {name}" : $"Annotate {name}",
            Submit = "Post",
            Back = await Places.Of(Speeches, slug, text.Version) + $"#{places[0].Block.Id}",
            Body = Typed(Body),
            Blocks = [.. places.Select(place => place.Range.ToString())],
            Quote = isPartly || places.Count > 1 ? About : null,
            Words = isPartly || places.Count > 1 ? null : Words ?? "",
            Version = Version,
            Audience = await AudienceChoice.For(Groups, Actor, AudienceName),
        }, places);
    }

    private static (Block Block, BlockRange Range) Place(SpeechText text, string written)
    {
        if (!BlockRange.TryParse(written, out var range) || text.Find(range.BlockId) is not { } block)
            throw NoSuchPlace();
        _ = TextAnchor.To(block);
        return (block, range is { Start: { } start, End: { } end } ? BlockRange.Selected(block, start, end) : range);
    }

    private static string WordsOf((Block Block, BlockRange Range) place) => place.Range is { Start: { } start, End: { } end }
        ? place.Block.Text[start..end] : place.Block.Text;

    private static SpeechesError NoSuchPlace() => new(ErrorKind.NotFound, "The speech has no such paragraph. Nothing was stored.");
}

using Microsoft.AspNetCore.Mvc;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Annotations;

/// <summary>Another audience for a thread of one's own: choose, see who gains and who loses sight, then change it.</summary>
internal sealed class AudienceModel(SpeechStore speeches, AnnotationStore annotations) : AnnotationPage(speeches, annotations)
{
    /// <summary>The audience that is wanted; null while nothing is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "audience")]
    public string? AudienceName { get; set; }

    /// <summary>The revision that the consequences were told of.</summary>
    [BindProperty]
    public int? Revision { get; set; }

    /// <summary>The form.</summary>
    public AudienceForm Asked { get; private set; } = null!;

    /// <summary>Asks; with an audience, says what would change.</summary>
    public Task<IActionResult> OnGet(string id) => Ask(async actor =>
    {
        var root = await Annotations.Find(id, actor);
        if (!AnnotationRules.May(actor, AnnotationAction.Share, root, root.Author.Id))
            throw new SpeechesError(ErrorKind.Forbidden, "Only who began a thread can say who can read it; replies follow it. Nothing was changed.");
        var form = await Compose(id, AudienceName ?? root.Audience.Name);
        if (AudienceName is null)
            return Show(form);
        var groups = await Groups.Of(actor);
        if (AudienceChange.Known(groups, form.Choice.Chosen) is not { } after)
            return Show(form, new Refusal(StatusCodes.Status422UnprocessableEntity, $"You do not write in a group called “{form.Choice.Chosen.Group}”. Choose another audience; nothing was changed."));
        if (after == root.Audience)
            return Show(form, new Refusal(StatusCodes.Status422UnprocessableEntity, "That is who can read it now. Choose another audience, or keep it as it is."));
        var change = new AudienceChange(await Annotations.Thread(id, actor), after, groups);
        return Show(form with { Consequences = [.. change.Consequences()], Revision = root.Revision });
    });

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPost(string id)
    {
        var form = await Compose(id, AudienceName);
        return await Attempt(refusal => Show(form, refusal), async actor =>
        {
            if (string.IsNullOrEmpty(AudienceName))
                throw new SpeechesError(ErrorKind.Refused, "Say who can read it. Nothing was changed.", "audience");
            try
            {
                var root = await Annotations.Share(actor, id, Audience.Parse(AudienceName), Revision);
                var who = root.Audience.Group is { } group ? $"The members of {group}" : root.Audience == Audience.Public ? "Everybody" : "Only you";
                return await Done(root, root.Id, $"{who} can read it now.");
            }
            catch (SpeechesError error) when (error.Kind == ErrorKind.Stale)
            {
                return Show(form, new Refusal(StatusCodes.Status409Conflict, "It was changed while you were looking, so nothing was done. See once more what would change."));
            }
        });
    }

    private IActionResult Show(AudienceForm form, Refusal? refusal = null)
    {
        Asked = refusal is null ? form : form with { Error = refusal.Message, SignedOut = refusal.SignedOut };
        return Form("_AudienceForm", Asked, refusal?.Status ?? StatusCodes.Status200OK);
    }

    private async Task<AudienceForm> Compose(string id, string? chosen) => new()
    {
        Id = $"audience-{id}",
        Action = $"/annotations/{id}/audience",
        Back = $"/annotations/{id}",
        Choice = await AudienceChoice.For(Groups, Actor, chosen),
    };
}

/// <summary>The question, or what the answer would change.</summary>
internal sealed record AudienceForm
{
    /// <inheritdoc cref="Composer.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="Composer.Action"/>
    public required string Action { get; init; }

    /// <inheritdoc cref="Composer.Back"/>
    public required string Back { get; init; }

    /// <summary>What can be chosen, and what is.</summary>
    public required AudienceChoice Choice { get; init; }

    /// <summary>Who gains and who loses sight, in sentences; empty while that is to be chosen.</summary>
    public IReadOnlyList<string> Consequences { get; init; } = [];

    /// <summary>The revision of the thread's root that they are told of.</summary>
    public int? Revision { get; init; }

    /// <summary>The question.</summary>
    public string Title => Consequences.Count == 0 ? "Who can read this thread?" : "Change who can read this thread?";

    /// <inheritdoc cref="Composer.Error"/>
    public string? Error { get; init; }

    /// <inheritdoc cref="Composer.SignedOut"/>
    public bool SignedOut { get; init; }
}

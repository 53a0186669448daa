using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Annotations;

/// <summary>Who is to see to a thread, and until when.</summary>
internal sealed class AssignmentModel(SpeechStore speeches, AnnotationStore annotations, AssignmentStore assignments, People people)
    : AnnotationPage(speeches, annotations)
{
    /// <summary>A display name; nothing for nobody.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>A day, ISO 8601, or nothing.</summary>
    [BindProperty]
    public string? Due { get; set; }

    /// <summary>The form.</summary>
    public AssignmentForm Asked { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public Task<IActionResult> OnGet(string id) => Ask(async actor =>
    {
        var root = (await Annotations.Thread(id, actor)).Root;
        var may = AnnotationRules.May(actor, AnnotationAction.Assign, root, root.Author.Id);
        if (!may && root.Assignment?.To.Id != actor.Id)
            throw new SpeechesError(ErrorKind.Forbidden, "Only who began a thread, an editor or a moderator of its group can assign it. Nothing was changed.");
        (To, Due) = (root.Assignment?.To.Name, root.Assignment?.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Show(Compose(id, may ? await Names(actor, root) : []));
    });

    /// <summary>Assigns it, or takes that back.</summary>
    public async Task<IActionResult> OnPost(string id)
    {
        IReadOnlyList<string> names = string.IsNullOrEmpty(To) ? [] : [To];
        if (Actor is { } reader && names.Count > 0)
            names = await Names(await Groups.With(reader), (await Annotations.Thread(id, reader)).Root);
        var form = Compose(id, names);
        return await Attempt(refusal => Show(form, refusal), async actor =>
        {
            if (!string.IsNullOrEmpty(Due) && !DateOnly.TryParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                throw new SpeechesError(ErrorKind.Refused, "Give the day as year-month-day, such as 2026-12-01. Nothing was changed.", "due");
            var root = await assignments.Assign(
                actor, id, To, string.IsNullOrEmpty(Due) ? null : DateOnly.ParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture));
            return await Done(root, root.Id, root.Assignment is { } assignment ? $"The thread is assigned to {assignment.To.Name}." : "The thread is assigned to nobody.");
        });
    }

    private async Task<IReadOnlyList<string>> Names(Actor actor, Annotation root)
    {
        var names = (await people.Suggested(actor, root.SpeechId, root.Audience)).Prepend(actor.Name).Distinct(StringComparer.Ordinal).ToList();
        // Whom it is assigned to now is an answer even where they are no longer met.
        return root.Assignment is { } now && !names.Contains(now.To.Name) ? [.. names, now.To.Name] : names;
    }

    private IActionResult Show(AssignmentForm form, Refusal? refusal = null)
    {
        Asked = refusal is null ? form : form with { Error = refusal.Message, SignedOut = refusal.SignedOut };
        return Form("_AssignmentForm", Asked, refusal?.Status ?? StatusCodes.Status200OK);
    }

    private AssignmentForm Compose(string id, IReadOnlyList<string> names) => new()
    {
        Id = $"assign-{id}",
        Action = $"/annotations/{id}/assignment",
        Back = $"/annotations/{id}",
        Names = names,
        To = To,
        Due = Due,
    };
}

/// <summary>The question who is to see to a thread.</summary>
internal sealed record AssignmentForm
{
    /// <inheritdoc cref="Composer.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="Composer.Action"/>
    public required string Action { get; init; }

    /// <inheritdoc cref="Composer.Back"/>
    public required string Back { get; init; }

    /// <summary>Who can be chosen; nobody where the reader can only give it back.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The answer so far, or null.</summary>
    public string? To { get; init; }

    /// <summary>The day so far, or null.</summary>
    public string? Due { get; init; }

    /// <summary>The question.</summary>
    public string Title => Names.Count == 0 ? "Give this thread back?" : "Who sees to this thread?";

    /// <inheritdoc cref="Composer.Error"/>
    public string? Error { get; init; }

    /// <inheritdoc cref="Composer.SignedOut"/>
    public bool SignedOut { get; init; }
}

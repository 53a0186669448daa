using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Pages.Reading;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Annotations;

/// <summary>
/// A page that changes annotations. It answers in two ways: a whole page and then 303 to the place in the speech, or, to script
/// (<c>X-Requested-With: fetch</c>), the form or the changed parts of the reading page as fragments.
/// </summary>
/// <remarks>
/// Antiforgery and rate limit are asked for here rather than in front of the page: the answer to a refused attempt shows the form
/// again with the words that were typed, and with a fresh token.
/// </remarks>
[IgnoreAntiforgeryToken]
internal abstract class AnnotationPage(SpeechStore speeches, AnnotationStore annotations) : PageModel
{
    /// <summary>The speeches.</summary>
    protected SpeechStore Speeches { get; } = speeches;

    /// <summary>The annotations.</summary>
    protected AnnotationStore Annotations { get; } = annotations;

    /// <summary>Who acts, or null.</summary>
    protected Actor? Actor => User.Actor();

    /// <summary>Whether script asks, for a fragment.</summary>
    protected bool IsQuiet => Request.Headers.XRequestedWith == "fetch";

    /// <summary>The groups.</summary>
    protected GroupStore Groups => HttpContext.RequestServices.GetRequiredService<GroupStore>();

    /// <summary>Answers a GET of a form: only who may annotate gets one. The actor comes with their groups.</summary>
    protected async Task<IActionResult> Ask(Func<Actor, Task<IActionResult>> show)
    {
        Response.Headers.CacheControl = "no-store";
        if (Actor is { } actor)
        {
            return AnnotationRules.MayAnnotate(actor)
                ? await show(await Groups.With(actor))
                : throw new SpeechesError(ErrorKind.Forbidden, "Your account may read but not annotate. Nothing was changed; an administrator can give it another role.");
        }

        var here = Uri.EscapeDataString(Request.Path + Request.QueryString);
        return IsQuiet ? StatusCode(StatusCodes.Status401Unauthorized) : Redirect($"/account/sign-in?returnUrl={here}");
    }

    /// <summary>Carries out a POST, or shows the form again with what was typed and why it was not carried out.</summary>
    protected async Task<IActionResult> Attempt(Func<Refusal, IActionResult> again, Func<Actor, Task<IActionResult>> act)
    {
        Response.Headers.CacheControl = "no-store";
        if (Actor is not { } actor)
            return again(new Refusal(401, "You are signed out by now, so nothing was stored. Your words are kept here: sign in in another tab, then send them again."));
        if (!await HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(HttpContext))
            return again(new Refusal(400, "This page was older than your session, so nothing was stored. Your words are kept here: send them again."));
        using var lease = HttpContext.RequestServices.GetRequiredService<PartitionedRateLimiter<HttpContext>>().AttemptAcquire(HttpContext);
        if (!lease.IsAcquired)
        {
            RateLimits.SayWhen(HttpContext, lease);
            return again(new Refusal(429, "That was more at once than this library takes from one person. Your words are kept here: wait a few seconds, then send them again."));
        }

        try
        {
            return await act(actor);
        }
        catch (SpeechesError error) when (error.Kind != ErrorKind.Unavailable)
        {
            return again(new Refusal(ErrorTable.StatusOf(error.Kind), error.Message));
        }
    }

    /// <summary>The version that the reading page shows from which script asks, where its address names one.</summary>
    protected int? Shown => int.TryParse(Request.Headers["X-Version"], out var number) ? number : null;

    /// <inheritdoc cref="Done(IReadOnlyList{Annotation}, string?, string)"/>
    protected Task<IActionResult> Done(Annotation changed, string? annotationId, string said) => Done([changed], annotationId, said);

    /// <summary>Answers a change that was stored.</summary>
    /// <param name="changed">Where it stands on the version that is shown; a new one on each place, what changed, or what was deleted.</param>
    /// <param name="annotationId">What to lead to, or null for the place of the first.</param>
    /// <param name="said">What to announce.</param>
    protected async Task<IActionResult> Done(IReadOnlyList<Annotation> changed, string? annotationId, string said)
    {
        var first = changed[0];
        if (!IsQuiet)
            return SeeOther(await Places.Of(Speeches, first.Slug, first.Version) + "#" + (annotationId is null ? first.Place?.BlockId ?? "unplaced" : $"a-{annotationId}"));

        // A page may be older than the newest version: what it shows is what was annotated.
        var shown = Shown ?? (annotationId is null || first.Version == (await Speeches.Find(first.Slug))?.Version ? null : first.Version);
        if (await ReadingView.Load(Speeches, Annotations, Groups, first.Slug, shown, Actor, Request.Headers["X-Show"]) is not { } view)
            return NotFound();
        var places = changed.Select(annotation => (view.ThreadOf(annotation)?.Root ?? annotation).Place?.BlockId).Distinct().ToList();
        var blocks = places.Select(place => place is null ? null : view.Text.Find(place)).ToList();
        return places.Zip(blocks).All(found => found.First is null || found.Second is not null)
            ? Partial("/Pages/Annotations/_Changed.cshtml", new Change(view, blocks, annotationId is null ? places[0] ?? "unplaced" : $"a-{annotationId}", said))
            : NotFound();
    }

    /// <summary>303, so that a reload does not post again.</summary>
    private StatusCodeResult SeeOther(string location)
    {
        Response.Headers.Location = location;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The form: a page, or to script the form alone.</summary>
    protected IActionResult Form(string partial, object form, int status = StatusCodes.Status200OK)
    {
        if (!IsQuiet)
            return new PageResult { StatusCode = status };
        var fragment = Partial($"/Pages/Annotations/{partial}.cshtml", form);
        fragment.StatusCode = status;
        return fragment;
    }

    /// <summary>Typed words with the line feeds that the store counts; browsers send CR LF.</summary>
    protected static string Typed(string? body) => (body ?? "").ReplaceLineEndings("\n");
}

/// <summary>What a stored change looks like in the reading page.</summary>
/// <param name="View">The speech as the actor sees it now.</param>
/// <param name="Blocks">The blocks whose threads changed; null for threads without a place.</param>
/// <param name="Target">The id of the element to lead to.</param>
/// <param name="Said">What to announce.</param>
internal sealed record Change(ReadingView View, IReadOnlyList<Block?> Blocks, string Target, string Said);

/// <summary>Addresses of places in speeches.</summary>
internal static class Places
{
    /// <summary>The path of the reading page that shows a version: the plain one while that is current.</summary>
    public static async Task<string> Of(SpeechStore speeches, string slug, int version) =>
        await speeches.Find(slug) is { } speech && speech.Version != version ? $"/speeches/{slug}/v/{version}" : $"/speeches/{slug}";
}

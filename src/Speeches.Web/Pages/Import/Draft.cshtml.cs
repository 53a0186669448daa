using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Parsing;
using Speeches.Store;
using Speeches.Web.Importing;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Import;

/// <summary>A draft: the source beside what was read, the header to be corrected, and what to do with it.</summary>
[EnableRateLimiting(RateLimits.Posting)]
internal sealed class DraftModel(DraftStore drafts, SpeechStore speeches, Drafting drafting) : EditorPage
{
    /// <summary>The draft.</summary>
    public DraftView View { get; private set; } = null!;

    /// <summary>The form of its header.</summary>
    public HeaderForm Form { get; private set; } = null!;

    /// <summary>A speech of the library that is like it, or null.</summary>
    public LikeSpeech? Like { get; private set; }

    /// <summary>Why nothing was done, or null.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Whether it has just been kept.</summary>
    public bool IsKept { get; private set; }

    /// <summary>The comments that the file brings along.</summary>
    public CommentsJson Comments => CommentsJson.From(View.Draft.Parsed);

    /// <summary>Whether they are to be annotations, and whose to see; as it was ticked.</summary>
    public CommentsChoice Choice { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task OnGet(string id, [FromQuery(Name = "page")] int? stretch, bool kept)
    {
        IsKept = kept;
        await Show(await drafts.Find(Actor, id), stretch);
    }

    /// <summary>
    /// Keeps the header as typed; with <paramref name="publish"/>, then puts the speech into the library; with <paramref name="version"/>,
    /// as a version of the speech of that name.
    /// </summary>
    public async Task<IActionResult> OnPost(string id, [FromQuery(Name = "page")] int? stretch, int revision, bool publish, string? version, CommentsChoice choice)
    {
        var draft = await drafts.Find(Actor, id);
        Choice = choice;
        var form = HeaderForm.Of(draft.Parsed.Header, hasLines: true, await Request.ReadFormAsync());
        var header = form.Apply();
        try
        {
            // What was changed elsewhere is told first: once the form has been shown again, it counts as known.
            if (form.Errors.Count > 0 && draft.Item.Revision == revision)
                throw new SpeechesError(ErrorKind.Refused, form.Errors.Count == 1 ? "Nothing was stored. One field needs another look." : "Nothing was stored. Some fields need another look.");
            if (draft.Item.Revision != revision || form.Changed().Any())
                draft = await drafts.Change(Actor, id, revision, current =>
                {
                    var parsed = current.Parsed with { Header = header };
                    // Marks and words that tell a quotation are those of the language.
                    return header.Language == current.Parsed.Header.Language ? parsed : BlockEdits.FindQuotations(parsed);
                });
            return SeeOther(publish || version is not null ? await drafting.Publish(Actor, draft, version, choice.Taken()) : $"/import/drafts/{id}?kept=true");
        }
        catch (SpeechesError error) when (error.Kind is ErrorKind.Refused or ErrorKind.Stale or ErrorKind.Conflict)
        {
            Refusal = error.Message;
            Response.StatusCode = error.Kind == ErrorKind.Stale ? StatusCodes.Status409Conflict : ErrorTable.StatusOf(error.Kind);
            if (error.Kind == ErrorKind.Stale)
            {
                // It may have been changed even since it was looked up above.
                draft = await drafts.Find(Actor, id);
                form = HeaderForm.Of(draft.Parsed.Header, hasLines: true, await Request.ReadFormAsync());
                form.TellStored("The draft has by now");
            }

            await Show(draft, stretch);
            Form = form;
            return Page();
        }
    }

    private async Task Show(Draft draft, int? stretch)
    {
        View = new DraftView(draft, stretch ?? 1);
        Form = HeaderForm.Of(draft.Parsed.Header, hasLines: true);
        Like = await speeches.Like(draft.Parsed, draft.Item.SourceSha256);
        ViewData["Title"] = draft.Item.Name;
    }
}

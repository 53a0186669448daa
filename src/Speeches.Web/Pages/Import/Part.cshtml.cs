using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Parsing;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Import;

/// <summary>
/// Changing how a draft's text is parted: what a part is, where it is split, whether it is joined with the next. Script asks for the form
/// as a fragment and gets back the whole text, since the numbers of all that follows change.
/// </summary>
[EnableRateLimiting(RateLimits.Posting)]
internal sealed class PartModel(DraftStore drafts) : EditorPage
{
    /// <summary>The kinds that a part can be said to be, with their names.</summary>
    public static IReadOnlyList<(BlockKind Kind, string Name)> Kinds { get; } =
    [
        (BlockKind.Paragraph, "Paragraph"), (BlockKind.Heading, "Heading"), (BlockKind.Salutation, "Salutation"),
        (BlockKind.BlockQuotation, "Quotation"), (BlockKind.ListItem, "List item"), (BlockKind.Footnote, "Note"),
    ];

    /// <summary>The draft.</summary>
    public Draft Draft { get; private set; } = null!;

    /// <summary>The part.</summary>
    public Block Block { get; private set; } = null!;

    /// <summary>Whether another part stands behind it that it can be joined with.</summary>
    public bool HasNext { get; private set; }

    /// <summary>The words as typed, with line breaks where they are to be split.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Why nothing was changed, or null.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGet(string id, string block)
    {
        await Load(id, block);
        return IsQuiet ? Partial("_Part", this) : Page();
    }

    /// <summary>Carries out one of <c>join</c>, <c>split</c> and <c>retype</c>.</summary>
    public async Task<IActionResult> OnPost(string id, string block, int revision, string? act, BlockKind? kind, string? words)
    {
        await Load(id, block);
        Words = (words ?? "").ReplaceLineEndings("\n");
        try
        {
            var target = block;
            var changed = await drafts.Change(Actor, id, revision, draft =>
            {
                var (parsed, there) = act switch
                {
                    "join" => BlockEdits.Join(draft.Parsed, block),
                    "split" => BlockEdits.Split(draft.Parsed, block, BlockEdits.PlacesOfLineBreaks(Block.Text, Words)),
                    "retype" => BlockEdits.Retype(draft.Parsed, block, kind
                        ?? throw new SpeechesError(ErrorKind.Refused, "Choose what this part is. Nothing was changed.", "kind")),
                    _ => throw new SpeechesError(ErrorKind.Refused, "Choose what to do with this part. Nothing was changed."),
                };
                target = there;
                return parsed;
            });
            var view = new DraftView(changed, 1);
            view = new DraftView(changed, view.PageOf(target)) { Target = target };
            if (IsQuiet)
                return Partial("_Text", view);
            return SeeOther($"/import/drafts/{id}{(view.Page > 1 ? $"?page={view.Page}" : "")}#{target}");
        }
        catch (SpeechesError error) when (error.Kind is ErrorKind.Refused or ErrorKind.Stale)
        {
            Refusal = error.Message;
            var status = error.Kind == ErrorKind.Stale ? StatusCodes.Status409Conflict : ErrorTable.StatusOf(error.Kind);
            if (IsQuiet)
            {
                var fragment = Partial("_Part", this);
                fragment.StatusCode = status;
                return fragment;
            }

            Response.StatusCode = status;
            return Page();
        }
    }

    private async Task Load(string id, string block)
    {
        Draft = await drafts.Find(Actor, id);
        var blocks = Draft.Parsed.Blocks;
        var at = blocks.ToList().FindIndex(candidate => candidate.Id == block);
        if (at < 0)
            throw new SpeechesError(ErrorKind.NotFound, "There is no such part of the text any more. Nothing was changed.");
        Block = blocks[at];
        HasNext = at + 1 < blocks.Count && (Block.Kind == BlockKind.Footnote) == (blocks[at + 1].Kind == BlockKind.Footnote);
        Words = Block.Text;
        ViewData["Title"] = "Change " + DraftPart.NameOf(Block);
    }
}

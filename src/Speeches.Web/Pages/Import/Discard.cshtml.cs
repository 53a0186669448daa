using Microsoft.AspNetCore.Mvc;
using Speeches.Store;

namespace Speeches.Web.Pages.Import;

/// <summary>Throwing a draft away, after one question.</summary>
internal sealed class DiscardModel(DraftStore drafts) : EditorPage
{
    /// <summary>The draft.</summary>
    public DraftItem Item { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task OnGet(string id) => Item = (await drafts.Find(Actor, id)).Item;

    /// <summary>Discards.</summary>
    public async Task<IActionResult> OnPost(string id)
    {
        await drafts.Discard(Actor, id);
        return SeeOther("/import#drafts");
    }
}

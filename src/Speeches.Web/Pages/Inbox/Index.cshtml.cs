using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Inbox;

/// <summary>What the reader was told: replies, mentions, assignments, what they follow.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(InboxStore inbox) : PageModel
{
    private const int PageSize = 30;

    /// <summary>The part that is shown.</summary>
    public InboxPage Inbox { get; private set; } = new([], 0, 0);

    /// <summary>Whether what was read is left out.</summary>
    public bool OnlyUnread { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>How many parts there are, at least one.</summary>
    public int Last => Math.Max(1, (Inbox.Total + PageSize - 1) / PageSize);

    /// <summary>The address of a part.</summary>
    public string Address(int number) => "/inbox" + (OnlyUnread, number) switch
    {
        (false, 1) => "",
        (true, 1) => "?show=unread",
        (false, _) => $"?page={number}",
        _ => $"?show=unread&page={number}",
    };

    /// <summary>Shows it.</summary>
    public async Task OnGet(string? show, [FromQuery(Name = "page")] string? page)
    {
        OnlyUnread = show == "unread";
        Number = int.TryParse(page, out var number) && number is > 0 and < 1_000_000 ? number : 1;
        Inbox = await inbox.List(User.Actor()!, OnlyUnread, (Number - 1) * PageSize, PageSize);
    }

    /// <summary>Marks all as read that was there when the page was made.</summary>
    public async Task<IActionResult> OnPost(long? upTo)
    {
        await inbox.MarkAll(User.Actor()!, upTo);
        return Redirect("/inbox");
    }
}

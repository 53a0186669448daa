using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Administration;

/// <summary>How mail goes: what waits, what was given up and why. What mail says is nobody's but its reader's.</summary>
[Authorize(Roles = nameof(Role.Administrator))]
internal sealed class MailModel(Outbox outbox) : PageModel
{
    /// <summary>Whether mail is sent at all.</summary>
    public bool IsOn => outbox.IsOn;

    /// <summary>How the outbox stands.</summary>
    public OutboxState Outbox { get; private set; } = new(0, 0, []);

    /// <summary>What was done just now, or null.</summary>
    public string? Saved { get; private set; }

    /// <summary>The list.</summary>
    public async Task OnGet(string? saved)
    {
        Outbox = await outbox.State();
        Saved = saved switch
        {
            "retry" => "The mail is tried again now.",
            "discard" => "The mail was taken away.",
            _ => null,
        };
    }

    /// <summary>Has a mail tried again at once.</summary>
    public async Task<IActionResult> OnPostRetry(long id)
    {
        await outbox.Retry(id);
        return Redirect("/administration/mail?saved=retry");
    }

    /// <summary>Takes a mail away.</summary>
    public async Task<IActionResult> OnPostDiscard(long id)
    {
        await outbox.Discard(id);
        return Redirect("/administration/mail?saved=discard");
    }
}

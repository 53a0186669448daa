using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Mail;

/// <summary>Which mail one gets.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(NoticeStore notices, Outbox outbox) : PageModel
{
    /// <summary>Whether this library sends mail at all.</summary>
    public bool IsOn => outbox.IsOn;

    /// <summary>What was chosen.</summary>
    public IReadOnlyDictionary<MailKind, MailChoice> Choices { get; private set; } = new Dictionary<MailKind, MailChoice>();

    /// <summary>Whether they were saved just now.</summary>
    public bool Saved { get; private set; }

    /// <summary>The form.</summary>
    public async Task OnGet(string? saved)
    {
        Choices = await notices.Choices(User.Actor()!.Id);
        Saved = saved == "yes";
    }

    /// <summary>Saves them.</summary>
    public async Task<IActionResult> OnPost(MailChoice reply, MailChoice mention, MailChoice assignment, MailChoice followed)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        await notices.Choose(User.Actor()!.Id, new Dictionary<MailKind, MailChoice>
        {
            [MailKind.Reply] = reply,
            [MailKind.Mention] = mention,
            [MailKind.Assignment] = assignment,
            [MailKind.Followed] = followed,
        });
        return Redirect("/account/mail?saved=yes");
    }

    /// <summary>What a kind of mail is called.</summary>
    public static string Say(MailKind kind) => kind switch
    {
        MailKind.Reply => "Replies in threads you wrote in",
        MailKind.Mention => "Your name in what somebody writes",
        MailKind.Assignment => "Threads assigned to you",
        _ => "Speeches, speakers and tags you follow",
    };

    /// <summary>What a choice is called.</summary>
    public static string Say(MailChoice choice) => choice switch
    {
        MailChoice.Once => "At once",
        MailChoice.Daily => "Once a day",
        _ => "Never",
    };
}

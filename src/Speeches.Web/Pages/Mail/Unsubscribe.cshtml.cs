using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;
using Speeches.Web.Mailing;

namespace Speeches.Web.Pages.Mail;

/// <summary>
/// No more mail, for whoever has the address that stands in it: nobody needs to sign in for that. Looking at the page changes nothing, since
/// programs follow links; the post of a mail program (RFC 8058) has no antiforgery token, and needs none: the address is the proof.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class UnsubscribeModel(Unsubscription unsubscription, NoticeStore notices) : PageModel
{
    /// <summary>The signed token of the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Whether it is done.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Asks.</summary>
    public void OnGet() => Whose();

    /// <summary>Does it; again changes nothing.</summary>
    public async Task OnPost()
    {
        await notices.Silence(Whose());
        IsDone = true;
    }

    private long Whose()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return unsubscription.Read(Token) ?? throw new SpeechesError(ErrorKind.NotFound, "This address is not whole, or from another library. Nothing was changed.");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Account;

/// <summary>A page with one form about an account: keeps what was typed and shows what was refused beside its field.</summary>
internal abstract class AccountForm : PageModel
{
    /// <summary>Why the form was not accepted, or null.</summary>
    public SpeechesError? Refusal { get; private set; }

    /// <summary>Where to go afterwards; a path on this site, else the library.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The form again, with what was refused; passwords are typed anew.</summary>
    protected IActionResult Refuse(SpeechesError error)
    {
        Refusal = error;
        Response.StatusCode = ErrorTable.StatusOf(error.Kind);
        return Page();
    }

    /// <summary>On to the page that was asked for before.</summary>
    protected IActionResult Back() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");

    /// <summary>A field of the form; <paramref name="name"/> is also the field in a <see cref="SpeechesError"/>.</summary>
    public Field Field(string name, string label, string type, string autocomplete, string? value = null, string? hint = null) =>
        new(name, label, type, autocomplete, value, hint, Refusal?.Field == name ? Refusal.Message : null);
}

/// <summary>A field as <c>_Field.cshtml</c> shows it.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="Label">Its label.</param>
/// <param name="Type">The input's type.</param>
/// <param name="Autocomplete">HTML's word for what belongs there, so that password managers help.</param>
/// <param name="Value">What was typed before.</param>
/// <param name="Hint">A sentence below, or null.</param>
/// <param name="Error">Why it was refused, or null.</param>
internal sealed record Field(string Name, string Label, string Type, string Autocomplete, string? Value, string? Hint, string? Error)
{
    /// <summary>What a screen reader reads after the label; an error says all that the hint does.</summary>
    public string? DescribedBy => Error is not null ? Name + "-error" : Hint is not null ? Name + "-hint" : null;
}

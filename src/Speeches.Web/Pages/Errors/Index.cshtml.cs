using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Errors;

/// <summary>What failed, in the site's frame; shown by <see cref="ErrorHandling"/> at the address that failed.</summary>
internal sealed class IndexModel : PageModel
{
    /// <summary>What is told. Asked for by itself, the address holds nothing.</summary>
    public Failure Failure => HttpContext.Features.Get<Failure>() ?? ErrorTable.Describe(404);

    /// <summary>Answers with the failure's status.</summary>
    public void OnGet() => Response.StatusCode = Failure.Status;
}

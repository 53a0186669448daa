using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;
using Speeches.Web.Pages.Search;

namespace Speeches.Web.Pages.Quotations;

/// <summary>Every passage in quotation marks in the library, by speech.</summary>
public sealed class IndexModel(SpeechStore speeches) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Words to find in the quotation or in who is quoted, or null.</summary>
    public string? Words { get; private set; }

    /// <summary>Which page, from 1.</summary>
    public int PageNumber { get; private set; } = 1;

    /// <summary>The quotations of this page.</summary>
    public IReadOnlyList<LibraryQuotation> Found { get; private set; } = [];

    /// <summary>How many match in all.</summary>
    public int Total { get; private set; }

    /// <summary>The last page that there is, from 1.</summary>
    public int LastPage => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>The path and query of a page of this list.</summary>
    public string Address(int page)
    {
        var query = new QueryBuilder();
        if (Words is not null)
            query.Add("q", Words);
        if (page > 1)
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return "/quotations" + query.ToQueryString();
    }

    /// <summary>Loads the page.</summary>
    public async Task OnGetAsync()
    {
        Words = TypedWords.Read(Request.Query["q"]);
        PageNumber = TypedWords.Page(Request.Query["page"]);
        (Found, Total) = await speeches.Quotations(Words, PageNumber, PageSize);
    }
}

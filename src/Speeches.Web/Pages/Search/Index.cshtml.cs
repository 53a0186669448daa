using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Search;

/// <summary>Hits in speeches, paragraphs, quotations and the annotations that the reader may see.</summary>
public sealed class IndexModel(SearchStore search) : PageModel
{
    private const int PageSize = 25;

    /// <summary>The words to find, or null.</summary>
    public string? Words { get; private set; }

    /// <summary>One kind only, or null for all.</summary>
    public HitKind? Kind { get; private set; }

    /// <summary>Which page, from 1.</summary>
    public int PageNumber { get; private set; } = 1;

    /// <summary>What was found.</summary>
    public SearchPage Found { get; private set; } = new([], 0, new Dictionary<HitKind, int>());

    /// <summary>The last page that there is, from 1.</summary>
    public int LastPage => Math.Max(1, (Found.Total + PageSize - 1) / PageSize);

    /// <summary>Hits of all kinds together.</summary>
    public int All => Found.ByKind.Values.Sum();

    /// <summary>Loads the page.</summary>
    public async Task OnGetAsync()
    {
        Words = TypedWords.Read(Request.Query["q"]);
        Kind = SearchAddress.Kind(TypedWords.Read(Request.Query["kind"]));
        PageNumber = TypedWords.Page(Request.Query["page"]);
        if (Words is not null)
            Found = await search.Search(Words, Kind, User.Actor(), PageNumber, PageSize);
    }
}

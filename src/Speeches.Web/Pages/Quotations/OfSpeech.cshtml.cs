using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;
using Speeches.Web.Pages.Search;

namespace Speeches.Web.Pages.Quotations;

/// <summary>The passages in quotation marks of one speech, by who is quoted.</summary>
public sealed class OfSpeechModel(SpeechStore speeches) : PageModel
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>What one person or document is quoted with.</summary>
    /// <param name="Who">Who is quoted; null where the text does not say.</param>
    /// <param name="IsTitles">Whether these are titles, which nobody says.</param>
    /// <param name="Quotations">In reading order.</param>
    public sealed record Group(string? Who, bool IsTitles, IReadOnlyList<Quotation> Quotations);

    /// <summary>The speech.</summary>
    public Speech Speech { get; private set; } = null!;

    /// <summary>Its current text.</summary>
    public SpeechText Text { get; private set; } = null!;

    /// <summary>Words to find in the quotation or in who is quoted, or null.</summary>
    public string? Words { get; private set; }

    /// <summary>In the order in which each is first quoted; then those whose source the text does not name; titles last.</summary>
    public IReadOnlyList<Group> Groups { get; private set; } = [];

    /// <summary>The number of the paragraph a quotation stands in, or null.</summary>
    public int? Paragraph(Quotation quotation) => Text.Find(quotation.BlockId)?.Number;

    /// <summary>Loads the page.</summary>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await speeches.Find(slug) is not { } speech || await speeches.Text(speech.Id) is not { } text)
            return NotFound();

        (Speech, Text) = (speech, text);
        Words = TypedWords.Read(Request.Query["q"]);
        Groups =
        [
            .. text.Quotations
                .Where(quotation => Words is null || Holds(quotation.Words) || Holds(quotation.SaidBy))
                .GroupBy(quotation => (Who: quotation.IsTitle ? null : quotation.SaidBy, quotation.IsTitle))
                .Select(group => new Group(group.Key.Who, group.Key.IsTitle, [.. group]))
                .OrderBy(group => group.IsTitles ? 2 : group.Who is null ? 1 : 0),
        ];
        return Page();
    }

    private bool Holds(string? text) =>
        text is not null && CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, Words!, Loosely) >= 0;
}

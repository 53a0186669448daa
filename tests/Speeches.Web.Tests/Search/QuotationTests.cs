using AngleSharp.Dom;
using Speeches.Web.Tests.Library;

namespace Speeches.Web.Tests.Search;

public class QuotationTests(InventedLibrary library) : IClassFixture<InventedLibrary>
{
    [Fact]
    public async Task The_library_lists_who_is_quoted_with_which_words_and_where()
    {
        var page = await library.Browser.Page("/quotations");
        var speech = Assert.Single(page.QuerySelectorAll(".found"));
        Assert.Equal($"/speeches/{library.Basin}", speech.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.Equal(
            ["“a good that everybody should share” The Secretary-General Paragraph 2", "“Our Common Rivers” Title Paragraph 2",
                "“shared sovereignty” The Commission Paragraph 3", "“wells” The text does not say who Paragraph 3"],
            speech.QuerySelectorAll("figure").Select(Text));
        Assert.Equal($"/speeches/{library.Basin}#p2", speech.QuerySelector("figcaption a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("everybody", 1)]
    [InlineData("secretary-general", 1)]
    [InlineData("zebra", 0)]
    [InlineData("%22%3E%3Cscript%3E", 0)]
    public async Task The_list_can_be_narrowed_by_words_or_by_who_is_quoted(string words, int quotations)
    {
        var page = await library.Browser.Page("/quotations?q=" + words);
        Assert.Equal(quotations, page.QuerySelectorAll("figure").Length);
        Assert.Equal(quotations == 0, page.QuerySelector(".empty") is not null);
        var within = await library.Browser.Page($"/speeches/{library.Basin}/quotations?q={words}");
        Assert.Equal(quotations, within.QuerySelectorAll("figure").Length);
        Assert.Equal(quotations == 0, within.QuerySelector(".empty") is not null);
    }

    [Fact]
    public async Task A_speech_lists_its_quotations_by_who_is_quoted_titles_last()
    {
        var page = await library.Browser.Page($"/speeches/{library.Basin}/quotations");
        Assert.Equal(["The Secretary-General 1", "The Commission 1", "The text does not say who 1", "Titles 1"], page.QuerySelectorAll(".said > h2").Select(Text));
        Assert.Equal($"/speeches/{library.Basin}", page.QuerySelector(".back a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_speech_that_quotes_nobody_says_so() =>
        Assert.Contains("quotes nobody", (await library.Browser.Page($"/speeches/{library.Toast}/quotations")).QuerySelector(".empty")!.TextContent);

    [Theory]
    [InlineData("/speeches/unknown/quotations")]
    [InlineData("/speeches/UPPER%20case/quotations")]
    [InlineData("/speeches/%ED%A0%80/quotations")]
    public async Task Quotations_of_an_unknown_speech_are_not_found(string address)
    {
        using var answer = await library.Browser.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=x")]
    [InlineData("page=12345678901234567890")]
    public async Task A_page_that_makes_no_sense_is_the_first(string query) =>
        Assert.NotEmpty((await library.Browser.Page("/quotations?" + query)).QuerySelectorAll("figure"));

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

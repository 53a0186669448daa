using AngleSharp.Dom;
using Speeches.Web.Tests.Library;

namespace Speeches.Web.Tests.Search;

public class SearchTests(InventedLibrary library) : IClassFixture<InventedLibrary>
{
    [Fact]
    public async Task Without_words_the_page_explains_how_it_searches()
    {
        var page = await library.Browser.Page("/search");
        Assert.NotNull(page.QuerySelector(".hints"));
        Assert.Empty(page.QuerySelectorAll(".hit, .empty"));
    }

    [Fact]
    public async Task A_hit_in_a_paragraph_is_marked_and_leads_to_it()
    {
        var page = await library.Browser.Page("/search?q=older+sea");
        var hit = Assert.Single(page.QuerySelectorAll(".hit"));
        Assert.Equal($"/speeches/{library.Basin}#p1", hit.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["older", "sea"], hit.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal("older sea", page.QuerySelector("main input[type=search]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_hit_in_an_annotation_leads_to_its_thread_and_says_who_wrote_it()
    {
        var page = await library.Browser.Page("/search?q=aquifer");
        var hit = Assert.Single(page.QuerySelectorAll(".hit"));
        Assert.Equal($"/speeches/{library.Basin}#a-{library.Annotation}", hit.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("First annotator", hit.QuerySelector(".by")!.TextContent);
    }

    [Fact]
    public async Task A_hit_in_a_quotation_says_who_is_quoted()
    {
        var hit = Assert.Single((await library.Browser.Page("/search?q=everybody+share&kind=quotation")).QuerySelectorAll(".hit"));
        Assert.Equal($"/speeches/{library.Basin}#p2", hit.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("The Secretary-General", hit.QuerySelector(".by")!.TextContent);
    }

    [Fact]
    public async Task A_speech_is_found_by_its_title_and_leads_to_itself()
    {
        var hit = Assert.Single((await library.Browser.Page("/search?q=toast&kind=speech")).QuerySelectorAll(".hit"));
        Assert.Equal("/speeches/" + library.Toast, hit.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Accents_and_capitals_do_not_count()
    {
        var page = await library.Browser.Page("/search?q=SOUVERAINETE&kind=paragraph");
        Assert.Equal("souveraineté", Assert.Single(page.QuerySelectorAll("mark")).TextContent);
    }

    [Fact]
    public async Task Kinds_are_filters_with_the_number_of_hits()
    {
        var page = await library.Browser.Page("/search?q=sovereignty");
        Assert.Equal(["All 2", "Paragraphs 1", "Quotations 1"], page.QuerySelectorAll(".kinds a").Select(Text));
        var one = await library.Browser.Page(page.QuerySelectorAll(".kinds a")[2].GetAttribute("href")!);
        Assert.Single(one.QuerySelectorAll(".hit"));
        Assert.Equal("Quotations 1", Text(one.QuerySelector(".kinds a[aria-current]")!));
    }

    [Fact]
    public async Task What_nothing_says_is_told_with_what_to_do()
    {
        var page = await library.Browser.Page("/search?q=zebra");
        Assert.Contains("“zebra”", page.QuerySelector(".empty h2")!.TextContent);
        Assert.NotNull(page.QuerySelector(".empty a[href='/']"));
        var none = await library.Browser.Page("/search?q=sovereignty&kind=annotation");
        Assert.Equal("/search?q=sovereignty", none.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Words_of_a_speech_are_never_markup()
    {
        var page = await library.Browser.Page("/search?q=aquifer+alert");
        Assert.Contains("<script>", page.QuerySelector(".hit p")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Contains("x < y & y > z", (await library.Browser.Page("/search?q=water&kind=paragraph")).QuerySelector(".hit p")!.TextContent);
    }

    [Theory]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")]
    [InlineData("law+AND+NOT+sea")]
    [InlineData("NEAR(law+sea,+2)")]
    [InlineData("%22unclosed")]
    [InlineData("%22%22%22")]
    [InlineData("law*")]
    [InlineData("text%3Alaw+-sea+%5Elaw")]
    [InlineData("%27%3B+DROP+TABLE+speeches%3B--")]
    [InlineData("%ED%A0%80")]
    [InlineData("%00")]
    [InlineData("%F0%9F%8C%8A")]
    [InlineData("%E2%80%AE%E2%80%8B")]
    [InlineData("%")]
    public async Task Whatever_is_typed_is_searched_for_as_words(string typed)
    {
        var page = await library.Browser.Page("/search?q=" + typed);
        Assert.Empty(page.QuerySelectorAll("main script, main img"));
        Assert.NotNull(page.QuerySelector("main input[type=search]"));
    }

    [Fact]
    public async Task Very_many_words_are_searched_for_up_to_a_limit()
    {
        var page = await library.Browser.Page("/search?q=" + string.Join('+', Enumerable.Repeat("law", 1500)));
        Assert.True(page.QuerySelector("main input[type=search]")!.GetAttribute("value")!.Length <= 300);
        Assert.NotEmpty(page.QuerySelectorAll(".hit"));
    }

    [Theory]
    [InlineData("kind=everything")]
    [InlineData("kind=4")]
    [InlineData("page=-1")]
    [InlineData("page=1e9")]
    public async Task A_kind_or_page_that_makes_no_sense_counts_as_absent(string query) =>
        Assert.NotEmpty((await library.Browser.Page($"/search?q=law&{query}")).QuerySelectorAll(".hit"));

    [Fact]
    public async Task A_page_after_the_last_leads_back_to_it() =>
        Assert.Equal("/search?q=law", (await library.Browser.Page("/search?q=law&page=50")).QuerySelector(".empty a")!.GetAttribute("href"));

    [Fact]
    public async Task A_private_annotation_is_found_by_nobody_else()
    {
        using var other = await library.App.SignedIn("Second annotator");
        Assert.Empty((await other.Page("/search?q=secret")).QuerySelectorAll(".hit"));
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

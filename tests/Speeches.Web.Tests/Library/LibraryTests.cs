using AngleSharp.Dom;
using Speeches.Annotations;

namespace Speeches.Web.Tests.Library;

public class LibraryTests(InventedLibrary library) : IClassFixture<InventedLibrary>
{
    [Fact]
    public async Task Speeches_stand_by_year_newest_first_and_undated_ones_last()
    {
        var page = await library.Browser.Page("/");
        Assert.Equal(["2021", "2019", "Undated"], page.QuerySelectorAll(".year > h3").Select(Text));
        Assert.Equal(
            ["Discours sur la souveraineté", "The law of river basins", "A short toast <b>& more</b>", "A speech of which nobody knows the day"],
            Titles(page));
    }

    [Fact]
    public async Task A_speech_says_what_who_when_where_and_how_much_of_it_there_is()
    {
        var item = (await library.Browser.Page("/")).QuerySelectorAll(".item")[1];
        Assert.Equal("/speeches/" + library.Basin, item.QuerySelector("h4 a")!.GetAttribute("href"));
        Assert.Equal(["Statement", "Ana Example", "4 March 2021", "Geneva"], item.QuerySelectorAll(".dotted > *").Select(Text));
        Assert.Equal("2021-03-04", item.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("Second meeting of the working group", Text(item.QuerySelector(".occasion")!));
        Assert.Equal(["3 paragraphs", "4 quotations", "1 annotation"], item.QuerySelectorAll(".counts > *").Select(Text));
        Assert.Equal($"/speeches/{library.Basin}/quotations", item.QuerySelector(".counts a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_title_in_another_language_says_in_which()
    {
        var title = (await library.Browser.Page("/")).QuerySelector(".item h4")!;
        Assert.Equal("fr", title.GetAttribute("lang"));
    }

    [Fact]
    public async Task Filters_are_links_with_the_number_of_speeches_they_leave()
    {
        var page = await library.Browser.Page("/");
        Assert.Contains(("Ana Example", "2", "/?speaker=Ana%20Example"), Choices(page));
        Assert.Contains(("Statement", "2", "/?kind=Statement"), Choices(page));
        Assert.Contains(("Commission on Rivers", "1", "/?organ=Commission%20on%20Rivers"), Choices(page));
        Assert.Contains(("français", "1", "/?language=fr"), Choices(page));
        Assert.Contains(("2021", "2", "/?year=2021"), Choices(page));
    }

    [Theory]
    [InlineData("speaker=Ana+Example", 2)]
    [InlineData("speaker=Boris+%E2%80%9CBob%E2%80%9D+O%E2%80%99Sample+%26+Sons", 1)]
    [InlineData("year=2021", 2)]
    [InlineData("year=2021&language=fr", 1)]
    [InlineData("organ=Commission+on+Rivers", 1)]
    [InlineData("kind=Statement", 2)]
    [InlineData("language=en", 3)]
    [InlineData("q=souverainete", 1)]
    [InlineData("q=law+rivers&kind=Statement", 1)]
    [InlineData("year=1945", 0)]
    public async Task The_address_narrows_the_library(string query, int speeches)
    {
        var page = await library.Browser.Page("/?" + query);
        Assert.Equal(speeches, Titles(page).Count());
        Assert.Equal(speeches == 1 ? "1 speech" : $"{speeches} speeches", Text(page.QuerySelector("#results")!));
    }

    [Fact]
    public async Task Every_filter_in_force_can_be_taken_away_by_itself()
    {
        var page = await library.Browser.Page("/?q=law&kind=Statement&year=2021");
        Assert.Equal(
            [("Words: law", "/?year=2021&kind=Statement"), ("Year: 2021", "/?q=law&kind=Statement"), ("Kind: Statement", "/?q=law&year=2021")],
            page.QuerySelectorAll(".current .pill").Select(pill => (Text(pill.QuerySelector("span:not(.visually-hidden)")!), pill.GetAttribute("href")!)));
        var chosen = page.QuerySelector(".choices a[aria-current]:has(.numeric)")!;
        Assert.DoesNotContain("year=2021", chosen.GetAttribute("href"));
    }

    [Fact]
    public async Task Searching_keeps_the_filters_and_the_words()
    {
        var form = (await library.Browser.Page("/?q=law&kind=Statement&page=1")).QuerySelector("main form[role=search]")!;
        Assert.Equal("law", form.QuerySelector("input[type=search]")!.GetAttribute("value"));
        Assert.Equal("Statement", form.QuerySelector("input[type=hidden][name=kind]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_bars_of_the_chart_are_links_that_say_year_and_number()
    {
        var page = await library.Browser.Page("/");
        Assert.Equal(
            [("2019: 1 speech", "/?year=2019"), ("2021: 2 speeches", "/?year=2021")],
            page.QuerySelectorAll(".chart a").Select(bar => (bar.GetAttribute("aria-label")!, bar.GetAttribute("href")!)));
        Assert.Contains("from 2019 to 2021", page.QuerySelector(".chart svg")!.GetAttribute("aria-label"));
        var narrowed = await library.Browser.Page("/?year=2019");
        Assert.Equal("/", narrowed.QuerySelector(".chart a[aria-current]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Where_nothing_matches_the_page_says_what_to_do()
    {
        var page = await library.Browser.Page("/?q=zebra");
        Assert.Contains("No speech matches", Text(page.QuerySelector(".empty")!));
        Assert.Contains(page.QuerySelectorAll(".empty a"), link => link.GetAttribute("href") == "/");
        Assert.Contains(page.QuerySelectorAll(".empty a"), link => link.GetAttribute("href") == "/search?q=zebra");
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=-3")]
    [InlineData("page=99999999999999999999")]
    [InlineData("page=two")]
    [InlineData("year=")]
    [InlineData("year=MMXXI")]
    [InlineData("year=-1")]
    [InlineData("speaker=")]
    [InlineData("language=%00")]
    [InlineData("q=%00%01%02")]
    [InlineData("q=law&q=zebra&page=1&page=2&year=2021&year=1945")]
    public async Task A_value_that_makes_no_sense_counts_as_absent(string query) =>
        Assert.NotEmpty(Titles(await library.Browser.Page("/?" + query)));

    [Theory]
    [InlineData("page=999")]
    [InlineData("language=not-a-language-at-all")]
    [InlineData("q=%ED%A0%80")]
    [InlineData("speaker=%ED%A0%80%F0%9F")]
    [InlineData("q=%22%27%28%29%2A%3A%5E+AND+OR+NOT+NEAR%2F2")]
    [InlineData("kind=%27%3B+DROP+TABLE+speeches%3B--")]
    public async Task Nasty_values_are_only_words(string query)
    {
        await library.Browser.Page("/?" + query);
        Assert.Equal(4, Titles(await library.Browser.Page("/")).Count());
    }

    [Fact]
    public async Task What_is_typed_is_never_markup()
    {
        var page = await library.Browser.Page("/?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&speaker=%3Cimg+src%3Dx%3E");
        Assert.Empty(page.QuerySelectorAll("main script, main img"));
        Assert.Equal("\"><script>alert(1)</script>", page.QuerySelector("main input[type=search]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Very_long_words_are_cut_not_refused()
    {
        var page = await library.Browser.Page("/?q=" + string.Concat(Enumerable.Repeat("%F0%9F%8C%8A", 1000)));
        Assert.True(page.QuerySelector("main input[type=search]")!.GetAttribute("value")!.Length is > 0 and <= 300);
    }

    [Fact]
    public async Task A_page_after_the_last_leads_back_to_it()
    {
        var page = await library.Browser.Page("/?page=7&year=2021");
        Assert.Contains("There is no page 7", Text(page.QuerySelector(".empty")!));
        Assert.Equal("/?year=2021", page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_administrator_finds_the_administration_in_the_menu_and_others_do_not()
    {
        using var administrator = await library.App.SignedIn(Role.Administrator, "Keeper");
        using var annotator = await library.App.SignedIn(Role.Annotator, "Guest");
        var menu = (await administrator.Page("/")).QuerySelector("header .menu")!;
        Assert.Equal("Keeper", Text(menu.QuerySelector("summary")!));
        Assert.NotNull(menu.QuerySelector("a[href='/administration']"));
        Assert.Null((await annotator.Page("/")).QuerySelector("a[href='/administration']"));
    }

    [Fact]
    public async Task The_menu_signs_out()
    {
        using var browser = await library.App.SignedIn("Passer-by");
        using var answer = await browser.PostForm("/", new { }, "/account/sign-out");
        Assert.True((int)answer.StatusCode is 302 or 303);
        Assert.NotNull((await browser.Page("/")).QuerySelector("header a[href^='/account/sign-in']"));
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Titles(IDocument page) => page.QuerySelectorAll(".item h4").Select(Text);

    private static IEnumerable<(string Text, string Count, string Href)> Choices(IDocument page) => page.QuerySelectorAll(".choices a")
        .Select(link => (Text(link.QuerySelector("bdi")!), Text(link.QuerySelector(".numeric")!), link.GetAttribute("href")!));
}

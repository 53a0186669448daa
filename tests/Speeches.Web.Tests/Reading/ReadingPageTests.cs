using Speeches.Annotations;
using Speeches.Web.Tests.Annotations;

namespace Speeches.Web.Tests.Reading;

public class ReadingPageTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Fact]
    public async Task The_seed_has_two_salutations_and_eleven_numbered_paragraphs_that_are_permalinks()
    {
        var page = await app.Anonymous().Page($"/speeches/{await app.SeedSlug()}");
        Assert.Equal(
            ["Distinguished Moderators, Panelists, and Colleagues,", "Ladies and Gentlemen,"],
            page.QuerySelectorAll(".salutation").Select(salutation => salutation.TextContent));
        Assert.Equal(Enumerable.Range(1, 11).Select(n => $"p{n}"), page.QuerySelectorAll(".passage > p").Select(text => text.Id));
        Assert.Equal(Enumerable.Range(1, 11).Select(n => $"#p{n}"), page.QuerySelectorAll(".passage > a.n").Select(n => n.GetAttribute("href")));
        Assert.Contains("voluntary and non-binding norms", page.GetElementById("p8")!.TextContent);
    }

    [Fact]
    public async Task The_letterhead_says_who_spoke_when_and_where_it_belongs()
    {
        var slug = await app.SeedSlug();
        var page = await app.Anonymous().Page($"/speeches/{slug}");
        Assert.Equal("UNITED NATIONS · OFFICE OF LEGAL AFFAIRS", page.Words(".office"));
        Assert.Equal("Panel Discussion on the Oxford Process on International Law Protections in Cyberspace", page.Words("h1"));
        Assert.StartsWith("Side Event during the Opening Week", page.Words(".occasion"));
        var facts = page.QuerySelector(".facts")!.TextContent;
        foreach (var fact in new[] { "Opening remarks by", "Mr. Miguel de Serpa Soares", "United Nations Legal Counsel", "14 December 2021, 13:15 – 14:45", "11 paragraphs", "10 quotations" })
            Assert.Contains(fact, facts);
        Assert.NotNull(page.QuerySelector($".letterhead a[href='/speeches/{slug}/export']"));
        Assert.NotNull(page.QuerySelector($".letterhead a[href='/speeches/{slug}/quotations']"));
    }

    [Fact]
    public async Task Quotations_and_titles_are_set_apart_and_say_who_is_quoted()
    {
        var page = await app.Anonymous().Page($"/speeches/{await app.SeedSlug()}");
        Assert.Equal("Our Common Agenda", page.Words("#p2 cite"));
        Assert.Equal(5, page.QuerySelectorAll("#p2 q").Length);
        Assert.Equal("Said by: The Secretary-General", page.QuerySelector("#p2 q")!.GetAttribute("title"));
        Assert.Equal(10, page.QuerySelectorAll(".quoted li").Length);
        Assert.Contains("“global public good that should benefit everyone, everywhere”", page.GetElementById("p2")!.TextContent);
    }

    [Fact]
    public async Task The_text_says_its_language_and_direction_and_the_outline_leads_to_each_paragraph()
    {
        var page = await app.Anonymous().Page($"/speeches/{await app.SeedSlug()}");
        Assert.Equal("en", page.QuerySelector(".speech")!.GetAttribute("lang"));
        Assert.Equal("ltr", page.QuerySelector("article")!.GetAttribute("dir"));
        var outline = page.QuerySelectorAll(".outline a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(11, outline.Count);
        Assert.All(outline, href => Assert.NotNull(page.GetElementById(href[1..])));
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Search_engines_may_keep_the_page_and_are_told_its_one_address()
    {
        var slug = await app.SeedSlug();
        foreach (var address in new[] { $"/speeches/{slug}", $"/speeches/{slug}/v/1", $"/speeches/{slug}?show=unresolved" })
        {
            var page = await app.Anonymous().Page(address);
            Assert.Equal("index, follow", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
            Assert.EndsWith($"/speeches/{slug}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.StartsWith("Opening remarks by Mr. Miguel de Serpa Soares, 14 December 2021.", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
            Assert.Equal("article", page.QuerySelector("meta[property='og:type']")!.GetAttribute("content"));
        }
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        var slug = await app.SeedSlug();
        foreach (var address in new[] { "/speeches/nothing", "/speeches/NOTHING", $"/speeches/{slug}/v/2", $"/speeches/{slug}/v/0", "/speeches/nothing/v/1" })
            Assert.Equal(404, await app.Anonymous().Status(address));
    }

    [Fact]
    public async Task An_anonymous_page_holds_nothing_of_the_readers_own()
    {
        using var answer = await app.Anonymous().GetAsync(new Uri($"/speeches/{await app.SeedSlug()}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var page = await answer.Document();
        Assert.Empty(page.QuerySelectorAll("input[type=hidden], [data-compose], form[method=post]"));
        Assert.Equal(11, page.QuerySelectorAll(".add").Count(link => link.GetAttribute("href")!.StartsWith("/account/sign-in?returnUrl=", StringComparison.Ordinal)));
        Assert.Empty(page.QuerySelectorAll("[style], script:not([src]), style"));
    }

    [Fact]
    public async Task A_page_has_one_antiforgery_token_however_many_threads_it_has()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        await browser.Annotate(slug, "First.", "p5");
        await browser.Annotate(slug, "Second.", "p5");
        var page = await browser.Page($"/speeches/{slug}");
        Assert.Single(page.QuerySelectorAll(".columns input[name=__RequestVerificationToken]"));
        Assert.Empty(page.QuerySelectorAll("textarea, [style], script:not([src]), style"));
    }

    [Fact]
    public async Task Who_only_reads_is_offered_nothing_to_write()
    {
        var page = await (await app.SignedIn(Role.Reader)).Page($"/speeches/{await app.SeedSlug()}");
        Assert.Empty(page.QuerySelectorAll(".add, .acts, #act"));
    }

    [Fact]
    public async Task Where_it_is_discussed_is_drawn_counted_and_told_in_words()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        var id = await browser.Annotate(slug, "A remark.", "p10");
        await browser.Reply(slug, id, "A reply.");
        var page = await app.Anonymous().Page($"/speeches/{slug}");
        Assert.Equal(11, page.QuerySelectorAll("#discussion svg rect").Length);
        Assert.Contains("paragraph 10 has 2", page.QuerySelector("#discussion svg")!.GetAttribute("aria-label"));
        Assert.Equal("¶ 10 2", page.Words("#discussion a[href='#p10']"));
        Assert.Equal("Sign in to annotate paragraph 10 (2)", page.QuerySelector("#passage-p10 .add")!.GetAttribute("aria-label"));
        Assert.Equal("2 annotations", page.Words("#passage-p10 summary"));
    }

    [Fact]
    public async Task Filters_are_links_and_narrow_the_threads_but_not_the_counts()
    {
        var slug = await app.SeedSlug();
        var (first, second) = (await app.SignedIn("First annotator"), await app.SignedIn("Second annotator"));
        var mine = await first.Annotate(slug, "Mine.", "p6");
        var theirs = await second.Annotate(slug, "Theirs.", "p6");
        await first.PostForm($"/annotations/{mine}/resolution", new { });

        var unresolved = await first.Page($"/speeches/{slug}?show=unresolved");
        Assert.Null(unresolved.GetElementById($"a-{mine}"));
        Assert.NotNull(unresolved.GetElementById($"a-{theirs}"));
        Assert.Equal("Unresolved", unresolved.Words(".show [aria-current=true]")!.Split(' ')[0]);

        var own = await first.Page($"/speeches/{slug}?show=mine");
        Assert.NotNull(own.GetElementById($"a-{mine}"));
        Assert.Null(own.GetElementById($"a-{theirs}"));
        Assert.Contains("paragraph 6 has 2", own.QuerySelector("#discussion svg")!.GetAttribute("aria-label"));

        // For a reader who is not signed in nothing is theirs: the filter does not apply.
        Assert.NotNull((await app.Anonymous().Page($"/speeches/{slug}?show=mine")).GetElementById($"a-{theirs}"));
    }

    [Fact]
    public async Task Many_threads_on_one_paragraph_are_folded_and_all_are_there()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        for (var i = 0; i < 6; i++)
            await browser.Annotate(slug, $"Remark {i}.", "p11");
        var page = await app.Anonymous().Page($"/speeches/{slug}");
        Assert.Equal(6, page.QuerySelectorAll("#passage-p11 .thread").Length);
        Assert.Equal(3, page.QuerySelectorAll("#passage-p11 .more .thread").Length);
        Assert.Equal("3 more on paragraph 11", page.Words("#passage-p11 .more summary"));
    }
}

using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Speeches.Web.Tests.Library;

public partial class FrameTests(InventedLibrary library) : IClassFixture<InventedLibrary>
{
    public static TheoryData<string> Pages => new("/", "/?year=2021", "/search", "/search?q=law", "/quotations", "/quotations?q=good",
        "/speeches/basin/quotations", "/account/sign-in", "/account/register");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_asks_anything_of_another_host_or_runs_anything_inline(string address)
    {
        var page = await Open(address);
        foreach (var element in page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script, img, source, iframe, form"))
        {
            var target = element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action");
            Assert.True(target is not null && target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal), element.OuterHtml);
        }
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]), base"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?kind=Statement")]
    [InlineData("/search?q=law")]
    [InlineData("/quotations")]
    [InlineData("/speeches/basin/quotations")]
    public async Task An_anonymous_page_sets_no_cookie_and_holds_no_token(string address)
    {
        using var answer = await library.Browser.GetAsync(Real(address), TestContext.Current.CancellationToken);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("__RequestVerificationToken", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/", "index, follow")]
    [InlineData("/?year=2021", "noindex, follow")]
    [InlineData("/?q=law", "noindex, follow")]
    [InlineData("/search", "noindex")]
    [InlineData("/search?q=law", "noindex")]
    [InlineData("/quotations", "index, follow")]
    [InlineData("/quotations?q=good", "noindex, follow")]
    [InlineData("/account/sign-in", "noindex")]
    public async Task Search_engines_keep_the_library_and_not_what_is_searched(string address, string robots) =>
        Assert.Equal(robots, Meta(await Open(address), "name", "robots"));

    [Theory]
    [InlineData("/")]
    [InlineData("/quotations")]
    [InlineData("/speeches/basin/quotations")]
    public async Task A_page_describes_itself_for_links_to_it(string address)
    {
        var page = await Open(address);
        Assert.EndsWith(" · Speeches", page.Title);
        Assert.Equal(page.Title, Meta(page, "property", "og:title") + " · Speeches");
        Assert.Equal("website", Meta(page, "property", "og:type"));
        var canonical = page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!;
        Assert.Equal(Real(address), new Uri(canonical).AbsolutePath);
        Assert.Equal(canonical, Meta(page, "property", "og:url"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_without_a_description_of_its_own_has_the_products(string address)
    {
        var page = await Open(address);
        Assert.False(string.IsNullOrWhiteSpace(Meta(page, "name", "description")));
        Assert.Equal(Meta(page, "name", "description"), Meta(page, "property", "og:description"));
    }

    [Fact]
    public async Task The_canonical_address_is_not_the_one_that_the_asker_makes_up()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?year=2021");
        request.Headers.Host = "127.0.0.1:1";
        using var answer = await library.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("127.0.0.1:1/", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_its_landmarks_one_heading_and_one_field_for_searching_everything(string address)
    {
        var page = await Open(address);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("#main", page.QuerySelector("body > a:first-child")!.GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("main#main"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("#search"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    [Fact]
    public async Task Style_sheets_are_named_by_their_content_and_kept_for_good()
    {
        var sheet = (await Open("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.Matches(HashedName(), sheet);
        using var answer = await library.Browser.GetAsync(sheet, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Signing_in_leads_back_to_where_one_was()
    {
        var page = await Open("/search?q=a+b&kind=speech");
        Assert.Equal("/account/sign-in?returnUrl=%2Fsearch%3Fq%3Da%2Bb%26kind%3Dspeech", page.QuerySelector("header a[href^='/account/sign-in']")!.GetAttribute("href"));
    }

    private string Real(string address) => address.Replace("/basin/", $"/{library.Basin}/", StringComparison.Ordinal);

    private Task<AngleSharp.Html.Dom.IHtmlDocument> Open(string address) => library.Browser.Page(Real(address));

    private static string? Meta(IDocument page, string by, string name) => page.QuerySelector($"meta[{by}='{name}']")?.GetAttribute("content");

    [GeneratedRegex(@"^/css/tokens\.[a-z0-9]{10}\.css$")]
    private static partial Regex HashedName();
}

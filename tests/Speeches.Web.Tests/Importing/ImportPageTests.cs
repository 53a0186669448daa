using AngleSharp.Html.Dom;
using Speeches.Annotations;

namespace Speeches.Web.Tests.Importing;

public sealed class ImportPageTests(ImportApp fixture) : IClassFixture<ImportApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editor_sends_several_files_and_sees_what_came_of_each()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        using var answer = await Send(browser, preview: false, Sources.Bytes("The law of mountains"), Sources.Noise);
        Assert.Equal(200, (int)answer.StatusCode);
        var page = await answer.Document();

        Assert.Equal(["imported", "failed"], page.QuerySelectorAll(".result").Select(result => result.GetAttribute("data-status")));
        var address = page.QuerySelector(".result h2 a")!.GetAttribute("href")!;
        Assert.Equal("/speeches/2019-03-12-the-law-of-mountains", address);
        Assert.Contains("12", page.QuerySelector(".result dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The rivers of the world", page.QuerySelector(".result .first")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("unknown-format", page.QuerySelector(".result .notice code")!.TextContent);
        await browser.Page(address);
    }

    [Fact]
    public async Task A_look_stores_nothing()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        using var answer = await Send(browser, preview: true, Sources.Bytes("The law of valleys"));
        var page = await answer.Document();
        Assert.Null(page.QuerySelector(".result h2 a"));
        Assert.Equal("The law of valleys", page.QuerySelector(".result h2")!.TextContent.Trim());
        Assert.Equal(404, (int)(await browser.Get("/speeches/2019-03-12-the-law-of-valleys")).StatusCode);
    }

    [Fact]
    public async Task A_larger_file_than_other_requests_may_be_gets_through_to_its_own_limit()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        using var answer = await Send(browser, preview: false, new byte[3_000_000]);
        Assert.Equal("too-large", (await answer.Document()).QuerySelector(".result .notice code")!.TextContent);
    }

    [Fact]
    public async Task Annotators_are_refused_and_are_not_shown_the_way()
    {
        using var annotator = await fixture.App.SignedIn(Role.Annotator);
        Assert.Equal(403, (int)(await annotator.Get("/import")).StatusCode);
        Assert.Null((await annotator.Page("/")).QuerySelector("nav a[href='/import']"));
        using var editor = await fixture.App.SignedIn(Role.Editor);
        Assert.NotNull((await editor.Page("/")).QuerySelector("nav a[href='/import']"));
    }

    private static async Task<HttpResponseMessage> Send(HttpClient browser, bool preview, params byte[][] files)
    {
        var page = await browser.Page("/import");
        var token = ((IHtmlInputElement)page.QuerySelector("form[action='/import'] input[type=hidden]")!).Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(""), "language" } };
        if (preview)
            form.Add(new StringContent("true"), "preview");
        foreach (var file in files)
            form.Add(new ByteArrayContent(file), "files", "speech.txt");
        return await browser.PostAsync("/import", form, Stop);
    }
}

namespace Speeches.Web.Tests.Annotations;

/// <summary>The same actions as script does them: fragments instead of pages.</summary>
public class QuietTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Fact]
    public async Task A_form_is_fetched_alone_and_a_post_gives_back_the_paragraph_the_counts_and_what_to_announce()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/speeches/{slug}/annotations?block=p5");
        ask.Headers.Add("X-Requested-With", "fetch");
        using var form = await browser.SendAsync(ask, TestContext.Current.CancellationToken);
        var fetched = await form.Document();
        Assert.Equal("compose-p5", fetched.Body!.Children.Single().Id);

        var (status, fragment) = await browser.Quietly($"/speeches/{slug}/annotations?block=p5", new { body = "Quiet words." }, $"/speeches/{slug}/annotations");
        Assert.Equal(200, status);
        Assert.Equal(["passage-p5", "discussion", "status"], fragment.Body!.Children.Select(part => part.Id));
        var target = fragment.GetElementById("status")!.GetAttribute("data-target");
        Assert.Equal("Quiet words.", fragment.Words($"#{target} .words"));
        Assert.Equal("Your annotation was posted.", fragment.Words("#status"));

        // What script puts in is what the page has.
        var page = await browser.Page($"/speeches/{slug}");
        Assert.Equal(page.GetElementById("passage-p5")!.OuterHtml, fragment.GetElementById("passage-p5")!.OuterHtml);
        Assert.Equal(page.GetElementById("discussion")!.OuterHtml, fragment.GetElementById("discussion")!.OuterHtml);
    }

    [Fact]
    public async Task Replies_edits_resolutions_and_deletions_give_back_the_paragraph()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        var id = await browser.Annotate(slug, "A remark.", "p6");
        var reply = await browser.Quietly($"/annotations/{id}/replies", new { body = "A reply." });
        Assert.Equal("A reply.", reply.Fragment.Words($"#passage-p6 #a-{id} .reply .words"));
        var edit = await browser.Quietly($"/annotations/{id}/edit", new { body = "Other words." });
        Assert.Equal("Other words.", edit.Fragment.Words($"#a-{id} > .words"));
        var resolution = await browser.Quietly($"/speeches/{slug}", new { formaction = $"/annotations/{id}/resolution", resolved = "true" }, "act");
        Assert.NotNull(resolution.Fragment.QuerySelector($"#a-{id}.is-resolved .resolved"));
        var deletion = await browser.Quietly($"/annotations/{id}/delete", new { });
        Assert.NotNull(deletion.Fragment.QuerySelector($"#a-{id} .removed"));
        Assert.All(new[] { reply, edit, resolution, deletion }, answer => Assert.Equal(200, answer.Status));
    }

    [Fact]
    public async Task The_filter_and_the_version_of_the_page_are_kept()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        var id = await browser.Annotate(slug, "A question.", "p7");
        var (_, fragment) = await browser.Quietly(
            $"/speeches/{slug}/v/1?show=unresolved", new { formaction = $"/annotations/{id}/resolution", resolved = "true" }, "act", ("X-Show", "unresolved"), ("X-Version", "1"));
        Assert.Null(fragment.GetElementById($"a-{id}"));
        Assert.NotNull(fragment.QuerySelector($".show a[aria-current=true][href='/speeches/{slug}/v/1?show=unresolved']"));
        Assert.EndsWith("&version=1", fragment.QuerySelector(".add")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_preview_is_the_words_as_safe_html()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        var (status, fragment) = await browser.Quietly($"/speeches/{slug}", new { formaction = "/annotations/preview", body = "**Strong** <script>x</script>" }, "act");
        Assert.Equal(200, status);
        Assert.Equal("Strong", fragment.Words("strong"));
        Assert.Null(fragment.QuerySelector("script"));
    }

    [Fact]
    public async Task Signed_out_meanwhile_the_words_come_back_in_the_form()
    {
        var slug = await app.SeedSlug();
        var browser = app.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/speeches/{slug}/annotations")
        {
            Content = new FormUrlEncodedContent([new("block", "p2"), new("body", "Long thought words.")]),
        };
        request.Headers.Add("X-Requested-With", "fetch");
        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(401, (int)answer.StatusCode);
        var form = await answer.Document();
        Assert.Equal("Long thought words.", form.Words("#compose-p2 textarea"));
        Assert.Contains("sign in", form.Words("#compose-p2 [role=alert]"));
    }
}

namespace Speeches.Web.Tests.Annotations;

/// <summary>What is not stored, and that the words are kept.</summary>
public class RefusalTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Theory]
    [InlineData("", 422)]
    [InlineData("   \n ", 422)]
    [InlineData("long", 422)]
    public async Task Empty_and_too_long_words_are_refused_in_the_form(string body, int expected)
    {
        var slug = await app.SeedSlug();
        var words = body == "long" ? new string('x', 20_001) : body;
        var answer = await (await app.SignedIn()).PostForm($"/speeches/{slug}/annotations?block=p2", new { body = words }, $"/speeches/{slug}/annotations");
        Assert.Equal(expected, (int)answer.StatusCode);
        var page = await answer.Document();
        Assert.NotEqual("", page.Words("[role=alert]"));
        Assert.Equal("true", page.QuerySelector("textarea")!.GetAttribute("aria-invalid"));
        Assert.Equal(words.Trim(), page.Words("textarea"));
    }

    [Theory]
    [InlineData("annotations?block=p99", 404)]
    [InlineData("annotations?block=p2&version=9", 404)]
    [InlineData("annotations?block=s1", 422)]
    [InlineData("annotations", 404)]
    public async Task What_cannot_be_annotated_has_no_form(string address, int expected) =>
        Assert.Equal(expected, await (await app.SignedIn()).Status($"/speeches/{await app.SeedSlug()}/{address}"));

    [Fact]
    public async Task What_was_deleted_meanwhile_is_gone_and_the_reply_is_kept()
    {
        var slug = await app.SeedSlug();
        var (author, other) = (await app.SignedIn("First annotator"), await app.SignedIn("Second annotator"));
        var id = await author.Annotate(slug, "Short-lived.", "p8");
        var form = (await other.Page($"/annotations/{id}/replies")).Forms.Single(candidate => candidate.QuerySelector("textarea") is not null);
        await author.PostForm($"/annotations/{id}/delete", new { });

        var answer = await other.Send(form, new { body = "Too late, but not lost." });
        Assert.Equal(410, (int)answer.StatusCode);
        Assert.Equal("Too late, but not lost.", (await answer.Document()).Words("textarea"));
        foreach (var address in new[] { "", "/replies", "/edit", "/delete", "/resolution" })
            Assert.Equal(410, await author.Status($"/annotations/{id}{address}"));
    }

    [Fact]
    public async Task Unknown_ids_are_not_found()
    {
        var browser = await app.SignedIn();
        foreach (var id in new[] { "nothing", "01m8644cyjfg589gpxe888jz7d", "a%20b" })
        {
            foreach (var address in new[] { "", "/replies", "/edit", "/delete", "/resolution" })
                Assert.Equal(404, await browser.Status($"/annotations/{id}{address}"));
        }
    }

    [Fact]
    public async Task Of_two_who_edit_the_same_words_the_second_sees_both_and_overwrites_nothing()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        var id = await browser.Annotate(slug, "The first words.", "p4");
        var form = (await browser.Page($"/annotations/{id}/edit")).Forms.Single(candidate => candidate.QuerySelector("textarea") is not null);
        Assert.Equal(303, (int)(await browser.PostForm($"/annotations/{id}/edit", new { body = "Words of one tab." })).StatusCode);

        var answer = await browser.Send(form, new { body = "Words of the other tab." });
        Assert.Equal(409, (int)answer.StatusCode);
        var page = await answer.Document();
        Assert.Equal("Words of one tab.", page.Words(".theirs .words"));
        Assert.Equal("Words of the other tab.", page.Words("textarea"));
        Assert.Equal("Words of one tab.", (await browser.Page($"/speeches/{slug}")).Words($"#a-{id} .words"));

        // The form now stands on the words that were shown: sent again it replaces them.
        var again = page.Forms.Single(candidate => candidate.QuerySelector("textarea") is not null);
        Assert.Equal(303, (int)(await browser.Send(again, new { body = "Both together." })).StatusCode);
        Assert.Equal("Both together.", (await browser.Page($"/speeches/{slug}")).Words($"#a-{id} .words"));
    }

    [Fact]
    public async Task Resolving_what_is_resolved_changes_nothing()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        var id = await browser.Annotate(slug, "A question.", "p3");
        for (var i = 0; i < 2; i++)
        {
            var (status, _) = await browser.Quietly($"/speeches/{slug}", new { formaction = $"/annotations/{id}/resolution", resolved = "true" }, "act");
            Assert.Equal(200, status);
        }

        Assert.NotNull((await browser.Page($"/speeches/{slug}")).QuerySelector($"#a-{id} .resolved"));
    }

    [Fact]
    public async Task Over_the_rate_limit_the_words_are_kept_too()
    {
        await using var strict = new SpeechesApp { Settings = [("RateLimits:PostingBurst", "1"), ("RateLimits:PostingPerSecond", "1")] };
        var slug = await strict.SeedSlug();
        var browser = await strict.SignedIn();
        var page = await browser.Page($"/speeches/{slug}/annotations?block=p2");
        var form = page.Forms.Single(candidate => candidate.QuerySelector("textarea") is not null);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => browser.Send(form, new { body = $"Words {i}." })));
        var refused = answers.Where(answer => (int)answer.StatusCode == 429).ToList();
        Assert.NotEmpty(refused);
        Assert.StartsWith("Words ", (await refused[0].Document()).Words("textarea"));
        Assert.All(answers, answer => Assert.True((int)answer.StatusCode is 303 or 429));
    }
}

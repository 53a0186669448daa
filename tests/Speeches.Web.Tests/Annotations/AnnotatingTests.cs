using Speeches.Annotations;

namespace Speeches.Web.Tests.Annotations;

/// <summary>Every action as a page without script does it.</summary>
public class AnnotatingTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_form_by_way_of_signing_in()
    {
        var slug = await app.SeedSlug();
        var link = (await app.Anonymous().Page($"/speeches/{slug}")).QuerySelector("#passage-p2 .add")!.GetAttribute("href")!;
        var browser = app.Anonymous();
        var account = await app.AddAccount(Role.Annotator);
        var answer = await browser.PostForm(link, new { email = account.Email, password = SpeechesApp.Password });
        Assert.Equal($"/speeches/{slug}/annotations?block=p2&version=1", answer.Headers.Location!.OriginalString);
        Assert.Equal("Annotate paragraph 2", (await browser.Page(answer.Headers.Location.OriginalString)).Words("h1"));
    }

    [Fact]
    public async Task An_annotation_is_posted_shown_to_everybody_and_reached_by_its_address()
    {
        var slug = await app.SeedSlug();
        var id = await (await app.SignedIn("First annotator")).Annotate(slug, "A *first* remark.", "p2");

        var reader = app.Anonymous();
        var page = await reader.Page($"/speeches/{slug}");
        var thread = page.QuerySelector($"#passage-p2 #a-{id}")!;
        Assert.Equal("First annotator", thread.QuerySelector(".by b")!.TextContent);
        Assert.Equal("<em>first</em>", thread.QuerySelector(".words em")!.OuterHtml);
        var time = thread.QuerySelector("time")!;
        Assert.EndsWith("Z", time.GetAttribute("datetime"));
        Assert.EndsWith("UTC", time.GetAttribute("title"));

        using var place = await reader.GetAsync($"/annotations/{id}", TestContext.Current.CancellationToken);
        Assert.Equal($"/speeches/{slug}#a-{id}", place.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Somebody_else_replies_under_it()
    {
        var slug = await app.SeedSlug();
        var id = await (await app.SignedIn("First annotator")).Annotate(slug, "A remark.");
        var reply = await (await app.SignedIn("Second annotator")).Reply(slug, id, "A reply.");
        var page = await app.Anonymous().Page($"/speeches/{slug}");
        Assert.Equal("A reply.", page.Words($"#a-{id} #a-{reply} .words"));
    }

    [Fact]
    public async Task Ones_own_words_are_edited_and_say_so()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        var id = await browser.Annotate(slug, "Frist words.");
        Assert.Equal("Frist words.", (await browser.Page($"/annotations/{id}/edit")).Words("textarea"));
        Annotating.IdIn(await browser.PostForm($"/annotations/{id}/edit", new { body = "First words." }), slug);
        var page = await app.Anonymous().Page($"/speeches/{slug}");
        Assert.Equal("First words.", page.Words($"#a-{id} .words"));
        Assert.StartsWith("edited", page.Words($"#a-{id} .by span"));
    }

    [Fact]
    public async Task Deleting_asks_first_and_leaves_a_placeholder_over_replies()
    {
        var slug = await app.SeedSlug();
        var (first, second) = (await app.SignedIn("First annotator"), await app.SignedIn("Second annotator"));
        var id = await first.Annotate(slug, "Secret words.", "p3");
        var reply = await second.Reply(slug, id, "A reply.");
        Assert.Contains("the reply stays", (await first.Page($"/annotations/{id}/delete")).Words(".question"));
        Assert.Equal(303, (int)(await first.PostForm($"/annotations/{id}/delete", new { })).StatusCode);

        var page = await app.Anonymous().Page($"/speeches/{slug}");
        Assert.StartsWith("Deleted by its author", page.Words($"#a-{id} .removed"));
        Assert.DoesNotContain("Secret words", page.Body!.TextContent);
        Assert.NotNull(page.GetElementById($"a-{reply}"));
        Assert.Equal(410, await app.Anonymous().Status($"/annotations/{id}"));

        Assert.Equal(303, (int)(await second.PostForm($"/annotations/{reply}/delete", new { })).StatusCode);
        Assert.Null((await app.Anonymous().Page($"/speeches/{slug}")).GetElementById($"a-{id}"));
    }

    [Fact]
    public async Task A_thread_is_resolved_by_the_one_form_of_the_page_and_reopened()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn("First annotator");
        var id = await browser.Annotate(slug, "A question.");
        foreach (var resolved in new[] { "true", "false" })
        {
            var page = await browser.Page($"/speeches/{slug}");
            var button = page.QuerySelector($"#a-{id} button[form=act]")!;
            Assert.Equal(resolved, button.GetAttribute("value"));
            var form = page.Forms.Single(candidate => candidate.Id == "act");
            form.SetAttribute("action", button.GetAttribute("formaction"));
            Assert.Equal(303, (int)(await browser.Send(form, new { resolved })).StatusCode);
            var shown = (await app.Anonymous().Page($"/speeches/{slug}")).QuerySelector($"#a-{id} .resolved");
            Assert.Equal(resolved == "true", shown is not null);
        }
    }

    [Fact]
    public async Task The_second_button_shows_the_words_and_stores_nothing()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        var answer = await browser.PostForm(
            $"/speeches/{slug}/annotations?block=p4", new { body = "Only **looking**.", preview = "true" }, $"/speeches/{slug}/annotations");
        var page = await answer.Document();
        Assert.Equal("looking", page.Words(".preview strong"));
        Assert.Equal("Only **looking**.", page.Words("textarea"));
        Assert.Null((await browser.Page($"/speeches/{slug}")).QuerySelector("#passage-p4 .thread"));
    }

    [Fact]
    public async Task Who_is_signed_in_sees_at_once_what_others_changed_and_only_what_they_may_do()
    {
        var slug = await app.SeedSlug();
        var (writer, reader) = (await app.SignedIn("Third annotator"), await app.SignedIn("Fourth annotator"));
        var id = await writer.Annotate(slug, "Frist words.", "p5");
        Assert.Equal("Frist words.", (await reader.Page($"/speeches/{slug}")).Words($"#a-{id} .words"));

        await writer.PostForm($"/annotations/{id}/edit", new { body = "First words." });
        Assert.Equal("First words.", (await reader.Page($"/speeches/{slug}")).Words($"#a-{id} .words"));
        await writer.PostForm($"/annotations/{id}/resolution", new { });
        await writer.PostForm("/account", new { name = "Renamed annotator" });

        var page = await reader.Page($"/speeches/{slug}");
        Assert.StartsWith("Resolved by Renamed annotator", page.Words($"#a-{id} .resolved"));
        Assert.Equal("Renamed annotator", page.Words($"#a-{id} .by b"));
        Assert.Equal("ReplyReopen", page.Words($"#a-{id} .acts"));
        Assert.Equal("ReplyReopenEditAudience…Assign…Delete", (await writer.Page($"/speeches/{slug}")).Words($"#a-{id} .acts"));

        var own = await writer.Annotate(slug, "For myself.", "p5", "private");
        Assert.Equal("only me", (await writer.Page($"/speeches/{slug}")).Words($"#a-{own} .only"));
        Assert.Null((await reader.Page($"/speeches/{slug}")).QuerySelector($"#a-{own}"));
    }

    [Fact]
    public async Task Nasty_words_stay_harmless_wherever_they_are_shown()
    {
        const string nasty = "<script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1)) </textarea><b>";
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn("A & <b>B</b>");
        var id = await browser.Annotate(slug, nasty, "p7");
        foreach (var address in new[] { $"/speeches/{slug}", $"/annotations/{id}/edit", $"/annotations/{id}/replies" })
        {
            var page = await browser.Page(address);
            Assert.Empty(page.QuerySelectorAll("main script, main img, [onerror], a[href^='javascript'], main b > b"));
        }

        Assert.Equal(nasty, (await browser.Page($"/annotations/{id}/edit")).QuerySelector("textarea")!.TextContent);
    }
}

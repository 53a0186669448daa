using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Tests.Annotations;

/// <summary>What was done to annotations, and a speech as it stood on a day.</summary>
public class HistoryTests
{
    [Fact]
    public async Task The_page_shows_each_words_and_who_resolved_it_newest_first()
    {
        await using var app = new SpeechesApp();
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        var id = await browser.Annotate(slug, "The law is *old*.");
        Assert.Null((await browser.Page($"/speeches/{slug}")).QuerySelector("a[href$='/history']"));
        await browser.PostForm($"/annotations/{id}/edit", new { body = "The law is *new* <b>." });
        await browser.Quietly($"/speeches/{slug}", new { formaction = $"/annotations/{id}/resolution", resolved = "true" }, "act");

        var link = (await app.Anonymous().Page($"/speeches/{slug}")).QuerySelector("a[href$='/history']")!;
        var page = await app.Anonymous().Page(link.GetAttribute("href")!);
        Assert.Equal(["Resolved", "Edited", "Written"], page.QuerySelectorAll(".history h2").Select(heading => heading.TextContent));
        Assert.All(page.QuerySelectorAll(".history .aside b"), by => Assert.Equal("First annotator", by.TextContent));
        Assert.Contains("old", page.QuerySelector(".history del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("new", page.QuerySelector(".history ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<b>", page.QuerySelectorAll(".history .words")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("old", page.QuerySelector(".history li:last-child em")!.TextContent);
    }

    [Fact]
    public async Task Others_find_no_history_of_what_they_may_not_see_and_nobody_of_what_was_deleted()
    {
        await using var app = new SpeechesApp();
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        var id = await browser.Annotate(slug, "Mine alone.", audience: "private");
        Assert.Equal(200, await browser.Status($"/annotations/{id}/history"));
        Assert.Equal(404, await app.Anonymous().Status($"/annotations/{id}/history"));
        Assert.Equal(404, await (await app.SignedIn("Second annotator")).Status($"/annotations/{id}/history"));
        await browser.PostForm($"/annotations/{id}/delete", new { });
        Assert.Equal(410, await browser.Status($"/annotations/{id}/history"));
    }

    [Fact]
    public async Task Words_from_before_a_thread_was_shared_are_told_to_their_author_alone()
    {
        var clock = new MovingClock(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var app = new SpeechesApp { Clock = clock };
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        var id = await browser.Annotate(slug, "Between ourselves.", audience: "private");
        clock.Now = clock.Now.AddDays(1);
        await browser.PostForm($"/annotations/{id}/edit", new { body = "For everybody." });
        var author = (await app.Get<AccountStore>().List()).Single(account => account.Name == "First annotator");
        await app.Get<AnnotationStore>().Share(new(author.Id, author.Name, author.Role), id, Audience.Public, null);

        foreach (var (reader, reads) in ((HttpClient, bool)[])[(browser, true), (app.Anonymous(), false)])
        {
            foreach (var address in (string[])[$"/annotations/{id}/history", $"/api/v1/annotations/{id}/history", $"/speeches/{slug}?on=2026-03-02"])
                Assert.Equal(reads, (await reader.GetStringAsync(address, TestContext.Current.CancellationToken)).Contains("Between ourselves", StringComparison.Ordinal));
        }

        Assert.Contains("For everybody", await app.Anonymous().GetStringAsync($"/speeches/{slug}?on=2026-03-03", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_speech_is_read_as_it_stood_at_the_end_of_a_day()
    {
        var clock = new MovingClock(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var app = new SpeechesApp { Clock = clock };
        var slug = await app.SeedSlug();
        var author = await app.AddAccount(Role.Annotator);
        var actor = new Actor(author.Id, author.Name, author.Role);
        var annotations = app.Get<AnnotationStore>();
        Task<Annotation> Add(string body, Audience? audience = null) => annotations.Add(
            actor, new() { Slug = slug, BlockId = "p2", Body = body, Audience = audience ?? Audience.Public });

        var early = await Add("As it was.");
        var doomed = await Add("Withdrawn later.");
        await Add("For me alone.", Audience.Private);
        clock.Now = clock.Now.AddDays(1);
        await annotations.Edit(actor, early.Id, "As it became.", null);
        await annotations.Reply(actor, early.Id, "A later reply.");
        await annotations.Resolve(actor, early.Id, true);
        await Add("A later thread.");
        await annotations.Delete(actor, doomed.Id, null);
        clock.Now = clock.Now.AddDays(1);
        await annotations.Resolve(actor, early.Id, false);

        var anybody = app.Anonymous();
        Assert.Equal(404, await anybody.Status($"/speeches/{slug}?on=2026-03-01"));
        var first = await anybody.Page($"/speeches/{slug}?on=2026-03-02");
        Assert.Equal(["As it was."], first.QuerySelectorAll(".thread .words").Select(words => words.TextContent.Trim()));
        Assert.Null(first.QuerySelector(".resolved"));
        var second = await anybody.Page($"/speeches/{slug}?on=2026-03-03");
        Assert.Equal(["As it became.", "A later reply.", "A later thread."], second.QuerySelectorAll(".thread .words").Select(words => words.TextContent.Trim()));
        Assert.NotNull(second.QuerySelector(".is-resolved"));
        var third = await anybody.Page($"/speeches/{slug}?on=2026-03-04");
        Assert.Null(third.QuerySelector(".is-resolved"));

        // For reading only, and it says so.
        Assert.Contains("2 March 2026", first.QuerySelector(".letterhead .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(first.QuerySelector(".add, .acts, [data-events]"));
        Assert.Equal("2026-03-02", first.QuerySelector("#on")!.GetAttribute("value"));
        Assert.StartsWith("noindex", first.QuerySelector("meta[name=robots]")!.GetAttribute("content"), StringComparison.Ordinal);
    }
}

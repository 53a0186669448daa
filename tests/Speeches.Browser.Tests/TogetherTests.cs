using Microsoft.Playwright;

namespace Speeches.Browser.Tests;

/// <summary>Two windows at once, and what happens to words that cannot be stored.</summary>
public class TogetherTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_second_of_two_who_edit_gets_both_texts_and_overwrites_nothing()
    {
        var first = await site.Register("First annotator");
        await site.Annotate(first, 2, "As it was at first.");
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(site.Speech);
        foreach (var window in (IPage[])[first, second])
            await window.Locator("#passage-p2").GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();

        await Save(first, "What the first window says.");
        await Assertions.Expect(first.Locator("#passage-p2 .thread > .words")).ToHaveTextAsync("What the first window says.");

        await Save(second, "What the second window says.");
        var composer = second.Locator("form.composer");
        await Assertions.Expect(composer.Locator(".theirs .words")).ToHaveTextAsync("What the first window says.");
        await Assertions.Expect(composer.Locator("textarea")).ToHaveValueAsync("What the second window says.");
        await first.ReloadAsync();
        await Assertions.Expect(first.Locator("#passage-p2 .thread > .words")).ToHaveTextAsync("What the first window says.");

        await Save(second, "What both say.");
        await Assertions.Expect(second.Locator("#passage-p2 .thread > .words")).ToHaveTextAsync("What both say.");
    }

    [Fact]
    public async Task Words_survive_a_lost_connection_and_a_closed_page()
    {
        var page = await site.Register("Second annotator");
        await page.GotoAsync(site.Speech);
        await page.Locator("#passage-p7 a.add").ClickAsync();
        await page.Locator("#passage-p7 textarea").FillAsync("Typed on a train.");
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#passage-p7 form.composer .button.primary").ClickAsync();
        await Assertions.Expect(page.Locator("#passage-p7 form.composer .problem")).ToContainTextAsync("Nothing was stored");
        await Assertions.Expect(page.Locator("#passage-p7 textarea")).ToHaveValueAsync("Typed on a train.");

        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        await page.Locator("#passage-p7 a.add").ClickAsync();
        await Assertions.Expect(page.Locator("#passage-p7 textarea")).ToHaveValueAsync("Typed on a train.");
        await page.Locator("#passage-p7 form.composer .button.primary").ClickAsync();
        await Assertions.Expect(page.Locator("#passage-p7 .thread > .words")).ToHaveTextAsync("Typed on a train.");
    }

    [Fact]
    public async Task Posting_moves_nothing_under_the_reader()
    {
        var page = await site.Register("Third annotator", new() { ViewportSize = new() { Width = 1440, Height = 700 }, ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync($"{site.Speech}#p6");
        await page.Locator("#passage-p6 a.add").ClickAsync();
        await page.Locator("#passage-p6 textarea").FillAsync("It stays where it is.");
        var before = (await page.Locator("#p6").BoundingBoxAsync())!.Y;
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Locator("#passage-p6 .thread").WaitForAsync();
        Assert.Equal(before, (await page.Locator("#p6").BoundingBoxAsync())!.Y, 1d);
        Assert.EndsWith("#p6", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_do_is_counted_and_shown_when_it_is_asked_for()
    {
        var reader = await site.Open(new() { ViewportSize = new() { Width = 1440, Height = 700 }, ReducedMotion = ReducedMotion.Reduce });
        await reader.GotoAsync($"{site.Speech}#p9");
        var before = (await reader.Locator("#p9").BoundingBoxAsync())!.Y;
        var writer = await site.Register("Fourth annotator");
        await site.Annotate(writer, 5, "Seen at once.");
        var news = reader.Locator(".news button");
        await Assertions.Expect(news).ToHaveTextAsync("1 new");
        await site.Annotate(writer, 10, "And this.");
        await Assertions.Expect(news).ToHaveTextAsync("2 new");
        Assert.Equal(before, (await reader.Locator("#p9").BoundingBoxAsync())!.Y, 1d);
        await Axe.Check(reader, "news to be shown");

        await news.ClickAsync();
        await Assertions.Expect(reader.Locator("#passage-p5 .thread .words", new() { HasText = "Seen at once." })).ToBeVisibleAsync();
        await Assertions.Expect(reader.Locator("#passage-p10 .thread .words", new() { HasText = "And this." })).ToHaveCountAsync(1);
        await Assertions.Expect(reader.Locator("#passage-p5 .thread", new() { HasText = "Seen at once." })).ToBeFocusedAsync();
        await Assertions.Expect(news).ToBeHiddenAsync();

        // Nobody is told of what they did themselves; a second window of theirs is.
        await Assertions.Expect(writer.Locator(".news button")).ToBeHiddenAsync();
        await writer.Locator("#passage-p10 .thread").GetByRole(AriaRole.Button, new() { Name = "Resolve" }).Last.ClickAsync();
        await Assertions.Expect(news).ToHaveTextAsync("1 changed");
    }

    private static async Task Save(IPage page, string words)
    {
        await page.Locator("form.composer textarea").FillAsync(words);
        await page.Locator("form.composer .button.primary").ClickAsync();
    }
}

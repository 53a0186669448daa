using Microsoft.Playwright;

namespace Speeches.Browser.Tests;

public class LayoutTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task No_page_scrolls_sideways_at_four_hundred_percent()
    {
        var page = await site.Register("First annotator", Width(320));
        await site.Annotate(page, 2, "A_long_word_without_any_place_to_break_it_that_goes_on_and_on_and_on_and_on_and_on.");
        foreach (var path in (string[])["/", "/search?q=law", "/quotations", "/account", "/account/sign-in"])
            await DoesNotScrollSideways(page, site.Address + path);
        foreach (var path in (string[])["", "/quotations", "/export"])
            await DoesNotScrollSideways(page, site.Speech + path);
    }

    [Fact]
    public async Task Threads_in_the_margin_never_cover_each_other()
    {
        var page = await site.Register("Second annotator", Width(1440));
        for (var i = 0; i < 6; i++)
            await site.Annotate(page, 9 + i % 3, $"Note {i}. " + string.Concat(Enumerable.Repeat("It is longer than its paragraph. ", 8)));
        await page.ReloadAsync();
        await page.Locator(".speech.is-placed").WaitForAsync();
        foreach (var paragraph in (int[])[9, 11])
        {
            await page.Locator($"#passage-p{paragraph} .thread").First.ClickAsync();
            var boxes = await page.EvaluateAsync<double[][]>(
                "() => [...document.querySelectorAll('.margin')].map(m => m.getBoundingClientRect()).filter(b => b.height > 0).map(b => [b.top, b.bottom])");
            for (var i = 1; i < boxes.Length; i++)
                Assert.True(boxes[i][0] >= boxes[i - 1][1], $"Margin {i} starts at {boxes[i][0]}, inside the one before, which ends at {boxes[i - 1][1]}.");
        }
    }

    [Fact]
    public async Task A_button_of_a_thread_that_stands_elsewhere_than_its_paragraph_is_hit_by_one_click()
    {
        var page = await site.Register("Fourth annotator", Width(1440));
        await site.Annotate(page, 5, "The first of two, long enough to push the other down. " + string.Concat(Enumerable.Repeat("So it goes on. ", 20)));
        await site.Annotate(page, 5, "The second of two.");
        await page.ReloadAsync();
        await page.Locator(".speech.is-placed").WaitForAsync();
        var second = page.Locator("#passage-p5 .thread").Last;
        await second.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await Assertions.Expect(second.Locator(".resolved")).ToBeVisibleAsync();
        await Assertions.Expect(second).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-active"));
    }

    [Fact]
    public async Task A_page_asks_no_other_host_and_breaks_no_rule_of_its_own()
    {
        var page = await site.Register("Third annotator");
        List<string> elsewhere = [], complaints = [];
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address, StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        await site.Annotate(page, 1, "![a picture](https://example.org/x.png) <script>alert(1)</script>");
        foreach (var path in (string[])["/", "/search?q=law", "/quotations", "/account"])
            await page.GotoAsync(site.Address + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(elsewhere);
        Assert.Empty(complaints);
    }

    private static BrowserNewContextOptions Width(int width) =>
        new() { ViewportSize = new() { Width = width, Height = 800 }, ReducedMotion = ReducedMotion.Reduce };

    private static async Task DoesNotScrollSideways(IPage page, string address)
    {
        await page.GotoAsync(address);
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{address} is {overflow} pixels too wide.");
    }
}

using Microsoft.Playwright;
using Speeches.Web.Tests;

namespace Speeches.Browser.Tests;

/// <summary>The whole job with the keyboard alone: nothing here clicks.</summary>
public class KeyboardTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_whole_job_is_done_by_keyboard_alone()
    {
        var page = await site.Open(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync($"{site.Address}/account/register");
        foreach (var (label, words) in ((string, string)[])[("Name", "First annotator"), ("E-mail", SpeechesApp.NewEmail()), ("Password", SpeechesApp.Password)])
        {
            await TabTo(page, page.GetByLabel(label, new() { Exact = label == "Password" }));
            await page.Keyboard.TypeAsync(words);
        }

        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => !address.Contains("/account/register", StringComparison.Ordinal));

        await page.GotoAsync(site.Speech);
        await page.Keyboard.PressAsync("Tab");
        await Focused(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Skip") }));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("j");
        await Focused(page.Locator("#p1"));
        await page.Keyboard.PressAsync("j");
        await Focused(page.Locator("#p2"));

        await page.Keyboard.PressAsync("c");
        await Focused(page.Locator("#passage-p2 form.composer textarea"));
        await page.Keyboard.TypeAsync("The title is *Our Common Agenda*.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Focused(page.Locator("#passage-p2 .thread"));

        await page.Keyboard.PressAsync("r");
        await Focused(page.Locator("#passage-p2 .thread form.composer textarea"));
        await page.Keyboard.TypeAsync("A/75/982.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Focused(page.Locator("#passage-p2 .reply"));

        await page.Keyboard.PressAsync("n");
        await TabTo(page, page.GetByRole(AriaRole.Button, new() { Name = "Resolve" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#passage-p2 .resolved")).ToContainTextAsync("Resolved by First annotator");

        await page.Keyboard.PressAsync("/");
        await Focused(page.GetByRole(AriaRole.Searchbox));
        await page.Keyboard.TypeAsync("sovereignty");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=sovereignty**");
        await TabTo(page, page.Locator("main a[href$='#p6']").First);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**#p6");

        await TabTo(page, page.GetByRole(AriaRole.Link, new() { Name = "Take away…" }), "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/export");
        await TabTo(page, page.Locator("main a[href*='.docx']").First);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.EndsWith(".docx", download.SuggestedFilename, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escape_closes_what_is_open_and_gives_the_focus_back()
    {
        var page = await site.Register("Second annotator");
        await page.GotoAsync(site.Speech);
        var add = page.Locator("#passage-p5 a.add");
        await add.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Focused(page.Locator("#passage-p5 textarea"));
        await page.Keyboard.PressAsync("Escape");
        await Focused(add);

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("dialog#keys")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog#keys")).ToBeHiddenAsync();
        await Focused(add);
    }

    [Fact]
    public async Task Single_keys_can_be_switched_off_and_stay_off()
    {
        var page = await site.Open();
        await page.GotoAsync(site.Speech);
        await page.Keyboard.PressAsync("?");
        await page.Locator("#keys-on").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Escape");
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("dialog#keys")).ToBeHiddenAsync();
        await page.Locator("#keys-button").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#keys-on")).Not.ToBeCheckedAsync();
    }

    private static Task Focused(ILocator locator) => Assertions.Expect(locator).ToBeFocusedAsync();

    private static async Task TabTo(IPage page, ILocator locator, string key = "Tab")
    {
        for (var presses = 0; presses < 120; presses++)
        {
            if (await locator.CountAsync() == 1 && await locator.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"{locator} is not reached with {key}.");
    }
}

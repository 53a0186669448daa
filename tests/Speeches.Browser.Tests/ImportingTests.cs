using Microsoft.Playwright;
using Speeches.Annotations;
using Speeches.Web.Tests;

namespace Speeches.Browser.Tests;

/// <summary>Importing in a browser: several files, one bad; the draft beside its source; the header afterwards.</summary>
public class ImportingTests(Site site) : IClassFixture<Site>
{
    private const string Speech = """
        UNITED NATIONS

        The law of rivers

        Statement by Ms. Example Speaker

        12 March 2019

        Excellencies,

        The rivers of the world do not stop at borders. Neither can the law that speaks of them.

        It “opens a quotation and never closes it.
        """;

    private const string Arabic = """
        الأمم المتحدة

        قانون الأنهار

        كلمة السيدة متحدثة مثالية

        12 آذار/مارس 2019

        أصحاب السعادة،

        إن أنهار العالم لا تتوقف عند الحدود، ولا يمكن للقانون الذي يتحدث عنها أن يتوقف عندها.
        """;

    // Where pictures are wanted, to be looked at.
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SPEECHES_PICTURES");

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task An_editor_meets_no_barrier_in_any_state(int width)
    {
        var look = $"{width}";
        var page = await Editor(new() { ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync($"{site.Address}/import");
        await Check(page, $"{look} 1 empty");

        await page.Locator("#files").SetInputFilesAsync(
        [
            File("rivers.txt", Speech.Replace("rivers", $"rivers ({look})", StringComparison.Ordinal)),
            new() { Name = "speech\u202Etxt.exe", MimeType = "application/octet-stream", Buffer = [(byte)'M', (byte)'Z', 0, 0xFF, 0xFE, 0x81, 0x90] },
            File("arabic.txt", $"{Arabic}\n{look}."),
        ]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read the files" }).ClickAsync();
        await Assertions.Expect(page.Locator(".result")).ToHaveCountAsync(3);
        Assert.Equal(["imported", "failed", "imported"], await page.Locator(".result").EvaluateAllAsync<string[]>("all => all.map(result => result.dataset.status)"));
        Assert.DoesNotContain('\u202E', await page.Locator(".result").Nth(1).InnerTextAsync());
        await Check(page, $"{look} 2 results");

        await page.Locator("#drafts li a").First.ClickAsync();
        await page.WaitForURLAsync("**/import/drafts/*");
        await Check(page, $"{look} 3 right to left");

        await page.GotoAsync($"{site.Address}/import");
        await page.Locator("#drafts li a").Nth(2).ClickAsync();
        await page.Locator("#part-p2 .remark").WaitForAsync();
        await Check(page, $"{look} 4 preview");

        await page.Locator("#language").FillAsync("not a tag");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep as draft" }).First.ClickAsync();
        await page.Locator("#language-error").WaitForAsync();
        await Check(page, $"{look} 5 field error");

        await page.Locator("#part-p1 a[data-change]").ClickAsync();
        await page.Locator("#part-p1 form.change textarea").WaitForAsync();
        await Check(page, $"{look} 6 part");
        await page.Locator("#part-p1 form.change [value=split]").ClickAsync();
        await page.Locator("#part-p1 form.change .notice").WaitForAsync();
        await Check(page, $"{look} 7 part refused");
        await page.Locator("#part-p1 form.change textarea").EvaluateAsync("words => words.setSelectionRange(words.value.indexOf('Neither'), words.value.indexOf('Neither'))");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#p2")).ToHaveTextAsync("Neither can the law that speaks of them.");
        // What was typed in the header is still there.
        await Assertions.Expect(page.Locator("#language")).ToHaveValueAsync("not a tag");
        await Check(page, $"{look} 8 after split");

        await page.Locator("#language").FillAsync("en");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).First.ClickAsync();
        await page.WaitForURLAsync("**/speeches/*");
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit the header" }).ClickAsync();
        await page.Locator("#place").FillAsync("Geneva");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.WaitForURLAsync("**/speeches/*");
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit the header" }).ClickAsync();
        await page.Locator(".trail").WaitForAsync();
        await Check(page, $"{look} 9 header");
    }

    [Fact]
    public async Task The_whole_job_is_done_by_keyboard_alone()
    {
        var page = await Editor(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync($"{site.Address}/import");
        await TabTo(page, page.Locator("#files"));
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Space"));
        await chooser.SetFilesAsync([File("lakes.txt", Speech.Replace("rivers", "lakes", StringComparison.Ordinal))]);
        await TabTo(page, page.GetByRole(AriaRole.Button, new() { Name = "Read the files" }));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".result h2 a").WaitForAsync();
        await TabTo(page, page.Locator(".result h2 a"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/import/drafts/*");

        await TabTo(page, page.Locator("#place"));
        await page.Keyboard.TypeAsync("Geneva");
        await TabTo(page, page.Locator("#part-s1 a[data-change]"));
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, page.Locator("#part-s1 [value=join]"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#s1")).ToContainTextAsync("Excellencies, The lakes");
        await Assertions.Expect(page.Locator("#part-s1 a[data-change]")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#part-s1 textarea")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Home");
        for (var i = 0; i < "Excellencies, ".Length; i++)
            await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#s2")).ToContainTextAsync("The lakes of the world");

        await TabTo(page, page.Locator("#part-s2 a[data-change]"));
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, page.Locator("#part-s2 select"));
        await page.Keyboard.PressAsync("p");
        await TabTo(page, page.Locator("#part-s2 [value=retype]"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#p1")).ToContainTextAsync("The lakes of the world");

        await TabTo(page, page.Locator(".end [name=publish]"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/speeches/*");
        await Assertions.Expect(page.Locator(".letterhead")).ToContainTextAsync("Geneva");
    }

    [Fact]
    public async Task Escape_closes_a_part_and_the_link_has_the_focus_again()
    {
        var page = await Editor(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync($"{site.Address}/import");
        await page.Locator("#files").SetInputFilesAsync([File("seas.txt", Speech.Replace("rivers", "seas", StringComparison.Ordinal))]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read the files" }).ClickAsync();
        await page.Locator(".result h2 a").ClickAsync();
        var link = page.Locator("#part-p1 a[data-change]");
        await link.ClickAsync();
        await page.Locator("#part-p1 textarea").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("form.change")).ToHaveCountAsync(0);
        await Assertions.Expect(link).ToBeFocusedAsync();
    }

    private async Task<IPage> Editor(BrowserNewContextOptions options)
    {
        var account = await site.App.AddAccount(Role.Editor, "First editor");
        var page = await site.Open(options);
        await page.GotoAsync($"{site.Address}/account/sign-in");
        await page.GetByLabel("E-mail").FillAsync(account.Email);
        await page.GetByLabel("Password").FillAsync(SpeechesApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };

    private static async Task TabTo(IPage page, ILocator locator)
    {
        for (var presses = 0; presses < 120; presses++)
        {
            if (await locator.CountAsync() == 1 && await locator.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{locator} is not reached with Tab.");
    }

    private static async Task Check(IPage page, string state)
    {
        if (Pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, state + ".png"), FullPage = true });
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{state} is {overflow} pixels too wide.");
        await Axe.Check(page, state);
    }
}

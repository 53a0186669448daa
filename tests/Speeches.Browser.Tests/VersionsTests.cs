using System.Text;
using Microsoft.Playwright;
using Speeches.Annotations;
using Speeches.Web.Tests;
using Speeches.Web.Tests.Versions;

namespace Speeches.Browser.Tests;

/// <summary>A corrected text and a translation of the annotated seed, in a browser.</summary>
public sealed class VersionsTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new(chromium);
    private string _slug = "";
    private Annotation _words = null!;

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _slug = await _site.App.SeedSlug();
        var author = await _site.App.AddAccount(Role.Annotator);
        _words = await _site.App.Annotate(author, _slug, 4, "Which *challenges* are meant?", "unique challenges");
        await _site.App.Annotate(author, _slug, 1, "The whole paragraph.");
        await _site.App.Annotate(author, _slug, 9, "On multilateralism.");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task An_editor_adds_a_corrected_text_and_gives_an_annotation_its_place_by_keyboard_alone()
    {
        var page = await SignIn();
        await page.GotoAsync(_site.Speech);
        await TabTo(page, page.GetByRole(AriaRole.Link, new() { Name = "Version 1 of 1" }));
        await page.Keyboard.PressAsync("Enter");
        await Upload(page, "corrected.md", SeedVersions.Corrected());
        await TabTo(page, page.GetByRole(AriaRole.Button, new() { Name = "Add this version" }));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/versions?added=2");

        await TabTo(page, page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link, new() { NameRegex = new("find a place") }));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/versions/2/orphans");
        var item = page.Locator($"#item-{_words.Id}");
        // In a group of radio buttons the arrows move and choose.
        var first = item.GetByRole(AriaRole.Radio).First;
        await TabTo(page, first);
        while (!await item.Locator("input[value=other]").IsCheckedAsync())
            await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("5");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("open questions");
        await TabTo(page, item.GetByRole(AriaRole.Button, new() { Name = "Place it there" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Placed. 1 left.");

        await TabTo(page, page.GetByRole(AriaRole.Button, new() { Name = "Right as it is" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Nothing is left to decide.");
        await page.GotoAsync(_site.Speech);
        await Assertions.Expect(page.Locator($"#p5 mark")).ToHaveTextAsync("open questions");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task The_pages_of_versions_raise_no_barrier(int width)
    {
        var page = await SignIn(new() { ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync($"{_site.Speech}/versions");
        await Axe.Check(page, "one version, with the form");
        await Upload(page, "noise.bin", "\0\0\0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add this version" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await Axe.Check(page, "a file that was refused");
        foreach (var (name, text) in ((string, string)[])[("corrected.md", SeedVersions.Corrected()), ("ar.txt", SeedVersions.InArabic)])
        {
            await page.GotoAsync($"{_site.Speech}/versions");
            await Upload(page, name, text);
            await page.GetByRole(AriaRole.Button, new() { Name = "Add this version" }).ClickAsync();
            await page.GetByRole(AriaRole.Status).WaitForAsync();
            await Axe.Check(page, $"{name} added");
        }

        foreach (var path in (string[])["/compare/1...2", "/compare/1...2?view=inline", "/compare/2...3", "/compare/3...2", "/v/1", "/v/3"])
        {
            await page.GotoAsync(_site.Speech + path);
            await page.EvaluateAsync("document.querySelectorAll('details.same').forEach(stretch => stretch.open = true)");
            await Axe.Check(page, path);
        }

        await page.GotoAsync($"{_site.Speech}/versions/2/orphans");
        await Axe.Check(page, "annotations without a place");
        await page.Locator($"#item-{_words.Id}").GetByText("Another paragraph").ClickAsync();
        await page.Locator($"#item-{_words.Id}").GetByLabel("Paragraph", new() { Exact = true }).FillAsync("99");
        await page.Locator($"#item-{_words.Id}").GetByRole(AriaRole.Button, new() { Name = "Place it there" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await Axe.Check(page, "a place that is none");
        await page.Locator($"#item-{_words.Id}").GetByRole(AriaRole.Button, new() { Name = "Keep without a place" }).ClickAsync();
        await page.Locator(".kept").WaitForAsync();
        await Axe.Check(page, "one kept");
    }

    private async Task<IPage> SignIn(BrowserNewContextOptions? options = null)
    {
        var account = await _site.App.AddAccount(Role.Editor, "An editor");
        var page = await _site.Open(options);
        await page.GotoAsync($"{_site.Address}/account/sign-in");
        await page.GetByLabel("E-mail").FillAsync(account.Email);
        await page.GetByLabel("Password").FillAsync(SpeechesApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }

    private static Task Upload(IPage page, string name, string text) =>
        page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });

    private static async Task TabTo(IPage page, ILocator locator)
    {
        for (var presses = 0; presses < 120; presses++)
        {
            if (await locator.CountAsync() > 0 && await locator.First.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{locator} is not reached with Tab.");
    }
}

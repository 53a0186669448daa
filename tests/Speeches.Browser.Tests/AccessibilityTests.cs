using Microsoft.Playwright;
using Speeches.Annotations;
using Speeches.Web.Tests;

namespace Speeches.Browser.Tests;

/// <summary>axe on every page in every state that a person can bring it to.</summary>
public class AccessibilityTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Nobody_signed_in_meets_no_barrier(int width)
    {
        var writer = await site.Register("First annotator");
        await site.Annotate(writer, 8, $"Read with paragraph 9 ({width}).");
        var page = await site.Open(Wide(width));
        foreach (var path in (string[])["/", "/?q=nothing-has-this", "/search?q=cyberspace", "/search", "/quotations", "/account/sign-in", "/account/register", "/nowhere"])
            await Axe.Check(page, site.Address + path);
        foreach (var path in (string[])["", "/v/1", "/quotations", "/export", "#p2"])
            await Axe.Check(page, site.Speech + path);

        await page.GotoAsync($"{site.Address}/account/sign-in");
        await page.GetByLabel("E-mail").FillAsync("nobody@example.org");
        await page.GetByLabel("Password").FillAsync("not the password");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await Axe.Check(page, "sign-in refused");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_person_who_annotates_meets_no_barrier(int width)
    {
        var page = await site.Register("Second annotator", Wide(width));
        await Axe.Check(page, $"{site.Address}/account");
        await site.Annotate(page, 3, $"On hospitals ({width}).");
        await Axe.Check(page, "annotation posted");
        var thread = page.Locator("#passage-p3 .thread").Last;
        var composer = page.Locator("#passage-p3 form.composer");

        await thread.GetByRole(AriaRole.Link, new() { Name = "Reply" }).ClickAsync();
        await composer.Locator("textarea").FillAsync("> quoted\n\n*emphasis* and [a link](https://example.org/)");
        await composer.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await composer.Locator(".preview em").WaitForAsync();
        await Axe.Check(page, "reply previewed");
        await composer.Locator(".button.primary").ClickAsync();
        await thread.Locator(".reply em").WaitForAsync();
        await thread.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await thread.Locator(".resolved").WaitForAsync();
        await Axe.Check(page, "thread with a reply, resolved");

        await thread.GetByRole(AriaRole.Link, new() { Name = "Delete" }).First.ClickAsync();
        await composer.WaitForAsync();
        await Axe.Check(page, "deletion to be confirmed");
        await page.Keyboard.PressAsync("Escape");

        await page.Locator("#passage-p4 a.add").ClickAsync();
        await page.Locator("#passage-p4 textarea").FillAsync(" ");
        await page.Locator("#passage-p4 form.composer .button.primary").ClickAsync();
        await page.Locator("#passage-p4 form.composer .problem:not([hidden])").WaitForAsync();
        await Axe.Check(page, "composer with an error");
        await page.Keyboard.PressAsync("Escape");

        await page.Locator("#keys-button").ClickAsync();
        await Axe.Check(page, "keyboard shortcuts open");
    }

    [Fact]
    public async Task An_administrator_meets_no_barrier()
    {
        var account = await site.App.AddAccount(Role.Administrator, "First administrator");
        var page = await site.Open(Wide(1440));
        await page.GotoAsync($"{site.Address}/account/sign-in");
        await page.GetByLabel("E-mail").FillAsync(account.Email);
        await page.GetByLabel("Password").FillAsync(SpeechesApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        await Axe.Check(page, $"{site.Address}/administration");
    }

    private static BrowserNewContextOptions Wide(int width) => new() { ViewportSize = new() { Width = width, Height = 900 } };
}

using Microsoft.Playwright;

namespace Speeches.Browser.Tests;

/// <summary>Makes the pictures of the README from the product. Run by hand; docs/contributing.md says how.</summary>
public class Screenshots(Site site) : IClassFixture<Site>
{
    [Fact(Explicit = true)]
    public async Task The_reading_page_with_a_discussion()
    {
        var folder = Environment.GetEnvironmentVariable("SPEECHES_SCREENSHOTS")
            ?? throw new InvalidOperationException("Set SPEECHES_SCREENSHOTS to the folder for the pictures.");
        var reader = await site.Register("Second annotator", Size(1440, 1150));
        var page = await site.Register("First annotator", Size(1440, 1150));
        await site.Annotate(page, 2, "The title is that of A/75/982. Does the report itself say *global public good*, or is the wording ours?");
        await site.Annotate(page, 2, "Cited again in paragraph 9: the Secretary-General on **networked multilateralism**.");
        await reader.GotoAsync(site.Speech);
        await reader.Locator("#passage-p2 .thread").First.GetByRole(AriaRole.Link, new() { Name = "Reply" }).ClickAsync();
        await reader.Locator("form.composer textarea").FillAsync("It does, in paragraph 93, of the Internet.");
        await reader.Locator("form.composer .button.primary").ClickAsync();
        await reader.Locator(".reply").WaitForAsync();
        await reader.Locator("#passage-p2 .thread").Last.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await reader.Locator(".resolved").WaitForAsync();
        await page.GotoAsync(site.Speech);
        await page.Locator(".speech.is-placed").WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Path.GetFullPath(folder), "reading.png") });
    }

    private static BrowserNewContextOptions Size(int width, int height) =>
        new() { ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce };
}

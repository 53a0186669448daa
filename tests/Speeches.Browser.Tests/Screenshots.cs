using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Speeches.Browser.Tests;

/// <summary>Makes the pictures of the README from the product. Run by hand; docs/contributing.md says how.</summary>
public class Screenshots(Site site) : IClassFixture<Site>
{
    [Fact(Explicit = true)]
    public async Task The_reading_page_with_a_discussion()
    {
        var reader = await site.Register("Second annotator", Size(1440, 1360));
        var page = await site.Register("First annotator", Size(1440, 1360));
        await site.Annotate(page, 1, "The Charter was signed on 26 June 1945: *more than 75 years* is exact. Do we say it the same way in French?");
        await site.Annotate(page, 2, "The report is **A/75/982**. Is the wording its own, or ours?");
        await reader.GotoAsync(site.Speech);
        await reader.Locator("#passage-p1 .thread").First.GetByRole(AriaRole.Link, new() { Name = "Reply" }).ClickAsync();
        await reader.Locator("form.composer textarea").FillAsync("Yes: « il y a plus de 75 ans ».");
        await reader.Locator("form.composer .button.primary").ClickAsync();
        await reader.Locator(".reply").WaitForAsync();
        await reader.Locator("#passage-p2 .thread").Last.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await reader.Locator(".resolved").WaitForAsync();
        await page.GotoAsync(site.Speech);
        await page.Locator(".speech.is-placed").WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder(), "reading.png") });
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "images"));

    private static BrowserNewContextOptions Size(int width, int height) =>
        new() { ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce };
}

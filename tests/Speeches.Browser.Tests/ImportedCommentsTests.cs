using Microsoft.Playwright;
using Speeches.Annotations;
using Speeches.Web.Tests;
using Speeches.Web.Tests.Importing;

namespace Speeches.Browser.Tests;

/// <summary>The comments of a Word file, brought in by an editor in a browser.</summary>
public class ImportedCommentsTests(Site site) : IClassFixture<Site>
{
    // Where pictures are wanted, to be looked at.
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SPEECHES_PICTURES");

    [Fact]
    public async Task Comments_that_are_ticked_become_threads_that_name_their_printed_author()
    {
        var account = await site.App.AddAccount(Role.Editor, "First editor");
        var page = await site.Open(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync($"{site.Address}/account/sign-in");
        await page.GetByLabel("E-mail").FillAsync(account.Email);
        await page.GetByLabel("Password").FillAsync(SpeechesApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        await page.GotoAsync($"{site.Address}/import");
        await page.Locator("#files").SetInputFilesAsync(new FilePayload
        {
            Name = "commented.docx",
            MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Buffer = CommentedFile.Bytes(),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Read the files" }).ClickAsync();
        await page.Locator(".result h2 a").ClickAsync();
        await page.GetByLabel("Bring the comments in as annotations").CheckAsync();
        await Look(page, "draft");

        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).First.ClickAsync();
        await page.WaitForURLAsync("**/speeches/*");
        await Assertions.Expect(page.Locator("#passage-p1 .thread").First).ToContainTextAsync("Comment by A. Reader, 14 December 2021");
        await Assertions.Expect(page.Locator("#passage-p2 .thread").First).ToContainTextAsync("Comment by B. Reader, 14 December 2021");

        await page.GotoAsync($"{page.Url}/versions");
        await Look(page, "versions");
    }

    private static async Task Look(IPage page, string state)
    {
        foreach (var width in (int[])[1440, 390])
        {
            await page.SetViewportSizeAsync(width, 900);
            await Axe.Check(page, $"{state} {width}");
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth"), $"{state} {width}: wider than the window.");
            if (Pictures is not null)
                await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{state} {width}.png"), FullPage = true });
        }
    }
}

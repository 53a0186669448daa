using DocumentFormat.OpenXml.Packaging;
using Microsoft.Playwright;

namespace Speeches.Browser.Tests;

public class WholeJobTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_person_registers_annotates_replies_resolves_searches_and_takes_the_word_copy_away()
    {
        var page = await site.Register("First annotator");
        await site.Annotate(page, 2, "Compare *Our Common Agenda*, paragraph 93.");
        var thread = page.Locator("#passage-p2 .thread");
        await Assertions.Expect(thread.Locator(".words em")).ToHaveTextAsync("Our Common Agenda");

        await thread.GetByRole(AriaRole.Link, new() { Name = "Reply" }).ClickAsync();
        await thread.Locator("textarea").FillAsync("Paragraph 93 is on the digital commons.");
        await thread.GetByRole(AriaRole.Button, new() { Name = "Reply" }).ClickAsync();
        await Assertions.Expect(thread.Locator(".reply .words")).ToHaveTextAsync("Paragraph 93 is on the digital commons.");

        await thread.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await Assertions.Expect(thread.Locator(".resolved")).ToContainTextAsync("Resolved by First annotator");

        await page.GetByRole(AriaRole.Searchbox).FillAsync("sovereignty");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=sovereignty**");
        await Assertions.Expect(page.Locator("main mark").First).ToHaveTextAsync("sovereignty");
        await page.Locator("main a[href*='#p6']").First.ClickAsync();
        await Assertions.Expect(page.Locator("#p6")).ToBeInViewportAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Take away…" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("main a[href*='.docx']").First.ClickAsync());
        using var copy = WordprocessingDocument.Open(await download.PathAsync(), isEditable: false);
        var comments = copy.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Select(comment => comment.InnerText).ToList();
        Assert.Equal(["Compare Our Common Agenda, paragraph 93.", "Paragraph 93 is on the digital commons."], comments);
    }
}

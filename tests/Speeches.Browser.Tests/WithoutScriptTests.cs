using Microsoft.Playwright;

namespace Speeches.Browser.Tests;

/// <summary>Everything a person does, with JavaScript switched off.</summary>
public class WithoutScriptTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Annotations_are_written_answered_edited_resolved_and_deleted_by_plain_forms()
    {
        var page = await site.Register("First annotator", new() { JavaScriptEnabled = false });
        await site.Annotate(page, 2, "Written without script.");
        Assert.Matches("#a-[0-9a-z]{26}$", page.Url);
        var thread = page.Locator("#passage-p2 .thread");

        await thread.GetByRole(AriaRole.Link, new() { Name = "Reply" }).ClickAsync();
        await page.Locator("textarea").FillAsync("So is this.");
        await page.Locator("form.composer .button.primary").ClickAsync();
        await Assertions.Expect(thread.Locator(".reply .words")).ToHaveTextAsync("So is this.");

        await thread.GetByRole(AriaRole.Link, new() { Name = "Edit" }).First.ClickAsync();
        await page.Locator("textarea").FillAsync("Written *without* script.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Assertions.Expect(page.Locator(".preview em")).ToHaveTextAsync("without");
        await page.Locator("form.composer .button.primary").ClickAsync();
        await Assertions.Expect(thread.Locator(".words em")).ToHaveTextAsync("without");

        await thread.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await Assertions.Expect(thread.Locator(".resolved")).ToContainTextAsync("Resolved by First annotator");
        await thread.GetByRole(AriaRole.Button, new() { Name = "Reopen" }).ClickAsync();
        await Assertions.Expect(thread.Locator(".resolved")).ToHaveCountAsync(0);

        await thread.GetByRole(AriaRole.Link, new() { Name = "Delete" }).First.ClickAsync();
        await page.Locator("form.composer .button.danger").ClickAsync();
        await Assertions.Expect(thread.Locator(".removed")).ToBeVisibleAsync();
        await Assertions.Expect(thread.Locator(".reply .words")).ToHaveTextAsync("So is this.");
    }
}

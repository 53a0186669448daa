using Microsoft.Playwright;
using Speeches.Web.Tests.Mailing;

namespace Speeches.Browser.Tests;

/// <summary>One names another in a group; the other is told in the library and by mail, and finds it.</summary>
public class TellingTests(Chromium chromium)
{
    [Fact]
    public async Task Who_is_named_in_a_group_gets_mail_finds_the_words_and_is_assigned_the_thread()
    {
        await using var server = new SmtpListener();
        var site = new Site(chromium) { Settings = server.Settings };
        await using var _ = site;
        await site.InitializeAsync();
        var (first, second) = (await site.Register("First annotator"), await site.Register("Second annotator"));
        await first.GotoAsync($"{site.Address}/groups");
        await first.GetByLabel("Name", new() { Exact = true }).FillAsync("Drafting");
        await first.GetByRole(AriaRole.Button, new() { Name = "Make the group" }).ClickAsync();
        await first.GetByRole(AriaRole.Link, new() { Name = "Invite people" }).ClickAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "Make a link", Exact = true }).ClickAsync();
        await second.GotoAsync(new Uri(new(site.Address), new Uri(await first.GetByLabel("Link", new() { Exact = true }).InputValueAsync()).PathAndQuery).ToString());
        await second.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await second.GetByRole(AriaRole.Heading, new() { Name = "Drafting" }).WaitForAsync();

        await first.GotoAsync(site.Speech);
        await first.Locator("#passage-p2 a.add").ClickAsync();
        var composer = first.Locator("form.composer");
        await composer.Locator("textarea").FillAsync("Are these norms voluntary, @[Second annotator]?");
        await composer.GetByLabel("Drafting").CheckAsync();
        await composer.Locator(".button.primary").ClickAsync();
        var thread = first.Locator("#passage-p2 .thread");
        await Assertions.Expect(thread.Locator(".words bdi")).ToHaveTextAsync("@Second annotator");

        var mail = (await server.Wait(1)).Single();
        Assert.StartsWith("First annotator mentioned you", mail.Message.Subject);
        var link = mail.Text.Split('\n').First(line => line.Contains("/annotations/", StringComparison.Ordinal));
        await second.GotoAsync(site.Address + new Uri(link).PathAndQuery);
        await Assertions.Expect(second.Locator(".thread:target, .thread:focus")).ToContainTextAsync("Are these norms voluntary");

        await thread.GetByRole(AriaRole.Link, new() { Name = "Assign…" }).ClickAsync();
        await composer.GetByLabel("To").SelectOptionAsync("Second annotator");
        await composer.GetByLabel("Due").FillAsync("2026-01-31");
        await Axe.Check(first, "an assignment");
        await composer.Locator(".button.primary").ClickAsync();
        await Assertions.Expect(thread.Locator(".assigned")).ToHaveTextAsync("Assigned to Second annotator, due 31 January 2026");

        await second.Locator("header a[href='/inbox']").ClickAsync();
        await Assertions.Expect(second.Locator(".inbox li")).ToHaveCountAsync(2);
        await Assertions.Expect(second.Locator("header a[href='/inbox']")).ToHaveTextAsync("Inbox, 2 unread");
        await Axe.Check(second, "an inbox");
        await second.GetByRole(AriaRole.Link, new() { Name = "Assigned to you" }).ClickAsync();
        await Assertions.Expect(second.Locator(".overdue")).ToHaveTextAsync("Overdue since 31 January 2026");
        await Axe.Check(second, "what is assigned");
        foreach (var path in (string[])["/following", "/account/mail", $"{new Uri(site.Speech).AbsolutePath}/following"])
            await Axe.Check(second, site.Address + path);
    }
}

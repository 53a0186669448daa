using Microsoft.Playwright;

namespace Speeches.Browser.Tests;

/// <summary>Two people discuss words in a group that others know nothing of, until its author lets everybody read.</summary>
public class GroupTests(Site site) : IClassFixture<Site>
{
    private const string Words = "voluntary and non-binding norms";

    [Fact]
    public async Task Two_discuss_words_in_a_group_that_a_third_cannot_see_until_it_is_made_public()
    {
        var (first, second, third) = (await site.Register("First annotator"), await site.Register("Second annotator"), await site.Register("Third annotator"));
        var anonymous = await site.Open();
        await second.GotoAsync(await MakeGroup(first, "Drafting"));
        await Axe.Check(second, "an invitation");
        await second.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Assertions.Expect(second.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Drafting");
        foreach (var page in (IPage[])[first, second, third, anonymous])
            await page.GotoAsync(site.Speech);

        // On words, for the group.
        var paragraph = await first.EvaluateAsync<string>("words => [...document.querySelectorAll('.passage')].find(one => one.querySelector('.text').textContent.includes(words)).id", Words);
        await first.Locator($"#{paragraph} a.add").ClickAsync();
        var composer = first.Locator("form.composer");
        await composer.Locator("textarea").FillAsync("Says who? The whisper of the group.");
        await composer.GetByText("Only on some of its words").ClickAsync();
        await composer.GetByLabel("The words, as they stand there").FillAsync(Words);
        await composer.GetByLabel("Drafting").CheckAsync();
        await Axe.Check(first, "a composer with groups");
        await composer.Locator(".button.primary").ClickAsync();
        var thread = first.Locator($"#{paragraph} .thread", new() { HasText = "The whisper of the group." });
        await Assertions.Expect(thread.Locator(".only")).ToHaveTextAsync("Drafting");
        await Assertions.Expect(thread.Locator("blockquote")).ToHaveTextAsync(Words);

        // The other member is told, and answers.
        await second.Locator(".news button").ClickAsync();
        var theirs = second.Locator($"#{paragraph} .thread", new() { HasText = "The whisper of the group." });
        await theirs.GetByRole(AriaRole.Link, new() { Name = "Reply" }).ClickAsync();
        await Assertions.Expect(theirs.Locator(".readers")).ToHaveTextAsync("Only the members of Drafting will see it.");
        await theirs.Locator("textarea").FillAsync("A whisper in return.");
        await theirs.Locator("form.composer .button.primary").ClickAsync();
        await first.Locator(".news button").ClickAsync();
        await Assertions.Expect(thread.Locator(".reply .words")).ToHaveTextAsync("A whisper in return.");

        // What is told to the others afterwards is all that was told to them.
        await site.Annotate(second, 1, "Said aloud.");
        var id = (await thread.GetAttributeAsync("id"))!["a-".Length..];
        foreach (var page in (IPage[])[third, anonymous])
        {
            await Assertions.Expect(page.Locator(".news button")).ToHaveTextAsync("1 new");
            foreach (var address in (string[])[site.Speech, $"{site.Speech}.md", $"{site.Speech}.docx", $"{site.Address}/search?q=whisper", $"{site.Address}/api/v1/annotations/{id}"])
            {
                var answer = await (await page.APIRequest.GetAsync(address)).TextAsync();
                Assert.DoesNotContain("The whisper of", answer);
                Assert.DoesNotContain("Drafting", answer);
            }

            Assert.Equal(404, (await page.APIRequest.GetAsync($"{site.Address}/annotations/{id}")).Status);
        }

        // Made public: first what that means, by keyboard alone.
        await thread.GetByRole(AriaRole.Link, new() { Name = "Audience…" }).FocusAsync();
        await first.Keyboard.PressAsync("Enter");
        await Assertions.Expect(thread.GetByLabel("Drafting")).ToBeFocusedAsync();
        await first.Keyboard.PressAsync("ArrowUp");
        await first.Keyboard.PressAsync("Enter");
        await Assertions.Expect(thread.Locator(".consequences")).ToContainTextAsync("Everybody will be able to read it");
        await Assertions.Expect(thread.Locator(".consequences")).ToContainTextAsync("1 reply by somebody else follows");
        await Axe.Check(first, "what another audience means");
        await Assertions.Expect(thread.GetByRole(AriaRole.Button, new() { Name = "Change who can read it" })).ToBeFocusedAsync();
        await first.Keyboard.PressAsync("Enter");
        await Assertions.Expect(thread.Locator(".only")).ToHaveCountAsync(0);
        await Assertions.Expect(thread.Locator("form")).ToHaveCountAsync(0);

        await Assertions.Expect(third.Locator(".news button")).ToHaveTextAsync("2 new");
        await third.Locator(".news button").ClickAsync();
        await Assertions.Expect(third.Locator($"#{paragraph} .thread", new() { HasText = "The whisper of the group." }).Locator(".reply .words")).ToHaveTextAsync("A whisper in return.");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task The_pages_of_groups_are_clean_and_fit(int width)
    {
        var page = await site.Register("Moderator", new() { ViewportSize = new() { Width = width, Height = 900 } });
        await page.GotoAsync($"{site.Address}/groups");
        await Look("no groups");
        var link = await MakeGroup(page, "Drafting committee of the whole");
        var member = await site.Register("A member with quite a long display name");
        await member.GotoAsync(link);
        await member.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await member.WaitForURLAsync("**/groups/*");
        await page.GotoAsync($"{site.Speech}");
        await page.Locator("#passage-p2 a.add").ClickAsync();
        await page.Locator("form.composer textarea").FillAsync("Is this the wording of the report, or is it ours? It should say which.");
        await page.Locator("form.composer").GetByLabel("Drafting committee of the whole").CheckAsync();
        await Look("composer");
        await page.Locator("form.composer .button.primary").ClickAsync();
        await page.Locator("form.composer").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Look("speech");
        await page.Locator(".acts a[href$='/audience']").First.EvaluateAsync("link => location.href = link.href");
        await page.WaitForURLAsync("**/audience");
        await Look("audience");
        await page.GotoAsync($"{site.Address}/groups");
        await Look("groups");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Drafting" }).ClickAsync();
        await page.WaitForURLAsync("**/groups/*");
        await Look("group");
        var group = page.Url;
        foreach (var end in (string[])["Invite people", "Rename", "Leave", "Make moderator"])
        {
            await page.GotoAsync(group);
            await page.GetByRole(AriaRole.Main).GetByText(end, new() { Exact = true }).First.ClickAsync();
            await page.WaitForURLAsync(address => address != group);
            await Look(end);
        }

        await page.GotoAsync($"{site.Speech}/export");
        await Look("export");

        async Task Look(string state)
        {
            await Axe.Check(page, state);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{state} is wider than the window");
            if (Environment.GetEnvironmentVariable("SPEECHES_PICTURES") is { } folder)
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{state} {width}.png"), FullPage = state is not ("speech" or "composer") });
        }
    }

    /// <summary>Makes a group and an invitation by the pages.</summary>
    /// <returns>The address of the invitation's link.</returns>
    private async Task<string> MakeGroup(IPage page, string name)
    {
        await page.GotoAsync($"{site.Address}/groups");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the group" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Invite people" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link", Exact = true }).ClickAsync();
        var link = await page.GetByLabel("Link", new() { Exact = true }).InputValueAsync();
        await Axe.Check(page, "the link of an invitation");
        return site.Address + new Uri(link).PathAndQuery;
    }
}

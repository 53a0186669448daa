using AngleSharp.Html.Dom;
using Speeches.Annotations;
using Speeches.Web.Tests.Groups;

namespace Speeches.Web.Tests.Annotations;

/// <summary>For whom one writes, and changing that later.</summary>
public class AudienceTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Fact]
    public async Task The_composer_offers_everybody_ones_groups_and_only_me()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn("Moderator");
        Assert.Equal(["public", "private"], await Offered("input"));
        await browser.MakeGroup("Drafting <b>");
        var archived = await browser.MakeGroup("Archived");
        await browser.PostForm($"/groups/{archived}/archive", new { });
        await browser.MakeGroup("Advising");
        Assert.Equal(["public", "group:Advising", "group:Drafting <b>", "private"], await Offered("input"));
        foreach (var name in (string[])["C", "D", "E", "F"])
            await browser.MakeGroup(name);
        Assert.Equal(8, (await Offered("option")).Count());
        Assert.Empty(await Offered("input"));

        async Task<IEnumerable<string?>> Offered(string kind) => (await browser.Page($"/speeches/{slug}/annotations?block=p2"))
            .QuerySelectorAll(kind == "input" ? "input[name=audience]" : "select[name=audience] option").Select(answer => answer.GetAttribute("value"));
    }

    [Fact]
    public async Task A_groups_thread_bears_its_name_and_is_there_for_its_members_alone()
    {
        var slug = await app.SeedSlug();
        var (author, member) = (await app.SignedIn("Author"), await app.SignedIn("Member"));
        var group = await author.MakeGroup("Drafting", member);
        var id = await author.Annotate(slug, "Whispered in the group.", "p8", "group:Drafting");
        var form = await member.Page($"/annotations/{id}/replies");
        Assert.Equal("Only the members of Drafting will see it.", form.Words(".readers"));
        await member.Reply(slug, id, "Whispered back.");
        await author.Annotate(slug, "For all to read.", "p8");

        var page = await member.Page($"/speeches/{slug}");
        Assert.Equal("Drafting", page.Words($"#a-{id} .only"));
        Assert.Equal("Drafting (1)", page.Words($".show a[href='/speeches/{slug}?show=group:{group}']"));
        var narrowed = await member.Page($"/speeches/{slug}?show=group:{group}");
        Assert.Equal([$"a-{id}"], narrowed.QuerySelectorAll("#passage-p8 .thread").Select(thread => thread.Id));
        Assert.Equal("true", narrowed.QuerySelector($".show a[href$='group:{group}']")!.GetAttribute("aria-current"));

        foreach (var browser in (HttpClient[])[app.Anonymous(), await app.SignedIn("Stranger"), await app.SignedIn(Role.Administrator)])
        {
            foreach (var address in (string[])[$"/speeches/{slug}", $"/speeches/{slug}?show=group:{group}", "/search?q=whispered", "/", $"/speeches/{slug}/export"])
            {
                var text = await (await browser.Get(address)).Text();
                Assert.DoesNotContain("hispered in", text);
                Assert.DoesNotContain(id, text);
                Assert.DoesNotContain("Drafting", text);
            }

            Assert.Equal(404, await browser.Status($"/annotations/{id}"));
            if (browser.DefaultRequestHeaders.Authorization is null && await browser.Status("/account") == 200)
            {
                foreach (var verb in (string[])["replies", "edit", "delete", "resolution", "audience"])
                    Assert.Equal(404, await browser.Status($"/annotations/{id}/{verb}"));
            }
        }
    }

    [Theory]
    [InlineData("public", "group:Drafting", "The 2 members of Drafting will be able to read it.", "Everybody else no longer can, and copies already made keep it.")]
    [InlineData("group:Drafting", "public", "Everybody will be able to read it, signed in or not.", null)]
    [InlineData("group:Drafting", "private", "Only you will be able to read it.", "The other members of Drafting no longer can, and copies already made keep it.")]
    [InlineData("group:Drafting", "group:Other", "You alone, as the only member of Other so far, will be able to read it.", "Members of Drafting who are not in Other no longer can")]
    [InlineData("private", "group:Drafting", "The 2 members of Drafting will be able to read it.", null)]
    public async Task Before_it_changes_the_author_is_told_who_gains_and_who_loses_sight(string before, string after, string gains, string? loses)
    {
        var slug = await app.SeedSlug();
        var (author, member) = (await app.SignedIn("Author"), await app.SignedIn("Member"));
        await author.MakeGroup("Drafting", member);
        await author.MakeGroup("Other");
        var id = await author.Annotate(slug, "A remark.", "p3", before);
        if (before != "private")
            await member.Reply(slug, id, "An answer.");
        Assert.NotNull((await author.Page($"/speeches/{slug}")).QuerySelector($"#a-{id} .acts a[href='/annotations/{id}/audience']"));

        var asked = await author.Page($"/annotations/{id}/audience");
        Assert.Equal(before, asked.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal("get", ((IHtmlFormElement)asked.GetElementById($"audience-{id}")!).Method);
        var preview = $"/annotations/{id}/audience?audience={Uri.EscapeDataString(after)}";
        var told = (await author.Page(preview)).QuerySelectorAll(".consequences li").Select(line => line.TextContent).ToList();
        Assert.Equal(gains, told[0]);
        if (loses is not null)
            Assert.StartsWith(loses, told[1]);
        Assert.Equal(before != "private", told[^1].StartsWith("1 reply by somebody else follows", StringComparison.Ordinal));

        Annotating.IdIn(await author.PostForm(preview, new { }, $"/annotations/{id}/audience"), slug);
        Assert.Equal(after, (await author.Page($"/annotations/{id}/audience")).QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal(after is "public" ? 302 : 404, await app.Anonymous().Status($"/annotations/{id}"));
        Assert.Equal(after is "public" or "group:Drafting" ? 302 : 404, await member.Status($"/annotations/{id}"));
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_not_shared_and_the_author_is_told()
    {
        var slug = await app.SeedSlug();
        var author = await app.SignedIn("Author");
        var id = await author.Annotate(slug, "A remark.", "p3", "private");
        var stale = (await author.Page($"/annotations/{id}/audience?audience=public")).Forms.First(form => form.Id == $"audience-{id}");
        await author.PostForm($"/annotations/{id}/edit", new { body = "Not for others." });
        using var answer = await author.Send(stale, new { });
        Assert.Equal(409, (int)answer.StatusCode);
        var again = await answer.Document();
        Assert.Contains("nothing was done", again.Words("[role=alert]"));
        Assert.Equal("public", again.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal(404, await app.Anonymous().Status($"/annotations/{id}"));
    }

    [Fact]
    public async Task Only_the_author_of_a_thread_is_asked_and_only_for_audiences_there_are()
    {
        var slug = await app.SeedSlug();
        var (author, other) = (await app.SignedIn("Author"), await app.SignedIn("Other"));
        var id = await author.Annotate(slug, "A remark.", "p3");
        var reply = await other.Reply(slug, id, "An answer.");
        await other.MakeGroup("Foreign");
        Assert.Equal(403, await other.Status($"/annotations/{id}/audience"));
        Assert.Equal(403, await other.Status($"/annotations/{reply}/audience"));
        Assert.Equal(302, await app.Anonymous().Status($"/annotations/{id}/audience"));
        Assert.Equal(422, await author.Status($"/annotations/{id}/audience?audience=group:Foreign"));
        Assert.Equal(422, await author.Status($"/annotations/{id}/audience?audience=public"));

        // Sent without the preview, and as a group of others.
        var form = (await author.Page($"/annotations/{id}/audience?audience=private")).Forms.First(one => one.Id == $"audience-{id}");
        Assert.Equal(422, (int)(await author.Send(form, new { audience = "group:Foreign" })).StatusCode);
        Assert.Equal(422, (int)(await author.Send(form, new { audience = "" })).StatusCode);
        Assert.Equal(302, await app.Anonymous().Status($"/annotations/{id}"));
    }

    [Fact]
    public async Task With_script_the_change_gives_back_the_paragraph()
    {
        var slug = await app.SeedSlug();
        var author = await app.SignedIn("Author");
        await author.MakeGroup("Drafting");
        var id = await author.Annotate(slug, "A remark.", "p5");
        var (status, fragment) = await author.Quietly($"/annotations/{id}/audience?audience=group:Drafting", new { });
        Assert.Equal(200, status);
        Assert.Equal(["passage-p5", "discussion", "status"], fragment.Body!.Children.Select(part => part.Id));
        Assert.Equal("Drafting", fragment.Words($"#a-{id} .only"));
        Assert.Equal("The members of Drafting can read it now.", fragment.Words("#status"));
    }

    [Fact]
    public async Task A_form_shown_again_keeps_the_narrower_audience()
    {
        var slug = await app.SeedSlug();
        var author = await app.SignedIn("Author");
        var group = await author.MakeGroup("Drafting");
        var form = (await author.Page($"/speeches/{slug}/annotations?block=p2")).Forms.First(one => one.ClassName == "composer");
        await author.PostForm($"/groups/{group}/archive", new { });
        using var refused = await author.Send(form, new { body = "For the group.", audience = "group:Drafting" });
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Equal("group:Drafting", (await refused.Document()).QuerySelector("input[name=audience][checked]")!.GetAttribute("value"));
        using var unknown = await author.Send(form, new { body = "", audience = "nonsense" });
        Assert.Equal("private", (await unknown.Document()).QuerySelector("input[name=audience][checked]")!.GetAttribute("value"));
    }
}

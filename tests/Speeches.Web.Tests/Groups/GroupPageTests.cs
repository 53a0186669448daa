using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Speeches.Annotations;
using Speeches.Web.Tests.Annotations;

namespace Speeches.Web.Tests.Groups;

/// <summary>The pages about groups: who gets which, and what they do.</summary>
public partial class GroupPageTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Theory]
    [InlineData("nobody", 302, 302, 302)]
    [InlineData("stranger", 404, 404, 404)]
    [InlineData("administrator", 404, 404, 404)]
    [InlineData("former member", 404, 404, 404)]
    [InlineData("member", 200, 200, 403)]
    [InlineData("moderator", 200, 200, 200)]
    public async Task Each_gets_the_pages_that_the_table_says(string who, int see, int leave, int manage)
    {
        var (moderator, member) = (await app.SignedIn("Moderator"), await app.SignedIn("Member"));
        var id = await moderator.MakeGroup("Drafting", member);
        await moderator.Invite(id);
        var page = await moderator.Page($"/groups/{id}");
        string Link(string end) => page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).First(link => link.EndsWith(end, StringComparison.Ordinal));
        var browser = who switch
        {
            "nobody" => app.Anonymous(),
            "administrator" => await app.SignedIn(Role.Administrator),
            "member" => member,
            "moderator" => moderator,
            _ => await app.SignedIn("Stranger"),
        };
        if (who == "former member")
        {
            await browser.Join(await moderator.Invite(id));
            Assert.Equal("/groups", Grouping.Where(await browser.PostForm($"/groups/{id}/leave", new { })));
        }

        Assert.Equal(see, await browser.Status($"/groups/{id}"));
        Assert.Equal(leave, await browser.Status($"/groups/{id}/leave"));
        string[] acts = [Link("/name"), Link("/archive"), Link("/invitations"), Link("/withdraw"), Link("/role"), Link("/remove")];
        foreach (var address in acts)
        {
            Assert.Equal(manage, await browser.Status(address));
            // A form from another page of one's own, sent there.
            if (manage != 200 && who != "nobody")
            {
                var form = (await browser.Page("/groups")).Forms.First(candidate => candidate.GetAttribute("action") == "/groups");
                form.SetAttribute("action", address);
                Assert.Equal(manage, (int)(await browser.Send(form, new { name = "Seized", email = "user@example.org" })).StatusCode);
            }
        }

        Assert.Equal(see == 200, who != "nobody" && (await browser.Page("/groups")).Body!.TextContent.Contains("Drafting", StringComparison.Ordinal));
        Assert.Equal("Drafting", (await moderator.Page($"/groups/{id}")).Words("h1"));
    }

    [Fact]
    public async Task A_form_from_nowhere_is_refused()
    {
        var moderator = await app.SignedIn("Moderator");
        var id = await moderator.MakeGroup("Drafting");
        foreach (var address in (string[])["/groups", $"/groups/{id}/leave", $"/groups/{id}/archive", $"/groups/{id}/name", $"/groups/{id}/invitations", "/groups/join"])
            Assert.Equal(400, (int)(await moderator.PostBlindly(address, new { name = "Forged" })).StatusCode);
    }

    [Fact]
    public async Task A_visitor_with_a_link_registers_comes_back_and_joins()
    {
        var moderator = await app.SignedIn("Moderator");
        var id = await moderator.MakeGroup("Drafting & <redrafting>");
        var link = await moderator.Invite(id);
        Assert.DoesNotContain(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..], (await moderator.Page($"/groups/{id}")).Source.Text);

        var visitor = app.Anonymous();
        using var asked = await visitor.GetAsync(link, TestContext.Current.CancellationToken);
        Assert.Equal("no-referrer", asked.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(asked.Headers.CacheControl?.NoStore);
        var page = await asked.Document();
        Assert.DoesNotContain("Drafting", page.Body!.TextContent);
        var register = page.QuerySelector("main a[href^='/account/register']")!.GetAttribute("href")!;
        var registered = await visitor.PostForm(register, new { name = "Visitor", email = SpeechesApp.NewEmail(), password = SpeechesApp.Password });
        Assert.Equal(link, registered.Headers.Location!.OriginalString);

        var question = await visitor.Page(link);
        Assert.Equal("Join Drafting & <redrafting>?", question.Words("h1"));
        Assert.Contains("Moderator invites you", question.Words("main form"));
        await visitor.Join(link);
        Assert.Equal(["Moderator (you)", "Visitor"], Names(await moderator.Page($"/groups/{id}")));
        Assert.StartsWith("You belong to", (await visitor.Page(link)).Words("h1"));
        Assert.Equal("/groups", (await visitor.Page("/")).QuerySelector("header .menu a[href='/groups']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_invitation_for_an_address_opens_nothing_to_others()
    {
        var moderator = await app.SignedIn("Moderator");
        var id = await moderator.MakeGroup("Drafting");
        var guest = await app.AddAccount(Role.Annotator, "Guest");
        var link = await moderator.Invite(id, guest.Email);
        Assert.Equal(404, await (await app.SignedIn("Other")).Status(link));
        var browser = app.Anonymous();
        await browser.PostForm("/account/sign-in", new { email = guest.Email, password = SpeechesApp.Password });
        await browser.Join(link);
        Assert.Equal(["Guest", "Moderator (you)"], Names(await moderator.Page($"/groups/{id}")));
        Assert.Equal(422, (int)(await moderator.PostForm($"/groups/{id}/invitations", new { email = "" })).StatusCode);
        var refused = await moderator.PostForm($"/groups/{id}/invitations", new { email = "nobody" });
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Equal("nobody", (await refused.Document()).GetElementById("email")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_moderator_withdraws_renames_appoints_removes_archives_and_restores()
    {
        var (moderator, member) = (await app.SignedIn("Moderator"), await app.SignedIn("Member"));
        var id = await moderator.MakeGroup("Drafting", member);
        var link = await moderator.Invite(id);
        await Ask("/withdraw");
        Assert.Equal(404, await (await app.SignedIn("Late")).Status(link));

        Assert.Equal($"/groups/{id}", Grouping.Where(await moderator.PostForm($"/groups/{id}/name", new { name = "Redrafting" })));
        Assert.Equal("Redrafting", (await member.Page($"/groups/{id}")).Words("h1"));

        Assert.Equal(422, (int)(await moderator.PostForm($"/groups/{id}/leave", new { })).StatusCode);
        await Ask("/role");
        Assert.Equal(200, await member.Status($"/groups/{id}/invitations"));
        await Ask("/archive");
        var archived = await member.Page($"/groups/{id}");
        Assert.Contains("Archived", archived.Words(".notice"));
        Assert.Equal(403, await member.Status($"/groups/{id}/invitations"));
        Assert.Contains("Redrafting", (await member.Page("/groups")).Words("section[aria-labelledby=archived]"));
        await Ask("/archive");
        Assert.Null((await member.Page($"/groups/{id}")).QuerySelector(".notice"));

        await Ask("/remove");
        Assert.Equal(404, await member.Status($"/groups/{id}"));
        Assert.Equal("/groups", Grouping.Where(await moderator.PostForm($"/groups/{id}/leave", new { })));
        Assert.Equal(404, await moderator.Status($"/groups/{id}"));

        async Task Ask(string end)
        {
            var links = (await moderator.Page($"/groups/{id}")).QuerySelectorAll("main a").Select(one => one.GetAttribute("href")!);
            var address = links.First(one => one.EndsWith(end, StringComparison.Ordinal));
            Assert.StartsWith($"/groups/{id}", Grouping.Where(await moderator.PostForm(address, new { })));
        }
    }

    [Fact]
    public async Task Two_groups_of_one_name_and_a_readers_group_are_refused_in_the_form()
    {
        var browser = await app.SignedIn("Moderator");
        await browser.MakeGroup("Drafting");
        var again = await browser.PostForm("/groups", new { name = " drafting" });
        Assert.Equal(409, (int)again.StatusCode);
        Assert.Contains("of this name already", (await again.Document()).Words("#name-error"));
        var reader = await app.SignedIn(Role.Reader);
        Assert.Null((await reader.Page("/groups")).QuerySelector("form[action='/groups']"));
    }

    [Fact]
    public async Task A_groups_page_leads_to_the_place_of_each_thread()
    {
        var slug = await app.SeedSlug();
        var (moderator, member) = (await app.SignedIn("Moderator"), await app.SignedIn("Member"));
        var id = await moderator.MakeGroup("Drafting", member);
        var thread = await moderator.Annotate(slug, "Is *voluntary* the word?", "p4", "group:Drafting");
        await member.Reply(slug, thread, "It is.");
        var entry = (await member.Page($"/groups/{id}")).QuerySelector(".recent > li")!;
        Assert.Equal($"/speeches/{slug}#a-{thread}", entry.QuerySelector("a")!.GetAttribute("href"));
        Assert.Matches("¶ 4 of .*voluntary.*Moderator1 reply", Space().Replace(entry.TextContent, " ").Replace(" · ", "", StringComparison.Ordinal));
        Assert.Contains("2 members1 thread", Space().Replace((await member.Page("/groups")).Words(".groups")!, " "));
    }

    private static IEnumerable<string> Names(IDocument page) => page.QuerySelectorAll("section[aria-labelledby=members] li")
        .Select(member => Space().Replace(member.TextContent.Trim().Split('\n')[0], " ").Trim());

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

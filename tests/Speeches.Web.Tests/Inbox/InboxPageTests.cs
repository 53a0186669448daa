using System.Net.Http.Json;
using System.Text.Json;
using Speeches.Store;
using Speeches.Web.Tests.Annotations;
using Speeches.Web.Tests.Groups;

namespace Speeches.Web.Tests.Inbox;

public class InboxPageTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Fact]
    public async Task Who_is_named_finds_it_in_the_inbox_and_it_leads_to_its_place()
    {
        var slug = await app.SeedSlug();
        var (author, named) = (await app.SignedIn("Author of it"), await app.SignedIn("Named <b>"));
        Assert.Null((await named.Page("/")).QuerySelector(".unread"));
        var id = await author.Annotate(slug, "What does @[Named <b>] say?", "p3");
        Assert.Contains("<bdi>@Named &lt;b&gt;</bdi>", await (await author.Get($"/speeches/{slug}")).Text());

        var page = await named.Page("/inbox");
        Assert.Equal("Inbox, 1 unread", page.QuerySelector("nav a[href='/inbox'][aria-current]")!.TextContent);
        var entry = page.QuerySelector(".inbox li")!;
        Assert.Contains("Author of it mentioned you", Words(entry));
        Assert.Contains("What does @Named <b> say?", Words(entry));
        Assert.Contains("¶ 3 of", Words(entry));
        var link = entry.QuerySelector(".what a")!.GetAttribute("href")!;
        Assert.Equal($"/annotations/{id}", (await named.Get(link)).Headers.Location!.OriginalString);

        page = await named.Page("/inbox");
        Assert.NotNull(page.QuerySelector(".inbox li.is-read"));
        Assert.Null(page.QuerySelector(".unread"));
        await named.PostForm("/inbox", new { }, link);
        Assert.NotNull((await named.Page("/inbox?show=unread")).QuerySelector(".inbox li:not(.is-read)"));
        await named.PostForm("/inbox", new { });
        Assert.Contains("You have read everything", (await named.Page("/inbox?show=unread")).Body!.TextContent);
    }

    [Fact]
    public async Task The_inbox_is_ones_own_and_for_who_is_signed_in()
    {
        var slug = await app.SeedSlug();
        var (author, named, other) = (await app.SignedIn("Author"), await app.SignedIn("Only me"), await app.SignedIn("Other one"));
        await author.Annotate(slug, "For @[Only me].");
        var link = (await named.Page("/inbox")).QuerySelector(".inbox .what a")!.GetAttribute("href")!;
        Assert.Equal(404, (int)(await other.Get(link)).StatusCode);
        Assert.Contains("/account/sign-in", (await app.Anonymous().Get("/inbox")).Headers.Location!.OriginalString);
        Assert.Contains("/account/sign-in", (await app.Anonymous().Get(link)).Headers.Location!.OriginalString);
        Assert.Equal(400, (int)(await named.PostBlindly(link, new { read = "true" })).StatusCode);
        Assert.True((await named.Get("/inbox")).Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_group_that_is_left_is_gone_from_the_inbox_and_its_count()
    {
        var slug = await app.SeedSlug();
        var (author, member) = (await app.SignedIn("Author"), await app.SignedIn("Leaving one"));
        var group = await author.MakeGroup("Secret name", member);
        await author.Annotate(slug, "Whispered to @[Leaving one].", "p4", "group:Secret name");
        Assert.Contains("Secret name", (await member.Page("/inbox")).QuerySelector(".inbox")!.TextContent);
        await member.PostForm($"/groups/{group}/leave", new { });
        var page = await member.Page("/inbox");
        Assert.DoesNotContain("hispered", page.Body!.TextContent);
        Assert.DoesNotContain("Secret name", page.Body!.TextContent);
        Assert.Null(page.QuerySelector(".unread"));
    }

    [Fact]
    public async Task The_api_lists_and_marks()
    {
        var slug = await app.SeedSlug();
        var author = await app.WithToken(name: "Author by token");
        var named = await app.WithToken(name: "Named by token");
        var reader = await app.WithToken(TokenScope.Read, name: "Reading token");
        for (var i = 1; i <= 3; i++)
            await author.PostAsJsonAsync($"/api/v1/speeches/{slug}/annotations", new { paragraph = 2, body = $"Number {i} for @[Named by token] and @[Reading token]" }, Stop);

        var inbox = await Json(named, "/api/v1/inbox?limit=2");
        Assert.Equal((3, 3), (inbox.GetProperty("total").GetInt32(), inbox.GetProperty("unread").GetInt32()));
        Assert.Equal("/api/v1/inbox?limit=2&page=2", inbox.GetProperty("next").GetString());
        var first = inbox.GetProperty("items")[0];
        Assert.Equal(("mention", "Author by token", 2), (first.GetProperty("kind").GetString(), first.GetProperty("by").GetProperty("name").GetString(), first.GetProperty("paragraph").GetInt32()));
        Assert.Equal("Number 3 for @Named by token and @Reading token", first.GetProperty("opening").GetString());

        var id = first.GetProperty("id").GetInt64();
        Assert.Equal(404, (int)(await author.PutAsync($"/api/v1/inbox/{id}/read", null, Stop)).StatusCode);
        Assert.Equal(200, (int)(await named.PutAsync($"/api/v1/inbox/{id}/read", null, Stop)).StatusCode);
        Assert.Equal(2, (await Json(named, "/api/v1/inbox?unread=true")).GetProperty("total").GetInt32());
        Assert.Equal(200, (int)(await named.DeleteAsync($"/api/v1/inbox/{id}/read", Stop)).StatusCode);
        Assert.Equal(204, (int)(await named.PutAsync("/api/v1/inbox/read", null, Stop)).StatusCode);
        Assert.Equal(0, (await Json(named, "/api/v1/inbox")).GetProperty("unread").GetInt32());

        Assert.Equal(3, (await Json(reader, "/api/v1/inbox")).GetProperty("total").GetInt32());
        Assert.Equal(403, (int)(await reader.PutAsync("/api/v1/inbox/read", null, Stop)).StatusCode);
        Assert.Equal(401, (int)(await app.Anonymous().Get("/api/v1/inbox")).StatusCode);
        Assert.Equal(404, (int)(await named.PutAsync("/api/v1/inbox/no/read", null, Stop)).StatusCode);
    }

    private static string Words(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<JsonElement> Json(HttpClient client, string address) => client.GetFromJsonAsync<JsonElement>(address, Stop);
}

using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Speeches.Web.Tests.Annotations;

namespace Speeches.Web.Tests.Inbox;

public class FollowPageTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Fact]
    public async Task A_speech_is_followed_from_its_side_and_left_from_the_list()
    {
        var slug = await app.SeedSlug();
        var (author, reader) = (await app.SignedIn("Author"), await app.SignedIn("Reader"));
        var link = (await reader.Page($"/speeches/{slug}")).QuerySelector(".side a[href$='/following']")!.GetAttribute("href")!;
        var page = await reader.Page(link);
        var form = (IHtmlFormElement)page.QuerySelector("form.follow")!;
        Assert.Equal("Follow this speech", form.TextContent.Trim());
        Assert.True(page.QuerySelectorAll("form.follow").Length > 1); // its speaker too
        var back = await reader.Send(form, new { });
        Assert.Equal(link, back.Headers.Location!.OriginalString);
        Assert.StartsWith("Do not follow", (await reader.Page(link)).Words("form.follow"));

        await author.Annotate(slug, "Something new.");
        Assert.Contains("Author annotated", string.Join(' ', (await reader.Page("/inbox")).QuerySelector(".inbox .what")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(302, (int)(await reader.PostForm("/following", new { })).StatusCode);
        Assert.Empty((await reader.Page("/following")).QuerySelectorAll("form.follow"));

        Assert.Equal(302, (int)(await app.Anonymous().Get("/following")).StatusCode);
        Assert.Equal(302, (int)(await app.Anonymous().Get(link)).StatusCode);
        Assert.Null((await app.Anonymous().Page($"/speeches/{slug}")).QuerySelector(".side a[href$='/following']"));
        Assert.Equal(400, (int)(await reader.PostBlindly("/following", new { kind = "Speech", target = slug, on = "true" })).StatusCode);
    }

    [Fact]
    public async Task A_thread_is_left_from_the_inbox()
    {
        var slug = await app.SeedSlug();
        var (author, other) = (await app.SignedIn("Author"), await app.SignedIn("Other"));
        var id = await author.Annotate(slug, "A remark.");
        await other.Reply(slug, id, "First.");
        Assert.Equal(302, (int)(await author.PostForm("/inbox", new { }, "/following")).StatusCode);
        await other.Reply(slug, id, "Second.");
        Assert.Single((await author.Page("/inbox")).QuerySelectorAll(".inbox li"));
    }

    [Fact]
    public async Task The_api_follows_and_lists()
    {
        var slug = await app.SeedSlug();
        var reader = await app.WithToken(name: "Following token");
        Assert.Equal(204, (int)(await reader.PutAsync($"/api/v1/following/speech/{slug}", null, Stop)).StatusCode);
        Assert.Equal(204, (int)(await reader.PutAsync("/api/v1/following/tag/Norms", null, Stop)).StatusCode);
        Assert.Equal(404, (int)(await reader.PutAsync("/api/v1/following/speech/nothing", null, Stop)).StatusCode);
        Assert.Equal(404, (int)(await reader.PutAsync($"/api/v1/following/person/{slug}", null, Stop)).StatusCode);
        var follows = await reader.GetFromJsonAsync<JsonElement>("/api/v1/following", Stop);
        Assert.Equal(["speech", "tag"], follows.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("kind").GetString()));
        Assert.Equal(204, (int)(await reader.DeleteAsync($"/api/v1/following/speech/{slug}", Stop)).StatusCode);
        Assert.Equal(1, (await reader.GetFromJsonAsync<JsonElement>("/api/v1/following", Stop)).GetProperty("total").GetInt32());
        Assert.Equal(401, (int)(await app.Anonymous().Get("/api/v1/following")).StatusCode);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}

using System.Net.Http.Json;
using System.Text.Json;
using Speeches.Web.Tests.Annotations;
using Speeches.Web.Tests.Groups;

namespace Speeches.Web.Tests.Inbox;

public sealed class AssignmentPageTests : IAsyncDisposable
{
    private readonly MovingClock _clock = new(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly SpeechesApp _app;

    public AssignmentPageTests() => _app = new() { Clock = _clock };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_thread_is_assigned_shown_overdue_in_words_and_given_back()
    {
        var slug = await _app.SeedSlug();
        var (author, other) = (await _app.SignedIn("Author"), await _app.SignedIn("Other <b>"));
        await author.MakeGroup("Drafting", other);
        var id = await author.Annotate(slug, "To be checked.", "p3", "group:Drafting");
        Assert.NotNull((await author.Page($"/speeches/{slug}")).QuerySelector($"#a-{id} .acts a[href='/annotations/{id}/assignment']"));
        Assert.Null((await other.Page($"/speeches/{slug}")).QuerySelector($"#a-{id} .acts a[href='/annotations/{id}/assignment']"));
        Assert.Equal(403, await other.Status($"/annotations/{id}/assignment"));
        Assert.Equal(404, await (await _app.SignedIn("Stranger")).Status($"/annotations/{id}/assignment"));

        var form = await author.Page($"/annotations/{id}/assignment");
        Assert.Equal(["", "Author", "Other <b>"], form.QuerySelectorAll("select[name=to] option").Select(option => option.GetAttribute("value")));
        Annotating.IdIn(await author.PostForm($"/annotations/{id}/assignment", new { to = "Other <b>", due = "2026-12-03" }), slug);
        Assert.Equal("Assigned to Other <b>, due 3 December 2026", (await other.Page($"/speeches/{slug}")).Words($"#a-{id} .assigned"));
        Assert.Contains("assigned a thread to you", (await other.Page("/inbox")).QuerySelector(".inbox li")!.TextContent);
        Assert.Contains("due 3 December 2026", (await author.Page($"/annotations/{id}/history")).QuerySelector(".history")!.TextContent);

        Assert.Equal("Due 3 December 2026", (await other.Page("/assignments")).Words(".inbox .dotted span"));
        _clock.Now = new DateTimeOffset(2026, 12, 3, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal("Due today", (await other.Page("/assignments")).Words(".inbox .dotted span"));
        _clock.Now = new DateTimeOffset(2026, 12, 4, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal("Overdue since 3 December 2026", (await other.Page("/assignments")).Words(".inbox .overdue"));

        Annotating.IdIn(await other.PostForm($"/annotations/{id}/assignment", new { }), slug);
        Assert.Null((await other.Page($"/speeches/{slug}")).QuerySelector($"#a-{id} .assigned"));
        Assert.Contains("Nothing waits for you", (await other.Page("/assignments")).Body!.TextContent);
        Assert.Equal(422, (int)(await author.PostForm($"/annotations/{id}/assignment", new { to = "Author", due = "soon" })).StatusCode);
        Assert.Equal(302, await _app.Anonymous().Status("/assignments"));
    }

    [Fact]
    public async Task The_api_assigns_lists_and_takes_back()
    {
        var slug = await _app.SeedSlug();
        var (author, other) = (await _app.WithToken(name: "Author"), await _app.WithToken(name: "Other"));
        await Add(other, "I write here.");
        var id = await Add(author, "To be checked.");
        Assert.Equal(422, (int)(await Put(author, new { to = "Unmet" })).StatusCode);
        Assert.Equal(422, (int)(await Put(author, new { due = "2026-12-03" })).StatusCode);
        Assert.Equal(422, (int)(await Put(author, new { to = "Other", until = "2026-12-03" })).StatusCode);
        Assert.Equal(403, (int)(await Put(other, new { to = "Other" })).StatusCode);
        Assert.Equal(401, (int)(await Put(_app.Anonymous(), new { to = "Other" })).StatusCode);

        var assigned = await Json(await Put(author, new { to = "Other", due = "2026-11-30" }));
        Assert.Equal("""{"to":{"name":"Other"},"due":"2026-11-30"}""", assigned.GetProperty("assignment").GetRawText());
        var mine = (await other.GetFromJsonAsync<JsonElement>("/api/v1/assignments", Stop)).GetProperty("items")[0];
        Assert.Equal((id, true), (mine.GetProperty("annotation").GetString(), mine.GetProperty("overdue").GetBoolean()));
        Assert.Equal(401, await _app.Anonymous().Status("/api/v1/assignments"));
        var history = await author.GetFromJsonAsync<JsonElement>($"/api/v1/annotations/{id}/history", Stop);
        Assert.Equal("Other", history.GetProperty("items")[1].GetProperty("to").GetProperty("name").GetString());

        // As it was received, with other words.
        var back = await author.PatchAsJsonAsync($"/api/v1/annotations/{id}", JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(assigned)!
            .ToDictionary(field => field.Key, field => field.Key == "body" ? JsonSerializer.SerializeToElement("Other words.") : field.Value), Stop);
        Assert.Equal(200, (int)back.StatusCode);
        Assert.Equal(JsonValueKind.Null, (await Json(await other.DeleteAsync($"/api/v1/annotations/{id}/assignment", Stop))).GetProperty("assignment").ValueKind);

        async Task<string> Add(HttpClient client, string body) =>
            (await Json(await client.PostAsJsonAsync($"/api/v1/speeches/{slug}/annotations", new { paragraph = 2, body }, Stop))).GetProperty("id").GetString()!;

        Task<HttpResponseMessage> Put(HttpClient client, object body) => client.PutAsJsonAsync($"/api/v1/annotations/{id}/assignment", body, Stop);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<JsonElement> Json(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
}

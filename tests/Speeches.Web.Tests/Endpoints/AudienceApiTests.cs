using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Speeches.Web.Tests.Groups;

namespace Speeches.Web.Tests.Endpoints;

/// <summary>Audiences over the API: groups, changing them, and what the history tells whom.</summary>
public sealed class AudienceApiTests(ApiApp app) : IClassFixture<ApiApp>, IAsyncLifetime
{
    private const string Annotations = $"/api/v1/speeches/{ApiApp.Slug}/annotations";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var first = await app.Browser("first");
        using var second = await app.Browser("second");
        if ((await first.Page("/groups")).QuerySelector(".groups") is not null)
            return;
        await first.MakeGroup("Drafting", second);
        await first.MakeGroup("Inner circle");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_groups_thread_is_its_members_to_read()
    {
        var id = Id(await app.Annotate("first", "Among us.", audience: "group:drafting"));
        foreach (var (who, sees) in ((string?, bool)[])[(null, false), ("reader", false), ("administrator", false), ("second", true), ("second reading", true), ("first", true)])
        {
            using var client = app.Client(who);
            using var answer = await client.GetAsync($"/api/v1/annotations/{id}", Stop);
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(sees, (await client.GetStringAsync(Annotations, Stop)).Contains(id, StringComparison.Ordinal));
            using var history = await client.GetAsync($"/api/v1/annotations/{id}/history", Stop);
            Assert.Equal(answer.StatusCode, history.StatusCode);
            if (sees)
                Assert.Equal("group:Drafting", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("audience").GetString());
        }
    }

    [Fact]
    public async Task An_author_changes_the_audience_alone_or_together_with_the_words()
    {
        var id = Id(await app.Annotate("first", "Before.", audience: "private"));
        using var client = app.Client("first");
        var shared = await Patch(client, id, new { audience = "group:Drafting" }, "\"1\"");
        Assert.Equal(("group:Drafting", "Before.", 2), (shared.GetProperty("audience").GetString(), shared.GetProperty("body").GetString(), shared.GetProperty("revision").GetInt32()));
        var both = await Patch(client, id, new { audience = "public", body = "After." }, "\"2\"");
        Assert.Equal(("public", "After.", 4), (both.GetProperty("audience").GetString(), both.GetProperty("body").GetString(), both.GetProperty("revision").GetInt32()));
        using var anyone = app.Client();
        Assert.Equal("After.", (await anyone.GetFromJsonAsync<JsonElement>($"/api/v1/annotations/{id}", Stop)).GetProperty("body").GetString());
    }

    [Theory]
    [InlineData("public", "", null, 422, "body")]
    [InlineData("public", " ", "\"1\"", 422, "body")]
    [InlineData("group:Unknown", "After.", "\"1\"", 422, "audience")]
    [InlineData("", "After.", "\"1\"", 422, "audience")]
    [InlineData("public", "After.", "\"2\"", 412, null)]
    public async Task Where_one_half_of_a_change_is_refused_the_other_is_not_made(string audience, string body, string? tag, int status, string? field)
    {
        var id = Id(await app.Annotate("first", "Before.", audience: "private"));
        using var client = app.Client("first");
        var problem = await Patch(client, id, new { audience, body }, tag, status);
        Assert.Equal(field, problem.TryGetProperty("field", out var named) ? named.GetString() : null);
        var now = await client.GetFromJsonAsync<JsonElement>($"/api/v1/annotations/{id}", Stop);
        Assert.Equal(("private", "Before.", 1), (now.GetProperty("audience").GetString(), now.GetProperty("body").GetString(), now.GetProperty("revision").GetInt32()));
    }

    [Fact]
    public async Task Nobody_else_changes_it_and_a_reply_has_its_threads()
    {
        var id = Id(await app.Annotate("first", "A remark.", audience: "group:Drafting"));
        using var second = app.Client("second");
        await Patch(second, id, new { audience = "public" }, null, 403);
        using var administrator = app.Client("administrator");
        await Patch(administrator, id, new { audience = "public" }, null, 404);
        using var posted = await second.PostAsync($"/api/v1/annotations/{id}/replies", ApiApp.Json(new { body = "A reply.", audience = "group:Drafting" }), Stop);
        var reply = Id(await posted.Content.ReadFromJsonAsync<JsonElement>(Stop));
        await Patch(second, reply, new { body = "Other words.", audience = "group:Drafting" }, null);
        var refused = await Patch(second, reply, new { body = "Loud words.", audience = "public" }, null, 422);
        Assert.Equal("audience", refused.GetProperty("field").GetString());
        using var loud = await second.PostAsync($"/api/v1/annotations/{id}/replies", ApiApp.Json(new { body = "Loud.", audience = "public" }), Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, loud.StatusCode);
    }

    [Fact]
    public async Task The_history_names_the_audiences_to_those_who_belong_to_them()
    {
        var id = Id(await app.Annotate("first", "A remark."));
        using var first = app.Client("first");
        foreach (var audience in (string[])["group:Inner circle", "private", "group:Drafting", "public"])
            await Patch(first, id, new { audience }, null);
        Assert.Equal([null, "group:Inner circle", "private", "group:Drafting", "public"], await Audiences("first"));
        Assert.Equal([null, "private", "private", "group:Drafting", "public"], await Audiences("second"));
        Assert.Equal([null, "private", "private", "private", "public"], await Audiences(null));

        async Task<IEnumerable<string?>> Audiences(string? who)
        {
            using var client = app.Client(who);
            var history = await client.GetFromJsonAsync<JsonElement>($"/api/v1/annotations/{id}/history", Stop);
            return history.GetProperty("items").EnumerateArray().Select(item =>
            {
                Assert.Equal(item.GetProperty("kind").GetString() == "shared", item.GetProperty("audience").ValueKind == JsonValueKind.String);
                return item.GetProperty("audience").GetString();
            });
        }
    }

    private static string Id(JsonElement annotation) => annotation.GetProperty("id").GetString()!;

    private static async Task<JsonElement> Patch(HttpClient client, string id, object body, string? tag, int status = 200)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/annotations/{id}") { Content = ApiApp.Json(body) };
        if (tag is not null)
            request.Headers.Add("If-Match", tag);
        using var answer = await client.SendAsync(request, Stop);
        Assert.Equal(status, (int)answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Speeches.Web.Tests.Endpoints;

/// <summary>Tags over the API.</summary>
public sealed class TagApiTests(ApiApp app) : IClassFixture<ApiApp>
{
    private const string Annotations = $"/api/v1/speeches/{ApiApp.Slug}/annotations";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tags_are_given_changed_filtered_by_and_kept_by_the_history()
    {
        using var client = app.Client("first");
        var sent = await Post(client, """{"paragraph":1,"body":"Words.","tags":[" Voluntary  norms","#VOLUNTARY norms","to check"]}""");
        Assert.Equal(["Voluntary norms", "to check"], Tags(sent));
        var address = $"/api/v1/annotations/{sent.GetProperty("id").GetString()}";

        using var patched = await client.PatchAsync(address, Json("""{"tags":["binding"]}"""), Stop);
        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
        Assert.Equal("\"2\"", patched.Headers.ETag?.ToString());
        var now = await patched.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(["binding"], Tags(now));
        Assert.Equal("Words.", now.GetProperty("body").GetString());
        // Sent back as it was received, with other words, it keeps them.
        var back = now.EnumerateObject().ToDictionary(property => property.Name, property => (object)(property.Name == "body" ? JsonSerializer.SerializeToElement("Others.") : property.Value));
        using var edited = await client.PatchAsync(address, ApiApp.Json(back), Stop);
        Assert.Equal(["binding"], Tags(await edited.Content.ReadFromJsonAsync<JsonElement>(Stop)));

        using var anybody = app.Client();
        Assert.Equal(1, (await anybody.GetFromJsonAsync<JsonElement>(Annotations + "?tag=BINDING", Stop)).GetProperty("total").GetInt32());
        Assert.Equal(0, (await anybody.GetFromJsonAsync<JsonElement>(Annotations + "?tag=bind", Stop)).GetProperty("total").GetInt32());
        var history = (await anybody.GetFromJsonAsync<JsonElement>(address + "/history", Stop)).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["created", "tagged", "edited"], history.Select(past => past.GetProperty("kind").GetString()));
        Assert.Equal(["binding"], Tags(history[1]));
        Assert.Equal(JsonValueKind.Null, history[2].GetProperty("tags").ValueKind);
    }

    [Fact]
    public async Task Others_change_no_tags_and_replies_have_none()
    {
        using var client = app.Client("first");
        var sent = await Post(client, """{"paragraph":1,"body":"Words.","tags":["mine"]}""");
        var address = $"/api/v1/annotations/{sent.GetProperty("id").GetString()}";
        using var other = app.Client("second");
        using var refused = await other.PatchAsync(address, Json("""{"tags":[]}"""), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var onReply = await other.PostAsync(address + "/replies", Json("""{"body":"A reply.","tags":["a"]}"""), Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, onReply.StatusCode);
        Assert.Equal(["mine"], Tags(await client.GetFromJsonAsync<JsonElement>(address, Stop)));
    }

    [Fact]
    public async Task A_tag_of_a_private_note_is_nowhere_for_others()
    {
        using var client = app.Client("first");
        await Post(client, """{"paragraph":1,"body":"Words.","tags":["unheard"],"audience":"private"}""");
        foreach (var (who, count) in ((string?, int)[])[(null, 0), ("second", 0), ("administrator", 0), ("first", 1)])
        {
            using var one = app.Client(who);
            Assert.Equal(count, (await one.GetFromJsonAsync<JsonElement>(Annotations + "?tag=unheard", Stop)).GetProperty("total").GetInt32());
            Assert.Equal(count, (await one.GetFromJsonAsync<JsonElement>("/api/v1/search?q=unheard", Stop)).GetProperty("total").GetInt32());
            Assert.Equal(count > 0, (await one.GetStringAsync("/api/v1/tags", Stop)).Contains("unheard", StringComparison.Ordinal));
        }
    }

    private static async Task<JsonElement> Post(HttpClient client, string annotation)
    {
        using var answer = await client.PostAsync(Annotations, Json(annotation), Stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static IEnumerable<string?> Tags(JsonElement annotation) => annotation.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString());
}

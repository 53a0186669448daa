using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Tests.Importing;

public sealed class ImportApiTests(ImportApp fixture) : IClassFixture<ImportApp>
{
    private const string Address = "/api/v1/speeches";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_becomes_a_speech_with_the_header_that_was_given()
    {
        using var client = await fixture.Editor();
        using var answer = await client.PostAsync(Address, Form(Sources.Bytes("The law of deltas"), ("place", "New York"), ("date", "2020-02-29")), Stop);

        Assert.Equal(201, (int)answer.StatusCode);
        var result = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(("imported", "speech.txt"), (result.Text("status"), result.Text("file")));
        Assert.Equal("/api/v1/speeches/2020-02-29-the-law-of-deltas", answer.Headers.Location!.ToString());

        var speech = await client.GetFromJsonAsync<JsonElement>(answer.Headers.Location, Stop);
        var header = speech.GetProperty("header");
        Assert.Equal(("New York", "2020-02-29", "The law of deltas"), (header.Text("place"), header.Text("date"), header.Text("title")));
        Assert.Equal("edited", header.GetProperty("provenance").GetProperty("place").Text("origin"));
        Assert.Equal("read", header.GetProperty("provenance").GetProperty("title").Text("origin"));
    }

    [Fact]
    public async Task The_same_bytes_again_are_unchanged()
    {
        using var client = await fixture.Editor();
        using var first = await client.PostAsync(Address, Form(Sources.Bytes("The law of springs")), Stop);
        using var second = await client.PostAsync(Address, Form(Sources.Bytes("The law of springs")), Stop);
        Assert.Equal(201, (int)first.StatusCode);
        Assert.Equal(200, (int)second.StatusCode);
        Assert.Equal("unchanged", (await second.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("status"));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task What_cannot_be_imported_says_so_with_a_code_and_leaves_nothing()
    {
        using var client = await fixture.Editor();
        var before = await Total(client);
        (byte[] Source, int Status, string Code)[] bad =
        [
            (Sources.Noise, 415, "unknown-format"),
            (System.Text.Encoding.UTF8.GetBytes(Sources.WithoutBody), 422, "no-body"),
            (new byte[ImportApp.MaximumFileBytes + 1], 413, "too-large"),
        ];
        foreach (var (source, status, code) in bad)
        {
            using var answer = await client.PostAsync(Address, Form(source), Stop);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("code"));
        }

        Assert.Equal(before, await Total(client));
    }

    [Theory]
    [InlineData("date", "yesterday")]
    [InlineData("startTime", "25:00")]
    [InlineData("language", "not a tag")]
    [InlineData("speakers", "[{\"honorific\":\"Ms.\"}]")]
    [InlineData("speakers", "nobody")]
    [InlineData("tittle", "A field that does not exist")]
    public async Task A_header_field_that_does_not_belong_is_refused_by_name(string field, string value)
    {
        using var client = await fixture.Editor();
        using var answer = await client.PostAsync(Address, Form(Sources.Bytes("The law of falls"), (field, value)), Stop);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(field, (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("field"));
    }

    [Fact]
    public async Task Only_who_may_import_can()
    {
        using var anonymous = fixture.App.Anonymous();
        using var annotator = await fixture.App.WithToken(TokenScope.Write, Role.Annotator);
        using var reading = await fixture.App.WithToken(TokenScope.Read, Role.Editor);
        using var session = await fixture.App.SignedIn(Role.Editor);
        foreach (var (client, status) in new[] { (anonymous, 401), (annotator, 403), (reading, 403), (session, 400) })
        {
            using var answer = await client.PostAsync(Address, Form(Sources.Bytes("The law of nobody")), Stop);
            Assert.Equal(status, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_is_no_form_is_an_unknown_format_and_a_form_without_a_file_is_refused()
    {
        using var client = await fixture.Editor();
        using var json = await client.PostAsJsonAsync(Address, new { title = "A title" }, Stop);
        using var empty = await client.PostAsync(Address, new MultipartFormDataContent { { new StringContent("A title"), "title" } }, Stop);
        Assert.Equal((415, 422), ((int)json.StatusCode, (int)empty.StatusCode));
    }

    private static async Task<int> Total(HttpClient client) => (await client.GetFromJsonAsync<JsonElement>(Address, Stop)).GetProperty("total").GetInt32();

    private static MultipartFormDataContent Form(byte[] source, params (string Name, string Value)[] fields)
    {
        var file = new ByteArrayContent(source);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { file, "file", "speech.txt" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return form;
    }
}

/// <summary>An empty library with small limits.</summary>
public sealed class ImportApp : IAsyncDisposable
{
    public const int MaximumFileBytes = 100_000;

    public SpeechesApp App { get; } = new()
    {
        Settings = [("Seeds:Directory", ""), ("Import:MaximumFileBytes", MaximumFileBytes.ToString(System.Globalization.CultureInfo.InvariantCulture))],
    };

    /// <summary>A client with an editor's token.</summary>
    public Task<HttpClient> Editor() => App.WithToken(TokenScope.Write, Role.Editor);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

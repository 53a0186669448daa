using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Speeches.Web.Tests.Importing;

namespace Speeches.Web.Tests.Commands;

/// <summary>The server is ended again and again while an annotated speech gets new versions.</summary>
public sealed class KilledVersionsTests : IDisposable
{
    private const int Rounds = 4;
    private const int Annotations = 40;

    private readonly TemporaryFolder _data = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_version_that_was_acknowledged_is_there_once_and_every_annotation_is_in_one_place()
    {
        await RunningProgram.Run(_data.Path, ["user", "add", "editor@example.org", "--name", "An editor", "--role", "editor"]);
        var secret = (await RunningProgram.Run(_data.Path, ["token", "create", "--user", "editor@example.org", "--scope", "write"])).Output[^1];
        var slug = "";
        var sent = 1;
        HashSet<(int Version, int Sent)> acknowledged = [(1, 1)];
        for (var round = 1; round <= Rounds; round++)
        {
            var (program, address) = await RunningProgram.Serve(_data.Path);
            await using var _ = program;
            using var client = Client(address, secret);
            if (round == 1)
                slug = await Annotated(client);
            // The plug is pulled while one more is on its way, each round a little later.
            var enough = acknowledged.Count + round;
            while (await Add(client, slug, ++sent, acknowledged.Count == enough ? program : null, round) is { } version)
                acknowledged.Add((version, sent));
            await program.Ended();
        }

        var (last, lastAddress) = await RunningProgram.Serve(_data.Path);
        await using var __ = last;
        using var reader = Client(lastAddress, secret);
        var speech = await reader.GetFromJsonAsync<JsonElement>($"/api/v1/speeches/{slug}", Stop);
        int[] versions = [.. speech.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("version").GetInt32())];
        Assert.Equal(Enumerable.Range(1, versions.Length), versions);
        Assert.InRange(versions.Length, acknowledged.Count, sent);
        List<int> stored = [];
        foreach (var version in versions)
            stored.Add(await SentAs(reader, slug, version));
        Assert.Equal(stored.Count, stored.Distinct().Count());
        Assert.All(acknowledged, one => Assert.Equal(one.Sent, stored[one.Version - 1]));

        var annotations = await reader.GetFromJsonAsync<JsonElement>($"/api/v1/speeches/{slug}/annotations?limit=100", Stop);
        var items = annotations.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(Annotations, annotations.GetProperty("total").GetInt32());
        Assert.Equal(items.Length, items.Select(item => item.Text("id")).Distinct().Count());
        Assert.All(items, item => Assert.Equal((versions.Length, item.Text("body")), (item.GetProperty("version").GetInt32(), "On " + item.GetProperty("quote").Text("exact"))));

        var check = await RunningProgram.Run(_data.Path, ["check"]);
        Assert.True(check.Code == 0, string.Join('\n', check.Output.Concat(check.Error)));
    }

    public void Dispose() => _data.Dispose();

    private static HttpClient Client(Uri address, string secret)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    private static async Task<string> Annotated(HttpClient client)
    {
        using var answer = await client.PostAsync("/api/v1/speeches", Form(Source(1)), Stop);
        var slug = (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("slug")!;
        for (var i = 1; i <= Annotations; i++)
        {
            var words = $"river {i} of the list";
            using var made = await client.PostAsJsonAsync($"/api/v1/speeches/{slug}/annotations",
                new { paragraph = i + 1, start = 8, end = 8 + words.Length, body = "On " + words }, Stop);
            Assert.Equal(201, (int)made.StatusCode);
        }

        return slug;
    }

    /// <summary>Sends a version; its number, or null once nobody answers.</summary>
    private static async Task<int?> Add(HttpClient client, string slug, int sent, RunningProgram? toKill, int milliseconds)
    {
        try
        {
            var posting = client.PostAsync($"/api/v1/speeches/{slug}/versions", Form(Source(sent)), Stop);
            if (toKill is not null)
            {
                await Task.WhenAny(posting, Task.Delay(5 * milliseconds, Stop));
                toKill.Kill();
            }

            using var answer = await posting;
            Assert.Equal(201, (int)answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("version").GetInt32();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<int> SentAs(HttpClient client, string slug, int version)
    {
        var text = await client.GetFromJsonAsync<JsonElement>($"/api/v1/speeches/{slug}/text?version={version}", Stop);
        var first = text.GetProperty("blocks").EnumerateArray().First(block => block.Text("kind") == "paragraph").Text("text")!;
        return int.Parse(first.Split(' ')[3], CultureInfo.InvariantCulture);
    }

    // The first paragraph tells the versions apart; those that are annotated come behind one another's backs.
    private static string Source(int sent) => string.Join("\n\n",
    [
        "UNITED NATIONS", "The law of many rivers", "Statement by Ms. Example Speaker", "12 March 2019",
        $"This is text {sent} of those that were sent, and it says so in its very first sentence.",
        .. Enumerable.Range(1, Annotations).Select(i => $"This is river {i} of the list, and nobody owns its water, though many have said that they do."),
    ]);

    private static MultipartFormDataContent Form(string text) => new() { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "speech.txt" } };
}

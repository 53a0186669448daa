using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Speeches.Web.Tests.Commands;

public sealed class KillTests : IDisposable
{
    private const int Rounds = 6;
    private const int Writers = 8;

    private readonly TemporaryFolder _data = new();

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_there_afterwards_and_once()
    {
        await RunningProgram.Run(_data.Path, ["user", "add", "user@example.org", "--name", "First annotator", "--role", "annotator"]);
        var secret = (await RunningProgram.Run(_data.Path, ["token", "create", "--user", "user@example.org", "--scope", "write"])).Output[^1];

        var sent = 0;
        var acknowledged = new ConcurrentDictionary<string, string>();
        string annotations = "";
        for (var round = 1; round <= Rounds; round++)
        {
            var (program, address) = await RunningProgram.Serve(_data.Path);
            await using var _ = program;
            using var client = Client(address, secret);
            annotations = await Annotations(client);
            var enough = acknowledged.Count + 20 * round;
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
            {
                // Each goes on until the server is gone; whoever sees enough acknowledged pulls the plug on all.
                while (await Post(client, annotations, $"Number {Interlocked.Increment(ref sent)}") is var (id, body))
                {
                    acknowledged[id] = body;
                    if (acknowledged.Count >= enough)
                        program.Kill();
                }
            })));
            await program.Ended();
        }

        var (last, lastAddress) = await RunningProgram.Serve(_data.Path);
        await using var __ = last;
        using var reader = Client(lastAddress, secret);
        var stored = await Stored(reader, annotations);
        Assert.All(acknowledged, one => Assert.Equal(one.Value, Assert.Single(stored, kept => kept.Id == one.Key).Body));
        // What was on its way when the plug was pulled may be there or not, but not twice.
        Assert.Equal(stored.Count, stored.Select(kept => kept.Body).Distinct().Count());
        Assert.InRange(stored.Count, acknowledged.Count, sent);

        var found = await reader.GetFromJsonAsync<JsonElement>("/api/v1/search?q=Number&kind=annotation", TestContext.Current.CancellationToken);
        Assert.Equal(stored.Count, found.GetProperty("total").GetInt32());

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

    private static async Task<string> Annotations(HttpClient client)
    {
        var speeches = await client.GetFromJsonAsync<JsonElement>("/api/v1/speeches");
        return $"/api/v1/speeches/{speeches.GetProperty("items")[0].GetProperty("slug").GetString()}/annotations";
    }

    // The id and words of what was acknowledged, or null once nobody answers.
    private static async Task<(string Id, string Body)?> Post(HttpClient client, string annotations, string body)
    {
        try
        {
            using var answer = await client.PostAsJsonAsync(annotations, new { paragraph = 2, body });
            Assert.Equal(201, (int)answer.StatusCode);
            return ((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!, body);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<List<(string Id, string Body)>> Stored(HttpClient client, string annotations)
    {
        List<(string, string)> stored = [];
        for (var next = annotations; next is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(next);
            stored.AddRange(page.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("id").GetString()!, item.GetProperty("body").GetString()!)));
            next = page.GetProperty("next").GetString();
        }
        return stored;
    }
}

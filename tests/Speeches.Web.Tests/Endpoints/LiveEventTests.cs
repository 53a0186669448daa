using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Speeches.Web.Tests.Annotations;

namespace Speeches.Web.Tests.Endpoints;

/// <summary>Changes as they happen, for one who listens to a speech.</summary>
public class LiveEventTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_others_do_is_told_once_in_order_and_with_its_place()
    {
        await using var app = new SpeechesApp();
        var slug = await app.SeedSlug();
        var writer = await app.SignedIn();
        await using var reader = await Listening(app.Anonymous(), slug);
        var id = await writer.Annotate(slug, "A question.", "p8:10:20");
        var reply = await writer.Reply(slug, id, "An answer.");
        await writer.PostForm($"/annotations/{reply}/edit", new { body = "Another answer." });
        await writer.Quietly($"/speeches/{slug}", new { formaction = $"/annotations/{id}/resolution", resolved = "true" }, "act");
        await writer.PostForm($"/annotations/{reply}/delete", new { });

        Assert.Equal(
            [(id, id, "created", 1), (reply, id, "created", 1), (reply, id, "edited", 2), (id, id, "resolved", 2), (reply, id, "deleted", 3)],
            (await reader.Take(5)).Select(change => (change.Annotation, change.Thread, change.Kind, change.Revision)));
        Assert.All(reader.Taken, change => Assert.Equal(("p8", "First annotator", false), (change.Block, change.By, change.Mine)));
    }

    [Fact]
    public async Task Who_was_away_gets_what_they_missed_without_gaps_or_doubles()
    {
        await using var app = new SpeechesApp();
        var slug = await app.SeedSlug();
        var writer = await app.SignedIn();
        string last;
        await using (var reader = await Listening(app.Anonymous(), slug))
        {
            await writer.Annotate(slug, "Before.");
            last = (await reader.Take(1)).Single().Id;
        }

        var missed = new List<string>();
        for (var i = 0; i < 5; i++)
            missed.Add(await writer.Annotate(slug, $"Missed {i}."));

        await using var again = await Listening(app.Anonymous(), slug, last);
        // More come while what was missed is being told.
        for (var i = 0; i < 5; i++)
            missed.Add(await writer.Annotate(slug, $"Later {i}."));
        Assert.Equal(missed, (await again.Take(10)).Select(change => change.Annotation));
        var ids = again.Taken.Select(change => long.Parse(change.Id, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(ids.Order().Distinct(), ids);
    }

    [Fact]
    public async Task What_a_reader_may_not_see_is_told_to_its_author_alone()
    {
        await using var app = new SpeechesApp();
        var slug = await app.SeedSlug();
        var (writer, other) = (await app.SignedIn(), await app.SignedIn("Second annotator"));
        await using var own = await Listening(writer, slug);
        await using var others = await Listening(other, slug);
        var secret = await writer.Annotate(slug, "For me.", audience: "private");
        var open = await writer.Annotate(slug, "For all.");

        Assert.Equal([(secret, true), (open, true)], (await own.Take(2)).Select(change => (change.Annotation, change.Mine)));
        Assert.Equal([(open, false)], (await others.Take(1)).Select(change => (change.Annotation, change.Mine)));

        await using var late = await Listening(other, slug, "0");
        Assert.Equal(open, (await late.Take(1)).Single().Annotation);
    }

    [Fact]
    public async Task Who_missed_too_much_is_told_to_load_the_page_again_and_goes_on_from_there()
    {
        await using var app = new SpeechesApp { Settings = [("Live:MaximumBehind", "3")] };
        var slug = await app.SeedSlug();
        var writer = await app.SignedIn();
        for (var i = 0; i < 4; i++)
            await writer.Annotate(slug, $"Missed {i}.");
        await using var reader = await Listening(app.Anonymous(), slug, "0");
        Assert.Equal("reload", await reader.NextKind());
        var next = await writer.Annotate(slug, "After.");
        Assert.Equal(next, (await reader.Take(1)).Single().Annotation);
    }

    [Fact]
    public async Task A_quiet_speech_gives_signs_of_life_and_connections_end_to_be_opened_again()
    {
        await using var app = new SpeechesApp { Settings = [("Live:BeatSeconds", "1"), ("Live:MaximumSeconds", "3")] };
        await using var reader = await Listening(app.Anonymous(), await app.SeedSlug());
        Assert.Equal("beat", await reader.NextKind());
        string? kind;
        do
            kind = await reader.NextKind();
        while (kind == "beat");
        Assert.Null(kind);
    }

    [Fact]
    public async Task More_than_may_listen_are_asked_to_come_later()
    {
        await using var app = new SpeechesApp { Settings = [("Live:MaximumReaders", "1")] };
        var slug = await app.SeedSlug();
        await using var listening = await Listening(app.Anonymous(), slug);
        Assert.Equal(503, await app.Anonymous().Status($"/speeches/{slug}/events"));
    }

    [Theory]
    [InlineData("/speeches/nothing/events", 404)]
    [InlineData("/speeches/{slug}/events?after=x", 400)]
    [InlineData("/speeches/{slug}/events?after=-1", 400)]
    public async Task What_is_not_there_or_not_understood_is_refused(string address, int status)
    {
        await using var app = new SpeechesApp();
        Assert.Equal(status, await app.Anonymous().Status(address.Replace("{slug}", await app.SeedSlug(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_reading_page_says_from_where_on_to_listen_and_passages_come_as_the_page_has_them()
    {
        await using var app = new SpeechesApp();
        var slug = await app.SeedSlug();
        var writer = await app.SignedIn();
        await writer.Annotate(slug, "First.", "p2");
        var anybody = app.Anonymous();
        var last = (await anybody.Page($"/speeches/{slug}")).GetElementById("reading")!.GetAttribute("data-last");
        var id = await writer.Annotate(slug, "Second.", "p3");
        await using var reader = await Listening(anybody, slug, last);
        Assert.Equal(id, (await reader.Take(1)).Single().Annotation);

        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/speeches/{slug}/passages?block=p3&block=s1&block=p99&to={id}");
        ask.Headers.Add("X-Requested-With", "fetch");
        using var answer = await anybody.SendAsync(ask, Stop);
        var parts = await answer.Document();
        Assert.Equal(["passage-p3", "discussion", "status"], parts.Body!.Children.Select(part => part.Id));
        Assert.Equal((await anybody.Page($"/speeches/{slug}")).GetElementById("passage-p3")!.OuterHtml, parts.GetElementById("passage-p3")!.OuterHtml);
        Assert.Equal($"a-{id}", parts.GetElementById("status")!.GetAttribute("data-target"));
        Assert.Equal(302, await anybody.Status($"/speeches/{slug}/passages?block=p3"));
    }

    private static async Task<Reader> Listening(HttpClient client, string slug, string? after = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/speeches/{slug}/events");
        if (after is not null)
            request.Headers.Add("Last-Event-ID", after);
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal("text/event-stream", answer.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
        var reader = new Reader(answer, await answer.Content.ReadAsStreamAsync(Stop));
        Assert.Equal("start", await reader.NextKind());
        return reader;
    }

    private sealed record Change(string Id, string Annotation, string Thread, string Kind, string? Block, string? By, int Revision, bool Mine);

    private sealed class Reader(HttpResponseMessage answer, Stream stream) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<SseItem<string>> _items = SseParser.Create(stream).EnumerateAsync(Stop).GetAsyncEnumerator(Stop);

        public List<Change> Taken { get; } = [];

        public async Task<string?> NextKind() => await _items.MoveNextAsync() ? _items.Current.EventType : null;

        public async Task<IReadOnlyList<Change>> Take(int count)
        {
            while (Taken.Count < count)
            {
                Assert.True(await _items.MoveNextAsync(), "The connection ended.");
                if (_items.Current.EventType != "change")
                    continue;
                var change = JsonSerializer.Deserialize<Change>(_items.Current.Data, JsonSerializerOptions.Web)!;
                Taken.Add(change with { Id = _items.Current.EventId! });
            }

            return Taken;
        }

        public async ValueTask DisposeAsync()
        {
            await _items.DisposeAsync();
            await stream.DisposeAsync();
            answer.Dispose();
        }
    }
}

using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Speeches.Parsing;
using Speeches.Store;

namespace Speeches.Web.Tests.Endpoints;

/// <summary>What is new, for feed readers.</summary>
public sealed class FeedTests(ApiApp app) : IClassFixture<ApiApp>
{
    private const string Library = "/feed.atom";
    private const string OfSpeech = $"/speeches/{ApiApp.Slug}/feed.atom";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Replies = "http://purl.org/syndication/thread/1.0";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Library)]
    [InlineData(OfSpeech)]
    public async Task A_feed_has_what_the_RFC_asks_for(string address)
    {
        await app.Annotate("first", "A remark.");
        using var client = app.Client();
        using var answer = await client.GetAsync(address, Stop);
        Assert.Equal("application/atom+xml; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("http://localhost:5080" + address, feed.Element(Atom + "id")!.Value);
        Assert.Equal("http://localhost:5080" + address, Link(feed, "self"));
        Assert.NotEmpty(feed.Elements(Atom + "author").Single().Element(Atom + "name")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.NotEmpty(entries);
        foreach (var part in entries.Append(feed))
        {
            Assert.True(Uri.TryCreate(part.Elements(Atom + "id").Single().Value, UriKind.Absolute, out _));
            Assert.NotEmpty(part.Elements(Atom + "title").Single().Value);
            Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", part.Elements(Atom + "updated").Single().Value);
            Assert.StartsWith("http://localhost:5080/", Link(part, "alternate"));
        }

        Assert.All(entries, entry => Assert.Equal("html", entry.Elements(Atom + "content").Single().Attribute("type")!.Value));
        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.Equal(entries.Max(entry => entry.Element(Atom + "updated")!.Value), feed.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task A_speech_stands_in_the_feed_with_its_speaker_and_its_opening()
    {
        using var client = app.Client();
        var entry = (await Feed(client, Library)).Elements(Atom + "entry").Single(one => Link(one, "alternate").EndsWith(ApiApp.Slug, StringComparison.Ordinal));
        Assert.Equal("On the law that applies", entry.Element(Atom + "title")!.Value);
        Assert.Equal("Example Speaker", entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Contains("the law is clear", entry.Element(Atom + "content")!.Value);
    }

    [Fact]
    public async Task An_annotation_stands_in_the_feed_with_its_words_as_safe_html_and_a_reply_names_what_it_replies_to()
    {
        var root = await app.Annotate("first", "See *this* <script>alert(1)</script> [link](javascript:alert(1)) \u0001]]> & more.", paragraph: 2);
        var id = root.GetProperty("id").GetString()!;
        using var second = app.Client("second");
        using var replied = await second.PostAsync($"/api/v1/annotations/{id}/replies", ApiApp.Json(new { body = "A reply." }), Stop);
        var reply = JsonDocument.Parse(await replied.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("id").GetString()!;
        var entries = (await Feed(second, OfSpeech)).Elements(Atom + "entry").ToDictionary(one => one.Element(Atom + "id")!.Value);
        var entry = entries["http://localhost:5080/annotations/" + id];
        Assert.Equal("first person wrote on paragraph 2", entry.Element(Atom + "title")!.Value);
        var content = new HtmlParser().ParseDocument(entry.Element(Atom + "content")!.Value);
        Assert.Equal("Sovereignty is a rule, and 🌍 agrees.", content.QuerySelector("blockquote")!.TextContent);
        Assert.Equal("this", content.QuerySelector("em")!.TextContent);
        Assert.Empty(content.QuerySelectorAll("script, [href^=javascript]"));
        var target = entries["http://localhost:5080/annotations/" + reply].Element(Replies + "in-reply-to")!;
        Assert.Equal("http://localhost:5080/annotations/" + id, target.Attribute("ref")!.Value);
        Assert.Equal("second person replied on paragraph 2", entries["http://localhost:5080/annotations/" + reply].Element(Atom + "title")!.Value);
    }

    [Fact]
    public async Task Only_what_anyone_may_see_is_in_a_feed_whoever_asks()
    {
        await app.Annotate("first", "A private secret.", audience: "private");
        var deleted = await app.Annotate("first", "A regretted secret.");
        using var owner = app.Client("first");
        using var gone = await owner.DeleteAsync($"/api/v1/annotations/{deleted.GetProperty("id").GetString()}", Stop);
        Assert.True(gone.IsSuccessStatusCode);
        foreach (var holder in new[] { null, "first", "second", "administrator" })
        {
            using var client = app.Client(holder);
            Assert.DoesNotContain("secret", await client.GetStringAsync(OfSpeech, Stop));
            Assert.DoesNotContain("secret", await client.GetStringAsync(Library, Stop));
        }

        using var browser = await app.Browser("first");
        Assert.DoesNotContain("secret", await browser.GetStringAsync(OfSpeech, Stop));
    }

    [Fact]
    public async Task A_known_tag_is_answered_with_304_until_something_is_new()
    {
        using var client = app.Client();
        using var first = await client.GetAsync(OfSpeech, Stop);
        Assert.Equal(HttpStatusCode.NotModified, await Known(client, OfSpeech, first));
        await app.Annotate("first", "Not in any feed.", audience: "private");
        Assert.Equal(HttpStatusCode.NotModified, await Known(client, OfSpeech, first));
        await app.Annotate("first", "One more.");
        Assert.Equal(HttpStatusCode.OK, await Known(client, OfSpeech, first));
        using var library = await client.GetAsync(Library, Stop);
        Assert.Equal(HttpStatusCode.NotModified, await Known(client, Library, library));
        using var request = new HttpRequestMessage(HttpMethod.Head, Library);
        using var head = await client.SendAsync(request, Stop);
        Assert.Equal(library.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task A_feed_holds_the_newest_up_to_its_limit()
    {
        await using var small = new SpeechesApp { Settings = [("Seeds:Directory", ""), ("Api:FeedEntries", "2")] };
        using var client = small.Anonymous();
        Assert.Empty((await Feed(client, Library)).Elements(Atom + "entry"));
        foreach (var title in new[] { "First", "Second", "Third" })
            await small.Get<SpeechStore>().Add(new ParsedSpeech { Header = new SpeechHeader { Title = title }, Blocks = [], Quotations = [] }, title, "text/plain", System.Text.Encoding.UTF8.GetBytes(title));
        Assert.Equal(["Third", "Second"], (await Feed(client, Library)).Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value));
    }

    [Fact]
    public async Task An_unknown_speech_has_no_feed()
    {
        using var client = app.Client();
        using var answer = await client.GetAsync("/speeches/unknown/feed.atom", Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/", Library)]
    [InlineData($"/speeches/{ApiApp.Slug}", OfSpeech)]
    public async Task The_page_names_its_feed(string page, string feed)
    {
        using var browser = app.App.Anonymous();
        Assert.Equal(feed, (await browser.Page(page)).Head!.QuerySelector("link[rel=alternate][type='application/atom+xml']")?.GetAttribute("href"));
    }

    private static async Task<XElement> Feed(HttpClient client, string address) => XDocument.Parse(await client.GetStringAsync(address, Stop)).Root!;

    private static string Link(XElement part, string relation) =>
        part.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == relation).Attribute("href")!.Value;

    private static async Task<HttpStatusCode> Known(HttpClient client, string address, HttpResponseMessage known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(known.Headers.ETag!);
        using var answer = await client.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}

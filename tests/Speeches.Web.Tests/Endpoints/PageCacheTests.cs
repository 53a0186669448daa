using System.IO.Compression;
using System.Net;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Store.Sqlite;
using Speeches.Web.Setup;

namespace Speeches.Web.Tests.Endpoints;

/// <summary>Pages from memory: as new as the last acknowledged write, the same for everybody, and nobody's own.</summary>
public sealed class PageCacheTests(ApiApp app) : IClassFixture<ApiApp>
{
    private const string Page = $"/speeches/{ApiApp.Slug}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/quotations")]
    [InlineData(Page)]
    [InlineData(Page + "/quotations")]
    [InlineData(Page + "/export")]
    public async Task A_known_tag_is_answered_with_304_and_no_body(string address)
    {
        using var client = app.Client();
        using var first = await client.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        Assert.Equal("no-cache, public", string.Join(", ", first.Headers.CacheControl!.ToString().Split(", ").Order()));
        Assert.Contains("Accept-Encoding", first.Headers.Vary);
        Assert.False(first.Headers.Contains("Set-Cookie"));

        foreach (var known in new[] { tag.ToString(), "W/" + tag, $"\"other\", {tag}", "*" })
        {
            using var second = await Get(client, address, ("If-None-Match", known));
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Equal(tag, second.Headers.ETag);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync(Stop));
        }

        using var other = await Get(client, address, ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("GZIP;q=0.5, identity", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0.0, gzip;q=0", null)]
    [InlineData("*", "br")]
    [InlineData("*;q=0, identity", null)]
    [InlineData("identity", null)]
    [InlineData("brotli", null)]
    [InlineData("", null)]
    [InlineData(",;;q=,q=1;br", null)]
    public async Task The_form_sent_is_one_that_the_client_takes(string accept, string? coding)
    {
        using var client = app.Client();
        var plain = await client.GetByteArrayAsync(Page, Stop);
        using var answer = await Get(client, Page, ("Accept-Encoding", accept));
        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        var body = await answer.Content.ReadAsByteArrayAsync(Stop);
        Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
        Assert.Equal(plain, Decode(body, coding));
    }

    [Fact]
    public async Task Each_form_has_a_tag_of_its_own()
    {
        using var client = app.Client();
        HashSet<string> tags = [];
        foreach (var coding in new[] { "br", "gzip", "identity" })
        {
            using var answer = await Get(client, Page, ("Accept-Encoding", coding));
            tags.Add(answer.Headers.ETag!.Tag);
        }

        Assert.Equal(3, tags.Count);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Page)]
    public async Task Head_has_the_header_fields_of_get_and_no_body(string address)
    {
        using var client = app.Client();
        using var get = await client.GetAsync(address, Stop);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await client.SendAsync(request, Stop);
        Assert.Equal(Fields(get), Fields(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task A_page_asked_for_after_an_acknowledged_post_shows_it_however_many_write_and_read()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            using var reader = app.Client();
            for (var i = 0; i < 12; i++)
            {
                var words = $"Words {writer} {i} and no others.";
                var id = (await app.Annotate(writer % 2 == 0 ? "first" : "second", words)).GetProperty("id").GetString();
                Assert.Contains(words, await reader.GetStringAsync(Page, Stop));
                Assert.Contains("annotation", await reader.GetStringAsync("/", Stop));
                using var owner = app.Client(writer % 2 == 0 ? "first" : "second");
                using var deleted = await owner.DeleteAsync($"/api/v1/annotations/{id}", Stop);
                Assert.DoesNotContain(words, await reader.GetStringAsync(Page, Stop));
            }
        }));
    }

    [Fact]
    public async Task What_another_process_writes_is_shown_at_once()
    {
        using var client = app.Client();
        var before = await client.GetStringAsync(Page, Stop);
        // A second connection to the same file, as the command line has.
        await using var database = await SqliteDatabase.Open(new SqliteOptions { Directory = app.App.DataDirectory });
        var author = await new AccountStore(database, TimeProvider.System).FindByEmail(app.Emails["first"].ToUpperInvariant());
        var elsewhere = new AnnotationStore(database, TimeProvider.System, new AnnotationLimits());
        await elsewhere.Add(
            new Actor(author!.Id, author.Name, author.Role),
            new NewAnnotation { Slug = ApiApp.Slug, BlockId = "p1", Body = "Written elsewhere." });

        Assert.DoesNotContain("Written elsewhere.", before);
        Assert.Contains("Written elsewhere.", await client.GetStringAsync(Page, Stop));
    }

    [Fact]
    public async Task A_write_elsewhere_keeps_the_page_of_a_speech_and_its_tag()
    {
        using var client = app.Client();
        using var before = await client.GetAsync(Page, Stop);
        await app.App.AddAccount(Role.Reader, "A newcomer");
        using var after = await Get(client, Page, ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, after.StatusCode);
    }

    [Fact]
    public async Task Those_who_are_signed_in_never_get_the_page_for_everybody_nor_everybody_theirs()
    {
        await app.Annotate("first", "Only for my eyes.", audience: "private");
        using var anonymous = app.Client();
        using var browser = await app.Browser("first");
        for (var round = 0; round < 3; round++)
        {
            using var own = await browser.GetAsync(Page, Stop);
            var page = await own.Content.ReadAsStringAsync(Stop);
            Assert.Contains("Only for my eyes.", page);
            Assert.Contains("first person", page);
            Assert.DoesNotContain("public", own.Headers.CacheControl?.ToString() ?? "");
            var everybodys = await anonymous.GetStringAsync(Page, Stop);
            Assert.DoesNotContain("Only for my eyes.", everybodys);
            Assert.DoesNotContain("__RequestVerificationToken", everybodys);
        }

        using var known = await anonymous.GetAsync(Page, Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, Page);
        request.Headers.TryAddWithoutValidation("If-None-Match", known.Headers.ETag!.ToString());
        using var still = await browser.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Original-URL", "/account")]
    [InlineData("Accept-Language", "ar")]
    [InlineData("Accept", "application/json")]
    [InlineData("Accept-Encoding", "evil")]
    [InlineData("X-Requested-With", "fetch")]
    [InlineData("Cookie", "evil=1; speeches-form=x")]
    public async Task Nothing_that_one_reader_sends_reaches_another(string name, string value)
    {
        // The first to ask after a change makes the page for all.
        await app.Annotate("first", "A change.");
        using var client = app.Client();
        using var poisoned = await Get(client, Page, (name, value));
        using var answer = await client.GetAsync(Page, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.DoesNotContain("evil", page);
        Assert.StartsWith("<!DOCTYPE html>", page);
        Assert.Contains($"href=\"http://localhost:5080{Page}\"", page);
    }

    [Fact]
    public async Task A_query_never_makes_or_takes_a_cached_page()
    {
        using var client = app.Client();
        var plain = await client.GetStringAsync("/", Stop);
        var searched = await client.GetStringAsync("/?q=nothing-of-the-kind", Stop);
        Assert.NotEqual(plain, searched);
        using var queried = await client.GetAsync(Page + "?whatever=1", Stop);
        Assert.Equal(HttpStatusCode.OK, queried.StatusCode);
        Assert.Equal(plain, await client.GetStringAsync("/", Stop));
    }

    [Fact]
    public async Task Addresses_without_a_page_take_no_memory()
    {
        using var client = app.Client();
        using var warm = await client.GetAsync(Page, Stop);
        var before = app.App.Get<PageCache>().Bytes;
        for (var i = 0; i < 50; i++)
        {
            using var answer = await client.GetAsync($"/speeches/made-up-{i}", Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(before, app.App.Get<PageCache>().Bytes);
    }

    [Fact]
    public async Task The_memory_for_pages_has_a_limit()
    {
        await using var small = new SpeechesApp { Settings = [("PageCache:MaximumBytes", "100000")] };
        using var client = small.Anonymous();
        var slug = await small.SeedSlug();
        foreach (var address in new[] { "/", "/quotations", $"/speeches/{slug}", $"/speeches/{slug}/quotations", $"/speeches/{slug}/export", "/" })
        {
            using var answer = await client.GetAsync(address, Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.InRange(small.Get<PageCache>().Bytes, 0, 100_000);
        }
    }

    [Fact]
    public async Task Every_answer_has_the_security_headers_whether_cached_or_not()
    {
        using var client = app.Client();
        using var page = await client.GetAsync(Page, Stop);
        using var again = await client.GetAsync(Page, Stop);
        using var other = await client.GetAsync(Page + "?x=1", Stop);
        foreach (var answer in new[] { page, again, other })
        {
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    private static Dictionary<string, string> Fields(HttpResponseMessage answer) => answer.Headers.Concat(answer.Content.Headers)
        .Where(field => field.Key != "Date")
        .ToDictionary(field => field.Key, field => string.Join("|", field.Value));

    private static async Task<HttpResponseMessage> Get(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in fields) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, Stop);
    }

    private static byte[] Decode(byte[] body, string? coding)
    {
        using var source = new MemoryStream(body);
        using Stream decoded = coding switch
        {
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            _ => source,
        };
        using var plain = new MemoryStream();
        decoded.CopyTo(plain);
        return plain.ToArray();
    }
}

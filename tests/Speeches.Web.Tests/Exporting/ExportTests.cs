using System.IO.Compression;
using System.Net;
using System.Text;
using Speeches.Formats.Writing;
using Speeches.Web.Tests.Endpoints;

namespace Speeches.Web.Tests.Exporting;

/// <summary>Annotated copies by suffix.</summary>
public sealed class ExportTests(ApiApp app) : IClassFixture<ApiApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Formats => [.. SpeechWriters.All.Select(writer => writer.Format)];

    public static TheoryData<string> Annotated => [.. SpeechWriters.All.Where(writer => writer.HoldsAnnotations).Select(writer => writer.Format)];

    public static TheoryData<string> Citations => [.. SpeechWriters.All.Where(writer => !writer.HoldsAnnotations).Select(writer => writer.Format)];

    [Theory]
    [MemberData(nameof(Annotated))]
    public async Task A_copy_says_of_itself_where_it_comes_from_and_what_is_in_it(string format)
    {
        await app.Annotate("first", "A public remark.");
        using var client = app.Client();
        using var answer = await client.GetAsync(Address(format), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SpeechWriters.For(format)!.MediaType, answer.Content.Headers.ContentType?.ToString());
        var words = Words(format, await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.Contains("http://localhost:5080/speeches/" + ApiApp.Slug, words);
        Assert.Contains("public", words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(DateTime.UtcNow.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), words);
        if (format is not ("jsonld" or "csv")) Assert.Contains("Sovereignty is a rule", words);
        Assert.Contains("A public remark.", words);
    }

    [Theory]
    [MemberData(nameof(Annotated))]
    public async Task Private_notes_leave_with_their_author_alone_and_only_when_asked_for(string format)
    {
        await app.Annotate("second", "A private remark.", audience: "private");
        foreach (var holder in new[] { null, "first", "second", "administrator" })
        {
            using var client = app.Client(holder);
            Assert.DoesNotContain("A private remark.", Words(format, await client.GetByteArrayAsync(Address(format), Stop)));
        }

        using var owner = app.Client("second");
        using var mine = await owner.GetAsync(Address(format) + "?audience=mine", Stop);
        Assert.Contains("A private remark.", Words(format, await mine.Content.ReadAsByteArrayAsync(Stop)));
        Assert.True(mine.Headers.CacheControl is { NoStore: true, Private: true });
        Assert.Null(mine.Headers.ETag);
        using var other = app.Client("first");
        Assert.DoesNotContain("A private remark.", Words(format, await other.GetByteArrayAsync(Address(format) + "?audience=mine", Stop)));
    }

    [Theory]
    [MemberData(nameof(Citations))]
    public async Task A_citation_is_the_same_whatever_was_annotated_and_for_whoever_asks(string format)
    {
        using var client = app.Client("second");
        var before = await client.GetByteArrayAsync(Address(format), Stop);
        await app.Annotate("second", "A private remark.", audience: "private");
        await app.Annotate("second", "A public remark.");
        Assert.Equal(before, await client.GetByteArrayAsync(Address(format) + "?audience=mine", Stop));
        var words = Words(format, before);
        Assert.Contains("http://localhost:5080/speeches/" + ApiApp.Slug, words);
        Assert.Contains("On the law that applies", words);
        Assert.Contains("Example Speaker", words);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_same_content_gives_the_same_bytes_and_a_known_tag_none(string format)
    {
        using var client = app.Client();
        using var first = await client.GetAsync(Address(format), Stop);
        using var second = await client.GetAsync(Address(format) + "?audience=public&version=1&download=1", Stop);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Stop), await second.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);

        using var request = new HttpRequestMessage(HttpMethod.Get, Address(format));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var known = await client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);

        await app.Annotate("first", "One more.");
        using var changed = await client.GetAsync(Address(format), Stop);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task A_download_is_offered_under_a_name_that_every_system_takes()
    {
        using var client = app.Client();
        using var shown = await client.GetAsync(Address("md"), Stop);
        Assert.Equal("inline", shown.Content.Headers.ContentDisposition?.DispositionType);
        using var saved = await client.GetAsync(Address("md") + "?download=1", Stop);
        Assert.Equal("attachment", saved.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(ApiApp.Slug + ".md", saved.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("On the law that applies.md", saved.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task Head_has_the_header_fields_of_get_and_no_body()
    {
        using var client = app.Client();
        using var get = await client.GetAsync(Address("json"), Stop);
        using var request = new HttpRequestMessage(HttpMethod.Head, Address("json"));
        using var head = await client.SendAsync(request, Stop);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }

    [Theory]
    [InlineData($"/speeches/{ApiApp.Slug}.xyz", 415)]
    [InlineData($"/speeches/{ApiApp.Slug}.tar.gz", 415)]
    [InlineData("/speeches/unknown.md", 404)]
    [InlineData($"/speeches/{ApiApp.Slug}.md?version=2", 404)]
    [InlineData($"/speeches/{ApiApp.Slug}.md?version=x", 400)]
    [InlineData($"/speeches/{ApiApp.Slug}.md?audience=mine", 401)]
    [InlineData($"/speeches/{ApiApp.Slug}.md?audience=group:legal", 404)]
    [InlineData($"/speeches/{ApiApp.Slug}.md?audience=everyone", 422)]
    public async Task What_cannot_be_taken_away_is_refused(string address, int status)
    {
        using var client = app.Client();
        using var answer = await client.GetAsync(address, Stop);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_page_offers_every_format_and_says_what_is_left_out()
    {
        using var anonymous = app.App.Anonymous();
        var page = await anonymous.Page($"/speeches/{ApiApp.Slug}/export");
        foreach (var writer in SpeechWriters.All)
        {
            Assert.NotNull(page.QuerySelector($"a[href='{Address(writer.Format)}?download=1']"));
            Assert.NotNull(page.QuerySelector($"a[href='{Address(writer.Format)}']"));
            Assert.Contains(writer.Description, page.Body!.TextContent);
        }

        Assert.Contains("Private notes", page.QuerySelector(".left-out")!.TextContent);
        Assert.Null(page.QuerySelector(".audiences"));

        using var browser = await app.Browser("second");
        var own = await browser.Page($"/speeches/{ApiApp.Slug}/export?audience=mine");
        Assert.NotNull(own.QuerySelector($"a[href='{Address("docx")}?audience=mine&download=1']"));
        Assert.Contains("Whoever gets the file can read them", own.QuerySelector(".notice")!.TextContent);
    }

    [Fact]
    public async Task A_page_opened_on_the_site_shows_in_its_own_style_and_runs_nothing()
    {
        using var client = app.Client();
        using var answer = await client.GetAsync(Address("html"), Stop);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("script-src", policy);
    }

    private static string Address(string format) => $"/speeches/{ApiApp.Slug}.{format}";

    /// <summary>The text of a copy; of a Word file, the text of its parts.</summary>
    private static string Words(string format, byte[] copy)
    {
        if (format != "docx") return Encoding.UTF8.GetString(copy);
        using var parts = new ZipArchive(new MemoryStream(copy));
        return string.Concat(parts.Entries
            .Where(part => part.Name.EndsWith(".xml", StringComparison.Ordinal) || part.Name.EndsWith(".rels", StringComparison.Ordinal))
            .Select(part =>
            {
                using var reader = new StreamReader(part.Open());
                return reader.ReadToEnd();
            }));
    }
}

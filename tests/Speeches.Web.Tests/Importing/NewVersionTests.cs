using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Tests.Annotations;

namespace Speeches.Web.Tests.Importing;

public sealed class NewVersionTests : IAsyncDisposable
{
    private readonly SpeechesApp _app = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_annotated_seed_keeps_its_threads_over_a_second_version()
    {
        var slug = await _app.SeedSlug();
        using var annotator = await _app.WithToken();
        var (whole, range, edited, removed) = (
            await Annotate(annotator, slug, new { paragraph = 1, body = "on the first" }),
            await Annotate(annotator, slug, new { paragraph = 4, start = 0, end = 12, body = "on words" }),
            await Annotate(annotator, slug, new { paragraph = 4, body = "on what is edited" }),
            await Annotate(annotator, slug, new { paragraph = 7, body = "on what goes" }));

        using var editor = await _app.WithToken(role: Role.Editor);
        using var answer = await editor.PostAsync($"/api/v1/speeches/{slug}/versions", Form(Second()), Stop);

        Assert.Equal((201, $"/api/v1/speeches/{slug}/text?version=2"), ((int)answer.StatusCode, answer.Headers.Location!.ToString()));
        var result = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(("imported", slug, 2), (result.Text("status"), result.Text("slug"), result.GetProperty("version").GetInt32()));
        Assert.Equal("""{"exact":0,"moved":2,"changed":1,"orphan":1}""", result.GetProperty("annotations").GetRawText());
        var speech = await annotator.GetFromJsonAsync<JsonElement>($"/api/v1/speeches/{slug}", Stop);
        Assert.Equal([1, 2], speech.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("version").GetInt32()));
        Assert.Equal(2, speech.GetProperty("version").GetInt32());

        Assert.Equal((2, "moved", "p2"), Place(await Read(annotator, whole)));
        var words = await Read(annotator, range);
        Assert.Equal((2, "moved", "p5"), Place(words));
        Assert.Equal(JsonText(range, "quote", "exact"), JsonText(words, "quote", "exact"));
        var changed = await Read(annotator, edited);
        Assert.Equal((2, "changed", "p5"), Place(changed));
        Assert.Equal(JsonText(edited, "quote", "exact"), JsonText(changed, "original", "quote", "exact"));
        Assert.Contains("carefully", JsonText(changed, "quote", "exact"), StringComparison.Ordinal);
        Assert.InRange(changed.GetProperty("original").GetProperty("score").GetDouble(), 0.8, 0.999);
        var orphan = await Read(annotator, removed);
        Assert.Equal((2, "orphan", null), Place(orphan));
        Assert.Equal(JsonText(removed, "quote", "exact"), JsonText(orphan, "quote", "exact"));
        Assert.Equal(JsonValueKind.Null, orphan.GetProperty("paragraph").ValueKind);
        Assert.Equal((1, "exact", "p7"), Place((await List(annotator, $"/api/v1/speeches/{slug}/annotations?version=1&paragraph=7")).Single()));
        Assert.Empty(await List(annotator, $"/api/v1/speeches/{slug}/annotations?paragraph=7"));
        using var unknown = await annotator.GetAsync($"/api/v1/speeches/{slug}/annotations?version=3", Stop);
        Assert.Equal(404, (int)unknown.StatusCode);

        using var again = await editor.PostAsync($"/api/v1/speeches/{slug}/versions", Form(Second()), Stop);
        Assert.Equal((200, "unchanged"), ((int)again.StatusCode, (await again.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("status")));
    }

    [Fact]
    public async Task A_reader_sees_them_where_they_stand_and_an_orphan_at_the_end()
    {
        var slug = await _app.SeedSlug();
        using var browser = await _app.SignedIn();
        var (moved, edited, removed) = (await browser.Annotate(slug, "It moves.", "p1"), await browser.Annotate(slug, "It is edited.", "p4"), await browser.Annotate(slug, "It goes.", "p7"));
        await AddVersion(slug, Second());

        var page = await _app.Anonymous().Page($"/speeches/{slug}");
        Assert.NotNull(page.QuerySelector($"#passage-p2 #a-{moved}"));
        Assert.Contains("Changed since version 1", page.QuerySelector($"#passage-p5 #a-{edited} .origin")!.TextContent, StringComparison.Ordinal);
        var orphan = page.QuerySelector($"#unplaced #a-{removed}")!;
        Assert.Contains("It goes.", orphan.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/speeches/{slug}/v/1#a-{removed}", orphan.QuerySelector(".origin a")!.GetAttribute("href"));
        Assert.InRange(orphan.QuerySelector("blockquote")!.TextContent.Length, 50, 121);
        Assert.Equal($"/speeches/{slug}#a-{removed}", (await browser.Get($"/annotations/{removed}")).Headers.Location!.OriginalString);

        var first = await _app.Anonymous().Page($"/speeches/{slug}/v/1");
        Assert.NotNull(first.QuerySelector($"#passage-p1 #a-{moved}"));
        Assert.NotNull(first.QuerySelector($"#passage-p7 #a-{removed}"));
        Assert.Null(first.QuerySelector(".origin"));
        Assert.Null(first.QuerySelector("#unplaced"));

        var (status, fragment) = await browser.Quietly($"/annotations/{removed}/replies", new { body = "Where did it go?" });
        Assert.Equal(200, status);
        Assert.Contains("Where did it go?", fragment.QuerySelector("#unplaced")!.TextContent, StringComparison.Ordinal);
        (status, fragment) = await browser.Quietly($"/annotations/{moved}/replies", new { body = "Seen on the first." }, null, ("X-Version", "1"));
        Assert.Equal((200, "a-"), (status, fragment.QuerySelector("#passage-p1 .reply")!.Id![..2]));
        (status, fragment) = await browser.Quietly($"/annotations/{edited}/delete", new { }, null, ("X-Version", "1"));
        Assert.Equal(200, status);
        Assert.NotNull(fragment.QuerySelector("#passage-p4"));
    }

    [Fact]
    public async Task Copies_say_what_was_changed_and_what_has_no_place()
    {
        var slug = await _app.SeedSlug();
        using var browser = await _app.SignedIn();
        await browser.Annotate(slug, "It is edited.", "p4");
        await browser.Annotate(slug, "It goes.", "p7");
        await AddVersion(slug, Second());

        const string before = "where the words were";
        const string gone = "that are not in this version";
        foreach (var (format, changed, orphan) in new[] { ("md", before, gone), ("txt", before, gone), ("html", before, gone), ("json", "\"changed\"", "\"orphan\""), ("jsonld", "It is edited.", "/v/1\"") })
        {
            var now = string.Join(' ', (await _app.Anonymous().GetStringAsync($"/speeches/{slug}.{format}", Stop)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var first = await _app.Anonymous().GetStringAsync($"/speeches/{slug}.{format}?version=1", Stop);
            Assert.Contains(changed, now, StringComparison.Ordinal);
            Assert.Contains(orphan, now, StringComparison.Ordinal);
            Assert.Contains("It goes.", now, StringComparison.Ordinal);
            Assert.Contains("It goes.", first, StringComparison.Ordinal);
            Assert.DoesNotContain(orphan, first, StringComparison.Ordinal);
        }

        // In the Word copy each is a comment that ends with what became of its words; the one without a place stands at the end of the text.
        var (text, comments) = await WordCopy(slug, "");
        Assert.Equal(["It is edited.", "It goes."], comments.Select(comment => comment[0]));
        Assert.Contains(before, comments[0][^1], StringComparison.Ordinal);
        Assert.StartsWith("Made on words of version 1 that are not in this one", comments[1][^1], StringComparison.Ordinal);
        Assert.EndsWith("Annotations on words that are not in this version", text, StringComparison.Ordinal);
        (text, comments) = await WordCopy(slug, "?version=1");
        Assert.Equal([["It is edited."], ["It goes."]], comments);
        Assert.DoesNotContain(gone, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_annotation_made_on_an_old_version_stays_before_its_writer_and_comes_to_the_new_one()
    {
        var slug = await _app.SeedSlug();
        await AddVersion(slug, Second());
        using var browser = await _app.SignedIn();

        using var answer = await browser.PostForm($"/speeches/{slug}/annotations?block=p2&version=1", new { body = "Late.", audience = "public" }, $"/speeches/{slug}/annotations");

        var location = answer.Headers.Location!.OriginalString;
        Assert.StartsWith($"/speeches/{slug}/v/1#a-", location, StringComparison.Ordinal);
        var id = location[(location.IndexOf('#', StringComparison.Ordinal) + 1)..];
        Assert.NotNull((await browser.Page($"/speeches/{slug}/v/1")).QuerySelector($"#passage-p2 #{id}"));
        Assert.NotNull((await _app.Anonymous().Page($"/speeches/{slug}")).QuerySelector($"#passage-p3 #{id}"));
    }

    [Fact]
    public async Task Only_an_editor_adds_a_version_and_only_to_a_speech_that_is_there()
    {
        var slug = await _app.SeedSlug();
        using var editor = await _app.WithToken(role: Role.Editor);
        using var annotator = await _app.WithToken();
        await editor.PostAsync("/api/v1/speeches", Form(Sources.Text("The law of tides")), Stop);
        foreach (var (client, name, source, status) in new[]
        {
            (annotator, slug, Second(), 403), (_app.Anonymous(), slug, Second(), 401), (editor, "no-such-speech", Second(), 404),
            (editor, slug, Sources.Text("The law of tides"), 409), (editor, slug, Sources.WithoutBody, 422),
        })
        {
            using var answer = await client.PostAsync($"/api/v1/speeches/{name}/versions", Form(source), Stop);
            Assert.Equal(status, (int)answer.StatusCode);
            if (status == 409)
                Assert.Equal("duplicate", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("code"));
        }

        Assert.Single(await _app.Get<SpeechStore>().Versions((await _app.Get<SpeechStore>().Find(slug))!.Id));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // The seed has a paragraph a line: one more before the first, a word more in the fourth, and no seventh.
    private static string Second()
    {
        var seed = File.ReadAllLines(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds")).Single()).ToList();
        var paragraphs = seed.Index().Where(line => line.Item.Length > 150).Select(line => line.Index).ToArray();
        seed[paragraphs[3]] = seed[paragraphs[3]].Replace(" appropriate ", " ", StringComparison.Ordinal).Insert(seed[paragraphs[3]].IndexOf(' ', 60), " carefully");
        seed.RemoveAt(paragraphs[6]);
        seed.Insert(paragraphs[0], "");
        seed.Insert(paragraphs[0], "It is an honour to open this meeting, and I thank the organizers for the care with which they have prepared it.");
        return string.Join('\n', seed);
    }

    private async Task AddVersion(string slug, string source)
    {
        using var editor = await _app.WithToken(role: Role.Editor);
        using var answer = await editor.PostAsync($"/api/v1/speeches/{slug}/versions", Form(source), Stop);
        Assert.Equal(201, (int)answer.StatusCode);
    }

    /// <summary>The words of the commented parts of a Word copy one after the other, and the paragraphs of each comment.</summary>
    private async Task<(string Text, string[][] Comments)> WordCopy(string slug, string query)
    {
        using var zip = new ZipArchive(new MemoryStream(await _app.Anonymous().GetByteArrayAsync($"/speeches/{slug}.docx{query}", Stop)));
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var document = XDocument.Load(zip.GetEntry("word/document.xml")!.Open());
        var text = string.Join('\n', document.Descendants(w + "p").Where(paragraph => paragraph.Elements(w + "commentRangeStart").Any()).Select(paragraph => paragraph.Value));
        return (text, [.. XDocument.Load(zip.GetEntry("word/comments.xml")!.Open()).Descendants(w + "comment")
            .Select(comment => comment.Elements(w + "p").Select(paragraph => paragraph.Value).ToArray())]);
    }

    private static MultipartFormDataContent Form(string source) => new() { { new ByteArrayContent(Encoding.UTF8.GetBytes(source)), "file", "second.txt" } };

    private static async Task<JsonElement> Annotate(HttpClient client, string slug, object annotation)
    {
        using var answer = await client.PostAsJsonAsync($"/api/v1/speeches/{slug}/annotations", annotation, Stop);
        Assert.Equal(201, (int)answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private static Task<JsonElement> Read(HttpClient client, JsonElement annotation) =>
        client.GetFromJsonAsync<JsonElement>($"/api/v1/annotations/{annotation.Text("id")}", Stop);

    private static async Task<List<JsonElement>> List(HttpClient client, string address) =>
        [.. (await client.GetFromJsonAsync<JsonElement>(address, Stop)).GetProperty("items").EnumerateArray()];

    private static (int, string?, string?) Place(JsonElement annotation) =>
        (annotation.GetProperty("version").GetInt32(), annotation.Text("anchor"), annotation.Text("block"));

    private static string? JsonText(JsonElement element, params string[] path) => path.Aggregate(element, (at, name) => at.GetProperty(name)).GetString();
}

using System.Text.Json;
using AngleSharp.Html.Dom;
using Speeches.Annotations;
using Speeches.Web.Tests.Annotations;

namespace Speeches.Web.Tests.Importing;

/// <summary>The comments of a Word file as an editor takes them over in the browser.</summary>
public sealed class CommentsOnDeskTests : IAsyncLifetime
{
    private const string Slug = "2019-03-12-the-law-of-rivers";
    private readonly SpeechesApp _app = new() { Settings = [("Seeds:Directory", "")] };
    private readonly byte[] _file = CommentedFile.Bytes();
    private HttpClient _editor = null!;

    public async ValueTask InitializeAsync() => _editor = await _app.SignedIn(Role.Editor, "An editor");

    public async ValueTask DisposeAsync()
    {
        _editor.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_shows_them_and_they_come_along_only_if_they_are_wanted()
    {
        var page = await Draft();

        Assert.Equal("3 comments in the file", page.Words("#comments-title"));
        Assert.Equal(["stays in the file", "on paragraph 1: borders", "on paragraph 2"], page.All(".printed-comments .on"));
        Assert.Equal(["A good title.", "Is this *so*?", "1. It is.", "To be quoted."], page.All(".printed-comments .words"));
        Assert.Matches("^B. Reader, 14 December 2021", page.All(".printed-comments .who")[2]);
        Assert.EndsWith("done", page.All(".printed-comments .who")[1], StringComparison.Ordinal);
        Assert.Contains(page.All("#text .remarks li"), remark => remark.Contains("by A. Reader is on the header", StringComparison.Ordinal));
        var tick = (IHtmlInputElement)page.QuerySelector("#comments [name=comments]")!;
        Assert.Equal((false, "header"), (tick.IsChecked, tick.GetAttribute("form")));

        // What was ticked is still so when a field needs another look.
        using var refused = await _editor.SendHeader(page, "publish", ("date", "never"), ("comments", "true"), ("audience", "private"));
        var again = await refused.Document();
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.True(((IHtmlInputElement)again.QuerySelector("#comments [name=comments]")!).IsChecked);
        Assert.True(((IHtmlInputElement)again.QuerySelector("#comments [value=private]")!).IsChecked);

        using var published = await _editor.SendHeader(page, "publish", ("audience", "public"));
        Assert.Equal($"/speeches/{Slug}", published.Headers.Location!.OriginalString);
        Assert.Empty(await Bodies(_editor));
    }

    [Theory]
    [InlineData("public", 2)]
    [InlineData("private", 0)]
    public async Task They_are_published_with_the_speech_to_whom_the_editor_says(string audience, int seen)
    {
        using var published = await _editor.SendHeader(await Draft(), "publish", ("comments", "true"), ("audience", audience));
        Assert.Equal(303, (int)published.StatusCode);

        var own = await Bodies(_editor);
        Assert.Equal(2, own.Length);
        Assert.StartsWith("*Comment by A. Reader, 14 December 2021, 10:00 UTC, from the imported file*", own[0], StringComparison.Ordinal);
        using var anybody = _app.Anonymous();
        Assert.Equal(seen, (await Bodies(anybody)).Length);

        // The same file again as a version brings none twice.
        var answer = await AddVersion(422, _file, ("comments", "true"), ("audience", "public"));
        Assert.Contains("version 1 already. Nothing was stored.", answer.Words("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(2, (await Bodies(_editor)).Length);
    }

    [Fact]
    public async Task A_word_file_that_comes_as_a_version_brings_its_comments_to_that_version()
    {
        (await _editor.SendHeader(await _editor.Page(await _editor.Draft(Sources.Text())), "publish")).Dispose();

        await AddVersion(302, _file, ("comments", "true"), ("audience", "public"));

        Assert.Equal(2, (await Bodies(_editor)).Length);
        Assert.Equal("made on it 2", string.Join(' ', (await _editor.Page($"/speeches/{Slug}/versions")).All("#v2 .fared div > *")));
    }

    [Fact]
    public async Task A_corrected_version_brings_only_the_comments_that_its_speech_does_not_have()
    {
        (await _editor.SendHeader(await Draft(), "publish", ("comments", "true"), ("audience", "public"))).Dispose();

        await AddVersion(302, CommentedFile.Bytes(corrected: true), ("comments", "true"), ("audience", "public"));

        Assert.Equal(3, (await Bodies(_editor)).Length);
        Assert.Contains("made on it 1", string.Join(' ', (await _editor.Page($"/speeches/{Slug}/versions")).All("#v2 .fared div > *")), StringComparison.Ordinal);
    }

    private async Task<IHtmlDocument> Draft()
    {
        using var answer = await _editor.Upload(quietly: false, ("commented.docx", _file));
        var page = await answer.Document();
        Assert.Contains("3 comments", page.Words(".result .facts"), StringComparison.Ordinal);
        return await _editor.Page(page.QuerySelector(".result h2 a")!.GetAttribute("href")!);
    }

    private async Task<IHtmlDocument> AddVersion(int expected, byte[] file, params (string Name, string Value)[] fields)
    {
        var page = await _editor.Page($"/speeches/{Slug}/versions");
        var action = $"/speeches/{Slug}/versions/add";
        using var form = new MultipartFormDataContent
        {
            { new StringContent(((IHtmlInputElement)page.QuerySelector($"form[action='{action}'] input[type=hidden]")!).Value), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "commented.docx" },
        };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        using var answer = await _editor.PostAsync(action, form, TestContext.Current.CancellationToken);
        Assert.Equal(expected, (int)answer.StatusCode);
        return await answer.Document();
    }

    private static async Task<string[]> Bodies(HttpClient browser)
    {
        using var answer = await browser.Get($"/api/v1/speeches/{Slug}/annotations");
        return [.. JsonDocument.Parse(await answer.Text()).RootElement.GetProperty("items").EnumerateArray().Select(item => item.Text("body")!)];
    }
}

using Speeches.Annotations;
using Speeches.Web.Tests.Annotations;

namespace Speeches.Web.Tests.Importing;

public sealed class ImportPageTests(ImportApp fixture) : IClassFixture<ImportApp>
{
    [Fact]
    public async Task An_editor_sends_several_files_and_sees_what_came_of_each()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        using var answer = await browser.Upload(quietly: false, ("mountains.txt", Sources.Bytes("The law of mountains")), ("noise.doc", Sources.Noise), ("valleys.txt", Sources.Bytes("The law of valleys")));
        Assert.Equal(200, (int)answer.StatusCode);
        var page = await answer.Document();

        Assert.Equal(["imported", "failed", "imported"], page.QuerySelectorAll(".result").Select(result => result.GetAttribute("data-status")));
        Assert.Equal("unknown-format", page.QuerySelector(".result code")!.TextContent);
        Assert.Equal(["The law of valleys", "The law of mountains"], page.All("#drafts li > a:first-child"));
        Assert.Equal(404, await browser.Status("/speeches/2019-03-12-the-law-of-mountains"));
        await browser.Page(page.QuerySelector(".result h2 a")!.GetAttribute("href")!);
    }

    [Fact]
    public async Task Script_sends_each_file_by_itself_and_gets_its_line_and_the_drafts()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        using var answer = await browser.Upload(quietly: true, ("hills.txt", Sources.Bytes("The law of hills")));
        var fragment = await answer.Document();
        Assert.Null(fragment.QuerySelector("main"));
        Assert.Equal(["The law of hills"], fragment.All(".result h2"));
        Assert.Equal(["The law of hills"], fragment.All("#drafts li > a:first-child"));
    }

    [Fact]
    public async Task The_same_bytes_are_said_to_be_there_whether_as_a_draft_or_as_a_speech()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        var draft = await browser.Draft(Sources.Text("The law of caves"));
        Assert.Equal(draft, await browser.Draft(Sources.Text("The law of caves")));
        using var published = await browser.SendHeader(await browser.Page(draft), "publish");
        Assert.Equal("/speeches/2019-03-12-the-law-of-caves", published.Headers.Location!.OriginalString);

        using var again = await browser.Upload(quietly: false, ("copy.txt", Sources.Bytes("The law of caves")));
        var page = await again.Document();
        Assert.Equal("unchanged", page.QuerySelector(".result")!.GetAttribute("data-status"));
        Assert.Equal("/speeches/2019-03-12-the-law-of-caves", page.QuerySelector(".result h2 a")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("#drafts li"));
    }

    [Theory]
    [InlineData("speech\u202Etxt.exe", "MZ-not-text", "unknown-format")]
    [InlineData("empty.docx", "", "no-body")]
    [InlineData("secret.pdf", "%PDF", "encrypted")]
    public async Task A_nasty_file_is_one_clear_line(string name, string kind, string code)
    {
        byte[] source = kind switch { "%PDF" => Sources.EncryptedPdf, "" => [], _ => [(byte)'M', (byte)'Z', .. Sources.Noise] };
        using var browser = await fixture.App.SignedIn(Role.Editor);
        using var answer = await browser.Upload(quietly: true, (name, source));
        var result = Assert.Single((await answer.Document()).QuerySelectorAll(".result"));
        Assert.Equal("failed", result.GetAttribute("data-status"));
        Assert.Equal(code, result.QuerySelector("code")!.TextContent);
        Assert.DoesNotContain('\u202E', result.TextContent);
    }

    [Fact]
    public async Task A_larger_file_than_other_requests_may_be_gets_through_to_its_own_limit()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        using var answer = await browser.Upload(quietly: false, ("large.txt", new byte[3_000_000]));
        Assert.Equal("too-large", (await answer.Document()).QuerySelector(".result code")!.TextContent);
    }

    [Fact]
    public async Task A_form_without_a_file_or_with_a_language_that_is_none_is_shown_again_with_the_error_at_its_field()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        using var empty = await browser.PostForm("/import", new { language = "fr" });
        Assert.Equal(422, (int)empty.StatusCode);
        Assert.NotNull((await empty.Document()).GetElementById("files-error"));
        using var wrong = await browser.PostForm("/import", new { language = "not a tag" });
        var page = await wrong.Document();
        Assert.NotNull(page.GetElementById("language-error"));
        Assert.Equal("not a tag", page.Typed("language"));
    }

    [Fact]
    public async Task Others_are_refused_and_are_not_shown_the_way()
    {
        using var annotator = await fixture.App.SignedIn(Role.Annotator);
        using var reader = await fixture.App.SignedIn(Role.Reader);
        using var anonymous = fixture.App.Anonymous();
        Assert.Equal((403, 403, 302), (await annotator.Status("/import"), await reader.Status("/import"), await anonymous.Status("/import")));
        Assert.Null((await annotator.Page("/")).QuerySelector("nav a[href='/import']"));
        using var editor = await fixture.App.SignedIn(Role.Editor);
        Assert.NotNull((await editor.Page("/")).QuerySelector("nav a[href='/import']"));
    }
}

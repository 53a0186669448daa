using Speeches.Annotations;

namespace Speeches.Web.Tests.Versions;

/// <summary>The list of versions, adding one, and looking at two.</summary>
public sealed class VersionPagesTests : IAsyncLifetime
{
    private readonly SpeechesApp _app = new();
    private string _slug = "";
    private HttpClient _editor = null!;

    public async ValueTask InitializeAsync()
    {
        _slug = await _app.SeedSlug();
        var author = await _app.AddAccount(Role.Annotator);
        await _app.Annotate(author, _slug, 1, "First words.", "The world today");
        await _app.Annotate(author, _slug, 1, "The whole paragraph.");
        await _app.Annotate(author, _slug, 4, "This may go.");
        await _app.Annotate(author, _slug, 9, "On multilateralism.");
        _editor = await _app.SignedIn(Role.Editor, "An editor");
    }

    public async ValueTask DisposeAsync()
    {
        _editor.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task An_editor_adds_a_corrected_text_and_the_list_says_how_the_annotations_fared()
    {
        using var answer = await _editor.AddVersion(_slug, SeedVersions.Corrected());
        Assert.Equal(302, (int)answer.StatusCode);
        var page = await _editor.Page(answer.Headers.Location!.ToString());

        Assert.Contains("Version 2 was added", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"[role=status] a[href='/speeches/{_slug}/versions/2/orphans']"));
        Assert.Equal(["v2", "v1"], page.QuerySelectorAll(".version").Select(version => version.Id));
        Assert.Equal(
            ["same words, same place 1", "same words, moved 1", "words changed 1", "without a place 1"],
            page.QuerySelectorAll("#v2 .fared div").Select(fared => string.Join(' ', fared.Children.Select(part => part.TextContent))));
        Assert.Equal("made on it 4", string.Join(' ', page.QuerySelectorAll("#v1 .fared div > *").Select(part => part.TextContent)));
        Assert.Equal("corrected.md", page.QuerySelector("#v2 .file")!.TextContent);
        Assert.NotNull(page.QuerySelector($"#v2 a[href='/speeches/{_slug}/compare/1...2']"));

        using var again = await _editor.AddVersion(_slug, SeedVersions.Corrected());
        Assert.Contains("version 2 already", (await again.Document()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        // The reading page shows the way to it, the old version the way on.
        using var anybody = _app.Anonymous();
        var reading = await anybody.Page($"/speeches/{_slug}");
        Assert.Equal("Version 2 of 2", reading.QuerySelector($"a[href='/speeches/{_slug}/versions']")!.TextContent);
        var old = await anybody.Page($"/speeches/{_slug}/v/1");
        Assert.NotNull(old.QuerySelector($".letterhead .notice a[href='/speeches/{_slug}/compare/1...2']"));
        Assert.Null(reading.QuerySelector(".letterhead .notice"));
    }

    [Fact]
    public async Task Only_an_editor_is_offered_the_form_and_a_file_that_cannot_be_read_is_refused_with_its_reason()
    {
        using var anybody = _app.Anonymous();
        var page = await anybody.Page($"/speeches/{_slug}/versions");
        Assert.Null(page.QuerySelector("form[enctype], input[name=__RequestVerificationToken]"));
        Assert.Equal(404, (int)(await anybody.Get("/speeches/none/versions")).StatusCode);
        using var annotator = await _app.SignedIn(Role.Annotator);
        Assert.Equal(403, (int)(await annotator.PostBlindly($"/speeches/{_slug}/versions/add", new { language = "" })).StatusCode);

        using var refused = await _editor.AddVersion(_slug, "\0\0\0");
        Assert.Equal(422, (int)refused.StatusCode);
        var form = await refused.Document();
        Assert.NotEmpty(form.QuerySelector("[role=alert]")!.TextContent);
        Assert.NotNull(form.QuerySelector($"form[action='/speeches/{_slug}/versions/add']"));
        using var mistyped = await _editor.AddVersion(_slug, SeedVersions.Corrected(), language: "not a tag");
        Assert.Equal(422, (int)mistyped.StatusCode);
        Assert.Single((await _editor.Page($"/speeches/{_slug}/versions")).QuerySelectorAll(".version"));
    }

    [Fact]
    public async Task Two_versions_are_compared_word_by_word_side_by_side_and_inline()
    {
        (await _editor.AddVersion(_slug, SeedVersions.Corrected())).Dispose();
        using var anybody = _app.Anonymous();
        var page = await anybody.Page($"/speeches/{_slug}/compare/1...2");

        var changes = page.QuerySelectorAll(".row.changed");
        Assert.Equal(["change-1", "change-2", "change-3", "change-4"], changes.Select(row => row.Id));
        Assert.Equal(["Urgent action", ". Increased"], changes[1].QuerySelectorAll(".before del").Select(words => words.TextContent.Trim()));
        Assert.Equal(["Action", "now. The increased"], changes[1].QuerySelectorAll(".after ins").Select(words => words.TextContent.Trim()));
        Assert.Empty(changes[1].QuerySelectorAll(".before ins, .after del"));
        Assert.Contains("Only in version 1", changes[2].TextContent, StringComparison.Ordinal);
        Assert.Contains(SeedVersions.LeftOut, changes[2].QuerySelector(".before del")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("4 unchanged", page.QuerySelector("details.same:not([open]) > summary")!.TextContent);

        var inline = await anybody.Page($"/speeches/{_slug}/compare/1...2?view=inline");
        Assert.Empty(inline.QuerySelectorAll(".before, .after"));
        Assert.Equal(["Urgent action", ". Increased"], inline.QuerySelectorAll("#change-2 del").Select(words => words.TextContent.Trim()));
        Assert.NotEmpty(inline.QuerySelectorAll("#change-2 ins"));

        var back = await anybody.Page($"/speeches/{_slug}/compare/2...1");
        Assert.Equal(["Action", "now. The increased"], back.QuerySelectorAll("#change-2 .before del").Select(words => words.TextContent.Trim()));
        foreach (var none in (string[])["1...1", "1...9", "0...1", "x...1"])
            Assert.Equal(404, (int)(await anybody.Get($"/speeches/{_slug}/compare/{none}")).StatusCode);
    }

    [Fact]
    public async Task A_translation_stands_beside_its_original_each_in_its_own_language_and_direction()
    {
        (await _editor.AddVersion(_slug, SeedVersions.InArabic, name: "ar.txt")).Dispose();
        using var anybody = _app.Anonymous();
        var list = await anybody.Page($"/speeches/{_slug}/versions");
        Assert.Equal("translation", list.QuerySelector("#v2 .pill")!.TextContent);
        Assert.Equal("current", list.QuerySelector("#v1 .pill")!.TextContent);

        var page = await anybody.Page($"/speeches/{_slug}/compare/1...2");
        Assert.Empty(page.QuerySelectorAll(".comparison ins, .comparison del"));
        Assert.All(page.QuerySelectorAll(".parallel .before"), side => Assert.Equal(("en", "ltr"), (side.GetAttribute("lang"), side.GetAttribute("dir"))));
        Assert.All(page.QuerySelectorAll(".parallel .after"), side => Assert.Equal(("ar", "rtl"), (side.GetAttribute("lang"), side.GetAttribute("dir"))));
        var last = page.QuerySelectorAll(".parallel .row")[^1];
        Assert.Contains("I look forward", last.QuerySelector(".before")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("وأتطلع إلى المناقشات اليوم", last.QuerySelector(".after")!.TextContent, StringComparison.Ordinal);
        var reading = await anybody.Page($"/speeches/{_slug}/v/2");
        Assert.NotNull(reading.QuerySelector($".letterhead .notice a[href='/speeches/{_slug}/compare/1...2']"));
    }
}

using AngleSharp.Html.Dom;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Tests.Versions;

/// <summary>Where a person decides about annotations without a place.</summary>
public sealed class OrphanDeskTests : IAsyncLifetime
{
    private readonly SpeechesApp _app = new();
    private string _slug = "";
    private string _desk = "";
    private HttpClient _editor = null!;
    private Annotation _words = null!;
    private Annotation _paragraph = null!;

    public async ValueTask InitializeAsync()
    {
        _slug = await _app.SeedSlug();
        _desk = $"/speeches/{_slug}/versions/2/orphans";
        var author = await _app.AddAccount(Role.Annotator);
        _words = await _app.Annotate(author, _slug, 4, "Which *challenges*?", "unique challenges");
        _paragraph = await _app.Annotate(author, _slug, 4, "This may go.");
        await _app.Annotate(author, _slug, 1, "The whole paragraph.");
        _editor = await _app.SignedIn(Role.Editor, "An editor");
        (await _editor.AddVersion(_slug, SeedVersions.Corrected())).Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        _editor.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task The_desk_shows_the_old_words_in_their_place_beside_places_like_them()
    {
        var page = await _editor.Page(_desk);

        Assert.Equal([Item(_paragraph), Item(_words)], page.QuerySelectorAll(".item").Take(2).Select(item => item.Id));
        var item = page.GetElementById(Item(_words))!;
        Assert.Equal("unique challenges", item.QuerySelector(".old mark")!.TextContent);
        Assert.NotNull(item.QuerySelector(".words em"));
        Assert.Equal(3, item.QuerySelectorAll(".old p").Length);
        Assert.Contains("other", item.QuerySelectorAll("input[type=radio]").Select(place => place.GetAttribute("value")));
        Assert.Contains("On changed words", page.QuerySelectorAll(".item")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_placed_stands_there_and_the_history_says_who_put_it()
    {
        using var placed = await Decide(_editor, _words, new { act = "place", place = "other", block = "5", words = "open questions" });
        Assert.Equal(302, (int)placed.StatusCode);

        var page = await _editor.Page(placed.Headers.Location!.ToString());
        Assert.StartsWith("Placed. 2 left.", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.GetElementById(Item(_words)));
        var now = await _app.Get<AnnotationStore>().Find(_words.Id, null);
        Assert.Equal((AnchorState.Changed, AnchorDecision.Placed, "An editor", "p5", "open questions"),
            (now.State, now.Carriage!.Decision, now.Carriage.DecidedBy!.Name, now.Place!.BlockId, now.Place.Exact));
        using var anybody = _app.Anonymous();
        Assert.NotNull((await anybody.Page($"/speeches/{_slug}")).QuerySelector($"#passage-p5:has(#a-{_words.Id}) mark"));
    }

    [Fact]
    public async Task What_is_kept_is_listed_without_a_place_and_can_be_decided_again_and_what_is_let_go_is_not()
    {
        Assert.Equal(302, (int)(await Decide(_editor, _words, new { act = "keep" })).StatusCode);
        Assert.Equal(302, (int)(await Decide(_editor, _paragraph, new { act = "release" })).StatusCode);

        var page = await _editor.Page(_desk);
        Assert.Single(page.QuerySelectorAll(".item"));
        var kept = Assert.Single(page.QuerySelectorAll(".kept li"));
        Assert.Contains("unique challenges", kept.TextContent, StringComparison.Ordinal);
        Assert.Contains("An editor", kept.TextContent, StringComparison.Ordinal);
        using var anybody = _app.Anonymous();
        Assert.NotNull((await anybody.Page($"/speeches/{_slug}")).QuerySelector($"#unplaced #a-{_words.Id}"));
        Assert.Null((await anybody.Page($"/speeches/{_slug}")).QuerySelector($"#unplaced #a-{_paragraph.Id}"));
        Assert.NotNull((await anybody.Page($"/speeches/{_slug}/v/1")).QuerySelector($"#passage-p4 #a-{_paragraph.Id}"));

        var again = await _editor.Page(kept.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(Item(_words), again.QuerySelector(".item")!.Id);
    }

    [Fact]
    public async Task Who_comes_second_changes_nothing_and_is_told_who_was_first()
    {
        using var other = await _app.SignedIn(Role.Editor, "Another editor");
        var stale = (await other.Page(_desk)).GetElementById(Item(_words))!.QuerySelector("form") as IHtmlFormElement;
        (await Decide(_editor, _words, new { act = "place", place = "p5" })).Dispose();

        using var refused = await other.Send(stale!, new { act = "release" });

        Assert.Equal(412, (int)refused.StatusCode);
        Assert.Contains("An editor decided about this annotation meanwhile", (await refused.Document()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("p5", (await _app.Get<AnnotationStore>().Find(_words.Id, null)).Place!.BlockId);
    }

    [Fact]
    public async Task A_place_that_is_none_is_refused_with_what_to_do_and_what_was_typed_stays()
    {
        foreach (var (place, block, words, said) in ((string, string, string, string)[])[
            ("", "", "", "Choose where"), ("other", "99", "", "no paragraph “99”"), ("other", "5", "words that are nowhere", "do not stand"),
            ("other", "5", "the", "more than once"), ("p5:7", "", "", "no place"), ("p5:7:9999", "", "", "outside")])
        {
            using var refused = await Decide(_editor, _words, new { act = "place", place, block, words });

            Assert.Equal(422, (int)refused.StatusCode);
            var page = await refused.Document();
            Assert.Contains(said, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(words, page.GetElementById(Item(_words))!.QuerySelector("input[name=words]")!.GetAttribute("value") ?? "");
        }

        Assert.Equal(AnchorState.Orphan, (await _app.Get<AnnotationStore>().Find(_words.Id, null)).State);
    }

    [Fact]
    public async Task Annotators_decide_about_their_own_private_notes_only_and_strangers_not_at_all()
    {
        using var anybody = _app.Anonymous();
        Assert.Equal(302, (int)(await anybody.Get(_desk)).StatusCode);
        using var annotator = await _app.SignedIn(Role.Annotator);
        Assert.Equal(403, (int)(await annotator.Get(_desk)).StatusCode);
        Assert.Equal(404, (int)(await _editor.Get($"/speeches/{_slug}/versions/7/orphans")).StatusCode);
    }

    private static string Item(Annotation annotation) => $"item-{annotation.Id}";

    private async Task<HttpResponseMessage> Decide(HttpClient browser, Annotation annotation, object fields) =>
        await browser.Send((IHtmlFormElement)(await browser.Page(_desk)).GetElementById(Item(annotation))!.QuerySelector("form")!, fields);
}

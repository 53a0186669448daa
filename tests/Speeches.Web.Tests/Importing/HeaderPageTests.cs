using Speeches.Annotations;
using Speeches.Web.Tests.Annotations;
using Speeches.Web.Tests.Versions;

namespace Speeches.Web.Tests.Importing;

public sealed class HeaderPageTests(ImportApp fixture) : IClassFixture<ImportApp>
{
    [Fact]
    public async Task A_saved_header_is_what_everybody_reads_at_once_everywhere()
    {
        using var editor = await fixture.App.SignedIn(Role.Editor, "First editor");
        using var anyone = fixture.App.Anonymous();
        var speech = await Published(editor, "The law of snow");
        var before = (await anyone.Page(speech)).Words("h1");
        await anyone.Page("/");
        using var copy = await anyone.Get(speech + ".txt");
        Assert.Contains(before!, await copy.Text(), StringComparison.OrdinalIgnoreCase);

        using var saved = await editor.SendHeader(await editor.Page(speech + "/header"), null,
            ("title", "The law of ice"), ("speaker-name", "Another Example"), ("date", "2020-02-29"), ("language", "fr"));
        Assert.Equal((303, speech), ((int)saved.StatusCode, saved.Headers.Location!.OriginalString));

        var page = await anyone.Page(speech);
        Assert.Equal("The law of ice", page.Words("h1"));
        Assert.Equal("fr", page.QuerySelector(".speech")!.GetAttribute("lang"));
        foreach (var format in new[] { "txt", "md", "html", "json" })
        {
            using var export = await anyone.Get($"{speech}.{format}");
            var text = await export.Text();
            Assert.Contains("The law of ice", text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Another Example", text, StringComparison.Ordinal);
            // JSON tells what the source prints, too.
            Assert.True(format == "json" || !text.Contains("The law of snow", StringComparison.OrdinalIgnoreCase), format);
        }

        var library = await anyone.Page("/?speaker=Another+Example&year=2020");
        Assert.Contains("The law of ice", library.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await anyone.Page("/search?q=ice")).QuerySelector($"main a[href^='{speech}']"));

        var trail = await editor.Page(speech + "/header");
        Assert.Contains(trail.All(".trail li"), line => line.Contains("Title by First editor", StringComparison.Ordinal) && line.EndsWith("The law of snow →became The law of ice", StringComparison.Ordinal));
        Assert.Equal(4, trail.QuerySelectorAll(".trail li").Length);
        Assert.StartsWith("by hand", trail.All("#title-origin").Single(), StringComparison.Ordinal);
        Assert.StartsWith("read", trail.All("#kind-origin").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_editors_change_different_fields_and_both_changes_stand()
    {
        using var first = await fixture.App.SignedIn(Role.Editor, "First editor");
        using var second = await fixture.App.SignedIn(Role.Administrator, "Second editor");
        var address = await Published(first, "The law of hail") + "/header";
        var (one, other) = (await first.Page(address), await second.Page(address));
        using var place = await first.SendHeader(one, null, ("place", "Geneva"));
        using var kind = await second.SendHeader(other, null, ("kind", "Remarks"));
        Assert.Equal((303, 303), ((int)place.StatusCode, (int)kind.StatusCode));
        var page = await first.Page(address);
        Assert.Equal(("Geneva", "Remarks"), (page.Typed("place"), page.Typed("kind")));
    }

    [Fact]
    public async Task Two_editors_who_change_the_same_field_see_both_values_and_nothing_is_overwritten()
    {
        using var first = await fixture.App.SignedIn(Role.Editor, "First editor");
        using var second = await fixture.App.SignedIn(Role.Editor, "Second editor");
        var address = await Published(first, "The law of fog") + "/header";
        var (one, other) = (await first.Page(address), await second.Page(address));
        (await first.SendHeader(one, null, ("place", "Geneva"))).Dispose();
        using var late = await second.SendHeader(other, null, ("place", "Vienna"));
        Assert.Equal(409, (int)late.StatusCode);
        var page = await late.Document();
        Assert.Equal("Meanwhile First editor saved: Geneva", page.Words("#place-remark"));
        Assert.Equal("Vienna", page.Typed("place"));
        Assert.Equal("Geneva", (await first.Page(address)).Typed("place"));

        using var decided = await second.SendHeader(page, null);
        Assert.Equal(303, (int)decided.StatusCode);
        Assert.Equal("Vienna", (await first.Page(address)).Typed("place"));
    }

    [Fact]
    public async Task What_a_new_version_brings_is_not_undone_by_a_form_that_was_opened_before()
    {
        using var editor = await fixture.App.SignedIn(Role.Editor, "First editor");
        var speech = await Published(editor, "The law of dew");
        var page = await editor.Page(speech + "/header");
        using var added = await editor.AddVersion(speech["/speeches/".Length..], Sources.Text("The law of dew").Replace("12 March 2019", "13 March 2019", StringComparison.Ordinal));
        using var late = await editor.SendHeader(page, null, ("place", "Geneva"));
        Assert.Equal(409, (int)late.StatusCode);
        var told = await late.Document();
        Assert.Equal("Meanwhile version 2 of the text came with: 2019-03-13", told.Words("#date-remark"));
        Assert.Equal("2019-03-13", (await editor.Page(speech + "/header")).Typed("date"));

        using var decided = await editor.SendHeader(told, null, ("date", "2019-03-13"));
        Assert.Equal(303, (int)decided.StatusCode);
        var now = await editor.Page(speech + "/header");
        Assert.Equal(("Geneva", "2019-03-13"), (now.Typed("place"), now.Typed("date")));
        Assert.StartsWith("read", now.All("#date-origin").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_value_is_said_at_its_field_and_saving_nothing_new_changes_nothing()
    {
        using var editor = await fixture.App.SignedIn(Role.Editor);
        var speech = await Published(editor, "The law of sleet");
        using var bad = await editor.SendHeader(await editor.Page(speech + "/header"), null, ("startTime", "25:00"));
        Assert.Equal(422, (int)bad.StatusCode);
        Assert.NotNull((await bad.Document()).GetElementById("startTime-error"));
        using var same = await editor.SendHeader(await editor.Page(speech + "/header"), null);
        Assert.Equal(303, (int)same.StatusCode);
        Assert.Empty((await editor.Page(speech + "/header")).QuerySelectorAll(".trail li"));
        using var pasted = await editor.SendHeader(await editor.Page(speech + "/header"), null, ("office", "Office\tof  Legal\u0007 Affairs"));
        Assert.Equal("Office of Legal Affairs", (await editor.Page(speech + "/header")).Typed("office"));
    }

    [Fact]
    public async Task Only_editors_get_there_and_only_they_are_shown_the_way()
    {
        using var editor = await fixture.App.SignedIn(Role.Editor);
        var speech = await Published(editor, "The law of frost");
        Assert.NotNull((await editor.Page(speech)).QuerySelector($"a[href='{speech}/header']"));
        using var annotator = await fixture.App.SignedIn(Role.Annotator);
        using var reader = await fixture.App.SignedIn(Role.Reader);
        using var anonymous = fixture.App.Anonymous();
        foreach (var (browser, status) in new[] { (annotator, 403), (reader, 403), (anonymous, 302) })
        {
            Assert.Equal(status, await browser.Status(speech + "/header"));
            Assert.Null((await browser.Page(speech)).QuerySelector($"a[href='{speech}/header']"));
        }

        Assert.Equal(404, await editor.Status("/speeches/no-such-speech/header"));
    }

    private static async Task<string> Published(HttpClient editor, string title)
    {
        using var answer = await editor.SendHeader(await editor.Page(await editor.Draft(Sources.Text(title))), "publish");
        return answer.Headers.Location!.OriginalString;
    }
}

using Speeches.Annotations;
using Speeches.Web.Tests.Annotations;

namespace Speeches.Web.Tests.Importing;

public sealed class DraftPageTests(ImportApp fixture) : IClassFixture<ImportApp>
{
    [Fact]
    public async Task A_draft_shows_the_source_beside_the_result_with_what_is_doubtful_at_its_line()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        var page = await browser.Page(await browser.Draft(Sources.Text("The law of wells") + "\n\nIt “opens and never closes."));

        Assert.Equal("The law of wells", page.QuerySelector(".head .printed li[value='3'] .words")!.TextContent);
        Assert.Equal("A treaty says “in an equitable and reasonable manner”, and the courts have followed it.", page.QuerySelector("#part-p2 .printed .words")!.TextContent);
        Assert.Equal("in an equitable and reasonable manner", page.QuerySelector("#p2 q")!.TextContent);
        Assert.Contains("never closes", page.QuerySelector("#part-p3 .printed .remark")!.TextContent, StringComparison.Ordinal);
        var link = page.QuerySelector("#text .remarks a")!;
        Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!));
        Assert.Equal("read on line 3", page.All("#title-origin").Single());
        Assert.Equal("not in the source", page.All("#place-origin").Single());
    }

    [Fact]
    public async Task Every_field_of_the_header_is_corrected_and_kept_with_its_origin()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        var address = await browser.Draft(Sources.Text("The law of ponds"));
        (string, string)[] typed =
        [
            ("organization", "UN"), ("office", "Office of Legal Affairs"), ("title", "The law\nof lakes"), ("occasion", "A side event"), ("kind", "Remarks"),
            ("speaker-honorific", "H.E. Ms."), ("speaker-name", "Another Example"), ("speaker-capacities", "Judge\r\n\r\nPresident"), ("speaker-onBehalfOf", "A group"),
            ("deliveredBy", "A delegate"), ("place", "New York"), ("date", "2020-02-29"), ("startTime", "10:00"), ("endTime", "11:30"),
            ("language", "en-GB"), ("symbol", "A/C.6/1"), ("notes", "Check against delivery\nProvisional"),
        ];
        using var kept = await browser.SendHeader(await browser.Page(address), null, typed);
        Assert.Equal((303, address + "?kept=true"), ((int)kept.StatusCode, kept.Headers.Location!.OriginalString));

        var page = await browser.Page(address);
        Assert.Equal("The law of lakes", page.Typed("title"));
        Assert.Equal("Judge\nPresident", page.Typed("speaker-1-capacities"));
        Assert.Equal("Check against delivery\nProvisional", page.Typed("notes"));
        Assert.Equal("by hand; printed on line 3", page.All("#title-origin").Single());
        Assert.Equal("by hand", page.All("#place-origin").Single());

        using var published = await browser.SendHeader(page, "publish");
        var speech = await browser.Page(published.Headers.Location!.OriginalString);
        Assert.Equal("The law of lakes", speech.Words("h1"));
        Assert.Equal(404, await browser.Status(address));
    }

    [Fact]
    public async Task A_value_that_does_not_belong_is_said_at_its_field_and_nothing_is_lost()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        var address = await browser.Draft(Sources.Text("The law of dunes"));
        using var refused = await browser.SendHeader(
            await browser.Page(address), "publish", ("language", "not a tag"), ("speaker-name", ""), ("speaker-honorific", "Mr."), ("place", "Geneva"));
        Assert.Equal(422, (int)refused.StatusCode);
        var page = await refused.Document();
        Assert.Equal("true", page.GetElementById("language")!.GetAttribute("aria-invalid"));
        Assert.Contains("tag such as en", page.Words("#language-error"), StringComparison.Ordinal);
        Assert.NotNull(page.GetElementById("speakers-error"));
        Assert.Equal(("not a tag", "Geneva"), (page.Typed("language"), page.Typed("place")));
        Assert.Equal("", (await browser.Page(address)).Typed("place"));
    }

    [Fact]
    public async Task Two_windows_do_not_overwrite_each_other()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        var address = await browser.Draft(Sources.Text("The law of bogs"));
        var (first, second) = (await browser.Page(address), await browser.Page(address));
        (await browser.SendHeader(first, null, ("place", "Geneva"))).Dispose();
        using var late = await browser.SendHeader(second, null, ("place", "Vienna"), ("date", "no day"));
        Assert.Equal(409, (int)late.StatusCode);
        var told = await late.Document();
        Assert.Equal(("Vienna", "The draft has by now: Geneva"), (told.Typed("place"), told.Words("#place-remark")));
        Assert.Equal("Geneva", (await browser.Page(address)).Typed("place"));
    }

    [Fact]
    public async Task A_draft_is_discarded_after_one_question()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        var address = await browser.Draft(Sources.Text("The law of moors"));
        using var answer = await browser.PostForm(address + "/discard", new { });
        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Equal(404, await browser.Status(address));
        Assert.Empty((await browser.Page("/import")).QuerySelectorAll("#drafts li"));
    }

    [Fact]
    public async Task Nobody_sees_another_ones_draft_and_only_editors_see_any()
    {
        using var owner = await fixture.App.SignedIn(Role.Editor);
        var address = await owner.Draft(Sources.Text("The law of fens"));
        using var administrator = await fixture.App.SignedIn(Role.Administrator);
        using var annotator = await fixture.App.SignedIn(Role.Annotator);
        using var anonymous = fixture.App.Anonymous();
        foreach (var path in new[] { address, address + "/discard" })
        {
            Assert.Equal(404, await administrator.Status(path));
            Assert.Equal(403, await annotator.Status(path));
            Assert.Equal(302, await anonymous.Status(path));
        }

        Assert.Empty((await administrator.Page("/import")).QuerySelectorAll("#drafts li"));
    }

    [Fact]
    public async Task The_same_words_are_said_and_another_language_is_offered_as_a_version()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        var text = Sources.Text("The law of dew") + "\n\nDew is older than law.";
        (await browser.SendHeader(await browser.Page(await browser.Draft(text)), "publish")).Dispose();
        var same = await browser.Page(await browser.Draft(text.ReplaceLineEndings("\r\n")));
        Assert.Equal("same-text", same.QuerySelector(".notice .like")!.GetAttribute("data-code"));
        Assert.Equal("/speeches/2019-03-12-the-law-of-dew", same.QuerySelector(".notice .like a")!.GetAttribute("href"));

        var translated = await browser.Page(await browser.Draft(Sources.French("Le droit de la rosée") + "\n\nLa rosée est plus ancienne que le droit."));
        Assert.Equal("other-language", translated.QuerySelector(".notice .like")!.GetAttribute("data-code"));

        var button = translated.QuerySelector("button[name=version]")!;
        Assert.Equal(("header", "2019-03-12-the-law-of-dew"), (button.GetAttribute("form"), button.GetAttribute("value")));
        using var published = await browser.SendHeader(translated, null, ("version", button.GetAttribute("value")!));
        Assert.Equal("/speeches/2019-03-12-the-law-of-dew/v/2", published.Headers.Location!.OriginalString);
        Assert.Equal("fr", (await browser.Page(published.Headers.Location!.OriginalString)).QuerySelector(".speech")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_right_to_left_source_stands_in_its_own_direction()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        var page = await browser.Page(await browser.Draft(Sources.Arabic));
        Assert.Equal("rtl", page.QuerySelector(".printed")!.GetAttribute("dir"));
        Assert.Equal(("rtl", "ar"), (page.GetElementById("p1")!.GetAttribute("dir"), page.GetElementById("p1")!.GetAttribute("lang")));
    }
}

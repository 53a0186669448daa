using AngleSharp.Html.Dom;
using Speeches.Annotations;
using Speeches.Web.Tests.Annotations;

namespace Speeches.Web.Tests.Importing;

public sealed class PartPageTests(ImportApp fixture) : IClassFixture<ImportApp>
{
    [Fact]
    public async Task Parts_are_split_joined_and_said_to_be_something_else_by_plain_forms()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        var address = await browser.Draft(Sources.Text("The law of brooks"));
        var words = (await browser.Page(address)).GetElementById("p2")!.TextContent;

        using var split = await browser.PostForm($"{address}/parts/p2", new { act = "split", words = words.Replace("and the", "\r\nand the", StringComparison.Ordinal) });
        Assert.Equal((303, address + "#p2"), ((int)split.StatusCode, split.Headers.Location!.OriginalString));
        var page = await browser.Page(address);
        Assert.Equal(["A treaty says “in an equitable and reasonable manner”,", "and the courts have followed it."], page.All("#p2, #p3"));
        Assert.Equal(["Salutation", "Paragraph 1", "Paragraph 2", "Paragraph 3"], page.All(".tools .label"));

        using var retyped = await browser.PostForm($"{address}/parts/p3", new { act = "retype", kind = "Heading" });
        Assert.Equal(address + "#h1", retyped.Headers.Location!.OriginalString);

        using var joined = await browser.PostForm($"{address}/parts/p2", new { act = "join" });
        page = await browser.Page(address);
        Assert.Equal(words, page.GetElementById("p2")!.TextContent);
        Assert.Equal("in an equitable and reasonable manner", page.QuerySelector("#p2 q")!.TextContent);

        using var published = await browser.SendHeader(page, "publish");
        Assert.Equal(words, (await browser.Page(published.Headers.Location!.OriginalString)).GetElementById("p2")!.TextContent);
    }

    [Fact]
    public async Task Script_gets_the_form_and_then_the_whole_text_with_the_revision_that_the_header_needs()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        var address = await browser.Draft(Sources.Text("The law of creeks"));
        var (status, text) = await browser.Quietly($"{address}/parts/s1", new { act = "join" });
        Assert.Equal(200, status);
        Assert.Null(text.QuerySelector("main"));
        Assert.Equal(("2", "s1"), (text.GetElementById("text")!.GetAttribute("data-revision"), text.GetElementById("text")!.GetAttribute("data-target")));
        Assert.StartsWith("Excellencies, The rivers", text.GetElementById("s1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_makes_no_sense_is_said_and_what_was_typed_stays()
    {
        using var browser = await fixture.App.SignedIn(Role.Editor);
        var address = await browser.Draft(Sources.Text("The law of streams"));
        using var other = await browser.PostForm($"{address}/parts/p1", new { act = "split", words = "Other\nwords." });
        Assert.Equal(422, (int)other.StatusCode);
        var page = await other.Document();
        Assert.Contains("only line breaks", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Other\nwords.", ((IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value);

        foreach (var kind in new[] { "", "99", "Poem" })
        {
            using var unknown = await browser.PostForm($"{address}/parts/p1", new { act = "retype", kind });
            Assert.Equal(422, (int)unknown.StatusCode);
        }

        using var none = await browser.PostForm($"{address}/parts/p1", new { act = "split" });
        Assert.Equal(422, (int)none.StatusCode);
        Assert.Null((await browser.Page($"{address}/parts/p2")).QuerySelector("[value=join]"));

        var form = (IHtmlFormElement)(await browser.Page($"{address}/parts/p1")).QuerySelector("form.change")!;
        (await browser.PostForm($"{address}/parts/p1", new { act = "retype", kind = "Heading" })).Dispose();
        using var late = await browser.Send(form, new { act = "retype", kind = "Heading" });
        Assert.Equal(409, (int)late.StatusCode); // p1 is another one by now
        Assert.Equal(404, await browser.Status($"{address}/parts/p9"));
    }
}

using AngleSharp.Dom;

namespace Speeches.Web.Tests.Library;

public class PagingTests
{
    [Fact]
    public async Task An_empty_library_says_how_speeches_come_in()
    {
        await using var app = new SpeechesApp { Settings = [("Seeds:Directory", "")] };
        using var browser = app.Anonymous();
        var page = await browser.Page("/");
        Assert.Contains("seeds", page.QuerySelector(".empty")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".filters"));
        Assert.Contains("No speech quotes anybody yet", (await browser.Page("/quotations")).QuerySelector(".empty")!.TextContent);
    }

    [Fact]
    public async Task More_than_fifty_speeches_take_two_pages_and_no_speech_is_lost()
    {
        await using var library = new InventedLibrary();
        await library.InitializeAsync();
        for (var i = 0; i < 50; i++)
            await library.Add(new SpeechHeader { Title = $"Speech {i}", Kind = "Lecture", Date = new DateOnly(1990, 1, 1).AddDays(i) }, $"Words {i}.");

        var first = await library.Browser.Page("/");
        var second = await library.Browser.Page(first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);
        var slugs = Slugs(first).Concat(Slugs(second)).ToList();
        Assert.Equal(54, slugs.Distinct().Count());
        Assert.Equal(54, slugs.Count);
        Assert.Equal("/", second.QuerySelector(".pager a[rel=prev]")!.GetAttribute("href"));

        var narrowed = await library.Browser.Page("/?kind=Lecture");
        Assert.Null(narrowed.QuerySelector(".pager"));
    }

    private static IEnumerable<string> Slugs(IDocument page) => page.QuerySelectorAll(".item h4 a").Select(link => link.GetAttribute("href")!);
}

using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Xunit;
using Speeches.Annotations;

namespace Speeches.Tests.Formats;

public class HtmlSpeechWriterTests
{
    [Fact]
    public void The_file_is_as_a_person_has_approved_it() => GoldenFile.Compare("html", Samples.Full, "full");

    [Fact]
    public void Nothing_is_fetched_from_anywhere_and_no_script_runs()
    {
        var page = Page(Samples.Full);
        Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, embed, link:not([rel=canonical]), [src], [style]"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_allows_this_style_sheet_and_nothing_else()
    {
        var page = Page(Samples.Full);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent)));
        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content");
        Assert.StartsWith($"default-src 'none'; style-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_within_the_page_leads_somewhere_and_no_id_is_given_twice()
    {
        var page = Page(Samples.Full);
        foreach (var link in page.QuerySelectorAll("a[href^='#']"))
            Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..]));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    [Fact]
    public void The_words_of_an_annotation_are_marked()
    {
        var marked = Page(Samples.Full).QuerySelectorAll("#p1 mark").Select(mark => mark.TextContent);
        Assert.Equal("global public good”, see the Charter", string.Concat(marked));
    }

    [Fact]
    public void Headings_come_in_order()
    {
        var levels = Page(Samples.Full).QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void The_text_has_its_language_and_direction_and_the_rest_is_english()
    {
        var page = Page(Samples.Arabic);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(("ar", "rtl"), (page.QuerySelector("article")!.GetAttribute("lang"), page.QuerySelector("article")!.GetAttribute("dir")));
    }

    [Fact]
    public void A_link_of_the_speech_that_is_not_safe_stays_words()
    {
        var copy = Samples.Of("a link");
        copy = copy with
        {
            Text = copy.Text with { Blocks = [copy.Text.Blocks[0] with { Spans = [new Span(2, 6, SpanKind.Link, "javascript:alert(1)")] }] },
        };
        Assert.Empty(Page(copy).QuerySelectorAll("#p1 a:not(.n):not(.ref a)"));
    }

    [Property(MaxTest = 50)]
    public void Any_words_come_out_as_they_are(NonNull<string> text)
    {
        var words = new string([.. text.Get.Where(c => c >= ' ' && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF'))]);
        var paragraph = Page(Samples.Of("a" + words) with { Threads = [] }).QuerySelector("#p1")!;
        Assert.Equal("1a" + words, paragraph.TextContent);
    }

    private static IHtmlDocument Page(AnnotatedCopy copy) => new HtmlParser().ParseDocument(GoldenFile.Text("html", copy));
}

using System.Text.Encodings.Web;
using Speeches.Annotations;
using Speeches.Web.Pages.Reading;

namespace Speeches.Web.Tests.Reading;

public class BlockTextTests
{
    [Fact]
    public void Overlapping_spans_and_ranges_nest_and_add_no_character()
    {
        var html = Html(
            "one two three", [new(0, 7, SpanKind.Emphasis), new(4, 13, SpanKind.Strong)], [On(2, 10, "x")]);
        Assert.Equal(
            "<em>on<mark data-thread=\"a-x\">e <strong>two</strong></mark></em><mark data-thread=\"a-x\"><strong> th</strong></mark>"
            + "<a class=\"to\" href=\"#a-x\" aria-label=\"Annotation by First annotator\"></a><strong>ree</strong>",
            html);
    }

    [Fact]
    public void A_line_feed_becomes_a_break_and_markup_in_the_words_stays_words() =>
        Assert.Equal("&lt;b&gt;<br>&amp;", Html("<b>\n&", [new(3, 4, SpanKind.LineBreak)], []));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//elsewhere.example")]
    [InlineData(null)]
    public void A_link_that_could_run_script_stays_plain_words(string? target) =>
        Assert.Equal("here", Html("here", [new(0, 4, SpanKind.Link, target)], []));

    [Fact]
    public void A_note_mark_leads_to_its_note_and_can_be_led_back_to() =>
        Assert.Equal(
            "word<sup><a role=\"doc-noteref\" href=\"#n1\" id=\"to-n1\">1</a></sup>", Html("word1", [new(4, 5, SpanKind.NoteMark, "n1")], []));

    [Fact]
    public void Links_never_nest()
    {
        var html = Html("a link here", [new(2, 11, SpanKind.Link, "https://example.org/")], [On(2, 6, "x")]);
        Assert.DoesNotContain("class=\"to\"", html);
        Assert.Equal(2, html.Split("<mark").Length);
    }

    private static string Html(string text, Span[] spans, AnnotationThread[] threads)
    {
        var block = new Block { Id = "p1", Kind = BlockKind.Paragraph, Number = 1, Text = text, Spans = spans };
        using var writer = new StringWriter();
        new BlockText(block, [], threads).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static AnnotationThread On(int start, int end, string id) => new(
        new Annotation
        {
            Id = id,
            SpeechId = 1,
            Slug = "s",
            Version = 1,
            Anchor = new TextAnchor { BlockId = "p1", Start = start, End = end, Exact = "" },
            Author = new Author(1, "First annotator"),
            Body = "",
            Audience = Audience.Public,
            Created = DateTimeOffset.UnixEpoch,
            Revision = 1,
        },
        []);
}

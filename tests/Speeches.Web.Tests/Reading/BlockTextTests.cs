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
            "<em>on<mark data-at=\"2\">e <strong>two</strong></mark></em><mark data-at=\"2\"><strong> th</strong></mark>"
            + "<a class=\"to\" href=\"#a-x\" aria-label=\"Annotation by First annotator\"></a><strong>ree</strong>",
            html);
    }

    [Fact]
    public void Where_annotations_overlap_the_text_is_marked_once_and_each_has_its_link()
    {
        Assert.Equal(
            "<mark data-at=\"0\">one</mark><mark class=\"deep\" data-at=\"3\"> two</mark>"
            + "<a class=\"to\" href=\"#a-x\" aria-label=\"Annotation by First annotator\"></a>"
            + "<mark data-at=\"7\"> three</mark><a class=\"to\" href=\"#a-y\" aria-label=\"Annotation by First annotator\"></a>",
            Html("one two three", [], [On(0, 7, "x"), On(3, 13, "y")]));
    }

    [Fact]
    public void Many_annotations_make_no_more_marks_than_they_have_ends()
    {
        var text = new string('x', 1_000);
        var html = Html(text, [], [.. Enumerable.Range(0, 200).Select(i => On(i, 1_000 - i, $"a{i}"))]);
        Assert.Equal(2 * 200, html.Split("<mark").Length);
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
        new BlockText(block, [], threads, threads.Length).WriteTo(writer, HtmlEncoder.Default);
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

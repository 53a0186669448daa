using FsCheck;
using FsCheck.Xunit;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Speeches.Tests.Formats;

public class MarkdownSpeechWriterTests
{
    private static readonly MarkdownPipeline Reader = new MarkdownPipelineBuilder().UseFootnotes().Build();

    [Fact]
    public void The_file_is_as_a_person_has_approved_it() => GoldenFile.Compare("md", Samples.Full, "full");

    [Fact]
    public void Every_annotation_is_a_footnote_that_is_referred_to_where_it_belongs()
    {
        var document = Parse(GoldenFile.Text("md", Samples.Full));
        var notes = document.OfType<FootnoteGroup>().Single().OfType<Footnote>().ToList();
        Assert.Equal(8, notes.Count);
        Assert.All(notes, note => Assert.NotEmpty(note.Links));
    }

    [Theory]
    [InlineData("1. One")]
    [InlineData("(a) one")]
    [InlineData("- one")]
    [InlineData("# one")]
    [InlineData("> one")]
    [InlineData("    one")]
    [InlineData("one\u00a0two ")]
    [InlineData("[^a1] and [x]: y")]
    [InlineData("<script>alert(1)</script> &amp; `code` ~~x~~ | y | $z$")]
    [InlineData("![image](x) *a* _b_ \\ __c__ https://example.org/a_b_c")]
    [InlineData("=====")]
    [InlineData("-----")]
    [InlineData("~~~")]
    [InlineData("Really!")]
    public void No_words_are_mistaken_for_markup(string words)
    {
        var document = Parse(GoldenFile.Text("md", Samples.Of(words, words)));
        Assert.Equal("1. " + Squeezed(words), Words(Paragraph(document)));
    }

    [Fact]
    public void A_bracket_after_a_bracket_of_another_look_is_kept()
    {
        var copy = Samples.Of("aa((a");
        copy = copy with { Text = copy.Text with { Blocks = [copy.Text.Blocks[0] with { Spans = [new Span(3, 4, SpanKind.Emphasis)] }] } };
        Assert.Equal("1. aa((a", Words(Paragraph(Parse(GoldenFile.Text("md", copy)))));
    }

    [Property(MaxTest = 300)]
    public void Any_text_reads_back_as_the_same_words(NonNull<string> text, PositiveInt from, PositiveInt length, bool strong)
    {
        var words = Squeezed(text.Get);
        if (words.Length == 0) return;
        var start = from.Get % words.Length;
        var end = Math.Min(words.Length, start + length.Get);
        // Spans never cut a character in two.
        if (char.IsLowSurrogate(words[start]) || (end < words.Length && char.IsLowSurrogate(words[end]))) return;
        var copy = Samples.Of(words);
        copy = copy with
        {
            Text = copy.Text with { Blocks = [copy.Text.Blocks[0] with { Spans = [new Span(start, end, strong ? SpanKind.Strong : SpanKind.Emphasis)] }] },
        };
        Assert.Equal("1. " + words, Words(Paragraph(Parse(GoldenFile.Text("md", copy)))));
    }

    [Property(MaxTest = 300)]
    public void No_comment_can_leave_its_footnote(NonNull<string> comment, NonNull<string> second)
    {
        var document = Parse(GoldenFile.Text("md", Samples.Of("Words.", $"{comment.Get}\n\n- {second.Get}\n\n> # {second.Get}")));
        Assert.Single(Assert.Single(document.OfType<FootnoteGroup>()).OfType<Footnote>());
        Assert.Equal(Parse(GoldenFile.Text("md", Samples.Of("Words."))).Count, document.Count);
    }

    private static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Reader);

    private static ParagraphBlock Paragraph(MarkdownDocument document) =>
        document.SkipWhile(block => block is not ThematicBreakBlock).Skip(3).OfType<ParagraphBlock>().First();

    private static string Words(ParagraphBlock paragraph) => Squeezed(string.Concat(paragraph.Inline!.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    })));

    private static string Squeezed(string text) =>
        string.Join(' ', Speeches.Formats.CommentMarkdownLimits.WithoutControls(text).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}

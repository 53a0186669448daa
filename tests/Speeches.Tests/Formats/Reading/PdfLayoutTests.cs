using Speeches.Parsing;

namespace Speeches.Tests.Formats.Reading;

public sealed class PdfLayoutTests
{
    [Fact]
    public void Letterheads_side_by_side_are_read_one_after_the_other()
    {
        using var pages = new PdfPages();
        var lines = pages.At(60, 780, "PERMANENT MISSION", 9).At(400, 776, "REPUBLIC OF THE COAST", 9)
            .At(60, 769, "OF THE COAST", 9).At(400, 765, "Unity - Work - Peace", 9)
            .At(60, 758, "TO THE UNITED NATIONS", 9)
            .At(200, 700, "STATEMENT OF THE COAST", 14).Lines();

        Assert.Equal(["PERMANENT MISSION", "OF THE COAST", "TO THE UNITED NATIONS", "REPUBLIC OF THE COAST", "Unity - Work - Peace", "STATEMENT OF THE COAST"],
            lines.Select(l => l.Text));
        Assert.Equal([true, false, false, true, false, true], lines.Select(l => l.StartsBlock));
    }

    [Fact]
    public void Lines_that_stand_a_little_apart_do_not_lose_their_first_letters_to_each_other()
    {
        using var pages = new PdfPages();
        var lines = pages.At(60, 701.72, "D", 9).At(66.6, 701.69, "E LA COTE", 9).At(400, 704.4, "UNION", 9).Lines();

        Assert.Contains(lines, l => l.Text == "DE LA COTE");
    }

    [Theory]
    [InlineData("S T A T E M E N T   B Y   T H E   C O A S T")]
    [InlineData("S T A T E M E N T  B Y  T H E  C O A S T")]
    public void Spaced_letters_make_words(string printed)
    {
        using var pages = new PdfPages();

        Assert.Equal("STATEMENT BY THE COAST", Assert.Single(pages.At(72, 700, printed).Lines()).Text);
    }

    [Fact]
    public void A_row_of_short_words_stays_words()
    {
        using var pages = new PdfPages();

        Assert.Equal("I am as we are at no. 7 or so", Assert.Single(pages.At(72, 700, "I am as we are at no. 7 or so").Lines()).Text);
    }

    [Fact]
    public void A_small_number_in_the_text_is_linked_to_its_note()
    {
        using var pages = new PdfPages();
        var parsed = SpeechParser.Parse(new("application/pdf", pages
            .At(72, 700, "Law").At(93.2, 704, "1", 7).At(100, 700, "is what the court has found it to be in its first report.")
            .At(72, 686, "It goes on for a second line so that its type is the usual one for this page.")
            .At(72, 90, "1 See the report of the court.", 9).Lines()));

        var span = Assert.Single(parsed.Blocks[0].Spans, s => s.Kind == SpanKind.NoteMark);
        Assert.Equal("[1]", parsed.Blocks[0].Text[span.Start..span.End]);
        Assert.Equal("n1", span.Target);
        Assert.Contains(parsed.Blocks, b => b.Id == "n1" && b.Text == "See the report of the court." && b.SourcePage == 1);
    }

    [Fact]
    public void A_raised_ending_of_a_number_is_no_mark_of_a_note()
    {
        using var pages = new PdfPages();
        var lines = pages.At(72, 700, "The text of the 79").At(157.5, 704, "th", 7).At(167, 700, "session is longer than the note below it.")
            .At(72, 90, "1 See the report of the court.", 9).Lines();

        Assert.StartsWith("The text of the 79th session is", lines[0].Text, StringComparison.Ordinal);
        Assert.Empty(lines[0].Spans);
    }

    [Fact]
    public void A_copy_for_speaking_has_its_lines_joined_to_sentences()
    {
        using var pages = new PdfPages();
        pages.Line("Mr. President,", below: 30);
        for (var i = 0; i < 8; i++)
            pages.Line("We come to this hall...", below: 30).Line("To speak of the sea", below: 30).Line("And of its law.", below: 30);
        var blocks = SpeechParser.Parse(new("application/pdf", pages.Lines())).Blocks;

        Assert.Equal(BlockKind.Salutation, blocks[0].Kind);
        Assert.Equal(8, blocks.Count(b => b.Kind == BlockKind.Paragraph));
        Assert.Equal("We come to this hall... To speak of the sea And of its law.", blocks[1].Text);
    }

    [Fact]
    public void Short_lines_with_a_number_or_in_bold_brackets_are_headings_and_a_list_is_none()
    {
        using var pages = new PdfPages();
        Paragraph(pages).Line("1. Introduction:").Gap();
        Paragraph(pages).Line("(The state of the sea)", bold: true).Gap();
        Paragraph(pages).Line("1. the law of the sea").Line("2. the law of the coast").Gap();
        var lines = Paragraph(pages).Lines();

        Assert.Equal(["1. Introduction:", "(The state of the sea)"], lines.Where(l => l.Role == SourceRole.Heading).Select(l => l.Text));
    }

    [Fact]
    public void A_row_of_stars_parts_paragraphs_and_is_no_text()
    {
        using var pages = new PdfPages();
        var blocks = Paragraph(Paragraph(pages).Line("* * *", 290).Gap()).Blocks();

        Assert.Equal(2, blocks.Length);
        Assert.DoesNotContain('*', string.Concat(blocks));
    }

    private static PdfPages Paragraph(PdfPages pages) => pages
        .Line("The court heard the parties in the morning and in the afternoon, and then it")
        .Line("asked them for another paper, which they gave to the registrar of the court on").Line("the next day.").Gap();
}

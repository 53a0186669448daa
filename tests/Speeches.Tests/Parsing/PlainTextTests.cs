namespace Speeches.Tests.Parsing;

/// <summary>What text without markup says by the way it is set: printed numbers, furniture of pages, headings, a paragraph a line.</summary>
public class PlainTextTests
{
    private const string Long = "The law of nations is kept by those who agree to it, and it is kept best where the reasons for it are known to all of them.";

    [Fact]
    public void Printed_numbers_of_paragraphs_are_their_markers()
    {
        var parsed = Sources.Parse($"Mr. President,\n\n1 {Long}\n\n2 {Long}\n\n3 {Long}\n");

        Assert.Equal([("1.", 1), ("2.", 2), ("3.", 3)], Paragraphs(parsed).Select(block => (block.Marker, block.Number!.Value)));
        Assert.All(Paragraphs(parsed), block => Assert.Equal(Long, block.Text));
    }

    [Fact]
    public void Numbers_that_begin_lines_by_chance_stay_words()
    {
        var parsed = Sources.Parse($"Mr. President,\n\n{Long}\n\n3 States have said so, and 2 have not; {Long}\n\n2021 was no better.");

        Assert.All(Paragraphs(parsed), block => Assert.Null(block.Marker));
        Assert.StartsWith("3 States", Paragraphs(parsed)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_numbers_running_heads_and_continuation_marks_are_left_out_and_told()
    {
        var pages = Enumerable.Range(1, 4).Select(page => $"{(page == 1 ? "" : $"The law of lakes - {page}\n")}{Long}\n\n- {page} -\n/…\n\f");
        var parsed = Sources.Parse("Mr. President,\n\n" + string.Concat(pages));

        Assert.Equal([Long, Long, Long, Long], Paragraphs(parsed).Select(block => block.Text));
        Assert.Equal("page-furniture", Assert.Single(parsed.Diagnostics).Code);
    }

    [Fact]
    public void A_paragraph_goes_on_over_a_page_number() =>
        Assert.Equal(
            ["The courts of States have held so, and the Court of all of them has agreed with what they held."],
            Paragraphs(Sources.Parse("Mr. President,\n\nThe courts of States have held so, and the Court of all\n\n2\n\nof them has agreed with what they held.")).Select(block => block.Text));

    [Theory]
    [InlineData("Introduction")]
    [InlineData("[The work of the Commission]")]
    [InlineData("I. Thanks and praise")]
    [InlineData("**The courts**")]
    public void A_short_line_without_an_end_above_running_text_is_a_heading(string heading)
    {
        var parsed = Sources.Parse($"Mr. President,\n\n{Long}\n\n{heading}\n\n{Long}");

        Assert.Equal(["s1", "p1", "h1", "p2"], parsed.Blocks.Select(block => block.Id));
    }

    [Theory]
    [InlineData("I thank you.")]
    [InlineData("Is that so?")]
    [InlineData("and so on")]
    [InlineData("First,")]
    public void A_short_line_that_ends_like_a_sentence_is_a_paragraph(string line) =>
        Assert.Equal(3, Paragraphs(Sources.Parse($"Mr. President,\n\n{Long}\n\n{line}\n\n{Long}")).Count);

    [Fact]
    public void In_text_that_was_never_wrapped_each_line_is_a_paragraph()
    {
        var parsed = Sources.Parse($"Statement by Ms. Mary Example\n1 May 2020\nMr. President,\n{Long} {Long}\n{Long} {Long}\n*\n{Long} {Long}\n");

        Assert.Equal(["s1", "p1", "p2", "p3"], parsed.Blocks.Select(block => block.Id));
    }

    [Fact]
    public void Markdown_with_a_sentence_a_line_keeps_its_paragraphs()
    {
        var sentence = "This is one sentence of a text that keeps each of its sentences on a line of its own, which is how some people like to write, and it is longer than any line that was wrapped";

        Assert.Equal(2, Paragraphs(Sources.Parse($"Mr. President,\n\n{sentence}.\n{sentence}.\n\n{sentence}.\n{sentence}.\n")).Count);
    }

    [Theory]
    [InlineData("3/4/2021", "ambiguous-date")]
    [InlineData("24 October", "date-without-year")]
    [InlineData("On the law", "no-date")]
    public void What_is_doubtful_about_the_date_is_told(string line, string code)
    {
        var parsed = Sources.Parse($"Statement by Ms. Mary Example\n\n{line}\n\nMr. President,\n\n{Long}");

        Assert.Null(parsed.Header.Date);
        Assert.Equal(code, Assert.Single(parsed.Diagnostics).Code);
    }

    [Fact]
    public void Of_two_dates_the_one_with_a_place_counts_and_the_other_is_told()
    {
        var parsed = Sources.Parse($"19 September 2019\n\nStatement by Ms. Mary Example\n\nThe Hague, 20 April 2016\n\nMr. President,\n\n{Long}");

        Assert.Equal(new DateOnly(2016, 4, 20), parsed.Header.Date);
        Assert.Equal(("several-dates", 1), parsed.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Line)).Single());
    }

    [Theory]
    [InlineData("Remarks\n\n1 May 2020", "no-speaker")]
    [InlineData("Remarks by the President of the Assembly\n\n1 May 2020", "unsure-speaker")]
    public void Who_speaks_is_doubted_where_nobody_is_named(string header, string code) =>
        Assert.Equal(code, Assert.Single(Sources.Parse($"{header}\n\nMr. President,\n\n{Long}").Diagnostics).Code);

    private static List<Block> Paragraphs(Speeches.Parsing.ParsedSpeech parsed) => [.. parsed.Blocks.Where(block => block.Number is not null)];
}

using Speeches.Parsing;

namespace Speeches.Tests.Formats.Reading;

public sealed class PdfParagraphsTests
{
    [Fact]
    public void More_space_above_begins_a_paragraph()
    {
        using var pages = new PdfPages();
        var blocks = pages
            .Line("The first paragraph has a line that runs on to the margin of the page and then").Line("it goes on and ends.")
            .Gap()
            .Line("The second paragraph has a line that runs on to the margin of the page and so").Line("does this one.").Blocks();

        Assert.Equal(2, blocks.Length);
        Assert.EndsWith("and then it goes on and ends.", blocks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_indent_begins_a_paragraph()
    {
        using var pages = new PdfPages();
        for (var i = 0; i < 4; i++)
        {
            pages.Line("The paragraph has a line that runs on to the margin of the page, and", 100)
                .Line("the one below runs on to the same margin, where there is no more room on it")
                .Line("and then it ends.");
        }

        Assert.Equal(4, pages.Blocks().Length);
    }

    [Fact]
    public void A_paragraph_goes_on_over_a_page_end_without_its_page_numbers()
    {
        using var pages = new PdfPages();
        for (var i = 1; i <= 3; i++)
        {
            pages.At(72, 800, "Mission of the Coast").At(290, 40, $"- {i} -")
                .Line("The court heard the parties in the morning and in the afternoon, and then it")
                .Line("asked them for another paper which they gave to the registrar of the court the").Page();
        }

        var block = Assert.Single(pages.Blocks(), b => b.StartsWith("The court", StringComparison.Ordinal));
        Assert.DoesNotContain("-", block, StringComparison.Ordinal);
        Assert.DoesNotContain("Mission", block, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_type_at_the_foot_that_begins_with_a_mark_is_a_note()
    {
        using var pages = new PdfPages();
        var lines = pages.Line("The text of the page is longer than the note that stands below it at its foot.")
            .Line("It goes on for a second line so that its type is the usual one.").At(72, 90, "1 See the report of the court.", 9).Lines();

        Assert.Equal((SourceRole.Footnote, "1", "See the report of the court."), (lines[^1].Role, lines[^1].Marker, lines[^1].Text));
    }

    [Fact]
    public void Letters_printed_twice_for_bold_are_one_letter()
    {
        using var pages = new PdfPages();

        Assert.Equal("The court of the harbour", Assert.Single(pages.At(72, 700, "The court of the harbour").At(72.3, 700, "The court of the harbour").Lines()).Text);
    }

    [Fact]
    public void Two_columns_are_read_one_after_the_other()
    {
        using var pages = new PdfPages();
        for (var i = 0; i < 10; i++)
            pages.At(72, 700 - (i * 14), $"left column line {i} of the page").At(320, 700 - (i * 14), $"right column line {i} of the page");
        var lines = pages.Lines();

        Assert.All(lines.Take(10), l => Assert.StartsWith("left", l.Text, StringComparison.Ordinal));
        Assert.All(lines.Skip(10), l => Assert.StartsWith("right", l.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_salutation_at_the_top_of_some_pages_is_no_running_head()
    {
        using var pages = new PdfPages();
        for (var i = 0; i < 6; i++)
        {
            pages.At(72, 800, "Mission of the Coast").Line(i % 2 == 0 ? "Mr. President," : $"The court, on day {(char)('a' + i)}, sat again.");
            pages.Gap().Line("The court heard the parties in the morning and in the afternoon, and then it").Line($"rose at {(char)('a' + i)}.").Page();
        }

        var lines = pages.Lines();
        Assert.Equal(3, lines.Count(l => l.Text == "Mr. President,"));
        Assert.Single(lines, l => l.Text == "Mission of the Coast");
    }

    [Fact]
    public void A_line_that_falls_short_of_the_margin_ends_its_paragraph_where_the_others_are_stretched_to_it()
    {
        using var pages = new PdfPages();
        for (var i = 0; i < 12; i++)
        {
            pages.Stretched("The court heard the parties in the morning and in the afternoon, and then it").Stretched("asked them for another paper, which they gave to the registrar of the court in")
                .Stretched("the town where it has its seat, and where it sat for the rest of the day there.", 436);
        }

        Assert.Equal(12, pages.Blocks().Length);
    }

    [Fact]
    public void Numbers_that_count_paragraphs_become_markers_and_an_item_goes_on_over_the_notes_of_its_page()
    {
        using var pages = new PdfPages();
        for (var i = 1; i <= 3; i++)
        {
            pages.Line($"{i}. The court of the coast sat in the morning and heard both sides at length, and it").Line("sat again in the afternoon, when the last of the witnesses had come from");
            if (i < 3)
                pages.Line("the other harbour.").Gap();
        }

        var lines = pages.At(72, 60, "1 See the record of that day.", 8).Page().Line("the island behind the cape.").Lines();

        Assert.Equal(["1.", "2.", "3."], lines.Where(l => l.Role == SourceRole.ListItem && l.Marker is not null).Select(l => l.Marker));
        Assert.Equal([SourceRole.ListItem, SourceRole.ListItem, SourceRole.Footnote], lines.TakeLast(3).Select(l => l.Role));
        Assert.Equal("the island behind the cape.", lines[^2].Text);
    }

    [Fact]
    public void A_page_that_ends_far_above_the_foot_is_a_cover()
    {
        using var pages = new PdfPages();
        pages.Line("STATEMENT", x: 250).Line("New York, 24 September 2024", x: 220).Page();
        for (var i = 0; i < 12; i++)
            pages.Line("The court sat in the morning and in the afternoon, and it heard both of the sides", below: 50);

        Assert.True(pages.Lines()[2].StartsBlock);
    }

    [Fact]
    public void Two_indented_lines_are_two_paragraphs_however_full_the_first_is()
    {
        using var pages = new PdfPages();
        for (var i = 0; i < 5; i++)
            pages.Line("The court sat in the morning and in the afternoon, and it heard both sides and all", x: 100).Line("the witnesses of the harbour.");
        var blocks = pages.Line("The court sat in the morning and in the afternoon, and it heard both of the sides.", x: 100)
            .Line("Extraordinarily many of the witnesses of the harbour came to the court of the coast.", x: 100).Blocks();

        Assert.Equal(7, blocks.Length);
    }

    [Fact]
    public void Columns_whose_lines_stand_at_different_heights_are_read_one_after_the_other()
    {
        using var pages = new PdfPages();
        for (var i = 0; i < 10; i++)
            pages.At(60, 780 - (i * 14), "the left side of the page is here").At(320, 773 - (i * 14), "the right side of the page is here");

        Assert.Equal(Enumerable.Repeat("the left", 10).Concat(Enumerable.Repeat("the righ", 10)), pages.Lines().Select(l => l.Text[..8]));
    }

    [Fact]
    public void A_running_head_in_small_type_is_none_of_the_first_page_either()
    {
        using var pages = new PdfPages();
        for (var i = 0; i < 3; i++)
        {
            pages.At(200, 810, "The Coast - Drafting Committee", 8);
            for (var j = 0; j < 8; j++)
                pages.Line("The court sat in the morning and in the afternoon and heard both sides.");
            pages.Page();
        }

        Assert.DoesNotContain(pages.Lines(), l => l.Text.StartsWith("The Coast", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_without_room_for_the_next_word_is_full()
    {
        using var pages = new PdfPages();
        for (var i = 0; i < 10; i++)
            pages.Line("The court sat in the morning and in the afternoon, and it heard both of the sides").Line("and the witnesses.");

        Assert.Equal([true, false], pages.Lines().Take(2).Select(l => l.IsFull));
    }

    [Theory]
    [InlineData(true, 8)]
    [InlineData(false, 1)]
    public void A_full_last_line_of_a_page_ends_its_paragraph_where_full_lines_do_so_on_the_pages(bool apart, int blocks)
    {
        using var pages = new PdfPages();
        for (var i = 0; i < 8; i++)
        {
            pages.Stretched("The court sat in the morning and in the afternoon, and it heard both of the sides,")
                .Stretched("and it heard the witnesses of the harbour, who had come to it in the night.").Gap(apart ? 14 : 0);
            // At other heights, or they would be running heads.
            if (i == 3)
                pages.Page().Gap(9);
        }

        Assert.Equal(blocks, pages.Blocks().Length);
    }
}

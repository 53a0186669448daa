namespace Speeches.Tests.Parsing;

public class BodyTests
{
    [Theory]
    [InlineData("voluntary and non-\nbinding norms", "voluntary and non-binding norms")]
    [InlineData("the inter-\nnational order", "the international order")]
    [InlineData("the Secretary-\nGeneral said", "the Secretary-General said")]
    [InlineData("the COVID-\n19 pandemic", "the COVID-19 pandemic")]
    [InlineData("a state-of-the-\nart system", "a state-of-the-art system")]
    [InlineData("short-\nand long-term aims", "short- and long-term aims")]
    [InlineData("a capacity-\nbuilding plan; capacity-building is needed", "a capacity-building plan; capacity-building is needed")]
    [InlineData("the inter\u00AD\nnational order", "the international order")]
    [InlineData("one thing -\nor another", "one thing - or another")]
    [InlineData("国际\n法院", "国际法院")]
    public void Lines_are_joined_by_the_rule_for_hyphens(string printed, string text) =>
        Assert.Equal(text, Sources.Paragraph(printed).Text);

    [Fact]
    public void A_paragraph_goes_on_over_a_page_end()
    {
        var parsed = Sources.Parse("Mr. President,\n\nThe States of this\n\n\n\nregion agree.\n\n\n\nthat is new.\n\none\n\ntwo");

        Assert.Equal(["The States of this region agree.", "that is new.", "one", "two"], parsed.Blocks.Skip(1).Select(block => block.Text));
    }

    [Fact]
    public void A_rule_or_a_form_feed_is_a_page_end_too()
    {
        Assert.Equal("The States of this region agree.", Sources.Paragraph("The States of this\n\n---\n\nregion agree.").Text);
        Assert.Equal("The States of this region agree.", Sources.Paragraph("The States of this\n\fregion agree.").Text);
    }

    [Fact]
    public void A_hard_break_stays_a_line_break_before_a_capital_only()
    {
        var block = Sources.Paragraph("First line  \nSecond line  \ngoes on");

        Assert.Equal("First line\nSecond line goes on", block.Text);
        Assert.Equal([new Span(10, 11, SpanKind.LineBreak)], block.Spans);
    }

    [Theory]
    [InlineData("Excellencies, Ladies and Gentlemen,", 1)]
    [InlineData("Mr. Chairman,\nDistinguished members of the\nInternational Law Commission,", 2)]
    [InlineData("Madam President:\n\nPresident Example,", 2)]
    [InlineData("Honourable members of the Commission, past and present\n\nLadies and gentlemen:", 2)]
    [InlineData("Mr. President.", 1)]
    public void Salutations_are_unnumbered(string printed, int count)
    {
        var blocks = Sources.Parse(printed + "\n\nI thank you for this meeting.").Blocks;

        Assert.Equal([.. Enumerable.Repeat(BlockKind.Salutation, count), BlockKind.Paragraph], blocks.Select(block => block.Kind));
        Assert.Equal("p1", blocks[^1].Id);
    }

    [Theory]
    [InlineData("Mr. President, I thank you for convening this meeting.")]
    [InlineData("Excellencies, ladies and gentlemen, we meet today in a new world.")]
    [InlineData("Thank you, Mr. President.")]
    [InlineData("Distinguished delegates know well that,\nin the end, it is we who decide.")]
    public void A_sentence_that_begins_like_a_salutation_is_a_paragraph(string printed) =>
        Assert.Equal(BlockKind.Paragraph, Sources.Parse(printed).Blocks[0].Kind);

    [Fact]
    public void Markdown_blocks_become_blocks()
    {
        var blocks = Sources.Parse(
            """
            Mr. President,

            Opening words.

            ## Part *one*

            - first
              - inner
            - second
              goes on

            3) third
            4) fourth

            > Quoted by itself,
            > on two lines.
            >
            > And again.

            Closing words.
            """).Blocks;

        Assert.Equal(
            [
                "s1 Salutation 0  Mr. President,", "p1 Paragraph 0  Opening words.", "h1 Heading 2  Part one", "l1 ListItem 1 • first",
                "l2 ListItem 2 • inner", "l3 ListItem 1 • second goes on", "l4 ListItem 1 3) third", "l5 ListItem 1 4) fourth",
                "q1 BlockQuotation 0  Quoted by itself, on two lines.", "q2 BlockQuotation 0  And again.", "p2 Paragraph 0  Closing words.",
            ],
            blocks.Select(block => $"{block.Id} {block.Kind} {block.Level} {block.Marker} {block.Text}"));
        Assert.Equal([new Span(5, 8, SpanKind.Emphasis)], blocks[2].Spans);
        Assert.Equal([1, 3, 5, 7, 8, 9, 12, 13, 15, 18, 20], blocks.Select(block => block.SourceLine));
    }

    [Fact]
    public void Inline_markup_becomes_spans()
    {
        var block = Sources.Paragraph("A *long\nemphasis*, a ***strong*** word, a [link](https://example.org/a), a [bad one](javascript:x) & `code` &lt;b> <i>x</i>.");

        Assert.Equal("A long emphasis, a strong word, a link, a bad one & code <b> <i>x</i>.", block.Text);
        Assert.Equal(
            [
                new Span(2, 15, SpanKind.Emphasis), new Span(19, 25, SpanKind.Emphasis), new Span(19, 25, SpanKind.Strong),
                new Span(34, 38, SpanKind.Link, "https://example.org/a"),
            ],
            block.Spans);
    }

    [Fact]
    public void Footnotes_come_last_and_their_marks_point_to_them()
    {
        var blocks = Sources.Parse(
            "Mr. President,\n\nA claim[^a] and another[^2].\n\n[^2]: Second *note*.\n\n[^a]: First note.\n\n[^lost]: Nothing refers to it.\n\nClosing words.").Blocks;

        Assert.Equal(["s1", "p1", "p2", "n1", "n2", "n3"], blocks.Select(block => block.Id));
        Assert.Equal("A claim[a] and another[2].", blocks[1].Text);
        Assert.Equal([new Span(7, 10, SpanKind.NoteMark, "n1"), new Span(22, 25, SpanKind.NoteMark, "n2")], blocks[1].Spans);
        Assert.Equal([("a", "First note."), ("2", "Second note."), ("lost", "Nothing refers to it.")],
            blocks.Skip(3).Select(block => (block.Marker!, block.Text)));
    }

    [Fact]
    public void Numbers_that_the_speech_gives_its_paragraphs_stay_their_markers()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("It is a great honour for me to be here.", 4));
        var blocks = Sources.Parse($"Mr. President,\n\n1. {sentence}\n\n2. {sentence}\n").Blocks;

        Assert.Equal([("p1", "1.", 1), ("p2", "2.", 2)], blocks.Skip(1).Select(block => (block.Id, block.Marker!, block.Number!.Value)));
    }

    [Theory]
    [InlineData("Mr. President,\n\n1. The law of lakes is old.\n\n2. It is kept well.\n\n3. Thank you.")]
    [InlineData("**The law of lakes**\n\nStatement by Mr. Noah Example\n\n3 May 2020\n\nMr. President,\n\n1. The law of lakes is old.\n\n2. It is kept well.\n\n## Thanks\n\n3. Thank you.")]
    [InlineData("Señor Presidente:\n\n1. El derecho de los lagos es antiguo.\n\n2. Se respeta bien.\n\n3. Muchas gracias.\n\nGracias.")]
    [InlineData("主席先生：\n\n1. 湖泊法历史悠久。\n\n2. 各国都遵守它。\n\n3. 谢谢。")]
    public void Short_numbered_items_that_no_paragraph_announces_are_paragraphs(string source) =>
        Assert.Equal([("p1", "1."), ("p2", "2."), ("p3", "3.")],
            Sources.Parse(source).Blocks.Where(block => block.Marker is not null).Select(block => (block.Id, block.Marker!)));

    [Fact]
    public void Short_numbered_items_that_a_paragraph_announces_are_a_list()
    {
        var blocks = Sources.Parse("Mr. President,\n\nThree things matter.\n\n1. The law of lakes is old.\n\n2. It is kept well.\n\n3. Thank you.").Blocks;

        Assert.Equal(["s1", "p1", "l1", "l2", "l3"], blocks.Select(block => block.Id));
    }

    [Fact]
    public void Text_laid_out_with_spaces_is_no_code_and_no_markup()
    {
        var parsed = Sources.Parse("              UNITED NATIONS\n\n          Statement by\n        Ms. Mary Example\n\nMadam Chair,\n\n* A star is no list.\n");

        Assert.Equal(("UNITED NATIONS", "Statement", "Mary Example"),
            (parsed.Header.Organization, parsed.Header.Kind, parsed.Header.Speakers.Single().Name));
        Assert.Equal("* A star is no list.", parsed.Blocks[^1].Text);
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing()
    {
        const string text = "UNITED NATIONS\n\nMr. President,\n\nOne line\nand  \nAnother.\n\n\n\nNew page.";

        Assert.Equivalent(Sources.Parse(text), Sources.Parse("\uFEFF" + text.ReplaceLineEndings("\r\n")), strict: true);
    }
}

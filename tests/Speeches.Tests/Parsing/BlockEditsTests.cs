using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Speeches.Parsing;

namespace Speeches.Tests.Parsing;

public class BlockEditsTests
{
    private const string Source = """
        Mr. President,

        The *first paragraph
        goes on* and quotes “words of another”. It has a note.[^1]

        Second paragraph, which follows.

        - an item

        [^1]: See the report.
        """;

    private static readonly string[] Pieces =
    [
        "word", "Its", "said", "noted that", " ", " ", " ", "\n\n", "\n\n", "  \n", ". ", "“", "”", "\"", "*", "**", "[^1]", "[^2]", "\n\n[^1]: note ", "\n\n[^2]: other ",
        "\n\n> ", "\n\n- ", "\n\n1. ", "\n\n## ", "e\u0301", "😀", "نص", "国际", "(a) ", "3. ",
    ];

    private static readonly Gen<ParsedSpeech> Speeches = Gen.Elements(Pieces).ListOf()
        .Select(pieces => Sources.Parse("Mr. President,\n\nA beginning" + string.Concat(pieces)));

    [Fact]
    public void A_joined_block_has_the_words_and_spans_of_both_and_the_numbers_follow()
    {
        var (joined, id) = BlockEdits.Join(Sources.Parse(Source), "p1");
        var block = joined.Blocks.Single(block => block.Id == id);
        Assert.Equal("The first paragraph goes on and quotes “words of another”. It has a note.[1] Second paragraph, which follows.", block.Text);
        Assert.Equal(["s1", "p1", "l1", "n1"], joined.Blocks.Select(found => found.Id));
        Assert.Contains(block.Spans, span => span.Kind == SpanKind.NoteMark && span.Target == "n1");
        Assert.Equal("words of another", Assert.Single(joined.Quotations).Words);
    }

    [Fact]
    public void Emphasis_over_the_place_of_a_split_is_in_both_parts_and_one_again_when_they_are_joined()
    {
        var speech = Sources.Parse(Source);
        var text = speech.Blocks[1].Text;
        var (split, id) = BlockEdits.Split(speech, "p1", [text.IndexOf("paragraph", StringComparison.Ordinal)]);
        Assert.Equal(("p1", "The first"), (id, split.Blocks[1].Text));
        Assert.Equal([new Span(4, 9, SpanKind.Emphasis)], split.Blocks[1].Spans);
        Assert.Equal(new Span(0, 17, SpanKind.Emphasis), split.Blocks[2].Spans[0]);
        Assert.Equal(["s1", "p1", "p2", "p3", "l1", "n1"], split.Blocks.Select(block => block.Id));
        Assert.Equal("p2", Assert.Single(split.Quotations).BlockId);
        Assert.Equivalent(speech, BlockEdits.Join(split, "p1").Speech, strict: true);
    }

    [Fact]
    public void A_quotation_that_a_wrong_end_of_paragraph_cut_is_found_when_the_parts_are_joined()
    {
        var speech = Sources.Parse("Mr. President,\n\nThe Charter says “We the\n\nPeoples of the United Nations”, and so on.");
        Assert.Empty(speech.Quotations);
        Assert.Contains(speech.Diagnostics, found => found.Code == "unclosed-quotation");
        var (joined, _) = BlockEdits.Join(speech, "p1");
        Assert.Equal("We the Peoples of the United Nations", Assert.Single(joined.Quotations).Words);
        Assert.DoesNotContain(joined.Diagnostics, found => found.Code == "unclosed-quotation");
    }

    [Fact]
    public void A_marker_goes_among_the_words_and_out_of_them_as_the_kind_asks()
    {
        var speech = Sources.Parse("Mr. President,\n\n- an item in *italics*\n\nA paragraph.");
        var (paragraph, id) = BlockEdits.Retype(speech, "l1", BlockKind.Paragraph);
        Assert.Equal(("p1", "• an item in italics", new Span(13, 20, SpanKind.Emphasis)), (id, paragraph.Blocks[1].Text, paragraph.Blocks[1].Spans[0]));
        Assert.Equivalent(speech, BlockEdits.Retype(paragraph, "p1", BlockKind.ListItem).Speech, strict: true);
    }

    [Fact]
    public void What_becomes_a_note_stands_last_and_what_was_one_leaves_no_mark_that_leads_nowhere()
    {
        var speech = Sources.Parse(Source);
        var (note, id) = BlockEdits.Retype(speech, "p2", BlockKind.Footnote);
        Assert.Equal("n1", id);
        Assert.Equal(["s1", "p1", "l1", "n1", "n2"], note.Blocks.Select(block => block.Id));
        Assert.Equal("n2", note.Blocks[1].Spans.Single(span => span.Kind == SpanKind.NoteMark).Target);
        var (none, _) = BlockEdits.Retype(speech, "n1", BlockKind.Paragraph);
        Assert.Equal(["s1", "p1", "p2", "l1", "p3"], none.Blocks.Select(block => block.Id));
        Assert.DoesNotContain(none.Blocks[1].Spans, span => span.Kind == SpanKind.NoteMark);
    }

    [Theory]
    [InlineData("l1")] // before the notes
    [InlineData("n1")] // the last
    public void What_has_nothing_behind_it_is_not_joined(string last) =>
        Assert.Equal(ErrorKind.Refused, Assert.Throws<SpeechesError>(() => BlockEdits.Join(Sources.Parse(Source), last)).Kind);

    [Theory]
    [InlineData("One. Two. Three.", "One.\nTwo.\n\nThree.", "5 10")]
    [InlineData("One. Two.", "One. \r\n Two.", "5")]
    [InlineData("One.\nTwo. Three.", "One.\nTwo.\nThree.", "10")] // a line break of the text's own is none that was added
    [InlineData("One.\nTwo.", "One.\n\nTwo.", "5")]
    [InlineData("国际法", "国\n际法", "1")]
    [InlineData("One two.", "\nOne two.\n", "")]
    public void Line_breaks_that_were_added_are_places_to_split(string text, string typed, string places) =>
        Assert.Equal(places, string.Join(' ', BlockEdits.PlacesOfLineBreaks(text, typed)));

    [Theory]
    [InlineData("One two.", "One\ntwo")]
    [InlineData("One two.", "One\nthree.")]
    [InlineData("One two.", "One two. More")]
    public void Other_words_are_refused(string text, string typed) =>
        Assert.Equal("words", Assert.Throws<SpeechesError>(() => BlockEdits.PlacesOfLineBreaks(text, typed)).Field);

    [Property(MaxTest = 200)]
    public Property A_split_that_is_joined_again_leaves_every_word_and_span_where_it_was() => Prop.ForAll(AtSpace().ToArbitrary(), given =>
    {
        var (speech, block, place) = given;
        var (split, id) = BlockEdits.Split(speech, block.Id, [place]);
        ParsingProperties.Keeps(split);
        Assert.Equal(block.Text, string.Join(' ', split.Blocks.SkipWhile(found => found.Id != id).Take(2).Select(found => found.Text)));
        var joined = BlockEdits.Join(split, id).Speech;
        Assert.Equal(speech.Blocks.Select(found => (found.Id, found.Text)), joined.Blocks.Select(found => (found.Id, found.Text)));
        Assert.All(speech.Blocks.Zip(joined.Blocks), pair => Assert.Equal(Covered(pair.First), Covered(pair.Second)));
        return true;
    });

    [Property(MaxTest = 200)]
    public Property Any_edits_keep_all_words_and_every_promise() => Prop.ForAll(
        Gen.Zip(Speeches, Gen.Zip(Gen.Choose(0, 2), Gen.Choose(0, 1000)).ListOf()).ToArbitrary(), given =>
        {
            var (speech, edits) = given;
            var letters = Letters(speech);
            foreach (var (kind, at) in edits.Take(12))
            {
                speech = Edited(speech, kind, at);
                ParsingProperties.Keeps(speech);
            }

            return letters == Letters(speech);
        });

    private static ParsedSpeech Edited(ParsedSpeech speech, int kind, int at)
    {
        var block = speech.Blocks[at % speech.Blocks.Count];
        try
        {
            return kind switch
            {
                0 => BlockEdits.Join(speech, block.Id).Speech,
                1 => BlockEdits.Split(speech, block.Id, [at % (block.Text.Length + 1), at * 7 % (block.Text.Length + 1)]).Speech,
                _ => BlockEdits.Retype(speech, block.Id, (BlockKind)(at % 6)).Speech,
            };
        }
        catch (SpeechesError error) when (error.Kind == ErrorKind.Refused)
        {
            return speech;
        }
    }

    // All that is printed, whatever its order: notes move.
    private static string Letters(ParsedSpeech speech) => string.Concat(
        speech.Blocks.SelectMany(block => $"{block.Marker}{block.Text}").Where(c => !char.IsWhiteSpace(c)).Order());

    // Which kinds lie on each character that is no space.
    private static IEnumerable<string> Covered(Block block) => block.Text.Select((c, at) => char.IsWhiteSpace(c) ? "" : string.Join(
        ',', block.Spans.Where(span => span.Start <= at && at < span.End).Select(span => $"{span.Kind}{span.Target}").Distinct().Order(StringComparer.Ordinal)));

    private static Gen<(ParsedSpeech, Block, int)> AtSpace() =>
        from speech in Speeches
        let places = speech.Blocks.SelectMany(block => block.Text.Select((c, at) => (Block: block, At: at)))
            .Where(place => place.Block.Text[place.At] == ' ' && place.At > 0 && place.At + 1 < place.Block.Text.Length
                && place.Block.Text[place.At - 1] is not (>= '\u4E00' and <= '\u9FFF') && !char.IsWhiteSpace(place.Block.Text[place.At - 1]) && !char.IsWhiteSpace(place.Block.Text[place.At + 1])).ToList()
        from index in Gen.Choose(0, 10_000)
        let place = places[index % places.Count]
        select (speech, place.Block, place.At);
}

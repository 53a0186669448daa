using FsCheck.Xunit;
using Speeches.Annotations;

namespace Speeches.Tests.Anchoring;

public class BlockRangeTests
{
    [Theory]
    [InlineData("p7", "p7", null, null)]
    [InlineData("p7:12:40", "p7", 12, 40)]
    public void The_written_form_is_read_and_written(string written, string block, int? start, int? end)
    {
        Assert.True(BlockRange.TryParse(written, out var range));
        Assert.Equal(new BlockRange(block, start, end), range);
        Assert.Equal(written, range.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(":1:2")]
    [InlineData("p7:12")]
    [InlineData("p7:-1:2")]
    [InlineData("p7: 1:2")]
    [InlineData("p7:1:2:3")]
    [InlineData("p7:1:99999999999")]
    public void What_is_no_place_is_not_read(string? written) => Assert.False(BlockRange.TryParse(written, out _));

    [Theory]
    [InlineData("one two three", 3, 8, 4, 7)] // the spaces around it were caught
    [InlineData("a👩‍⚖️b", 2, 3, 1, 6)] // in the middle of a judge
    [InlineData("e\u0301galité", 0, 1, 0, 2)]
    [InlineData("مُهِمَّة كلمة", 1, 2, 0, 2)]
    [InlineData("主席先生", 1, 3, 1, 3)]
    [InlineData("one two", -5, 3, 0, 3)]
    public void A_selection_is_whole_characters_without_the_space_around(string text, int from, int to, int start, int end) =>
        Assert.Equal(new BlockRange("p1", start, end), BlockRange.Selected(Paragraph(text), from, to));

    [Fact]
    public void A_selection_of_all_words_is_the_paragraph() =>
        Assert.Equal(new BlockRange("p1"), BlockRange.Selected(Paragraph("All of it."), 0, 500));

    [Theory]
    [InlineData("one two", 3, 4)]
    [InlineData("one two", 5, 2)]
    [InlineData("", 0, 0)]
    public void A_selection_without_words_is_refused(string text, int from, int to) =>
        Assert.Equal(ErrorKind.Refused, Assert.Throws<SpeechesError>(() => BlockRange.Selected(Paragraph(text), from, to)).Kind);

    [Fact]
    public void Words_are_found_where_they_stand_once()
    {
        var block = Paragraph("the law and the custom");

        Assert.Equal(new BlockRange("p1", 4, 7), BlockRange.OfWords(block, " law "));
        Assert.Equal("words", Assert.Throws<SpeechesError>(() => BlockRange.OfWords(block, "the")).Field);
        Assert.Equal("words", Assert.Throws<SpeechesError>(() => BlockRange.OfWords(block, "The law")).Field);
    }

    [Property]
    public bool Whatever_is_selected_can_be_anchored(string? text, int from, int to)
    {
        var block = Paragraph(text ?? "");
        try
        {
            var range = BlockRange.Selected(block, from, to);
            var anchor = TextAnchor.To(block, range.Start, range.End);
            return anchor.Exact == anchor.Exact.Trim() || range.Start is null;
        }
        catch (SpeechesError error) when (error.Field == "words")
        {
            return from >= to || string.IsNullOrWhiteSpace(block.Text[Math.Clamp(from, 0, block.Text.Length)..Math.Clamp(to, 0, block.Text.Length)]);
        }
    }

    private static Block Paragraph(string text) => new() { Id = "p1", Kind = BlockKind.Paragraph, Number = 1, Text = text };
}

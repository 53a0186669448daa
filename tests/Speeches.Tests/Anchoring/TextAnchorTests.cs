using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Speeches.Annotations;

namespace Speeches.Tests.Anchoring;

public class TextAnchorTests
{
    [Fact]
    public void A_whole_paragraph_has_no_range_and_no_context()
    {
        var anchor = TextAnchor.To(Paragraph("Urgent action is needed."));

        Assert.Equal(new TextAnchor { BlockId = "p7", Exact = "Urgent action is needed." }, anchor);
    }

    [Fact]
    public void A_range_keeps_its_words_and_what_stands_around_them()
    {
        var anchor = TextAnchor.To(Paragraph("Urgent action is needed."), 7, 13);

        Assert.Equal(("action", "Urgent ", " is needed."), (anchor.Exact, anchor.Prefix, anchor.Suffix));
    }

    [Fact]
    public void The_context_is_at_most_32_code_units_and_never_half_a_character()
    {
        // 33 code units on each side, the outermost two of them one emoji.
        var around = new string('a', 31);
        var anchor = TextAnchor.To(Paragraph($"😀{around}x{around}😀"), 33, 34);

        Assert.Equal((around, "x", around), (anchor.Prefix, anchor.Exact, anchor.Suffix));
    }

    [Theory]
    [InlineData(-1, 3, "start")]
    [InlineData(5, 6, "start")]
    [InlineData(0, 6, "end")]
    [InlineData(2, 2, "end")]
    [InlineData(3, 2, "end")]
    [InlineData(null, 2, "start")]
    [InlineData(1, null, "end")]
    public void A_range_outside_the_text_or_without_words_is_refused(int? start, int? end, string field) =>
        AssertRefused(field, () => TextAnchor.To(Paragraph("State"), start, end));

    [Theory]
    [InlineData("a😀b", 2, 4, "start")]
    [InlineData("a😀b", 0, 2, "end")]
    [InlineData("e\u0301tat", 1, 5, "start")]
    [InlineData("e\u0301tat", 0, 1, "end")]
    [InlineData("👩‍⚖️ rules", 3, 9, "start")]
    public void A_range_that_cuts_a_character_is_refused(string text, int start, int end, string field) =>
        AssertRefused(field, () => TextAnchor.To(Paragraph(text), start, end));

    [Theory]
    [InlineData(BlockKind.Heading)]
    [InlineData(BlockKind.Salutation)]
    public void What_is_not_said_cannot_be_annotated(BlockKind kind) =>
        AssertRefused("paragraph", () => TextAnchor.To(new Block { Id = "h1", Kind = kind, Text = "Introduction" }));

    [Property]
    public Property A_range_is_accepted_exactly_where_no_character_is_cut()
    {
        var texts = Gen.Elements("a", " ", "é", "e\u0301", "😀", "👩‍⚖️", "🇺🇳", "क्षि", "نَ", "한", "\n", "\r\n", "\u0600")
            .ListOf().Select(string.Concat);
        var cases = from text in texts from start in Gen.Choose(0, 12) from end in Gen.Choose(0, 12) select (text, start, end);
        return Prop.ForAll(cases.ToArbitrary(), example =>
        {
            var (text, start, end) = example;
            var cuts = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
            var good = start < end && end <= text.Length && cuts.Contains(start) && cuts.Contains(end);
            try
            {
                var anchor = TextAnchor.To(Paragraph(text), start, end);
                return good && anchor.Exact == text[start..end] && text[..start].EndsWith(anchor.Prefix, StringComparison.Ordinal)
                    && text[end..].StartsWith(anchor.Suffix, StringComparison.Ordinal)
                    && cuts.Contains(start - anchor.Prefix.Length) && cuts.Contains(end + anchor.Suffix.Length);
            }
            catch (SpeechesError error)
            {
                return !good && error is { Kind: ErrorKind.Refused, Field: "start" or "end" };
            }
        });
    }

    private static Block Paragraph(string text) => new() { Id = "p7", Kind = BlockKind.Paragraph, Number = 7, Text = text };

    private static void AssertRefused(string field, Func<TextAnchor> act)
    {
        var error = Assert.Throws<SpeechesError>(act);
        Assert.Equal((ErrorKind.Refused, field), (error.Kind, error.Field));
    }
}

using Speeches.Annotations;
using Speeches.Parsing;

namespace Speeches.Tests.Parsing;

public sealed class CommentPlacesTests
{
    private static readonly string[] Lines = ["Statement by Ms. Example Speaker", "Excellencies,", "The law of the sea is the law of peace.", "And it is kept."];

    [Fact]
    public void A_comment_is_on_its_words() =>
        Assert.Equal(("p1", 25, 38, " law of peace"), Place(Anchored(2, 25, 38)));

    [Fact]
    public void A_comment_on_all_of_a_paragraph_is_on_the_paragraph() =>
        Assert.Equal(("p2", null, null, "And it is kept."), Place(Anchored(3, 0, 15)));

    [Fact]
    public void A_mark_without_words_is_on_the_paragraph() =>
        Assert.Equal(("p1", null, null, Lines[2]), Place(Anchored(2, 10, 10)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Header_and_salutation_take_no_comment(int line) => Assert.Null(Anchored(line, 0, 5));

    [Theory]
    [InlineData("# *a* <b>\n- c\nd", @"\# \*a\* \<b\>\n\- c\nd")]
    [InlineData("3. d_e\n\n> f", @"3\. d\_e||\> f")]
    [InlineData("plain (words), 4.5 - so!", @"plain (words), 4.5 - so\!")]
    public void Its_words_are_no_markup(string body, string markdown)
    {
        var comment = new PrintedComment { Body = body };

        Assert.Equal("*Comment without a name, from the imported file*\n\n" + markdown.Replace(@"\n", "\\\n", StringComparison.Ordinal).Replace('|', '\n'), comment.ToMarkdown());
    }

    [Fact]
    public void A_comment_goes_with_its_words_when_paragraphs_are_joined_and_split()
    {
        var speech = Commented(3, 4, 9);
        var joined = BlockEdits.Join(speech, "p1").Speech;
        var parted = BlockEdits.Split(joined, "p1", [12]).Speech;

        Assert.Equal(("p1", 44, 49, "it is"), Place(joined.Comments.Single().Anchor));
        Assert.Equal(("p2", 32, 37, "it is"), Place(parted.Comments.Single().Anchor));
    }

    private static (string, int?, int?, string) Place(TextAnchor? anchor) => (anchor!.BlockId, anchor.Start, anchor.End, anchor.Exact);

    private static TextAnchor? Anchored(int line, int start, int end) => Assert.Single(Commented(line, start, end).Comments).Anchor;

    private static ParsedSpeech Commented(int line, int start, int end)
    {
        var source = new SourceDocument("text/plain", [.. Lines.Select((text, index) => new SourceLine { Number = index + 1, Text = text, StartsBlock = true, BlankLinesBefore = 1 })])
        {
            Comments = [new SourceComment { Line = line, Start = start, End = end, Body = "Why?" }],
        };
        return SpeechParser.Parse(source);
    }
}

namespace Speeches.Tests.Parsing;

public class QuotationTests
{
    [Theory]
    [InlineData("The Court spoke of “general practice” here.", "general practice")]
    [InlineData("The Court spoke of \"general practice\" here.", "general practice")]
    [InlineData("The Court spoke of « general practice » here.", "general practice")]
    [InlineData("The Court spoke of „general practice“ here.", "general practice")]
    [InlineData("The Court spoke of ‘general practice’ here.", "general practice")]
    [InlineData("The Court spoke of 'general practice' here.", "general practice")]
    [InlineData("The Court said: “It is the States’ practice, isn’t it?”", "It is the States’ practice, isn’t it?")]
    [InlineData("The Court spoke of ‘the States’ own practice’ here.", "the States’ own practice")]
    [InlineData("She asked \"why?\", and he said \"because\".", "why?|because")]
    public void Passages_are_found_under_every_kind_of_mark(string text, string words) =>
        Assert.Equal(words.Split('|'), Sources.Quotations(text).Select(quotation => quotation.Words));

    [Theory]
    [InlineData("The States’ actions and the Court’s view don’t differ.")]
    [InlineData("The States' actions and the Court's view don't differ.")]
    [InlineData("Rock 'n roll of the '90s, and the ’80s before it.")]
    [InlineData("A pipe of 5\" and another of 6\" were laid.")]
    [InlineData("Nothing stands between “” and \"\" here.")]
    public void Apostrophes_and_inches_are_no_quotations(string text)
    {
        var parsed = Sources.Parse("Mr. President,\n\n" + text);

        Assert.Empty(parsed.Quotations);
        Assert.Empty(parsed.Diagnostics);
    }

    [Fact]
    public void Marks_inside_a_quotation_are_a_quotation_of_their_own()
    {
        var quotations = Sources.Quotations("The Court held: “The words ‘armed attack’ and \"force\" differ.”");

        Assert.Equal(
            [("The words ‘armed attack’ and \"force\" differ.", "The Court"), ("armed attack", null), ("force", null)],
            quotations.Select(quotation => (quotation.Words, quotation.SaidBy)));
    }

    [Theory]
    [InlineData("The Court said “this is so. It went on.")]
    [InlineData("The Court said \"this is so. It went on.")]
    [InlineData("The Court said « this is so. It went on.")]
    public void A_mark_that_never_closes_is_not_a_quotation(string text)
    {
        var parsed = Sources.Parse("Mr. President,\n\n" + text);

        Assert.Empty(parsed.Quotations);
        var diagnostic = Assert.Single(parsed.Diagnostics);
        Assert.Equal(("unclosed-quotation", 3), (diagnostic.Code, diagnostic.Line));
    }

    [Fact]
    public void An_unclosed_mark_does_not_swallow_the_next_quotation()
    {
        var parsed = Sources.Parse("Mr. President,\n\nThe Court said “one thing and “another thing” here.");

        Assert.Equal("another thing", Assert.Single(parsed.Quotations).Words);
        Assert.Equal("unclosed-quotation", Assert.Single(parsed.Diagnostics).Code);
    }

    [Fact]
    public void A_quotation_ends_with_its_paragraph_unless_the_next_opens_it_again()
    {
        var parsed = Sources.Parse(
            "Mr. President,\n\nThe Court held: “The first point is this.\n\n“The second point is that.\n\n“The last is here.” So it said.\n\n"
            + "The Court held: “This one is lost.\n\nThe next paragraph” stands alone.");

        Assert.Equal(
            [("p1", "The first point is this.", "The Court"), ("p2", "The second point is that.", "The Court"), ("p3", "The last is here.", "The Court")],
            parsed.Quotations.Select(quotation => (quotation.BlockId, quotation.Words, quotation.SaidBy)));
        Assert.Equal("unclosed-quotation", Assert.Single(parsed.Diagnostics).Code);
    }

    [Theory]
    [InlineData("In the report “Our Common Agenda” much is said.", true)]
    [InlineData("In a study entitled “the law of the sea today” much is said.", true)]
    [InlineData("We recall “A More Secure World: Our Shared Responsibility”, of 2004.", true)]
    [InlineData("He warned of “Armed Attack.”", true)]
    [InlineData("The Charter says: “We The Peoples”.", false)]
    [InlineData("He spoke of “law” and more.", false)]
    [InlineData("He spoke of “Law” and more.", false)]
    [InlineData("He spoke of “The rule of law at home” and more.", false)]
    [InlineData("He wrote “It Is Done. We Go On.”", false)]
    public void A_title_is_announced_or_has_capitals_throughout(string text, bool isTitle) =>
        Assert.Equal(isTitle, Assert.Single(Sources.Quotations(text)).IsTitle);

    [Fact]
    public void Offsets_count_in_the_text_without_its_markup()
    {
        var quotation = Assert.Single(Sources.Quotations("The *Court* spoke of “**general** 😀 practice” here."));

        Assert.Equal(("general 😀 practice", 20, 39), (quotation.Words, quotation.Start, quotation.End));
    }
}

namespace Speeches.Tests.Parsing;

public class AttributionTests
{
    [Theory]
    [InlineData("The Court has repeatedly emphasized that “this is so”.", "The Court")]
    [InlineData("Mr. Example said: “this is so”.", "Mr. Example")]
    [InlineData("Today the Court stated that “this is so”.", "the Court")]
    [InlineData("In 2015 the Security Council decided that “this is so”.", "the Security Council")]
    [InlineData("At the Millennium Summit, the Heads of State and Government stated, and I quote, “this is so”.",
        "the Heads of State and Government")]
    [InlineData("It is worth recalling that the Court held that “this is so”.", "the Court")]
    [InlineData("As the Secretary-General said, “this is so”.", "the Secretary-General")]
    [InlineData("Article 38 of the Statute, which was drafted in 1920, lists “this and that”.", "Article 38 of the Statute")]
    [InlineData("However, the Court, in its judgment, noted that “this is so”.", "the Court")]
    [InlineData("We listened to the President of the Court, who said “this is so”.", "the President of the Court")]
    [InlineData("The report states that “this is so”.", "The report")]
    [InlineData("According to the Secretary-General, “this is so”.", "the Secretary-General")]
    [InlineData("In the words of the Charter, “this is so”.", "the Charter")]
    [InlineData("These were described by the International Law Commission as “principles”.", "the International Law Commission")]
    [InlineData("“This is so”, said Mr. Example in his lecture.", "Mr. Example")]
    [InlineData("“This is so,” the Court said.", "the Court")]
    [InlineData("“This is so”, as the Court noted in 1949.", "the Court")]
    public void Who_is_quoted_is_taken_from_the_sentence(string text, string saidBy) =>
        Assert.Equal(saidBy, Assert.Single(Sources.Quotations(text)).SaidBy);

    [Theory]
    [InlineData("There is much talk of “this and that”.")]
    [InlineData("I said that “this is so”.")]
    [InlineData("We have always stated that “this is so”.")]
    [InlineData("The Court dealt with the so-called “shadow fleets”.")]
    [InlineData("The principles described in “this and that” are old.")]
    [InlineData("“This is so.”")]
    [InlineData("Member States agreed. There is “this and that”.")]
    public void Who_is_quoted_is_null_where_the_text_does_not_say(string text) =>
        Assert.Null(Assert.Single(Sources.Quotations(text)).SaidBy);

    [Fact]
    public void One_verb_covers_all_quotations_of_its_sentence_and_a_pronoun_the_next()
    {
        var quotations = Sources.Quotations(
            "The Court noted “one thing”, and that “another” was true. It added that “a third” followed. There is “a fourth”.");

        Assert.Equal(["The Court", "The Court", "The Court", null], quotations.Select(quotation => quotation.SaidBy));
    }

    [Fact]
    public void A_possessive_at_the_start_goes_back_to_the_last_one_named()
    {
        var quotations = Sources.Quotations(
            "I thank the organizers of the Hague Conference on Private International Law. Its “unique approach” is welcome.");

        Assert.Equal("the Hague Conference on Private International Law", Assert.Single(quotations).SaidBy);
    }

    [Fact]
    public void Nothing_is_carried_from_one_paragraph_to_the_next()
    {
        var quotations = Sources.Quotations("The Court noted “one thing”.\n\nIt added “another”.");

        Assert.Equal(["The Court", null], quotations.Select(quotation => quotation.SaidBy));
    }

    [Fact]
    public void Abbreviations_and_initials_do_not_end_a_sentence()
    {
        var quotation = Assert.Single(Sources.Quotations("The Court, citing Mr. J. Example and Art. 2, declared that “this is so”."));

        Assert.Equal("The Court", quotation.SaidBy);
    }
}

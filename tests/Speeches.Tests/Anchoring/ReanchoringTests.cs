using Speeches.Annotations;

namespace Speeches.Tests.Anchoring;

public sealed class ReanchoringTests
{
    [Fact]
    public void Words_follow_their_paragraph_when_others_come_before_it()
    {
        var carried = Carry(["We thank the Chair.", "Peace is the work of all."], ["A new opening.", "We thank the Chair.", "Peace is the work of all."], 1, "the work");

        Assert.Equal(AnchorState.Moved, carried.State);
        Assert.Equal(("p3", "the work"), (carried.Place!.BlockId, carried.Place.Exact));
    }

    [Fact]
    public void Words_that_stood_elsewhere_too_are_not_taken_for_those_that_are_gone()
    {
        var carried = Carry(["Small islands need peace now.", "The council debates peace at length."], ["The council debates peace at length."], 0, "peace");

        Assert.Equal(AnchorState.Orphan, carried.State);
        Assert.Null(carried.Place);
    }

    [Fact]
    public void Part_of_a_longer_word_is_not_the_word() =>
        Assert.Equal(AnchorState.Orphan, Carry(["Every art is free here."], ["One party speaks of other matters."], 0, "art").State);

    [Fact]
    public void A_paragraph_that_was_edited_is_changed_and_says_how_much()
    {
        var carried = Carry(["We will act on the law of the sea."], ["We shall act on the law of the sea."], 0, null);

        Assert.Equal(AnchorState.Changed, carried.State);
        Assert.InRange(carried.Score, 0.7, 0.99);
        Assert.Equal("We shall act on the law of the sea.", carried.Place!.Exact);
    }

    [Fact]
    public void A_paragraph_joined_to_another_is_found_inside_it()
    {
        var carried = Carry(["First things come first.", "Then comes the rest."], ["First things come first. Then comes the rest."], 1, null);

        Assert.Equal((AnchorState.Moved, 25, "Then comes the rest."), (carried.State, carried.Place!.Start, carried.Place.Exact));
    }

    [Fact]
    public void A_copy_of_a_paragraph_beside_it_leaves_nobody_sure() =>
        Assert.Equal(AnchorState.Orphan, Carry(["One.", "Same words.", "Two."], ["One.", "Same words.", "Same words.", "Two."], 1, null).State);

    [Fact]
    public void A_range_whose_words_were_edited_is_changed_and_shows_the_words_there_now()
    {
        var carried = Carry(["We rely on the rule of international law at sea."], ["We rely on the rules of the international law at sea."], 0, "rule of international law");

        Assert.Equal((AnchorState.Changed, "rules of the international law"), (carried.State, carried.Place!.Exact));
        Assert.InRange(carried.Score, 0.7, 0.99);
    }

    [Fact]
    public void A_misspelt_word_is_changed_and_a_word_put_in_its_place_is_another()
    {
        Assert.Equal((AnchorState.Changed, "organization"), Became("An organisation of states is more than its states.", "An organization of states is more than its states.", "organisation"));
        Assert.Equal((AnchorState.Orphan, null), Became("An organisation of states is more than its states.", "An empire of states is more than its states.", "organisation"));

        static (AnchorState, string?) Became(string before, string after, string words) => Carry([before], [after], 0, words) is var carried ? (carried.State, carried.Place?.Exact) : default;
    }

    [Fact]
    public void A_word_that_went_is_not_found_in_a_new_paragraph_that_has_it_too() =>
        Assert.Equal(AnchorState.Orphan, Carry(
            ["Peace among small islands is won each day by patient work.", "The court has spoken on this more than once."],
            ["The court has spoken on this more than once.", "Other regions know wars, and their islands have bases and runways."], 0, "islands").State);

    [Fact]
    public void A_phrase_that_everybody_uses_is_not_the_same_in_another_paragraph() =>
        Assert.Equal(AnchorState.Orphan, Carry(
            ["Whatever we decide here tonight, our duty follows from the Charter of the United Nations and from the long practice of states.", "The court has spoken on this more than once."],
            ["The court has spoken on this more than once.", "When small harbours asked for help last year, delegations quoted the Charter of the United Nations but sent no ships at all."], 0, "Charter").State);

    [Fact]
    public void A_word_between_two_that_were_edited_keeps_its_place() =>
        Assert.Equal((AnchorState.Moved, "are"), Carry(
            ["The court found in the end that rivers are shared and that nobody owns them."],
            ["The court found in the end that the waters are divided and that nobody owns them."], 0, "are") is var carried ? (carried.State, carried.Place?.Exact) : default);

    [Fact]
    public void A_sentence_that_moved_to_another_paragraph_takes_its_words_along()
    {
        var carried = Carry(
            ["First we thank the Chair. Then we recall what the court said of rivers.", "Water is shared."],
            ["First we thank the Chair.", "Water is shared. Then we recall what the court said of rivers."], 0, "court");

        Assert.Equal((AnchorState.Moved, "p2", 41), (carried.State, carried.Place!.BlockId, carried.Place.Start));
    }

    [Fact]
    public void A_paragraph_split_in_two_is_changed_where_most_of_it_is()
    {
        var carried = Carry(["The first half is short. The second half, which says what follows from the first, is long."],
            ["The first half is short.", "The second half, which says what follows from the first, is long."], 0, null);

        Assert.Equal((AnchorState.Changed, "p2", null), (carried.State, carried.Place!.BlockId, carried.Place.Start));
    }

    [Fact]
    public void A_paragraph_of_which_only_a_phrase_is_left_is_gone()
    {
        const string Phrase = "the principle of equitable and reasonable utilization of shared waters";
        var carried = Carry(
            [$"My delegation recalls {Phrase}, which our neighbours wrote into their first treaty a century ago, when nobody spoke of climate."],
            [$"Small islands ask for more than words today; what they need from {Phrase} is fresh money, safe harbours and young lawyers."], 0, null);

        Assert.Equal(AnchorState.Orphan, carried.State);
    }

    [Fact]
    public void Whatever_the_text_is_made_of_it_takes_no_longer_than_its_length()
    {
        var equal = Enumerable.Repeat("All are the same.", 5000).ToArray();
        Assert.Equal(AnchorState.Exact, Carry(equal, equal, 2500, "the same").State);
        Assert.Equal(AnchorState.Orphan, Carry(equal, equal[1..], 2500, "the same").State);
        var one = string.Join(' ', Enumerable.Repeat("word", 200_000));
        Assert.Equal(AnchorState.Orphan, Carry([one], [one + " more"], 0, "word").State);
        var letters = new string('a', 1_000_000);
        Assert.Equal(AnchorState.Orphan, Carry([letters], [letters + "b"], 0, null).State);
    }

    private static CarriedAnchor Carry(string[] before, string[] after, int paragraph, string? words)
    {
        var block = Blocks(before)[paragraph];
        var start = words is null ? null : (int?)block.Text.IndexOf(words, StringComparison.Ordinal);
        return new Reanchoring(Blocks(before), Blocks(after)).Carry(TextAnchor.To(block, start, start + words?.Length));
    }

    private static List<Block> Blocks(IEnumerable<string> texts) =>
        [.. texts.Select((text, index) => new Block { Id = $"p{index + 1}", Kind = BlockKind.Paragraph, Number = index + 1, Text = text })];
}

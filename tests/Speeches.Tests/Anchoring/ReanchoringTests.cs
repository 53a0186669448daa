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

    private static CarriedAnchor Carry(string[] before, string[] after, int paragraph, string? words)
    {
        var block = Blocks(before)[paragraph];
        var start = words is null ? null : (int?)block.Text.IndexOf(words, StringComparison.Ordinal);
        return new Reanchoring(Blocks(before), Blocks(after)).Carry(TextAnchor.To(block, start, start + words?.Length));
    }

    private static List<Block> Blocks(IEnumerable<string> texts) =>
        [.. texts.Select((text, index) => new Block { Id = $"p{index + 1}", Kind = BlockKind.Paragraph, Number = index + 1, Text = text })];
}

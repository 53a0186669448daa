using FsCheck.Xunit;
using Speeches.Annotations;

namespace Speeches.Tests.Anchoring;

public sealed class ReanchoringTests
{
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 400).Select(number => $"word{number}")];

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

    [Property(MaxTest = 60)]
    public void Words_that_stand_once_are_found_and_no_placed_words_are_others(int seed)
    {
        var random = new Random(seed);
        var before = Enumerable.Range(0, 20).Select(_ => string.Join(' ', random.GetItems(Vocabulary, random.Next(5, 40)))).ToList();
        var after = before.ToList();
        for (var edit = 0; edit < 8; edit++)
            Edit(after, random);
        var reanchoring = new Reanchoring(Blocks(before), Blocks(after));

        foreach (var block in Blocks(before))
        {
            var anchor = Range(block, random);
            var carried = reanchoring.Carry(anchor);

            Assert.Same(anchor, carried.Original);
            Assert.Equal(carried.State == AnchorState.Orphan, carried.Place is null);
            if (carried.Place is { } place)
            {
                var text = Blocks(after).Single(other => other.Id == place.BlockId).Text;
                Assert.Equal(anchor.Exact, place.Exact);
                Assert.Equal(anchor.Exact, text[(place.Start ?? 0)..(place.End ?? text.Length)]);
            }

            if (Count(before, anchor.Exact) == 1 && Count(after, anchor.Exact) == 1)
                Assert.NotNull(carried.Place);
        }
    }

    [Property(MaxTest = 20)]
    public void With_a_fifth_of_the_words_changed_surviving_words_keep_their_own_place(int seed)
    {
        var random = new Random(seed);
        var before = Enumerable.Range(0, 40).Select(_ => random.GetItems(Vocabulary, 40)).ToList();
        var after = before.Select(words => words.Select(word => random.Next(5) == 0 ? "new" + word : word).ToArray()).ToList();
        var old = Blocks(before.Select(words => string.Join(' ', words)));
        var reanchoring = new Reanchoring(old, Blocks(after.Select(words => string.Join(' ', words))));
        var (survived, placed) = (0, 0);
        for (var block = 0; block < before.Count; block++)
        {
            for (var word = 0; word + 2 <= 40; word++)
            {
                if (!before[block].AsSpan(word, 2).SequenceEqual(after[block].AsSpan(word, 2)))
                    continue;
                survived++;
                var start = before[block].Take(word).Sum(w => w.Length + 1);
                var carried = reanchoring.Carry(TextAnchor.To(old[block], start, start + string.Join(' ', before[block].Skip(word).Take(2)).Length));
                if (carried.Place is not { } place)
                    continue;
                placed++;
                Assert.Equal((old[block].Id, after[block].Take(word).Sum(w => w.Length + 1)), (place.BlockId, place.Start!.Value));
            }
        }

        Assert.True(placed >= 0.95 * survived, $"{placed} of {survived}");
    }

    private static void Edit(List<string> texts, Random random)
    {
        var at = random.Next(texts.Count);
        var words = texts[at].Split(' ');
        var cut = random.Next(words.Length);
        switch (random.Next(7))
        {
            case 0: texts.Insert(at, string.Join(' ', random.GetItems(Vocabulary, 12))); break;
            case 1 when texts.Count > 2: texts.RemoveAt(at); break;
            case 2 when cut > 0:
                texts[at] = string.Join(' ', words[..cut]);
                texts.Insert(at + 1, string.Join(' ', words[cut..]));
                break;
            case 3 when at > 0:
                texts[at - 1] += ' ' + texts[at];
                texts.RemoveAt(at);
                break;
            case 4: (texts[0], texts[at]) = (texts[at], texts[0]); break;
            case 5: texts.Insert(random.Next(texts.Count), texts[at]); break;
            default:
                words[cut] += "x";
                texts[at] = string.Join(' ', words);
                break;
        }
    }

    private static TextAnchor Range(Block block, Random random)
    {
        var words = block.Text.Split(' ');
        var first = random.Next(words.Length - 1);
        var start = words.Take(first).Sum(word => word.Length + 1);
        return TextAnchor.To(block, start, start + string.Join(' ', words.Skip(first).Take(2)).Length);
    }

    private static int Count(List<string> texts, string words) =>
        texts.Sum(text => $" {text} ".Replace(" ", "  ", StringComparison.Ordinal).Split($" {words.Replace(" ", "  ", StringComparison.Ordinal)} ").Length - 1);

    private static CarriedAnchor Carry(string[] before, string[] after, int paragraph, string? words)
    {
        var block = Blocks(before)[paragraph];
        var start = words is null ? null : (int?)block.Text.IndexOf(words, StringComparison.Ordinal);
        return new Reanchoring(Blocks(before), Blocks(after)).Carry(TextAnchor.To(block, start, start + words?.Length));
    }

    private static List<Block> Blocks(IEnumerable<string> texts) =>
        [.. texts.Select((text, index) => new Block { Id = $"p{index + 1}", Kind = BlockKind.Paragraph, Number = index + 1, Text = text })];
}

using FsCheck.Xunit;
using Speeches.Comparing;
using static Speeches.Tests.Comparing.Paragraphs;

namespace Speeches.Tests.Comparing;

public sealed class VersionPairingTests
{
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 300).Select(number => $"word{number}")];

    [Fact]
    public void An_edited_paragraph_stands_beside_what_it_became()
    {
        Assert.Equal(
            ["p1=p1", "-=p2", "p2=p3", "p3=-"],
            Pairs(["We thank the Chair.", "Peace is the work of all nations.", "The sea belongs to no one."],
                ["We thank the Chair.", "Something else altogether comes first here.", "Peace is the work of all people."]));
    }

    [Fact]
    public void A_paragraph_that_was_parted_stands_beside_both_parts() =>
        Assert.Equal(["p1=p1", "p2=p2+p3"], Pairs(
            ["We thank the Chair.", "First things come first in the law. Then comes all the rest of it."],
            ["We thank the Chair.", "First things come first in the law.", "Then comes all the rest of it."]));

    [Fact]
    public void Chinese_and_Arabic_are_paired_by_their_words() =>
        Assert.Equal(["p1=p1", "-=p2", "p2=p3"], Pairs(
            ["和平与安全是我们的共同目标。", "السلام والأمن هدفنا المشترك دائما"], ["和平与安全是大家的共同目标。", "新的一段话。", "السلام والأمن هدفنا المشترك اليوم"]));

    [Property(MaxTest = 60)]
    public void All_blocks_of_both_versions_are_paired_once_and_in_order(int seed)
    {
        var random = new Random(seed);
        var before = Texts(random, random.Next(0, 250));
        var after = before.ToList();
        for (var edit = random.Next(0, 40); edit > 0 && after.Count > 0; edit--)
            Edit(after, random);

        Whole(Blocks(before), Blocks(after), VersionPairing.Pair(Blocks(before), Blocks(after)));
    }

    [Property(MaxTest = 10)]
    public void Each_paragraph_with_a_fifth_of_its_words_changed_is_found_beside_the_old_one_however_many_there_are(int seed)
    {
        var random = new Random(seed);
        var before = Texts(random, 1_000, shortest: 20);
        var after = before.ConvertAll(text => string.Join(' ', text.Split(' ').Select(word => random.Next(5) == 0 ? "new" + word : word)));
        after.InsertRange(400, Texts(random, 60, shortest: 20));
        after.RemoveRange(100, 30);

        var pairs = VersionPairing.Pair(Blocks(before), Blocks(after));

        var found = pairs.Count(pair => pair is { Before: [var old], After: [var now] } && now.Number == old.Number + (old.Number <= 100 ? 0 : old.Number <= 400 ? -30 : 30));
        Assert.True(found >= 960, $"{found} of 970");
    }

    private static string[] Pairs(string[] before, string[] after) =>
        [.. VersionPairing.Pair(Blocks(before), Blocks(after)).Select(pair => $"{Ids(pair.Before)}={Ids(pair.After)}")];

    private static List<string> Texts(Random random, int count, int shortest = 1) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(8) == 0 && shortest == 1 ? "(Applause)" : string.Join(' ', random.GetItems(Vocabulary, random.Next(shortest, 40))))];

    private static void Edit(List<string> texts, Random random)
    {
        var at = random.Next(texts.Count);
        switch (random.Next(5))
        {
            case 0: texts.Insert(at, texts[random.Next(texts.Count)]); break;
            case 1: texts.RemoveAt(at); break;
            case 2: (texts[0], texts[at]) = (texts[at], texts[0]); break;
            case 3: texts[at] = string.Concat("Now ", texts[at].AsSpan(texts[at].Length / 2)); break;
            default: texts[at] += ' ' + string.Join(' ', random.GetItems(Vocabulary, 3)); break;
        }
    }
}

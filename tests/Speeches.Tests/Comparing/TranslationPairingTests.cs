using FsCheck.Xunit;
using Speeches.Comparing;
using static Speeches.Tests.Comparing.Paragraphs;

namespace Speeches.Tests.Comparing;

public sealed class TranslationPairingTests
{
    [Fact]
    public void As_many_paragraphs_stand_beside_each_other_by_number()
    {
        var salutation = new Block { Id = "s1", Kind = BlockKind.Salutation, Text = "Excellencies," };
        var pairs = TranslationPairing.Pair(
            [salutation, .. Blocks(["One is short.", "Two is a good deal longer than one was."])], Blocks(["Un texte bien plus long que ne le veut la règle.", "Deux."]));

        Assert.Equal(["s1=-", "p1=p1", "p2=p2"], pairs.Select(pair => $"{Ids(pair.Before)}={Ids(pair.After)}"));
    }

    [Fact]
    public void A_paragraph_that_the_translator_parted_stands_beside_both_parts()
    {
        var pairs = TranslationPairing.Pair(Blocks([Long(300), Long(400), Long(120)]), Blocks([Long(330), Long(210), Long(230), Long(130)]));

        Assert.Equal(["p1=p1", "p2=p2+p3", "p3=p4"], pairs.Select(pair => $"{Ids(pair.Before)}={Ids(pair.After)}"));
    }

    [Fact]
    public void A_paragraph_that_was_not_translated_stands_alone()
    {
        int[] original = [300, 500, 60, 900, 120, 700, 410, 230, 880, 350];
        var pairs = TranslationPairing.Pair(Blocks(original.Select(Long)), Blocks(original.Where(length => length != 500).Select(length => Long(length / 2))));

        Assert.Equal(["p1=p1", "p2=-", "p3=p2", "p4=p3"], pairs.Take(4).Select(pair => $"{Ids(pair.Before)}={Ids(pair.After)}"));
    }

    [Property(MaxTest = 60)]
    public void All_blocks_of_both_are_paired_once_and_in_order(int seed)
    {
        var random = new Random(seed);
        var (original, translation) = (Blocks(Random(random)), Blocks(Random(random)));

        Whole(original, translation, TranslationPairing.Pair(original, translation));
    }

    [Property(MaxTest = 20)]
    public void Lengths_that_follow_the_original_lead_from_paragraph_to_paragraph(int seed)
    {
        var random = new Random(seed);
        var original = Enumerable.Range(0, 120).Select(_ => random.Next(60, 900)).ToList();
        var translation = original.ConvertAll(length => (int)(length * 0.4 * (0.95 + (random.NextDouble() / 10))));
        translation[60] += translation[61];
        translation.RemoveAt(61);

        var pairs = TranslationPairing.Pair(Blocks(original.Select(Long)), Blocks(translation.Select(Long)));

        var right = pairs.Count(pair => pair is { Before: [var old], After: [var now] } && old.Number == now.Number + (old.Number <= 60 ? 0 : 1));
        Assert.True(right >= 112, $"{right} of 118");
    }

    private static string Long(int length) => new('x', length);

    private static List<string> Random(Random random) => [.. Enumerable.Range(0, random.Next(0, 150)).Select(_ => Long(random.Next(1, 900)))];
}

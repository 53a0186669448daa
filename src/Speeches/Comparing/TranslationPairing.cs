namespace Speeches.Comparing;

/// <summary>
/// Which blocks of a text stand beside which of its translation. Where both have as many paragraphs, paragraph 7 stands beside
/// paragraph 7. Else by their lengths: what is long in one language is long in another (Gale and Church, "A Program for Aligning
/// Sentences in Bilingual Corpora", Computational Linguistics 19, 1993).
/// </summary>
public static class TranslationPairing
{
    private const int Band = 60;

    // Of a length's difference, in characters for each character: as measured by Gale and Church.
    private const double Variance = 6.8;

    // How rarely translators do else than one for one, as costs (-100 ln p) after the same source.
    private const double TwoForOne = 230;
    private const double TwoForTwo = 440;
    private const double OneForNone = 450;

    // A heading in one language is seldom read as a paragraph in another, but it happens.
    private const double OtherKind = 200;

    /// <summary>Pairs all blocks of both, each once, both in reading order.</summary>
    public static IReadOnlyList<PairedBlocks> Pair(IReadOnlyList<Block> original, IReadOnlyList<Block> translation)
    {
        var (old, now) = (Numbered(original), Numbered(translation));
        var pairs = new List<PairedBlocks>();
        var ratio = Ratio(original, translation);
        var (i, j) = (0, 0);
        if (old.Count == now.Count)
        {
            foreach (var (block, other) in old.Zip(now))
            {
                ByLength(original, i..block, translation, j..other, ratio, pairs);
                pairs.Add(new([original[block]], [translation[other]]));
                (i, j) = (block + 1, other + 1);
            }
        }

        ByLength(original, i..original.Count, translation, j..translation.Count, ratio, pairs);
        return pairs;
    }

    private static List<int> Numbered(IReadOnlyList<Block> blocks) =>
        [.. blocks.Index().Where(block => block.Item.Number is not null).Select(block => block.Index)];

    // Chinese takes a third of the characters of English: how long a translation is to be is told from the whole.
    private static double Ratio(IReadOnlyList<Block> original, IReadOnlyList<Block> translation) =>
        (1.0 + translation.Sum(block => block.Text.Length)) / (1.0 + original.Sum(block => block.Text.Length));

    private static void ByLength(
        IReadOnlyList<Block> original, Range old, IReadOnlyList<Block> translation, Range now, double ratio, List<PairedBlocks> pairs)
    {
        var (i, n) = old.GetOffsetAndLength(original.Count);
        var (j, m) = now.GetOffsetAndLength(translation.Count);
        foreach (var (block, blocks, other, others) in Alignment.Walk(n, m, Band, Cost))
            pairs.Add(new([.. original.Skip(i + block).Take(blocks)], [.. translation.Skip(j + other).Take(others)]));

        double Cost(int block, int other, int blocks, int others)
        {
            if (blocks == 0 || others == 0)
                return OneForNone;
            var (first, second) = (original[i + block], translation[j + other]);
            if (first.Kind == BlockKind.Footnote != (second.Kind == BlockKind.Footnote)
                || (blocks == 2 && original[i + block + 1].Kind != first.Kind) || (others == 2 && translation[j + other + 1].Kind != second.Kind))
                return double.PositiveInfinity;
            var rare = (blocks + others) switch { 2 => 0, 3 => TwoForOne, _ => TwoForTwo };
            return rare + (first.Kind == second.Kind ? 0 : OtherKind) + Unlikeliness(Length(original, i + block, blocks) * ratio, Length(translation, j + other, others));
        }
    }

    private static int Length(IReadOnlyList<Block> blocks, int from, int count) =>
        blocks[from].Text.Length + (count == 2 ? blocks[from + 1].Text.Length : 0);

    /// <summary>-100 ln of the chance that a length differs this much or more from what is expected.</summary>
    private static double Unlikeliness(double expected, int length)
    {
        var deviations = Math.Abs(length - expected) / Math.Sqrt(Variance * ((expected + length) / 2 + 1));
        // The upper tail of the normal distribution: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17.
        var t = 1 / (1 + (0.2316419 * deviations));
        var polynomial = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        // The logarithm of the density is taken by hand: far out, the density itself is nothing.
        return 100 * ((deviations * deviations / 2) + Math.Log(Math.Sqrt(2 * Math.PI)) - Math.Log(2 * polynomial));
    }
}

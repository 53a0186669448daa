namespace Speeches.Comparing;

/// <summary>
/// Which blocks of a version stand beside which of another in the same language, both in reading order. Unlike the carrying of
/// anchors this is for looking at: a block that was moved is left out at one place and added at the other.
/// </summary>
public static class VersionPairing
{
    // Gaps up to this many pairs of blocks are looked through whole; larger ones are cut where both sides surely meet.
    private const int WholeTable = 10_000;
    private const int Band = 24;
    private const int LeastBetweenCuts = 40;

    // What a word costs that stands alone: two blocks stand side by side where they share more than half of their words.
    private const double Alone = 0.5;

    // So that what is parted or joined is, and a short paragraph added beside another is not.
    private const double Regrouped = 0.5;

    /// <summary>Pairs all blocks of both versions, each once.</summary>
    public static IReadOnlyList<PairedBlocks> Pair(IReadOnlyList<Block> before, IReadOnlyList<Block> after)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var pairs = new List<PairedBlocks>();
        Between(new(before, known), .., new(after, known), .., 0, pairs);
        return pairs;
    }

    private static void Between(BlockWords before, Range old, BlockWords after, Range now, int cuts, List<PairedBlocks> pairs)
    {
        var (i, end) = (old.Start.Value, old.End.GetOffset(before.Count));
        var (j, to) = (now.Start.Value, now.End.GetOffset(after.Count));
        for (; i < end && j < to && before[i].Text == after[j].Text; i++, j++)
            pairs.Add(new([before[i]], [after[j]]));
        var tail = 0;
        while (i < end - tail && j < to - tail && before[end - tail - 1].Text == after[to - tail - 1].Text)
            tail++;
        (end, to) = (end - tail, to - tail);

        if ((long)(end - i) * (to - j) > WholeTable && cuts < 2)
        {
            foreach (var (block, other) in Cuts(before, i..end, after, j..to, cuts))
            {
                Between(before, i..block, after, j..other, cuts + 1, pairs);
                (i, j) = (block, other);
            }

            Between(before, i..end, after, j..to, cuts + 1, pairs);
        }
        else
        {
            Likeliest(before, i..end, after, j..to, pairs);
        }

        for (; tail > 0; tail--, end++, to++)
            pairs.Add(new([before[end]], [after[to]]));
    }

    // First at blocks whose text stands once in each version, then at three words in a row that do.
    private static IEnumerable<(int Old, int New)> Cuts(BlockWords before, Range old, BlockWords after, Range now, int cuts)
    {
        var last = old.Start.Value;
        var meeting = cuts == 0
            ? RareKeys.Meeting<string>(old, now, i => [before[i].Text], j => [after[j].Text])
            : RareKeys.Meeting(old, now, before.Shingles, after.Shingles);
        foreach (var (block, other) in meeting)
        {
            if (block - last < LeastBetweenCuts)
                continue;
            yield return (block, other);
            last = block;
        }
    }

    private static void Likeliest(BlockWords before, Range from, BlockWords after, Range to, List<PairedBlocks> pairs)
    {
        var (i, n) = from.GetOffsetAndLength(before.Count);
        var (j, m) = to.GetOffsetAndLength(after.Count);
        var band = (long)n * m <= WholeTable ? Math.Max(n, m) : Band;
        foreach (var (block, blocks, other, others) in Alignment.Walk(n, m, band, Cost))
            pairs.Add(new(before.Blocks(i + block, blocks), after.Blocks(j + other, others)));

        double Cost(int block, int other, int blocks, int others)
        {
            if (blocks + others == 1)
                return Alone * (1 + (blocks == 1 ? before.Sorted(i + block, 1) : after.Sorted(j + other, 1)).Length);
            if (blocks + others == 4 || !before.MayJoin(i + block, blocks) || !after.MayJoin(j + other, others)
                || before[i + block].Kind == BlockKind.Footnote != (after[j + other].Kind == BlockKind.Footnote))
                return double.PositiveInfinity;
            var (old, now) = (before.Sorted(i + block, blocks), after.Sorted(j + other, others));
            return ((old.Length + now.Length) * (1 - BlockWords.Likeness(old, now))) + (blocks + others == 3 ? Regrouped : 0);
        }
    }
}

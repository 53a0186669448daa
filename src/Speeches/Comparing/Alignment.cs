namespace Speeches.Comparing;

/// <summary>
/// The cheapest way to walk through two lists side by side, one or two items of each at a time: dynamic programming in a band
/// around the diagonal, so that the work grows with the lists and not with their product.
/// </summary>
internal static class Alignment
{
    // Of steps that cost the same the first is taken.
    private static readonly (int Before, int After)[] Steps = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2)];

    /// <summary>Walks.</summary>
    /// <param name="before">How many items the one list has.</param>
    /// <param name="after">How many the other has.</param>
    /// <param name="band">How far from the diagonal, in items of <paramref name="after"/>, the walk may lead.</param>
    /// <param name="cost">
    /// What it costs to take items from (i, j) on, by how many of each (0 to 2, not both 0); infinite where that cannot be.
    /// One item alone can always be taken.
    /// </param>
    /// <returns>The first item and the count on each side, step by step; together they cover both lists.</returns>
    internal static List<(int Before, int BeforeCount, int After, int AfterCount)> Walk(
        int before, int after, int band, Func<int, int, int, int, double> cost)
    {
        // Two rows of the diagonal may lie this far apart, and a walk along it must get from one to the next.
        band = Math.Min(after, band + (after / Math.Max(1, before)) + 1);
        var width = (2 * band) + 1;
        var costs = new double[before + 1, width];
        var steps = new byte[before + 1, width];
        for (var i = 0; i <= before; i++)
        {
            for (var at = 0; at < width; at++)
            {
                var j = First(i) + at;
                costs[i, at] = i == 0 && j == 0 ? 0 : double.PositiveInfinity;
                if (j < 0 || j > after)
                    continue;
                for (byte step = 0; step < Steps.Length; step++)
                {
                    var (from, to) = (i - Steps[step].Before, j - Steps[step].After);
                    if (from < 0 || to < 0 || to - First(from) is not (>= 0 and var column) || column >= width || costs[from, column] >= costs[i, at])
                        continue;
                    var total = costs[from, column] + cost(from, to, Steps[step].Before, Steps[step].After);
                    if (total < costs[i, at])
                        (costs[i, at], steps[i, at]) = (total, step);
                }
            }
        }

        var walk = new List<(int, int, int, int)>();
        for (int i = before, j = after; i > 0 || j > 0;)
        {
            var (di, dj) = Steps[steps[i, j - First(i)]];
            (i, j) = (i - di, j - dj);
            walk.Add((i, di, j, dj));
        }

        walk.Reverse();
        return walk;

        int First(int i) => (before == 0 ? 0 : (int)((long)i * after / before)) - band;
    }
}

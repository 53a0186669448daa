namespace Speeches.Comparing;

/// <summary>Where two versions surely meet: at what stands once in each, as far as both have it in the same order.</summary>
internal static class RareKeys
{
    /// <summary>Pairs of blocks, rising on both sides.</summary>
    /// <param name="before">Which blocks of the one version.</param>
    /// <param name="after">Which of the other.</param>
    /// <param name="keys">What a block of the one is known by.</param>
    /// <param name="others">What a block of the other is known by.</param>
    internal static List<(int Old, int New)> Meeting<T>(Range before, Range after, Func<int, IEnumerable<T>> keys, Func<int, IEnumerable<T>> others)
        where T : notnull
    {
        var old = Once(before, keys);
        var shared = Once(after, others).Where(now => old.ContainsKey(now.Key)).CountBy(now => (Old: old[now.Key], New: now.Value));
        // Of a block that was parted, the part that has most of it.
        var best = shared.GroupBy(pair => pair.Key.Old).Select(group => group.MaxBy(pair => pair.Value))
            .GroupBy(pair => pair.Key.New).Select(group => group.MaxBy(pair => pair.Value).Key);
        return InOrder([.. best.Order()]);
    }

    private static Dictionary<T, int> Once<T>(Range blocks, Func<int, IEnumerable<T>> keys) where T : notnull
    {
        var found = new Dictionary<T, int>();
        for (var i = blocks.Start.Value; i < blocks.End.Value; i++)
        {
            foreach (var key in keys(i))
                found[key] = found.ContainsKey(key) ? -1 : i;
        }

        return found.Where(entry => entry.Value >= 0).ToDictionary();
    }

    /// <summary>The longest run of sorted pairs whose second numbers rise too.</summary>
    private static List<(int Old, int New)> InOrder(List<(int Old, int New)> pairs)
    {
        var ends = new List<int>(); // by length of a run, the pair it ends with: the lowest there is
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[ends[middle]].New < pairs[i].New ? (middle + 1, high) : (low, middle);
            }

            before[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
                ends.Add(i);
            else
                ends[low] = i;
        }

        var run = new List<(int, int)>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i])
            run.Add(pairs[i]);
        run.Reverse();
        return run;
    }
}

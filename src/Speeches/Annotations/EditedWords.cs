namespace Speeches.Annotations;

/// <summary>
/// Finds what stands where words stood that were edited: what is left of them, and what is between that and the known words on
/// either side of them.
/// </summary>
internal sealed class EditedWords(RunningText before, RunningText after, TextAlignment alignment)
{
    /// <summary>How far beside the words known ones are looked for: farther away they make no place sure.</summary>
    private const int Reach = 8;

    /// <summary>The words there now, within one block, or null where the place is not sure.</summary>
    /// <param name="words">The words before, within one block.</param>
    /// <param name="isWhole">Whether they are all of their block, which then takes in what was added at its ends.</param>
    internal (int First, int End)? Find((int First, int End) words, bool isWhole)
    {
        var (first, end) = before.WordsIn(before.BlockOf(words.First));
        (first, end) = (Math.Max(first, words.First - Reach), Math.Min(end, words.End + Reach));
        if ((Home(words) ?? Home((first, end))) is not { } block)
            return null;

        var start = Cut(words.First, (first, end), block, isStart: true, isWhole);
        var stop = Cut(words.End, (first, end), block, isStart: false, isWhole);
        return start < stop ? (start, stop) : null;
    }

    /// <summary>The block where more than half of those words stand now that are left.</summary>
    private int? Home((int First, int End) words)
    {
        var places = new Dictionary<int, int>();
        for (var word = words.First; word < words.End; word++)
        {
            if (alignment.To[word] is >= 0 and var to)
                places[after.BlockOf(to)] = places.GetValueOrDefault(after.BlockOf(to)) + 1;
        }

        var all = places.Values.Sum();
        foreach (var (block, count) in places)
        {
            if (2 * count > all)
                return block;
        }

        return null;
    }

    /// <summary>Where the words begin or end now: the known words left and right of that point are followed.</summary>
    private int Cut(int cut, (int First, int End) known, int block, bool isStart, bool isWhole)
    {
        var to = alignment.To;
        var from = alignment.From;
        var home = after.WordsIn(block);
        var left = cut - 1;
        while (left >= known.First && !IsHome(to[left]))
            left--;
        var right = cut;
        while (right < known.End && !IsHome(to[right]))
            right++;

        // At the end of the block there is no known word: its place is the end of what nobody else has.
        var (hasLeft, hasRight) = (left >= known.First, right < known.End);
        var (nowLeft, nowRight) = (hasLeft ? to[left] : home.First - 1, hasRight ? to[right] : home.End);
        if (!hasLeft)
            nowLeft = Free(from, nowRight, home.First, -1);
        if (!hasRight)
            nowRight = Free(from, nowLeft, home.End - 1, 1);

        var (inner, outer) = isStart ? (nowRight, nowLeft + 1) : (nowLeft + 1, nowRight);
        if (nowLeft >= nowRight || Free(from, nowLeft, home.End - 1, 1) != nowRight || !IsSure(hasLeft, left) || !IsSure(hasRight, right - 1))
            return inner;
        if (nowRight - nowLeft == right - left)
            return nowLeft + cut - left;
        var (touchesInner, touchesOuter) = isStart ? (cut == right, cut == left + 1) : (cut == left + 1, cut == right);
        return touchesOuter && (isWhole || !touchesInner) ? outer : inner;

        bool IsHome(int word) => word >= home.First && word < home.End;

        bool IsSure(bool isKnown, int last) => isKnown || before.Begins(last + 1);
    }

    /// <summary>The next word in a direction that has a pair; or the place beside the last one.</summary>
    private static int Free(ReadOnlySpan<int> from, int word, int last, int step)
    {
        do
            word += step;
        while ((last - word) * step >= 0 && from[word] < 0);
        return word;
    }
}

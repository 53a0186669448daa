namespace Speeches.Annotations;

/// <summary>A stretch of one sequence and the stretch of the other to compare it with, each half-open.</summary>
internal readonly record struct Stretch(int Start, int End, int OtherStart, int OtherEnd);

/// <summary>
/// Which item of a sequence is which of another, after Paul Heckel, "A technique for isolating differences between files"
/// (Communications of the ACM 21:4, 1978): what stands once in both is the same wherever it stands, and so are its equal
/// neighbours, read on from there. So that a single common word proves nothing, a row of items (a shingle: Andrei Broder, "On the
/// resemblance and containment of documents", 1997) stands for the single item, and where two readings disagree none is believed.
/// Linear in time.
/// </summary>
/// <param name="before">One sequence, each item by the number of what it is.</param>
/// <param name="after">The other.</param>
/// <param name="beginsBefore">Whether a new unit begins with an item of the one: neither a row nor a reading crosses into it.</param>
/// <param name="beginsAfter">The same for the other.</param>
internal sealed class Correspondence(IReadOnlyList<int> before, IReadOnlyList<int> after, Func<int, bool> beginsBefore, Func<int, bool> beginsAfter)
{
    /// <summary>No item.</summary>
    internal const int None = -1;

    private const int Many = -2;

    private readonly int[] _to = Filled(before.Count);
    private readonly int[] _from = Filled(after.Count);
    private readonly int[] _onward = Filled(before.Count);
    private readonly int[] _backward = Filled(before.Count);

    /// <summary>The other's item for each item, or <see cref="None"/>.</summary>
    internal ReadOnlySpan<int> To => _to;

    /// <summary>The item for each of the other's, or <see cref="None"/>.</summary>
    internal ReadOnlySpan<int> From => _from;

    /// <summary>Both sequences whole.</summary>
    internal Stretch Everything => new(0, before.Count, 0, after.Count);

    /// <summary>Pairs two items.</summary>
    internal void Pair(int item, int other) => (_to[item], _from[other]) = (other, item);

    /// <summary>Takes an item's pair away.</summary>
    internal void Part(int item) => (_from[_to[item]], _to[item]) = (None, None);

    /// <summary>Pairs the rows of items that stand once in both stretches, leaving out what has a pair, and then their neighbours.</summary>
    /// <param name="stretch">Where to look.</param>
    /// <param name="width">How many items make a row: 1 to 4.</param>
    /// <param name="inOrder">Whether rows that changed places prove nothing.</param>
    internal void Match(Stretch stretch, int width, bool inOrder)
    {
        var rows = new Dictionary<(int, int, int, int), (int Before, int After)>();
        for (var i = stretch.Start; i + width <= stretch.End; i++)
        {
            if (Row(before, _to, beginsBefore, i, width) is { } row)
                rows[row] = (rows.ContainsKey(row) ? Many : i, None);
        }

        for (var i = stretch.OtherStart; i + width <= stretch.OtherEnd; i++)
        {
            if (Row(after, _from, beginsAfter, i, width) is { } row && rows.TryGetValue(row, out var found))
                rows[row] = found with { After = found.After == None ? i : Many };
        }

        var once = rows.Values.Where(row => row is { Before: >= 0, After: >= 0 }).OrderBy(row => row.Before).ToList();
        if (inOrder)
            once = [.. once.Where((row, at) => (at == 0 || once[at - 1].After < row.After) && (at == once.Count - 1 || row.After < once[at + 1].After))];
        Settle(once.SelectMany(row => Enumerable.Range(0, width).Select(at => (row.Before + at, row.After + at))));
        if (once.Count > 0)
            ReadOn(stretch);
    }

    /// <summary>
    /// The stretches without pairs between pairs: between two that follow each other in both sequences, else beside one of them
    /// within its unit.
    /// </summary>
    internal List<Stretch> Gaps()
    {
        var gaps = new List<Stretch>();
        for (var start = 0; start < _to.Length; start++)
        {
            if (_to[start] >= 0)
                continue;
            var end = RunEnd(_to, start);
            var left = start == 0 ? None : _to[start - 1];
            var right = end == _to.Length ? _from.Length : _to[end];
            if (left < right && RunEnd(_from, left + 1) == right)
            {
                gaps.Add(new Stretch(start, end, left + 1, right));
            }
            else
            {
                if (start > 0)
                    gaps.Add(new Stretch(start, RunEnd(_to, start, beginsBefore), left + 1, RunEnd(_from, left + 1, beginsAfter)));
                if (end < _to.Length)
                    gaps.Add(new Stretch(RunStart(_to, end, beginsBefore), end, RunStart(_from, right, beginsAfter), right));
            }

            start = end;
        }

        return gaps;
    }

    private static (int, int, int, int)? Row(IReadOnlyList<int> items, int[] pairs, Func<int, bool> begins, int start, int width)
    {
        for (var i = start; i < start + width; i++)
        {
            if (pairs[i] != None || (i > start && begins(i)))
                return null;
        }

        return (items[start], width > 1 ? items[start + 1] : None, width > 2 ? items[start + 2] : None, width > 3 ? items[start + 3] : None);
    }

    /// <summary>Reads on from what is paired, in both directions, as long as both say the same.</summary>
    private void ReadOn(Stretch stretch)
    {
        for (var i = stretch.Start; i < stretch.End; i++)
        {
            var last = i == 0 || beginsBefore(i) ? None : _to[i - 1] >= 0 ? _to[i - 1] : _onward[i - 1];
            _onward[i] = last >= 0 && last + 1 < stretch.OtherEnd && !beginsAfter(last + 1) && IsNext(i, last + 1) ? last + 1 : None;
        }

        for (var i = stretch.End - 1; i >= stretch.Start; i--)
        {
            var last = i + 1 == before.Count || beginsBefore(i + 1) ? None : _to[i + 1] >= 0 ? _to[i + 1] : _backward[i + 1];
            _backward[i] = last > stretch.OtherStart && !beginsAfter(last) && IsNext(i, last - 1) ? last - 1 : None;
        }

        var claims = new List<(int, int)>();
        for (var i = stretch.Start; i < stretch.End; i++)
        {
            if (_onward[i] >= 0)
                claims.Add((i, _onward[i]));
            if (_backward[i] >= 0)
                claims.Add((i, _backward[i]));
            (_onward[i], _backward[i]) = (None, None);
        }

        Settle(claims);
    }

    private bool IsNext(int item, int other) => _to[item] == None && _from[other] == None && before[item] == after[other];

    /// <summary>Pairs those of whom no other is claimed by, or claims, the same.</summary>
    private void Settle(IEnumerable<(int Item, int Other)> claims)
    {
        var distinct = claims.Distinct().ToList();
        var items = distinct.CountBy(claim => claim.Item).ToDictionary();
        var others = distinct.CountBy(claim => claim.Other).ToDictionary();
        foreach (var (item, other) in distinct)
        {
            if (items[item] == 1 && others[other] == 1)
                Pair(item, other);
        }
    }

    private static int RunEnd(int[] pairs, int start, Func<int, bool>? begins = null)
    {
        while (start < pairs.Length && pairs[start] == None && begins?.Invoke(start) != true)
            start++;
        return start;
    }

    private static int RunStart(int[] pairs, int end, Func<int, bool> begins)
    {
        while (end > 0 && !begins(end) && pairs[end - 1] == None)
            end--;
        return end;
    }

    private static int[] Filled(int count)
    {
        var items = new int[count];
        Array.Fill(items, None);
        return items;
    }
}

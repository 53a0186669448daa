using Speeches.Parsing;

namespace Speeches.Annotations;

/// <summary>Which block of a version is which block of another: by the same text first, then by mostly the same words.</summary>
internal sealed class BlockAlignment
{
    private const double Similar = 0.5;
    private const double Margin = 0.1;

    private readonly Dictionary<int, int> _same = [];
    private readonly Dictionary<int, (int Block, double Score)> _similar = [];

    internal BlockAlignment(IReadOnlyList<Block> before, IReadOnlyList<Block> after)
    {
        PairSame(before, after);
        PairSimilar(before, after);
    }

    /// <summary>The block with the same text, or null.</summary>
    internal int? Same(int block) => _same.TryGetValue(block, out var other) ? other : null;

    /// <summary>The one block that has mostly the same words, and how alike they are (0 to 1); or null.</summary>
    internal (int Block, double Score)? Alike(int block) => _similar.TryGetValue(block, out var other) ? other : null;

    /// <summary>How alike two bags of words are: twice what they share over all they have (Dice), 0 to 1.</summary>
    internal static double Likeness(Dictionary<string, int> one, Dictionary<string, int> other)
    {
        var all = one.Values.Sum() + other.Values.Sum();
        return all == 0 ? 0 : 2.0 * one.Sum(word => Math.Min(word.Value, other.GetValueOrDefault(word.Key))) / all;
    }

    internal static Dictionary<string, int> Bag(string text)
    {
        var bag = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in Words.In(text))
        {
            var key = text[word.Start..word.End];
            bag[key] = bag.GetValueOrDefault(key) + 1;
        }

        return bag;
    }

    // A text that stands once in each version is sure. A repeated one is told by its neighbours, read from both sides: where the
    // two readings disagree, or two blocks claim one, a copy came or went and nobody can say which.
    private void PairSame(IReadOnlyList<Block> before, IReadOnlyList<Block> after)
    {
        var old = Places(before);
        var now = Places(after);
        foreach (var (text, places) in old)
        {
            if (places.Count == 1 && now.TryGetValue(text, out var others) && others.Count == 1)
                _same[places[0]] = others[0];
        }

        var forward = Neighbours(before, after, 1);
        var backward = Neighbours(before, after, -1);
        var claims = forward.Concat(backward).Distinct().ToList();
        var perOld = claims.CountBy(claim => claim.Key).ToDictionary();
        var perNew = claims.CountBy(claim => claim.Value).ToDictionary();
        foreach (var (block, other) in claims.Where(claim => perOld[claim.Key] == 1 && perNew[claim.Value] == 1))
            _same[block] = other;
    }

    private Dictionary<int, int> Neighbours(IReadOnlyList<Block> before, IReadOnlyList<Block> after, int step)
    {
        var found = new Dictionary<int, int>();
        int? last = step > 0 ? -1 : after.Count;
        for (var i = step > 0 ? 0 : before.Count - 1; i >= 0 && i < before.Count; i += step)
        {
            if (_same.TryGetValue(i, out var sure))
            {
                last = sure;
                continue;
            }

            var next = last + step;
            last = next is { } at && at >= 0 && at < after.Count && before[i].Text == after[at].Text ? at : null;
            if (last is { } other)
                found[i] = other;
        }

        return found;
    }

    private void PairSimilar(IReadOnlyList<Block> before, IReadOnlyList<Block> after)
    {
        var taken = _same.Values.ToHashSet();
        var same = after.Select(block => block.Text).ToHashSet(StringComparer.Ordinal);
        var old = Enumerable.Range(0, before.Count).Where(i => !_same.ContainsKey(i) && !same.Contains(before[i].Text))
            .Select(i => (Index: i, Bag: Bag(before[i].Text))).ToList();
        var now = Enumerable.Range(0, after.Count).Where(i => !taken.Contains(i)).Select(i => (Index: i, Bag: Bag(after[i].Text))).ToList();
        var pairs = (from one in old
                     from other in now
                     where before[one.Index].Kind == after[other.Index].Kind
                     let score = Likeness(one.Bag, other.Bag)
                     where score >= Similar - Margin
                     select (Old: one.Index, New: other.Index, Score: score)).ToList();
        var byOld = pairs.ToLookup(pair => pair.Old);
        var byNew = pairs.ToLookup(pair => pair.New);
        foreach (var pair in pairs.Where(pair => pair.Score >= Similar))
        {
            if (byOld[pair.Old].Concat(byNew[pair.New]).All(rival => rival == pair || rival.Score <= pair.Score - Margin))
                _similar[pair.Old] = (pair.New, pair.Score);
        }
    }

    private static Dictionary<string, List<int>> Places(IReadOnlyList<Block> blocks) =>
        blocks.Index().GroupBy(block => block.Item.Text, block => block.Index).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
}

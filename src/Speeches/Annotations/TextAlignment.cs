namespace Speeches.Annotations;

/// <summary>
/// Which word of a version is which word of another: the words of paragraphs that are the same, then rows of four words that
/// stand once in each version wherever they moved, then shorter rows between those. What has no support around it is not believed.
/// </summary>
internal sealed class TextAlignment
{
    private static readonly int[] Rows = [4, 3];
    private static readonly int[] Between = [2, 1];
    private const int Window = 8;
    private const int LeastSupport = 3;

    private readonly RunningText _before;
    private readonly RunningText _after;
    private readonly Correspondence _blocks;
    private readonly Correspondence _words;

    internal TextAlignment(RunningText before, RunningText after)
    {
        (_before, _after) = (before, after);
        _blocks = PairBlocks();
        _words = new Correspondence(before.Ids, after.Ids, before.Begins, after.Begins);
        PairWords();
        foreach (var word in Unsupported())
            _words.Part(word);
    }

    /// <summary>The word of the version after for each word of the one before, or <see cref="Correspondence.None"/>.</summary>
    internal ReadOnlySpan<int> To => _words.To;

    /// <summary>The word of the version before for each word of the one after, or <see cref="Correspondence.None"/>.</summary>
    internal ReadOnlySpan<int> From => _words.From;

    /// <summary>The block of the version after that has the same text and is the same, or null.</summary>
    internal int? SameBlock(int block) => _blocks.To[block + 1] is >= 0 and var other ? other - 1 : null;

    // Between a beginning and an end that each stand once, so that the first and the last block have two neighbours too.
    private Correspondence PairBlocks()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var pairs = new Correspondence(Numbers(_before), Numbers(_after), _ => false, _ => false);
        pairs.Match(pairs.Everything, 1, inOrder: false);
        return pairs;

        List<int> Numbers(RunningText text)
        {
            var all = new List<int> { int.MinValue };
            foreach (var block in text.Blocks)
            {
                if (!numbers.TryGetValue(block.Text, out var number))
                    numbers[block.Text] = number = numbers.Count;
                all.Add(number);
            }

            all.Add(int.MaxValue);
            return all;
        }
    }

    private void PairWords()
    {
        for (var block = 0; block < _before.Blocks.Count; block++)
        {
            if (SameBlock(block) is not { } same)
                continue;
            var (first, end) = _before.WordsIn(block);
            var other = _after.WordsIn(same).First;
            for (var word = first; word < end; word++)
                _words.Pair(word, other + word - first);
        }

        foreach (var width in Rows)
            _words.Match(_words.Everything, width, inOrder: false);
        foreach (var width in Between)
        {
            foreach (var gap in _words.Gaps())
                _words.Match(gap, width, inOrder: width == 1);
        }
    }

    // A word is where it was only if half of the words around it, within the two blocks, are there too: otherwise it is one more
    // "of the United Nations".
    private List<int> Unsupported()
    {
        var alone = new List<int>();
        for (var word = 0; word < To.Length; word++)
        {
            var block = _before.BlockOf(word);
            if (To[word] < 0 || SameBlock(block) is not null)
                continue;
            var (first, end) = Around(_before, word);
            var (otherFirst, otherEnd) = Around(_after, To[word]);
            var support = 0;
            for (var i = first; i < end; i++)
                support += To[i] >= otherFirst && To[i] < otherEnd ? 1 : 0;
            if (support < LeastSupport || 2 * support < Math.Min(end - first, otherEnd - otherFirst))
                alone.Add(word);
        }

        return alone;
    }

    private static (int First, int End) Around(RunningText text, int word)
    {
        var (first, end) = text.WordsIn(text.BlockOf(word));
        return (Math.Max(first, word - Window), Math.Min(end, word + Window + 1));
    }
}

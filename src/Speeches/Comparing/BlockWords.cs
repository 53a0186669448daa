using System.Runtime.InteropServices;

namespace Speeches.Comparing;

/// <summary>The blocks of a version with their words as numbers, the same number for the same word in both versions compared.</summary>
internal sealed class BlockWords
{
    private const int ShingleLength = 3;

    private readonly IReadOnlyList<Block> _blocks;
    private readonly int[][] _words;
    private readonly int[]?[] _sorted;
    private readonly int[]?[] _joined;

    internal BlockWords(IReadOnlyList<Block> blocks, Dictionary<string, int> known)
    {
        _blocks = blocks;
        _words = [.. blocks.Select(block => Numbers(block.Text, known))];
        _sorted = new int[]?[blocks.Count];
        _joined = new int[]?[blocks.Count];
    }

    internal int Count => _blocks.Count;

    internal Block this[int block] => _blocks[block];

    internal IReadOnlyList<Block> Blocks(int from, int count) => [.. _blocks.Skip(from).Take(count)];

    /// <summary>The words of one block or of two together, sorted.</summary>
    internal int[] Sorted(int block, int count) => count == 1
        ? _sorted[block] ??= [.. _words[block].Order()]
        : _joined[block] ??= [.. _words[block].Concat(_words[block + 1]).Order()];

    /// <summary>Whether the block, or it and the next, may have been one: headings, salutations and notes stay what they are.</summary>
    internal bool MayJoin(int block, int count) => count == 1 || (IsBody(_blocks[block]) && IsBody(_blocks[block + 1]));

    /// <summary>Every three words in a row.</summary>
    internal IEnumerable<(int, int, int)> Shingles(int block)
    {
        var words = _words[block];
        for (var i = 0; i + ShingleLength <= words.Length; i++)
            yield return (words[i], words[i + 1], words[i + 2]);
    }

    /// <summary>How alike two sorted lists of words are: twice what they share over all they have (Dice), 0 to 1.</summary>
    internal static double Likeness(int[] one, int[] other)
    {
        var (shared, i, j) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var order = one[i].CompareTo(other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return one.Length + other.Length == 0 ? 1 : 2.0 * shared / (one.Length + other.Length);
    }

    private static bool IsBody(Block block) => block.Kind is BlockKind.Paragraph or BlockKind.BlockQuotation or BlockKind.ListItem;

    private static int[] Numbers(string text, Dictionary<string, int> known)
    {
        var numbers = new List<int>();
        foreach (var piece in TextPieces.Cut(text))
        {
            if (!TextPieces.IsWord(piece))
                continue;
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, piece, out var isKnown);
            if (!isKnown)
                number = known.Count;
            numbers.Add(number);
        }

        return [.. numbers];
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace Speeches.Annotations;

/// <summary>
/// The blocks of a version as one sequence of words. A word is what is written without a space; every other character that is
/// seen, an ideograph or a mark of punctuation too, is a word of its own, so that each character but white space belongs to one.
/// </summary>
internal sealed class RunningText
{
    private readonly List<int> _ids = [];
    private readonly List<int> _blocks = [];
    private readonly List<(int Start, int End)> _places = [];
    private readonly List<int> _firsts = [];

    /// <summary>Reads the blocks.</summary>
    /// <param name="blocks">In reading order.</param>
    /// <param name="numbers">The number of each different word, shared by the texts that are compared.</param>
    internal RunningText(IReadOnlyList<Block> blocks, Dictionary<string, int> numbers)
    {
        Blocks = blocks;
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (index, block) in blocks.Index())
        {
            _firsts.Add(_ids.Count);
            foreach (var place in WordsOf(block.Text))
            {
                var word = block.Text.AsSpan(place.Start, place.End - place.Start);
                if (!lookup.TryGetValue(word, out var number))
                    lookup[word] = number = numbers.Count;
                _ids.Add(number);
                _blocks.Add(index);
                _places.Add(place);
            }
        }

        _firsts.Add(_ids.Count);
    }

    /// <summary>What was read.</summary>
    internal IReadOnlyList<Block> Blocks { get; }

    /// <summary>The number of each word: the same for the same characters.</summary>
    internal IReadOnlyList<int> Ids => _ids;

    /// <summary>Whether a block begins with the word.</summary>
    internal bool Begins(int word) => word == 0 || word == _ids.Count || _blocks[word] != _blocks[word - 1];

    /// <summary>The index of the block that a word stands in.</summary>
    internal int BlockOf(int word) => _blocks[word];

    /// <summary>Where a word stands in its block's text.</summary>
    internal (int Start, int End) PlaceOf(int word) => _places[word];

    /// <summary>The first word of a block, and one past its last.</summary>
    internal (int First, int End) WordsIn(int block) => (_firsts[block], _firsts[block + 1]);

    /// <summary>The words that a range of a block's text touches: the first and one past the last.</summary>
    internal (int First, int End) Touched(int block, int start, int end)
    {
        var (first, past) = WordsIn(block);
        return (Search(first, past, word => _places[word].End > start), Search(first, past, word => _places[word].Start >= end));
    }

    private static int Search(int from, int to, Func<int, bool> isPast)
    {
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (isPast(middle))
                to = middle;
            else
                from = middle + 1;
        }

        return from;
    }

    /// <summary>Where the words of a text are. They are read by grapheme clusters: none begins or ends inside a character.</summary>
    internal static IEnumerable<(int Start, int End)> WordsOf(string text)
    {
        var word = -1;
        for (int at = 0, length; at < text.Length; at += length)
        {
            length = StringInfo.GetNextTextElementLength(text, at);
            var isSpelled = IsSpelled(text.AsSpan(at));
            if (word >= 0 && !isSpelled)
            {
                yield return (word, at);
                word = -1;
            }

            if (isSpelled)
                word = word < 0 ? at : word;
            else if (!text.AsSpan(at, length).IsWhiteSpace())
                yield return (at, at + length);
        }

        if (word >= 0)
            yield return (word, text.Length);
    }

    /// <summary>Whether a text begins with a letter or digit of a script that parts its words by spaces.</summary>
    internal static bool IsSpelled(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out var rune, out _) == OperationStatus.Done && Rune.IsLetterOrDigit(rune) && !IsIdeographic(rune.Value);

    private static bool IsIdeographic(int rune) => rune is (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or >= 0x20000;
}

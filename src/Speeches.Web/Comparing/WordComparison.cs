using DiffPlex;
using DiffPlex.Chunkers;
using Speeches.Comparing;

namespace Speeches.Web.Comparing;

/// <summary>What became of some words from one version to another.</summary>
internal enum WordChange
{
    /// <summary>They stand in both.</summary>
    Same,

    /// <summary>They stand in the earlier one only.</summary>
    Deleted,

    /// <summary>They stand in the later one only.</summary>
    Inserted,
}

/// <summary>Words in a row that the same became of.</summary>
/// <param name="Change">What became of them.</param>
/// <param name="Text">Never empty; a paragraph's end inside is <see cref="WordComparison.Break"/>.</param>
internal sealed record WordRun(WordChange Change, string Text);

/// <summary>Compares two stretches of text word by word; scripts without spaces character by character.</summary>
internal static class WordComparison
{
    /// <summary>Stands for the end of a paragraph inside a run (U+2029, PARAGRAPH SEPARATOR).</summary>
    public const char Break = '\u2029';

    /// <summary>
    /// The runs: without those inserted they are the text before, without those deleted the text after. A deletion stands before
    /// the insertion at the same place.
    /// </summary>
    /// <param name="before">Paragraphs parted by <see cref="Break"/>.</param>
    /// <param name="after">As <paramref name="before"/>.</param>
    /// <param name="budget">
    /// How much work may still be done; lowered by what was. Texts that would take more are given as deleted and inserted whole.
    /// </param>
    public static IReadOnlyList<WordRun> Compare(string before, string after, ref long budget)
    {
        if (before == after)
            return before.Length == 0 ? [] : [new(WordChange.Same, before)];
        var (old, now) = (Cut(before), Cut(after));
        // The algorithm's work grows with what there is times what differs (Myers, "An O(ND) Difference Algorithm", 1986).
        var work = (long)(old.Length + now.Length) * Different(old, now);
        if (work > budget)
            return Runs(old, now, [new(0, old.Length, 0, now.Length)]);
        budget -= work;

        var pieces = new Dictionary<string, string[]>(StringComparer.Ordinal) { [before] = old, [after] = now };
        var found = new Differ().CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new CustomFunctionChunker(text => pieces[text]));
        List<Replaced> replaced = [];
        foreach (var block in found.DiffBlocks)
        {
            var next = new Replaced(block.DeleteStartA, block.DeleteStartA + block.DeleteCountA, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            if (replaced is [.., var last] && IsNoise(old.AsSpan(last.OldEnd..next.OldStart), last, next))
                replaced[^1] = last with { OldEnd = next.OldEnd, NewEnd = next.NewEnd };
            else
                replaced.Add(next);
        }

        return Runs(old, now, replaced);
    }

    private static string[] Cut(string text) =>
        [.. text.Split(Break).Index().SelectMany(part => part.Index == 0 ? TextPieces.Cut(part.Item) : TextPieces.Cut(part.Item).Prepend($"{Break}"))];

    /// <summary>About how much differs: rows of pieces, because long texts have the same pieces in whatever order.</summary>
    private static int Different(string[] old, string[] now)
    {
        var counts = Rows(old).CountBy(row => row).ToDictionary();
        var shared = Rows(now).Count(row => counts.TryGetValue(row, out var left) && left > 0 && (counts[row] = left - 1) >= 0);
        return old.Length + now.Length - (2 * shared);
    }

    // Two words with the spaces behind them; at the end of the text what is left of that.
    private static IEnumerable<(string, string?, string?, string?)> Rows(string[] pieces)
    {
        for (var i = 0; i < pieces.Length; i++)
            yield return (pieces[i], pieces.ElementAtOrDefault(i + 1), pieces.ElementAtOrDefault(i + 2), pieces.ElementAtOrDefault(i + 3));
    }

    // The space between two words that were both replaced stands in both versions, but nobody reads it so. No more does anybody read
    // one character of a Chinese sentence that was written anew.
    private static bool IsNoise(ReadOnlySpan<string> between, Replaced last, Replaced next)
    {
        var words = 0;
        foreach (var piece in between)
        {
            if (piece[0] == Break)
                return false;
            words += !TextPieces.IsWord(piece) ? 0 : TextPieces.IsUnspaced(piece) && last.Length > 2 && next.Length > 2 ? 1 : 2;
        }

        return words < 2;
    }

    private static List<WordRun> Runs(string[] old, string[] now, List<Replaced> replaced)
    {
        var runs = new List<WordRun>();
        var at = 0;
        foreach (var (from, to, start, end) in replaced)
        {
            Add(WordChange.Same, old.AsSpan(at..from));
            Add(WordChange.Deleted, old.AsSpan(from..to));
            Add(WordChange.Inserted, now.AsSpan(start..end));
            at = to;
        }

        Add(WordChange.Same, old.AsSpan(at..));
        return runs;

        void Add(WordChange change, ReadOnlySpan<string> pieces)
        {
            if (pieces.Length > 0)
                runs.Add(new(change, string.Concat(pieces)));
        }
    }

    private readonly record struct Replaced(int OldStart, int OldEnd, int NewStart, int NewEnd)
    {
        public int Length => OldEnd - OldStart + NewEnd - NewStart;
    }
}

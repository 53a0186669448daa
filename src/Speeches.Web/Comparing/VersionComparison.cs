using Speeches.Comparing;

namespace Speeches.Web.Comparing;

/// <summary>Blocks of two versions side by side, and what became of their words.</summary>
/// <param name="Blocks">Of the earlier and of the later version.</param>
/// <param name="Runs">The words of both in one line.</param>
internal sealed record ComparedBlocks(PairedBlocks Blocks, IReadOnlyList<WordRun> Runs)
{
    /// <summary>Whether nothing changed, not even from a paragraph to a heading.</summary>
    public bool IsSame => Runs is [{ Change: WordChange.Same }] or [] && Blocks is { Before: [var before], After: [var after] } && before.Kind == after.Kind;

    /// <summary>The block that this one was moved to or came from, or null.</summary>
    public Block? Moved { get; init; }

    /// <summary>The words of one side.</summary>
    /// <param name="other">What the other side alone has.</param>
    public IEnumerable<WordRun> Without(WordChange other) => Runs.Where(run => run.Change != other);
}

/// <summary>Two versions of a text in the same language, word by word.</summary>
internal sealed class VersionComparison
{
    // A few seconds of a slow core; every text but one written anew from end to end stays far below it.
    private const long Budget = 1_000_000_000;
    private const int Context = 1;
    private const int LeastFolded = 3;

    private VersionComparison(List<ComparedBlocks> rows) => Rows = rows;

    /// <summary>All blocks of both versions, in reading order.</summary>
    public IReadOnlyList<ComparedBlocks> Rows { get; }

    /// <summary>How many places changed.</summary>
    public int Changes => Rows.Count(row => !row.IsSame);

    /// <summary>Words, or characters where a script has no spaces, that were added and that were left out.</summary>
    public (int Inserted, int Deleted) Words => (Count(WordChange.Inserted), Count(WordChange.Deleted));

    /// <summary>Compares.</summary>
    public static VersionComparison Of(SpeechText before, SpeechText after)
    {
        var budget = Budget;
        List<ComparedBlocks> rows = [];
        foreach (var pair in VersionPairing.Pair(before.Blocks, after.Blocks))
            rows.Add(new(pair, WordComparison.Compare(Text(pair.Before), Text(pair.After), ref budget)));
        var (gone, come) = (Alone(rows, pair => pair.Before, pair => pair.After), Alone(rows, pair => pair.After, pair => pair.Before));
        return new([.. rows.Select(row => row.Blocks switch
        {
            { Before: [var block], After: [] } when come.TryGetValue(block.Text, out var to) && gone.ContainsKey(block.Text) => row with { Moved = to },
            { Before: [], After: [var block] } when gone.TryGetValue(block.Text, out var from) && come.ContainsKey(block.Text) => row with { Moved = from },
            _ => row,
        })]);
    }

    /// <summary>The rows in stretches: those to show, and those between that are the same and can be folded.</summary>
    public IEnumerable<(bool IsFolded, ArraySegment<ComparedBlocks> Rows)> Stretches()
    {
        ComparedBlocks[] rows = [.. Rows];
        var shown = new bool[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            if (!rows[i].IsSame)
                shown.AsSpan(Math.Max(0, i - Context)..Math.Min(rows.Length, i + Context + 1)).Fill(true);
        }

        for (int from = 0, to; from < rows.Length; from = to)
        {
            to = from + 1;
            while (to < rows.Length && shown[to] == shown[from])
                to++;
            yield return (!shown[from] && to - from >= LeastFolded, new(rows, from, to - from));
        }
    }

    private int Count(WordChange change) =>
        Rows.Where(row => row.Moved is null).SelectMany(row => row.Runs).Where(run => run.Change == change).Sum(run => TextPieces.Cut(run.Text).Count(TextPieces.IsWord));

    private static string Text(IReadOnlyList<Block> blocks) => string.Join(WordComparison.Break, blocks.Select(block => block.Text));

    // What stands alone on one side, by its text; what stands so more than once is not told apart.
    private static Dictionary<string, Block> Alone(
        List<ComparedBlocks> rows, Func<PairedBlocks, IReadOnlyList<Block>> side, Func<PairedBlocks, IReadOnlyList<Block>> other) =>
        rows.Where(row => other(row.Blocks).Count == 0).SelectMany(row => side(row.Blocks)).GroupBy(block => block.Text, StringComparer.Ordinal)
            .Where(group => group.Take(2).Count() == 1).ToDictionary(group => group.Key, group => group.Single(), StringComparer.Ordinal);
}

using Speeches.Annotations;

namespace Speeches.Comparing;

/// <summary>A place that an anchor without one could have in a newer version. Nobody is sure of it: a person chooses.</summary>
/// <param name="Block">Where.</param>
/// <param name="Start">First code unit of the range, or null for the whole block.</param>
/// <param name="End">One past the last code unit, or null.</param>
/// <param name="Score">How many of the words before and there are the same, 0 to 1.</param>
public sealed record AnchorCandidate(Block Block, int? Start, int? End, double Score);

/// <summary>Looks for places in a newer version that are like what an anchor was made on.</summary>
public sealed class AnchorCandidates
{
    private const int Most = 3;
    private const double LeastLike = 0.3;

    private readonly Dictionary<string, int> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(Block Block, Word[] Words)> _after;
    private readonly Dictionary<string, int> _counterparts = new(StringComparer.Ordinal);

    /// <summary>Compares two versions, once for all anchors.</summary>
    /// <param name="before">Blocks of the version the anchors were made on.</param>
    /// <param name="after">Blocks of the newer version.</param>
    public AnchorCandidates(IReadOnlyList<Block> before, IReadOnlyList<Block> after)
    {
        _after = [.. after.Where(block => block.CanBeAnnotated).Select(block => (block, Words(block.Text)))];
        var places = _after.Index().ToDictionary(entry => entry.Item.Block.Id, entry => entry.Index, StringComparer.Ordinal);
        var last = 0;
        foreach (var pair in VersionPairing.Pair(before, after))
        {
            last = pair.After.Select(block => places.GetValueOrDefault(block.Id, last)).LastOrDefault(last);
            foreach (var block in pair.Before)
                _counterparts[block.Id] = pair.After.Select(other => places.GetValueOrDefault(other.Id, last)).FirstOrDefault(last);
        }
    }

    /// <summary>A few places, the likest first; of places as like, that nearest to where the anchor stood.</summary>
    public IReadOnlyList<AnchorCandidate> For(TextAnchor anchor)
    {
        var words = Words(anchor.Exact);
        var near = _counterparts.GetValueOrDefault(anchor.BlockId);
        return [.. _after.Index()
            .Select(entry => (entry.Index, Candidate: anchor.Start is null ? Whole(entry.Item.Block, entry.Item.Words, words) : Stretch(entry.Item.Block, entry.Item.Words, words)))
            .Where(found => found.Candidate.Score >= LeastLike)
            .OrderByDescending(found => found.Candidate.Score).ThenBy(found => Math.Abs(found.Index - near))
            .Take(Most).Select(found => found.Candidate)];
    }

    private static AnchorCandidate Whole(Block block, Word[] words, Word[] wanted)
    {
        var left = Counts(wanted);
        var shared = words.Count(word => left.TryGetValue(word.Number, out var count) && count > 0 && (left[word.Number] = count - 1) >= 0);
        return new(block, null, null, Score(shared, words.Length + wanted.Length));
    }

    // The stretch of as many words that shares most of them, without what stands at its ends and was not among them.
    private static AnchorCandidate Stretch(Block block, Word[] words, Word[] wanted)
    {
        var left = Counts(wanted);
        var (shared, most, at) = (0, 0, 0);
        for (var i = 0; i < words.Length; i++)
        {
            if (i >= wanted.Length && left.TryGetValue(words[i - wanted.Length].Number, out var back))
                shared -= (left[words[i - wanted.Length].Number] = back + 1) > 0 ? 1 : 0;
            if (left.TryGetValue(words[i].Number, out var count))
                shared += (left[words[i].Number] = count - 1) >= 0 ? 1 : 0;
            if (shared > most)
                (most, at) = (shared, i);
        }

        if (most == 0)
            return new(block, null, null, 0);
        var (first, last) = (Math.Max(0, at - wanted.Length + 1), at);
        while (!left.ContainsKey(words[first].Number))
            first++;
        return new(block, words[first].Start, words[last].End, Score(most, last - first + 1 + wanted.Length));
    }

    private static double Score(int shared, int all) => all == 0 ? 0 : 2.0 * shared / all;

    private static Dictionary<int, int> Counts(Word[] words) => words.CountBy(word => word.Number).ToDictionary();

    private Word[] Words(string text)
    {
        var words = new List<Word>();
        var at = 0;
        foreach (var piece in TextPieces.Cut(text))
        {
            if (TextPieces.IsWord(piece))
            {
                if (!_known.TryGetValue(piece, out var number))
                    _known[piece] = number = _known.Count;
                words.Add(new(number, at, at + piece.Length));
            }

            at += piece.Length;
        }

        return [.. words];
    }

    private readonly record struct Word(int Number, int Start, int End);
}

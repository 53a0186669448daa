using Place = (int Block, int Start);

namespace Speeches.Annotations;

/// <summary>
/// Carries anchors from one version of a text into another. An anchor never lands silently on other words: what is unsure is
/// an orphan.
/// </summary>
public sealed class Reanchoring
{
    private const int FarthestContext = 64;
    private const int LeastContext = 12;
    private const int LeastLead = 6;

    private readonly List<Block> _before;
    private readonly List<Block> _after;
    private readonly Dictionary<string, int> _index;
    private readonly BlockAlignment _alignment;
    private readonly Dictionary<string, (List<Place> Before, List<Place> After)> _found = new(StringComparer.Ordinal);

    /// <summary>Compares the two versions, once for all anchors.</summary>
    /// <param name="before">Blocks of the version the anchors were made on.</param>
    /// <param name="after">Blocks of the version to carry them into.</param>
    public Reanchoring(IEnumerable<Block> before, IEnumerable<Block> after)
    {
        _before = [.. before.Where(block => block.CanBeAnnotated)];
        _after = [.. after.Where(block => block.CanBeAnnotated)];
        _index = _before.Index().ToDictionary(block => block.Item.Id, block => block.Index, StringComparer.Ordinal);
        _alignment = new BlockAlignment(_before, _after);
    }

    /// <summary>Carries one anchor over; an anchor that does not fit the version before is an orphan.</summary>
    public CarriedAnchor Carry(TextAnchor anchor)
    {
        if (!_index.TryGetValue(anchor.BlockId, out var block) || !Fits(anchor, _before[block].Text))
            return Orphan(anchor);
        if (_alignment.Same(block) is { } same)
            return Standing(anchor, TextAnchor.To(_after[same], anchor.Start, anchor.End));

        var from = (block, anchor.Start ?? 0);
        if (Find(anchor.Exact, from) is { } place)
            return Standing(anchor, TextAnchor.To(_after[place.Block], place.Start, place.Start + anchor.Exact.Length));
        if (_alignment.Alike(block) is not { } alike)
            return Orphan(anchor);
        return anchor.Start is null
            ? new CarriedAnchor(anchor, AnchorState.Changed, TextAnchor.To(_after[alike.Block]), alike.Score)
            : Orphan(anchor);
    }

    private static bool Fits(TextAnchor anchor, string text) => anchor is { Start: { } start, End: { } end }
        ? start >= 0 && start < end && end <= text.Length && text.AsSpan(start, end - start).SequenceEqual(anchor.Exact)
        : anchor.Start is null && anchor.End is null && anchor.Exact == text && text.Length > 0;

    private static CarriedAnchor Orphan(TextAnchor anchor) => new(anchor, AnchorState.Orphan, null, 0);

    private static CarriedAnchor Standing(TextAnchor anchor, TextAnchor now) =>
        new(anchor, (now.BlockId, now.Start, now.End) == (anchor.BlockId, anchor.Start, anchor.End) ? AnchorState.Exact : AnchorState.Moved, now, 1);

    // Words that stood once and stand once are found. Repeated ones must stand once in the paragraph and once in what it
    // became, or be known by the text around them, with no rival on either side.
    private Place? Find(string words, Place from)
    {
        if (!_found.TryGetValue(words, out var found))
            _found[words] = found = (Occurrences(_before, words), Occurrences(_after, words));
        if (!found.Before.Contains(from))
            return null; // part of a word: what stands elsewhere may be part of another
        if (found.Before.Count == 1 && found.After.Count == 1)
            return found.After[0];

        if (_alignment.Alike(from.Block) is { } alike
            && found.Before.Count(place => place.Block == from.Block) == 1
            && found.After.Where(place => place.Block == alike.Block).Take(2).ToList() is [var only])
            return only;

        Place? best = null;
        var (most, next) = (0, 0);
        foreach (var place in found.After)
        {
            var shared = Context(from, place, words.Length);
            if (shared > most)
                (best, most, next) = (place, shared, most);
            else
                next = Math.Max(next, shared);
        }

        return best is { } to && most >= LeastContext && most - next >= LeastLead
            && found.Before.All(rival => rival == from || most - Context(rival, to, words.Length) >= LeastLead) ? best : null;
    }

    private int Context(Place before, Place after, int length)
    {
        var old = _before[before.Block].Text;
        var now = _after[after.Block].Text;
        var right = old.AsSpan(before.Start + length).CommonPrefixLength(now.AsSpan(after.Start + length));
        var left = 0;
        while (left < FarthestContext && left < before.Start && left < after.Start && old[before.Start - left - 1] == now[after.Start - left - 1])
            left++;
        return left + Math.Min(right, FarthestContext);
    }

    private static List<Place> Occurrences(List<Block> blocks, string words)
    {
        var places = new List<Place>();
        foreach (var (index, block) in blocks.Index())
        {
            for (var at = block.Text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = block.Text.IndexOf(words, at + 1, StringComparison.Ordinal))
            {
                if (IsWhole(block.Text, at) && IsWhole(block.Text, at + words.Length))
                    places.Add((index, at));
            }
        }

        return places;
    }

    // Chinese writes no spaces between words: there every character may begin one.
    private static bool IsWhole(string text, int at) => Graphemes.IsBoundary(text, at)
        && (at == 0 || at == text.Length || !IsSpaced(text[at - 1]) || !IsSpaced(text[at]));

    private static bool IsSpaced(char c) => char.IsLetterOrDigit(c) && c is not (>= '\u2E80' and <= '\u9FFF');
}

namespace Speeches.Annotations;

/// <summary>
/// Carries anchors from one version of a text into another. An anchor never lands silently on other words: what is unsure is
/// an orphan. Readers expect just this (A. J. Bernheim Brush and others, "Robust annotation positioning in digital documents",
/// CHI 2001): words that stand are found, words that were edited are shown as such, words that are gone are told to be gone.
/// </summary>
/// <remarks>
/// The two versions are aligned word by word once (<see cref="TextAlignment"/>); an anchor then goes where its words went.
/// Comparing takes time linear in the texts, carrying an anchor time linear in its words.
/// </remarks>
public sealed class Reanchoring
{
    /// <summary>Edited words less alike than this are other words.</summary>
    private const double Similar = 0.5;

    private readonly RunningText _before;
    private readonly RunningText _after;
    private readonly Dictionary<string, int> _index;
    private readonly TextAlignment _alignment;
    private readonly EditedWords _edited;
    private readonly Lazy<UniqueWords> _unique;
    private readonly Dictionary<int, CarriedAnchor> _whole = [];

    /// <summary>Compares the two versions, once for all anchors.</summary>
    /// <param name="before">Blocks of the version the anchors were made on.</param>
    /// <param name="after">Blocks of the version to carry them into.</param>
    public Reanchoring(IEnumerable<Block> before, IEnumerable<Block> after)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _before = new RunningText([.. before.Where(block => block.CanBeAnnotated)], numbers);
        _after = new RunningText([.. after.Where(block => block.CanBeAnnotated)], numbers);
        _index = _before.Blocks.Index().ToDictionary(block => block.Item.Id, block => block.Index, StringComparer.Ordinal);
        _alignment = new TextAlignment(_before, _after);
        _edited = new EditedWords(_before, _after, _alignment);
        _unique = new Lazy<UniqueWords>(() => new UniqueWords(_before, _after));
    }

    /// <summary>Carries one anchor over; an anchor that does not fit the version before is an orphan.</summary>
    public CarriedAnchor Carry(TextAnchor anchor)
    {
        if (!_index.TryGetValue(anchor.BlockId, out var block) || !anchor.Fits(_before.Blocks[block]))
            return Orphan(anchor);
        if (_alignment.SameBlock(block) is { } same)
            return Standing(anchor, TextAnchor.To(_after.Blocks[same], anchor.Start, anchor.End));

        if (anchor.Start is { } start)
            return Follow(anchor, _before.Touched(block, start, start + anchor.Exact.Length));
        if (!_whole.TryGetValue(block, out var whole))
            _whole[block] = whole = Follow(anchor, _before.WordsIn(block));
        return whole with { Original = anchor };
    }

    private CarriedAnchor Follow(TextAnchor anchor, (int First, int End) words)
    {
        if (words.First == words.End)
            return Orphan(anchor);
        return Intact(anchor, words) ?? Unique(anchor, words) ?? Changed(anchor, words) ?? Orphan(anchor);
    }

    private static CarriedAnchor Orphan(TextAnchor anchor) => new(anchor, AnchorState.Orphan, null, 0);

    private static CarriedAnchor Standing(TextAnchor anchor, TextAnchor now) =>
        new(anchor, (now.BlockId, now.Start, now.End) == (anchor.BlockId, anchor.Start, anchor.End) ? AnchorState.Exact : AnchorState.Moved, now, 1);

    /// <summary>All of the words, one after the other.</summary>
    private CarriedAnchor? Intact(TextAnchor anchor, (int First, int End) words)
    {
        var to = _alignment.To;
        for (var word = words.First; word < words.End; word++)
        {
            if (to[word] < 0 || to[word] != to[words.First] + word - words.First)
                return null;
        }

        return At(anchor, words, to[words.First]);
    }

    /// <summary>Words that are found nowhere else in either version, and so many that this is no accident.</summary>
    private CarriedAnchor? Unique(TextAnchor anchor, (int First, int End) words) =>
        _unique.Value.Find(words) is { } first && !IsOthers(first, words) ? At(anchor, words, first) : null;

    /// <summary>Whether any of the words from here on are known to be other words than these.</summary>
    private bool IsOthers(int first, (int First, int End) words)
    {
        foreach (var word in _alignment.From.Slice(first, words.End - words.First))
        {
            if (word >= 0 && (word < words.First || word >= words.End))
                return true;
        }

        return false;
    }

    /// <summary>The anchor on the words from this one on, if they are its words to the letter.</summary>
    private CarriedAnchor? At(TextAnchor anchor, (int First, int End) words, int first)
    {
        var block = _after.BlockOf(first);
        var text = _after.Blocks[block].Text;
        if (anchor.Start is null && anchor.Exact == text)
            return Standing(anchor, TextAnchor.To(_after.Blocks[block]));

        var start = _after.PlaceOf(first).Start + (anchor.Start ?? 0) - _before.PlaceOf(words.First).Start;
        var end = start + anchor.Exact.Length;
        return start >= 0 && end <= text.Length && text.AsSpan(start, end - start).SequenceEqual(anchor.Exact)
            && Graphemes.IsBoundary(text, start) && Graphemes.IsBoundary(text, end)
            ? Standing(anchor, TextAnchor.To(_after.Blocks[block], start, end)) : null;
    }

    /// <summary>What stands where the words stood, if that place is sure and what stands there is like them.</summary>
    private CarriedAnchor? Changed(TextAnchor anchor, (int First, int End) words)
    {
        if (_edited.Find(words, isWhole: anchor.Start is null) is not { } now)
            return null;
        var block = _after.Blocks[_after.BlockOf(now.First)];
        var place = anchor.Start is null && _after.WordsIn(_after.BlockOf(now.First)) == now
            ? TextAnchor.To(block)
            : TextAnchor.To(block, _after.PlaceOf(now.First).Start, _after.PlaceOf(now.End - 1).End);
        if (place.Exact == anchor.Exact)
            return Standing(anchor, place);
        var score = Likeness.Of(anchor.Exact, place.Exact);
        return score < Similar ? null : new CarriedAnchor(anchor, AnchorState.Changed, place, score);
    }
}

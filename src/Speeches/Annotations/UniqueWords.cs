namespace Speeches.Annotations;

/// <summary>Finds words that stand once in each of two versions, wherever they went.</summary>
internal sealed class UniqueWords(RunningText before, RunningText after)
{
    /// <summary>
    /// So many words in a row are the same words even where nothing around them is; an ideograph counts half. Fewer are a common
    /// phrase, whose other use would be taken for them.
    /// </summary>
    private const int Enough = 4;

    /// <summary>How many places of the rarest of the words are tried: so many anchors may be made of nothing but common words.</summary>
    private const int MostPlaces = 2_000;

    private readonly ILookup<int, int> _placesBefore = Places(before);
    private readonly ILookup<int, int> _placesAfter = Places(after);

    /// <summary>The first of the words in the version after, or null where they are few or stand elsewhere too, in either version.</summary>
    internal int? Find((int First, int End) words)
    {
        if (Weight(words) < Enough)
            return null;
        var rarest = words.First;
        for (var word = words.First + 1; word < words.End; word++)
        {
            if (_placesAfter[before.Ids[word]].Count() < _placesAfter[before.Ids[rarest]].Count())
                rarest = word;
        }

        return Only(before, _placesBefore, words, rarest) is not null ? Only(after, _placesAfter, words, rarest) : null;
    }

    private int? Only(RunningText text, ILookup<int, int> places, (int First, int End) words, int rarest)
    {
        var candidates = places[before.Ids[rarest]];
        if (candidates.Count() > MostPlaces)
            return null;
        int? only = null;
        foreach (var place in candidates)
        {
            var first = place - (rarest - words.First);
            if (!StandsAt(text, words, first))
                continue;
            if (only is not null)
                return null;
            only = first;
        }

        return only;
    }

    private bool StandsAt(RunningText text, (int First, int End) words, int first)
    {
        var last = first + words.End - words.First - 1;
        if (first < 0 || last >= text.Ids.Count || text.BlockOf(first) != text.BlockOf(last))
            return false;
        for (var word = words.First; word < words.End; word++)
        {
            if (before.Ids[word] != text.Ids[first + word - words.First])
                return false;
        }

        return true;
    }

    private double Weight((int First, int End) words)
    {
        var weight = 0.0;
        for (var word = words.First; word < words.End && weight < Enough; word++)
        {
            var (start, end) = before.PlaceOf(word);
            var text = before.Blocks[before.BlockOf(word)].Text.AsSpan(start, end - start);
            weight += RunningText.IsSpelled(text) ? 1 : char.IsLetterOrDigit(text[0]) ? 0.5 : 0;
        }

        return weight;
    }

    private static ILookup<int, int> Places(RunningText text) => Enumerable.Range(0, text.Ids.Count).ToLookup(word => text.Ids[word]);
}

using Speeches.Annotations;

namespace Speeches.Tests.Anchoring;

/// <summary>A word that knows which it is: an edited word stays itself, a copy is the same word twice.</summary>
internal readonly record struct TrackedWord(int Identity, string Text);

/// <summary>A text that is edited at random and knows where each of its words went.</summary>
internal sealed class TrackedText
{
    private readonly Random _random;
    private readonly Func<Random, string> _word;
    private readonly string _space;
    private int _last;

    /// <summary>Makes a text up.</summary>
    /// <param name="random">What chance decides by.</param>
    /// <param name="paragraphs">How many.</param>
    /// <param name="longest">The most words in a paragraph; the fewest is 3.</param>
    /// <param name="word">Makes a word up.</param>
    /// <param name="space">What stands between words.</param>
    public TrackedText(Random random, int paragraphs, int longest, Func<Random, string> word, string space = " ")
    {
        (_random, _word, _space) = (random, word, space);
        Paragraphs = [.. Enumerable.Range(0, paragraphs).Select(_ => Fresh(random.Next(3, longest + 1)))];
    }

    private TrackedText(TrackedText other)
    {
        (_random, _word, _space, _last) = (other._random, other._word, other._space, other._last);
        Paragraphs = [.. other.Paragraphs.Select(paragraph => paragraph.ToList())];
    }

    public List<List<TrackedWord>> Paragraphs { get; }

    public TrackedText Copy() => new(this);

    public List<Block> Blocks() => [.. Paragraphs.Index().Select(paragraph => new Block
    {
        Id = $"p{paragraph.Index + 1}",
        Kind = BlockKind.Paragraph,
        Number = paragraph.Index + 1,
        Text = string.Join(_space, paragraph.Item.Select(word => word.Text)),
    })];

    /// <summary>Where words stand in their block's text.</summary>
    public (int Start, int End) Range(int paragraph, int first, int count)
    {
        var start = Paragraphs[paragraph].Take(first).Sum(word => word.Text.Length + _space.Length);
        return (start, start + Paragraphs[paragraph].Skip(first).Take(count).Sum(word => word.Text.Length + _space.Length) - _space.Length);
    }

    /// <summary>The identities of the words that a place covers.</summary>
    public List<int> At(TextAnchor place)
    {
        var paragraph = int.Parse(place.BlockId.AsSpan(1), null) - 1;
        var covered = new List<int>();
        var at = 0;
        foreach (var word in Paragraphs[paragraph])
        {
            if (place.Start is null || (at < place.End && at + word.Text.Length > place.Start))
                covered.Add(word.Identity);
            at += word.Text.Length + _space.Length;
        }

        return covered;
    }

    /// <summary>How often these very words stand here side by side and unedited.</summary>
    public int Survivors(IReadOnlyList<TrackedWord> words) => Count(words, (one, other) => one == other);

    /// <summary>How often the same letters stand here, of whatever words.</summary>
    public int Lookalikes(IReadOnlyList<TrackedWord> words) => Count(words, (one, other) => one.Text == other.Text);

    /// <summary>Replaces words here and there, in the share given.</summary>
    public void Replace(double share)
    {
        foreach (var paragraph in Paragraphs)
        {
            for (var at = 0; at < paragraph.Count; at++)
            {
                if (_random.NextDouble() < share)
                    paragraph[at] = paragraph[at] with { Text = New() };
            }
        }
    }

    /// <summary>Does one of the things that editors do.</summary>
    public void Edit()
    {
        var at = _random.Next(Paragraphs.Count);
        var paragraph = Paragraphs[at];
        var cut = _random.Next(paragraph.Count);
        switch (_random.Next(9))
        {
            case 0: Paragraphs.Insert(at, Fresh(_random.Next(3, 40))); break;
            case 1 when Paragraphs.Count > 2: Paragraphs.RemoveAt(at); break;
            case 2 when cut > 0:
                Paragraphs.Insert(at + 1, paragraph[cut..]);
                paragraph.RemoveRange(cut, paragraph.Count - cut);
                break;
            case 3 when at > 0:
                Paragraphs[at - 1].AddRange(paragraph);
                Paragraphs.RemoveAt(at);
                break;
            case 4:
                Paragraphs.RemoveAt(at);
                Paragraphs.Insert(_random.Next(Paragraphs.Count + 1), paragraph);
                break;
            case 5: Paragraphs.Insert(_random.Next(Paragraphs.Count + 1), [.. paragraph]); break;
            case 6: paragraph.InsertRange(cut, Enumerable.Range(0, _random.Next(1, 8)).Select(_ => new TrackedWord(++_last, New())).ToList()); break;
            case 7 when paragraph.Count > 4: Shorten(paragraph, cut, Math.Min(cut + _random.Next(1, 4), paragraph.Count)); break;
            default: paragraph[cut] = paragraph[cut] with { Text = Misspelt(paragraph[cut].Text) }; break;
        }

        Paragraphs.RemoveAll(words => words.Count == 0);
    }

    private List<TrackedWord> Fresh(int count) => [.. Enumerable.Range(0, count).Select(_ => new TrackedWord(++_last, _word(_random)))];

    private int Count(IReadOnlyList<TrackedWord> words, Func<TrackedWord, TrackedWord, bool> isSame)
    {
        var count = 0;
        foreach (var paragraph in Paragraphs)
        {
            for (var at = 0; at + words.Count <= paragraph.Count; at++)
                count += Enumerable.Range(0, words.Count).All(i => isSame(words[i], paragraph[at + i])) ? 1 : 0;
        }

        return count;
    }

    // Edits inside a paragraph bring words that were nowhere before: of a word that is struck out and written again a few words
    // on, nobody could say whether it is the same. New paragraphs are made of the old words: they are the trap.
    private string New() => "new" + _word(_random);

    private static string Misspelt(string word) => word.Insert(word.Length / 2, "x");

    /// <summary>Takes words out, unless what is left would read the same had the words beside them gone.</summary>
    private static void Shorten(List<TrackedWord> words, int start, int end)
    {
        if (end == words.Count || (words[start].Text != words[end].Text && (start == 0 || words[start - 1].Text != words[end - 1].Text)))
            words.RemoveRange(start, end - start);
    }
}

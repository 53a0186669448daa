using FsCheck;
using FsCheck.Xunit;
using Speeches.Annotations;

namespace Speeches.Tests.Anchoring;

/// <summary>What holds however a text is edited; <see cref="TrackedText"/> knows where its words really went.</summary>
public sealed class ReanchoringProperties
{
    private const string Letters = "abdefgiklmnoprstuv";
    private const string Ideographs = "天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏閏餘成歲律呂調陽雲騰致雨露結為霜";
    private static readonly string[] Arabic = ["القانون", "البحر", "سلام", "اللجنة", "دولة", "مُعَاهَدَة", "محكمة", "السلم"];
    private static readonly string[] Signs = ["👩‍⚖️", "e\u0301", "🇺🇳", "क्षि", "x", "👍🏽", "¶"];

    [Property(MaxTest = 40)]
    public void No_annotation_is_lost_and_none_is_on_other_words(DoNotSize<int> seed)
    {
        foreach (var (anchor, words, carried, after) in Carried(seed.Item, edits: 10, replaced: 0, Spoken))
        {
            Assert.Same(anchor, carried.Original);
            Assert.Equal(carried.State == AnchorState.Orphan, carried.Place is null);
            if (carried.Place is not { } place)
                continue;

            var text = after.Blocks().Single(block => block.Id == place.BlockId).Text;
            Assert.Equal(place.Exact, text[(place.Start ?? 0)..(place.End ?? text.Length)]);
            Assert.Equal(carried.State == AnchorState.Changed, place.Exact != anchor.Exact);
            if (carried.State == AnchorState.Changed)
                Assert.NotEmpty(after.At(place).Intersect(words.Select(word => word.Identity)));
            else
                Assert.Equal(words.Select(word => word.Identity), after.At(place));
        }
    }

    [Property(MaxTest = 40)]
    public void Four_words_or_more_that_stand_once_are_found(DoNotSize<int> seed)
    {
        foreach (var (anchor, words, carried, after) in Carried(seed.Item, edits: 10, replaced: 0.05, Spoken))
        {
            if (words.Count >= 4 && after.Survivors(words) == 1 && after.Lookalikes(words) == 1)
                Assert.Equal(anchor.Exact, carried.Place?.Exact);
        }
    }

    [Fact]
    public void With_a_fifth_of_the_words_changed_surviving_words_are_placed() => ArePlaced(0.95, edits: 0, replaced: 0.2, Spoken);

    [Fact]
    public void Chinese_words_are_placed_as_others_are() =>
        ArePlaced(0.95, edits: 6, replaced: 0.05, random => Ideographs[random.Next(Ideographs.Length)].ToString(), "");

    [Fact]
    public void Arabic_words_are_placed_as_others_are() =>
        ArePlaced(0.95, edits: 6, replaced: 0.05, random => random.GetItems(Arabic, 1)[0] + random.Next(60));

    [Property(MaxTest = 30)]
    public void A_text_that_is_the_same_keeps_every_anchor(DoNotSize<int> seed) =>
        Assert.All(Carried(seed.Item, edits: 0, replaced: 0, random => "ab"[random.Next(2)].ToString()), one => Assert.Equal((AnchorState.Exact, one.Anchor), (one.Carried.State, one.Carried.Place)));

    [Property(MaxTest = 30)]
    public void Places_never_split_a_character(DoNotSize<int> seed)
    {
        foreach (var (_, _, carried, after) in Carried(seed.Item, edits: 6, replaced: 0.1, random => random.GetItems(Signs, 1)[0], ""))
        {
            // Such texts glue characters together where they are joined, so that only what TextAnchor allows can be asserted.
            if (carried.Place is { Start: not null } place)
                Assert.Equal(place, TextAnchor.To(after.Blocks().Single(block => block.Id == place.BlockId), place.Start, place.End));
        }
    }

    // A share is that of many texts: in one of them chance may have made all paragraphs short.
    private static void ArePlaced(double share, int edits, double replaced, Func<Random, string> word, string space = " ")
    {
        var surviving = Enumerable.Range(0, 20).SelectMany(seed => Carried(seed, edits, replaced, word, space)).Where(one => one.After.Survivors(one.Words) == 1).ToList();
        var placed = surviving.Count(one => one.Carried.Place?.Exact == one.Anchor.Exact);

        Assert.All(surviving, one => Assert.True(one.Carried.Place is null || one.After.At(one.Carried.Place).Intersect(one.Words.Select(word => word.Identity)).Any()));
        Assert.True(placed >= share * surviving.Count, $"{placed} of {surviving.Count}");
    }

    // Half of what is said are few words, the other half are many.
    private static string Spoken(Random random)
    {
        var number = random.Next(2) == 0 ? random.Next(25) : random.Next(25, 4000);
        return $"{Letters[number % 18]}{Letters[number / 18 % 18]}{Letters[number / 324]}";
    }

    private static IEnumerable<(TextAnchor Anchor, List<TrackedWord> Words, CarriedAnchor Carried, TrackedText After)> Carried(
        int seed, int edits, double replaced, Func<Random, string> word, string space = " ")
    {
        var random = new Random(seed);
        var before = new TrackedText(random, 20, 60, word, space);
        var after = before.Copy();
        for (var edit = 0; edit < edits; edit++)
            after.Edit();
        after.Replace(replaced);

        var blocks = before.Blocks();
        var reanchoring = new Reanchoring(blocks, after.Blocks());
        for (var number = 0; number < 200; number++)
        {
            var paragraph = random.Next(before.Paragraphs.Count);
            var all = before.Paragraphs[paragraph];
            var count = Math.Min(random.Next(1, 9), all.Count);
            var first = random.Next(all.Count - count + 1);
            var (start, end) = before.Range(paragraph, first, count);
            if (random.Next(4) == 0)
                yield return One(TextAnchor.To(blocks[paragraph]), all);
            else if (Graphemes(blocks[paragraph].Text, start) && Graphemes(blocks[paragraph].Text, end))
                yield return One(TextAnchor.To(blocks[paragraph], start, end), all.GetRange(first, count));
        }

        (TextAnchor, List<TrackedWord>, CarriedAnchor, TrackedText) One(TextAnchor anchor, List<TrackedWord> words) => (anchor, words, reanchoring.Carry(anchor), after);
    }

    private static bool Graphemes(string text, int at) =>
        at == text.Length || System.Globalization.StringInfo.ParseCombiningCharacters(text).Contains(at);
}

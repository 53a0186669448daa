using FsCheck.Xunit;
using Speeches.Web.Comparing;

namespace Speeches.Web.Tests.Comparing;

public sealed class WordComparisonTests
{
    [Theory]
    [InlineData("We will act on the law of the sea.", "We shall act on the law of the seas.", "We -will +shall  act on the law of the -sea +seas .")]
    [InlineData("Peace is work.", "Peace is hard work.", "Peace is +hard  work.")]
    [InlineData("one two three", "uno dos tres", "-one two three +uno dos tres")]
    [InlineData("نحن نؤمن بالسلام", "نحن نعمل للسلام", "نحن -نؤمن بالسلام +نعمل للسلام")]
    [InlineData("和平是我们的目标", "和平是大家的目标", "和平是-我们+大家的目标")]
    [InlineData("First.\u2029Then.", "First. Then.", "First.-\u2029+ Then.")]
    [InlineData("", "New.", "+New.")]
    public void Words_are_kept_left_out_or_added(string before, string after, string expected)
    {
        var words = string.Concat(Compare(before, after).Select(run => run.Change switch
        {
            WordChange.Same => run.Text,
            WordChange.Deleted => $"-{run.Text}",
            _ => $"+{run.Text}",
        }));

        // Spaces stand where they fall; what counts is which words.
        Assert.Equal(expected.Replace(" ", "", StringComparison.Ordinal), words.Replace(" ", "", StringComparison.Ordinal));
    }

    [Property]
    public void What_stayed_and_what_was_deleted_is_the_text_before_and_what_stayed_and_what_was_inserted_the_text_after(string? before, string? after) =>
        Whole(before ?? "", after ?? "");

    [Property]
    public void So_it_is_after_random_edits_of_real_words(int seed)
    {
        string[] words = ["law", "of ", "the ", " sea", "\u2029", "،", "سلام", " و", "和", "平", "👩‍⚖️", "e\u0301", ", ", "1,000"];
        var random = new Random(seed);
        var before = random.GetItems(words, random.Next(60));
        var after = before.Where(_ => random.Next(4) > 0).SelectMany(word => random.Next(5) == 0 ? [word, words[random.Next(words.Length)]] : new[] { word });
        Whole(string.Concat(before), string.Concat(after));
    }

    [Fact]
    public void Texts_that_would_take_too_long_are_given_whole()
    {
        var budget = 10L;
        var runs = WordComparison.Compare("one two three", "one four three", ref budget);

        Assert.Equal([new(WordChange.Deleted, "one two three"), new(WordChange.Inserted, "one four three")], runs);
        Assert.Equal(10, budget);
    }

    [Fact]
    public void Words_in_another_order_differ_as_much_as_other_words()
    {
        string[] words = [.. Enumerable.Range(0, 2_000).Select(i => $"w{i % 300}")];
        var shuffled = words.ToArray();
        new Random(5).Shuffle(shuffled);
        var budget = 1_000_000L;
        var runs = WordComparison.Compare(string.Join(' ', words), string.Join(' ', shuffled), ref budget);

        Assert.Equal([WordChange.Deleted, WordChange.Inserted], runs.Select(run => run.Change));
        Assert.Equal(1_000_000, budget);
    }

    private static void Whole(string before, string after)
    {
        var runs = Compare(before, after);
        Assert.Equal(before, string.Concat(runs.Where(run => run.Change != WordChange.Inserted).Select(run => run.Text)));
        Assert.Equal(after, string.Concat(runs.Where(run => run.Change != WordChange.Deleted).Select(run => run.Text)));
        Assert.DoesNotContain(runs, run => run.Text.Length == 0);
    }

    private static IReadOnlyList<WordRun> Compare(string before, string after)
    {
        var budget = 1_000_000L;
        return WordComparison.Compare(before, after, ref budget);
    }
}

namespace Speeches.Tests.Parsing;

public class WrappedTextTests
{
    private static readonly string[] Lines =
    [
        "The rule of law begins with the courts that every State keeps for those who live",
        "within it, and it goes on with the courts that States keep for one another. Both",
        "need judges, and both need time.",
        "Since the first of them met, the world has changed more often than their rules of",
        "procedure have. Some of us think that this is a weakness; others take comfort from",
        "it. I am of the second opinion, for reasons that I shall give shortly, and which I",
        "hope will persuade you.",
        "Treaties are kept because they are agreed. It is a simple sentence, but whole",
        "libraries stand behind it, and the longest shelf of them was written in this very",
        "building, by the Commission, in the seventy years of its patient work.",
        "“Patience” is the word that I should like to leave with you. It is not a legal term,",
        "although there may be no other that describes so well what lawyers who serve the law",
        "of nations do from one session to another, and from one generation to the next one",
        "that takes their seats.",
        "I thank you for your patience too.",
    ];

    [Fact]
    public void Without_empty_lines_a_paragraph_ends_with_a_sentence_on_a_short_line() =>
        Assert.Equal(
            [("The", "time."), ("Since", "you."), ("Treaties", "work."), ("“Patience”", "seats."), ("I", "too.")],
            Ends("Mr. President,\n\n" + string.Join('\n', Lines)));

    [Fact]
    public void With_an_empty_line_between_all_lines_full_lines_go_on() =>
        Assert.Equal(
            [("The", "time."), ("Since", "you."), ("Treaties", "work."), ("“Patience”", "seats."), ("I", "too.")],
            Ends("Mr. President,\n\n" + string.Join("\n\n", Lines)));

    [Fact]
    public void Paragraphs_of_one_line_each_stay_apart()
    {
        var lines = Enumerable.Range(1, 20).Select(n => $"We have met {n} times about this convention, and every time it was worth our while.");

        Assert.Equal(20, Sources.Parse("Mr. President,\n\n" + string.Join("\n\n", lines)).Blocks.Count(block => block.Number is not null));
    }

    [Fact]
    public void Two_hundred_thousand_paragraphs_and_a_million_characters_on_one_line_are_read()
    {
        Assert.Equal(200_001, Sources.Parse("Mr. President,\n\n" + string.Concat(Enumerable.Repeat("We agree.\n\n", 200_000))).Blocks.Count);
        Assert.Equal(2, Sources.Parse("Mr. President,\n\n" + string.Concat(Enumerable.Repeat("We agree. ", 99_000))).Blocks.Count);
    }

    private static IEnumerable<(string First, string Last)> Ends(string text) =>
        Sources.Parse(text).Blocks.Where(block => block.Number is not null)
            .Select(block => (block.Text[..block.Text.IndexOf(' ', StringComparison.Ordinal)], block.Text[(block.Text.LastIndexOf(' ') + 1)..]));
}

using Speeches.Comparing;

namespace Speeches.Tests.Comparing;

/// <summary>Texts as numbered paragraphs, and what holds of every pairing of them.</summary>
internal static class Paragraphs
{
    public static List<Block> Blocks(IEnumerable<string> texts) =>
        [.. texts.Select((text, index) => new Block { Id = $"p{index + 1}", Kind = BlockKind.Paragraph, Number = index + 1, Text = text })];

    public static string Ids(IReadOnlyList<Block> blocks) => blocks.Count == 0 ? "-" : string.Join('+', blocks.Select(block => block.Id));

    public static void Whole(IReadOnlyList<Block> before, IReadOnlyList<Block> after, IReadOnlyList<PairedBlocks> pairs)
    {
        Assert.Equal(before.Select(block => block.Id), pairs.SelectMany(pair => pair.Before).Select(block => block.Id));
        Assert.Equal(after.Select(block => block.Id), pairs.SelectMany(pair => pair.After).Select(block => block.Id));
        Assert.DoesNotContain(pairs, pair => pair.Before.Count + pair.After.Count is 0 or > 4);
    }
}

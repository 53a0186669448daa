namespace Speeches.Comparing;

/// <summary>
/// Blocks of one version beside those of another that say the same: usually one and one; two where a paragraph was parted or two
/// were joined; none where something was left out or added.
/// </summary>
/// <param name="Before">Of the one version, in reading order.</param>
/// <param name="After">Of the other; not empty where <paramref name="Before"/> is.</param>
public sealed record PairedBlocks(IReadOnlyList<Block> Before, IReadOnlyList<Block> After);

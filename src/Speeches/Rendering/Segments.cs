namespace Speeches.Rendering;

/// <summary>A stretch of text that the same spans cover from end to end.</summary>
/// <typeparam name="T">What is laid over the text.</typeparam>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last code unit; greater than <paramref name="Start"/>.</param>
/// <param name="Covering">Every item that covers the segment: outermost first (earlier start, then later end, then input order).</param>
public sealed record Segment<T>(int Start, int End, IReadOnlyList<T> Covering);

/// <summary>
/// Cuts a text under overlapping spans into consecutive segments. Every writer (page, Word, Markdown) turns these segments
/// into its own markup, so this is the one place that knows about overlap.
/// </summary>
public static class Segments
{
    /// <summary>Cuts the text.</summary>
    /// <param name="length">The length of the text in UTF-16 code units.</param>
    /// <param name="items">What lies over it, in any order; empty ranges are left out and ranges are clipped to the text.</param>
    /// <param name="range">The half-open range of an item.</param>
    /// <returns>Segments in order that cover <c>[0, length)</c> without gap or overlap; none for an empty text.</returns>
    public static IReadOnlyList<Segment<T>> Cut<T>(int length, IEnumerable<T> items, Func<T, (int Start, int End)> range) =>
        throw new NotImplementedException();
}

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
    public static IReadOnlyList<Segment<T>> Cut<T>(int length, IEnumerable<T> items, Func<T, (int Start, int End)> range)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length == 0)
            return [];

        var laid = Lay(length, items, range);
        if (laid.Count == 0)
            return [new Segment<T>(0, length, [])];

        var ends = new int[laid.Count];
        for (var i = 0; i < ends.Length; i++)
            ends[i] = laid[i].End;
        Array.Sort(ends);

        // One sweep over both sorted lists. Items open in rank order, so appending keeps the open ones in rank order, and
        // the work at a boundary is no more than the number of items open there: what the result has to list anyway.
        var segments = new List<Segment<T>>((2 * laid.Count) + 1);
        var open = new List<Laid<T>>();
        var (position, opening, closing) = (0, 0, 0);
        while (position < length)
        {
            while (opening < laid.Count && laid[opening].Start == position)
                open.Add(laid[opening++]);

            var next = closing < ends.Length ? ends[closing] : length;
            if (opening < laid.Count)
                next = Math.Min(next, laid[opening].Start);
            segments.Add(new Segment<T>(position, next, Covering(open)));
            position = next;

            var first = closing;
            while (closing < ends.Length && ends[closing] == position)
                closing++;
            if (closing - first == open.Count)
                open.Clear();
            else if (closing > first)
                Close(open, position);
        }

        return segments;
    }

    private static List<Laid<T>> Lay<T>(int length, IEnumerable<T> items, Func<T, (int Start, int End)> range)
    {
        var laid = items.TryGetNonEnumeratedCount(out var count) ? new List<Laid<T>>(count) : [];
        var order = 0;
        foreach (var item in items)
        {
            var (start, end) = range(item);
            (start, end) = (Math.Max(start, 0), Math.Min(end, length));
            if (start < end)
                laid.Add(new Laid<T>(start, end, order++, item));
        }

        laid.Sort(static (a, b) =>
            a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? b.End.CompareTo(a.End) : a.Order.CompareTo(b.Order));
        return laid;
    }

    private static T[] Covering<T>(List<Laid<T>> open)
    {
        if (open.Count == 0)
            return [];
        var covering = new T[open.Count];
        for (var i = 0; i < covering.Length; i++)
            covering[i] = open[i].Item;
        return covering;
    }

    private static void Close<T>(List<Laid<T>> open, int position)
    {
        var kept = 0;
        for (var i = 0; i < open.Count; i++)
        {
            if (open[i].End != position)
                open[kept++] = open[i];
        }

        open.RemoveRange(kept, open.Count - kept);
    }

    private readonly record struct Laid<T>(int Start, int End, int Order, T Item);
}

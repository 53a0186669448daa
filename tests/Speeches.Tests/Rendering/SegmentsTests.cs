using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Speeches.Rendering;

namespace Speeches.Tests.Rendering;

public class SegmentsTests
{
    [Fact]
    public void An_empty_text_has_no_segments() =>
        Assert.Empty(Segments.Cut(0, [(0, 3)], range => range));

    [Fact]
    public void A_text_under_nothing_is_one_segment()
    {
        var segment = Assert.Single(Segments.Cut(5, Array.Empty<(int, int)>(), range => range));
        Assert.Equal((0, 5), (segment.Start, segment.End));
        Assert.Empty(segment.Covering);
    }

    [Fact]
    public void Overlapping_items_are_cut_where_one_begins_or_ends()
    {
        var segments = Segments.Cut(10, [new Item("b", 4, 8), new Item("a", 2, 6)], item => (item.Start, item.End));

        Assert.Equal(
            ["0-2:", "2-4:a", "4-6:a,b", "6-8:b", "8-10:"],
            segments.Select(segment => $"{segment.Start}-{segment.End}:{string.Join(',', segment.Covering.Select(item => item.Name))}"));
    }

    [Fact]
    public void The_outermost_item_comes_first_and_equal_ranges_keep_their_order()
    {
        Item[] items = [new("inner", 0, 3), new("first", 0, 5), new("second", 0, 5)];

        Assert.Equal(
            ["first", "second", "inner"],
            Segments.Cut(5, items, item => (item.Start, item.End))[0].Covering.Select(item => item.Name));
    }

    [Fact]
    public void Two_thousand_overlapping_items_are_cut_once_at_each_boundary()
    {
        var items = Enumerable.Range(0, 2_000).Select(i => (Start: i * 5, End: (i * 5) + 40)).ToArray();

        var segments = Segments.Cut(20_000, items, item => item);

        Assert.Equal(items.SelectMany(item => new[] { item.Start, item.End }).Append(20_000).Distinct().Count() - 1, segments.Count);
        Assert.Equal(8, segments.Max(segment => segment.Covering.Count));
    }

    [Property]
    public Property The_text_is_covered_once_in_order() => ForItems((length, items) =>
    {
        var at = 0;
        foreach (var segment in Segments.Cut(length, items, item => (item.Start, item.End)))
        {
            if (segment.Start != at || segment.End <= at)
                return false;
            at = segment.End;
        }

        return at == length;
    });

    [Property]
    public Property Each_segment_lists_exactly_what_covers_it() => ForItems((length, items) =>
        Segments.Cut(length, items, item => (item.Start, item.End)).All(segment =>
            segment.Covering.SequenceEqual(items
                .Where(item => item.Start < item.End && item.Start <= segment.Start && item.End >= segment.End)
                .OrderBy(item => Math.Max(item.Start, 0)).ThenByDescending(item => Math.Min(item.End, length)))));

    [Property]
    public Property Neighbouring_segments_differ_in_what_covers_them() => ForItems((length, items) =>
    {
        var segments = Segments.Cut(length, items, item => (item.Start, item.End));
        return segments.Zip(segments.Skip(1)).All(pair => !pair.First.Covering.SequenceEqual(pair.Second.Covering));
    });

    private static Property ForItems(Func<int, Item[], bool> holds)
    {
        var cases =
            from length in Gen.Choose(0, 30)
            from ranges in Gen.Choose(-5, 35).Two().ListOf()
            select (length, items: ranges.Select((range, i) => new Item($"i{i}", range.Item1, range.Item2)).ToArray());
        return Prop.ForAll(cases.ToArbitrary(), example => holds(example.length, example.items));
    }

    private sealed record Item(string Name, int Start, int End);
}

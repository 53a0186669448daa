using System.Globalization;
using Speeches.Store;

namespace Speeches.Web.Pages.Library;

/// <summary>
/// Where the bars of the chart of speeches a year stand, in CSS pixels. A bar's column is never narrower than 24, so that each can
/// be hit with a finger; a chart of many years is wider than its place and scrolls there.
/// </summary>
internal sealed class YearChart
{
    private const int Place = 272;
    private const int Narrowest = 24;
    private const int Widest = 40;
    private const int BarsHeight = 56;

    /// <summary>One year, whether or not there is a speech in it.</summary>
    /// <param name="Year">The year.</param>
    /// <param name="Count">How many speeches.</param>
    /// <param name="X">The left edge of its column.</param>
    /// <param name="Y">The top of its bar.</param>
    /// <param name="Height">The height of its bar; a year with a speech has at least 3.</param>
    /// <param name="IsLabelled">Whether there is room to print the year under it.</param>
    public sealed record Bar(int Year, int Count, int X, int Y, int Height, bool IsLabelled);

    /// <summary>From the first year that has a speech to the last, none left out.</summary>
    public IReadOnlyList<Bar> Bars { get; }

    /// <summary>The width of a column.</summary>
    public int Column { get; }

    /// <summary>The width of the drawing.</summary>
    public int Width => Bars.Count * Column;

    /// <summary>The y of the line that the bars stand on.</summary>
    public const int Ground = BarsHeight + 2;

    /// <summary>The height of the drawing with the years under it.</summary>
    public const int Height = BarsHeight + 20;

    /// <summary>Lays out the years; facets whose value is no year are left out.</summary>
    public YearChart(IReadOnlyList<Facet> years)
    {
        var counts = years
            .Select(facet => (IsYear: int.TryParse(facet.Value, CultureInfo.InvariantCulture, out var year), Year: year, facet.Count))
            .Where(entry => entry is { IsYear: true, Count: > 0 })
            .ToDictionary(entry => entry.Year, entry => entry.Count);
        if (counts.Count == 0)
        {
            Bars = [];
            return;
        }

        var (first, last, most) = (counts.Keys.Min(), counts.Keys.Max(), counts.Values.Max());
        var length = last - first + 1;
        Column = Math.Clamp(Place / length, Narrowest, Widest);
        var every = length <= Place / 34 ? 1 : 5;
        Bars =
        [
            .. Enumerable.Range(first, length).Select(year =>
            {
                var count = counts.GetValueOrDefault(year);
                var height = count == 0 ? 0 : Math.Max(3, count * BarsHeight / most);
                var labelled = every == 1 || year == first || year == last
                    || (year % every == 0 && year - first > 1 && last - year > 1);
                return new Bar(year, count, (year - first) * Column, Ground - height, height, labelled);
            }),
        ];
    }
}

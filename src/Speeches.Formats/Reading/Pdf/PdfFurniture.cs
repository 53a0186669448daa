using System.Buffers;
using System.Text.RegularExpressions;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>
/// Takes what pages carry besides the text: page numbers, and the heads and feet that come back on other pages, whatever their
/// language and however many take turns. A head on the first page stays, unless it is smaller
/// than the text: it may be the only letterhead there is.
/// </summary>
internal static partial class PdfFurniture
{
    private const int Deepest = 4;
    private const double Height = 4;
    private const double SmallHead = 0.9;
    private const int FewestBesideHead = 6;
    private const double MostlyTheSame = 0.6;
    private static readonly SearchValues<char> Rules = SearchValues.Create("*_-–—=•·.⁂ ");

    internal static void Remove(List<List<PdfLine>> pages)
    {
        var returning = Returning(pages);
        var sizes = pages.SelectMany(p => p).GroupBy(l => Math.Round(l.Size * 2) / 2).ToList();
        var usual = sizes.Count == 0 ? 0 : sizes.MaxBy(g => g.Sum(l => l.Text.Length))!.Key;
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            var (top, bottom) = (page.Count == 0 ? 0 : page.Max(l => l.Baseline), page.Count == 0 ? 0 : page.Min(l => l.Baseline));
            Strip(page, (top + bottom) / 2, i == 0, returning, usual * SmallHead);
        }
    }

    /// <summary>
    /// The words that come back at one height: on three pages of ten or more, and among most of what stands at that height. Text begins
    /// at one height, too, but with other words on other pages, although some of them may begin with "Mr. President,".
    /// </summary>
    private static HashSet<string> Returning(List<List<PdfLine>> pages)
    {
        var places = new Dictionary<int, Dictionary<string, int>>();
        foreach (var page in pages)
        {
            foreach (var line in Edges(page).DistinctBy(l => (Place(l), Key(l))))
            {
                var here = places.TryGetValue(Place(line), out var known) ? known : places[Place(line)] = [];
                here[Key(line)] = here.GetValueOrDefault(Key(line)) + 1;
            }
        }

        // Two heads in turn stand on every second page each, and the first page often has none.
        var often = Math.Max(2, (int)Math.Ceiling(pages.Count * 0.3));
        var returning = new HashSet<string>(StringComparer.Ordinal);
        foreach (var here in places.Values)
        {
            if (here.Values.Where(times => times > 1).Sum() < here.Values.Sum() * MostlyTheSame)
                continue;
            foreach (var (key, times) in here)
            {
                if (times >= often)
                    returning.Add(key);
            }
        }

        return returning;
    }

    private static int Place(PdfLine line) => (int)Math.Round(line.Baseline / Height);

    /// <summary>Takes lines of stars or dashes, which only part what stands above from what stands below.</summary>
    internal static void RemoveRules(List<PdfLine> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (lines[i].Text.AsSpan().ContainsAnyExcept(Rules))
                continue;
            if (i + 1 < lines.Count)
                lines[i + 1].BeginsApart = true;
            lines.RemoveAt(i);
        }
    }

    private static void Strip(List<PdfLine> page, double middle, bool first, HashSet<string> returning, double small)
    {
        var edges = Edges(page);
        foreach (var fromTop in (bool[])[true, false])
        {
            var side = edges.Where(l => l.Baseline > middle == fromTop || page.Count == 1)
                .OrderBy(l => fromTop ? -l.Baseline : l.Baseline).ToList();
            foreach (var line in side)
            {
                if (IsPageNumber(line.Text) || returning.Contains(Key(line)) && !(first && fromTop && !IsShortHead(line) && !(line.Size < small && page.Count > FewestBesideHead)))
                    page.Remove(line);
                else if (side.IndexOf(line) > 0)
                    break;
            }
        }
    }

    // The classification that some offices print above every page is no letterhead.
    private static bool IsShortHead(PdfLine line) => line.Text.Length <= 3;

    /// <summary>The lines nearest to the head and the foot of a page.</summary>
    private static List<PdfLine> Edges(List<PdfLine> page)
    {
        var ordered = page.OrderByDescending(l => l.Baseline).ToList();
        return [.. ordered.Take(Deepest).Concat(ordered.Skip(Math.Max(Deepest, ordered.Count - Deepest)))];
    }

    private static string Key(PdfLine line) => Numbers().Replace(line.Text, "#");

    private static bool IsPageNumber(string text) => text.Length <= 30 && PageNumber().IsMatch(text);

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^\W*(page|p\.|pág\.?|página|стр\.?|страница|صفحة|第)?\s*\d{1,4}\s*(页|頁)?\s*((/|of|de|sur|из|من|-)\s*\d{1,4})?(\s*\|\s*P\s*a\s*g\s*e)?\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PageNumber();
}

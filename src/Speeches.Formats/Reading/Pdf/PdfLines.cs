using System.Text;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>Gathers the letters of a page to lines: rows by their baselines, columns by the empty stripe between them, words by gaps.</summary>
internal static class PdfLines
{
    // In units of the type size. A raised note mark or "th" stands up to half a line above; a gap of four letters parts what only
    // happens to stand on one line (the two halves of a letterhead).
    private const double SameRow = 0.3;
    private const double Raised = 0.6;
    private const int LongestRaised = 60;
    private const double Apart = 4;
    private const double Gutter = 1.2;
    private const int FewestRowsInColumns = 8;

    internal static List<PdfLine> Read(List<PdfGlyph> glyphs, int page, double width)
    {
        var kept = WithoutDoubles(glyphs);
        var rows = Rows(kept);
        var gutter = FindGutter(rows);
        var lines = new List<PdfLine>(rows.Count);
        var (first, second) = (new List<PdfLine>(), new List<PdfLine>());
        foreach (var row in rows)
        {
            if (gutter is not { } x || row.Exists(g => !g.IsSpace && g.Left < x && g.Right > x))
            {
                Flush(lines, first, second);
                foreach (var part in Parts(row))
                    AddLine(lines, part, page, width, 0);
                continue;
            }

            var left = row.FindAll(g => g.Right <= x);
            var right = row.FindAll(g => g.Right > x);
            var fromRight = PdfDirection.IsRightToLeft(row);
            AddLine(first, fromRight ? right : left, page, width, 1);
            AddLine(second, fromRight ? left : right, page, width, 2);
        }

        Flush(lines, first, second);
        return lines;
    }

    private static void Flush(List<PdfLine> lines, List<PdfLine> first, List<PdfLine> second)
    {
        lines.AddRange(first);
        lines.AddRange(second);
        first.Clear();
        second.Clear();
    }

    /// <summary>Leaves out letters printed twice at nearly one place, which is how some programs make bold; one of them says bold.</summary>
    private static List<PdfGlyph> WithoutDoubles(List<PdfGlyph> glyphs)
    {
        var seen = new Dictionary<(string, int, int), int>();
        var kept = new List<PdfGlyph>(glyphs.Count);
        foreach (var glyph in glyphs)
        {
            var near = Math.Max(glyph.Size * 0.12, 0.5);
            var (x, y) = ((int)Math.Round(glyph.Left / 2), (int)Math.Round(glyph.Baseline / 2));
            var twin = -1;
            for (var i = 0; i < 9 && twin < 0; i++)
            {
                if (seen.TryGetValue((glyph.Text, x + (i % 3) - 1, y + (i / 3) - 1), out var at)
                    && Math.Abs(kept[at].Left - glyph.Left) < near && Math.Abs(kept[at].Baseline - glyph.Baseline) < near)
                {
                    twin = at;
                }
            }

            if (twin >= 0)
            {
                kept[twin] = kept[twin] with { Bold = true };
                continue;
            }

            seen[(glyph.Text, x, y)] = kept.Count;
            kept.Add(glyph);
        }

        return kept;
    }

    private static List<List<PdfGlyph>> Rows(List<PdfGlyph> glyphs)
    {
        var rows = Cluster(glyphs);
        var kept = new List<List<PdfGlyph>>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            row.RemoveAll(g => Home(rows, i, g) is { } home && Moved(home, g));
            if (row.Exists(g => !g.IsSpace))
                kept.Add(row);
        }

        return kept;
    }

    private static bool Moved(List<PdfGlyph> home, PdfGlyph glyph)
    {
        home.Add(glyph);
        return true;
    }

    /// <summary>The row that a raised or lowered small letter, or a vowel sign set by itself, belongs to; null where it is in it.</summary>
    private static List<PdfGlyph>? Home(List<List<PdfGlyph>> rows, int row, PdfGlyph glyph)
    {
        var mark = PdfText.IsMark(glyph.Text);
        if (rows[row].Count > LongestRaised || mark && rows[row].Exists(g => !g.IsSpace && !PdfText.IsMark(g.Text)))
            return null;
        for (var distance = 1; distance <= 3; distance++)
        {
            foreach (var at in (ReadOnlySpan<int>)[row + distance, row - distance])
            {
                if (at < 0 || at >= rows.Count || rows[at].Count == 0 || rows[at][0] is var other && !mark && glyph.Size > other.Size * 0.8)
                    continue;
                var above = glyph.Baseline - rows[at][0].Baseline;
                var near = mark ? Math.Abs(above) < rows[at][0].Size : above > -SameRow * rows[at][0].Size && above < Raised * rows[at][0].Size;
                if (near && rows[at].Exists(g => !PdfText.IsMark(g.Text) && g.Left - glyph.Right < 1.5 * g.Size && glyph.Left - g.Right < 1.5 * g.Size))
                    return rows[at];
            }
        }

        return null;
    }

    private static List<List<PdfGlyph>> Cluster(IEnumerable<PdfGlyph> glyphs)
    {
        var rows = new List<List<PdfGlyph>>();
        foreach (var glyph in glyphs.OrderByDescending(g => g.Baseline))
        {
            if (rows.Count > 0 && rows[^1][0].Baseline - glyph.Baseline < SameRow * Math.Min(glyph.Size, rows[^1][0].Size))
                rows[^1].Add(glyph);
            else
                rows.Add([glyph]);
        }

        return rows;
    }

    /// <summary>The middle of the empty stripe between two columns, or null where the page has one.</summary>
    private static double? FindGutter(List<List<PdfGlyph>> rows)
    {
        if (rows.Count < FewestRowsInColumns)
            return null;
        var left = rows.Min(r => r.Min(g => g.Left));
        var right = rows.Max(r => r.Max(g => g.Right));
        var (best, found) = (0, 0.0);
        var gaps = rows.ConvertAll(Gaps);
        for (var x = left + ((right - left) * 0.35); x < left + ((right - left) * 0.65); x += 2)
        {
            var count = gaps.Count(g => g.Exists(gap => gap.From < x && x < gap.To));
            if (count > best)
                (best, found) = (count, x);
        }

        return best >= FewestRowsInColumns && best >= rows.Count * 0.5 ? found : null;
    }

    private static List<(double From, double To)> Gaps(List<PdfGlyph> row)
    {
        var gaps = new List<(double, double)>();
        var end = double.MaxValue;
        foreach (var glyph in row.Where(g => !g.IsSpace).OrderBy(g => g.Left))
        {
            if (glyph.Left - end > Gutter * glyph.Size)
                gaps.Add((end, glyph.Left));
            end = end == double.MaxValue ? glyph.Right : Math.Max(end, glyph.Right);
        }

        return gaps;
    }

    private static IEnumerable<List<PdfGlyph>> Parts(List<PdfGlyph> row)
    {
        var part = new List<PdfGlyph>();
        var end = double.MaxValue;
        foreach (var glyph in row.OrderBy(g => g.Left))
        {
            // A number or a bullet before its text stays with it.
            if (!glyph.IsSpace && glyph.Left - end > Apart * glyph.Size && part.Count(g => !g.IsSpace) > 4)
            {
                yield return part;
                part = [];
            }

            part.Add(glyph);
            if (!glyph.IsSpace)
                end = end == double.MaxValue ? glyph.Right : Math.Max(end, glyph.Right);
        }

        yield return part;
    }

    private static void AddLine(List<PdfLine> lines, List<PdfGlyph> glyphs, int page, double width, int column)
    {
        var inked = glyphs.FindAll(g => !g.IsSpace);
        if (inked.Count == 0)
            return;
        var fromRight = PdfDirection.IsRightToLeft(glyphs);
        var ordered = PdfDirection.Order(glyphs, fromRight);
        var (text, firstWord) = Words(ordered, fromRight);
        if (text.Length == 0)
            return;
        var (left, right) = (inked.Min(g => g.Left), inked.Max(g => g.Right));
        var sizes = inked.ConvertAll(g => g.Size);
        sizes.Sort();
        lines.Add(new PdfLine
        {
            Text = text,
            Start = fromRight ? width - right : left,
            End = fromRight ? width - left : right,
            Baseline = inked.GroupBy(g => Math.Round(g.Baseline, 1)).MaxBy(g => g.Count())!.Key,
            Size = sizes[sizes.Count / 2],
            Page = page,
            Column = column,
            Bold = (double)inked.Count(g => g.Bold) / inked.Count,
            FirstWord = firstWord,
        });
    }

    private static (string Text, double FirstWord) Words(List<PdfGlyph> glyphs, bool fromRight)
    {
        // Where the page prints no spaces, a smaller gap must be one.
        var wide = glyphs.Exists(g => g.IsSpace) ? 0.22 : 0.16;
        var text = new StringBuilder();
        double firstWord = -1;
        PdfGlyph? before = null;
        var start = double.NaN;
        foreach (var glyph in glyphs)
        {
            var spaced = glyph.IsSpace;
            if (before is { IsSpace: false } last && !spaced && !PdfText.IsMark(glyph.Text))
            {
                var gap = Math.Max(glyph.Left - last.Right, last.Left - glyph.Right);
                spaced = gap > wide * Math.Max(last.Size, glyph.Size);
            }

            if (spaced && text.Length > 0 && text[^1] != ' ')
            {
                if (firstWord < 0 && before is { } end)
                    firstWord = Math.Abs((fromRight ? end.Left : end.Right) - start);
                text.Append(' ');
            }

            if (!glyph.IsSpace)
            {
                if (double.IsNaN(start))
                    start = fromRight ? glyph.Right : glyph.Left;
                text.Append(glyph.Text);
            }

            if (!PdfText.IsMark(glyph.Text))
                before = glyph;
        }

        if (firstWord < 0 && before is { } only && !double.IsNaN(start))
            firstWord = Math.Abs((fromRight ? only.Left : only.Right) - start);
        var joined = text.ToString().Trim();
        // Unpaired surrogates cannot be normalised: they are no letters.
        if (!joined.IsNormalized(NormalizationForm.FormC))
            joined = joined.Normalize(NormalizationForm.FormC);
        return (fromRight ? PdfDirection.WithoutTatweel(joined) : joined, firstWord);
    }
}

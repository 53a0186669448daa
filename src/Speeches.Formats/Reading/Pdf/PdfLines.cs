namespace Speeches.Formats.Reading.Pdf;

/// <summary>Gathers the letters of a page to lines: rows by their baselines, columns by the empty stripe between them, words by gaps.</summary>
internal static class PdfLines
{
    // In units of the type size. A gap of four letters parts what only happens to stand on one line (the two halves of a letterhead).
    private const double Apart = 4;
    private const double Gutter = 1.2;
    private const int FewestRowsInColumns = 8;
    private const double MostCrossing = 0.25;
    private const double MostAtEdge = 0.7;
    private const double FarFromGutter = 40;

    // Of the width of the text: a line may run a mile past the page, and no stripe is looked for at every point of it.
    private const double FinestStep = 1.0 / 400;

    internal static List<PdfLine> Read(List<PdfGlyph> glyphs, int page, double width)
    {
        var rows = PdfRows.Read(glyphs);
        var pageFromRight = PdfDirection.IsRightToLeft(glyphs);
        var gutter = FindGutter(rows);
        var lines = new List<PdfLine>(rows.Count);
        var (first, second) = (new List<PdfLine>(), new List<PdfLine>());
        foreach (var row in rows)
        {
            if (gutter is not { } x || row.Exists(g => !g.IsSpace && g.Left < x && g.Right > x))
            {
                Flush(lines, first, second);
                foreach (var part in Parts(row))
                    AddLine(lines, part, page, width, 0, pageFromRight);
                continue;
            }

            var left = row.FindAll(g => g.Right <= x);
            var right = row.FindAll(g => g.Right > x);
            var fromRight = PdfDirection.IsRightToLeft(row);
            AddLine(first, fromRight ? right : left, page, width, 1, pageFromRight);
            AddLine(second, fromRight ? left : right, page, width, 2, pageFromRight);
        }

        Flush(lines, first, second);
        if (page == 1)
            PdfBeside.Order(lines);
        return lines;
    }

    private static void Flush(List<PdfLine> lines, List<PdfLine> first, List<PdfLine> second)
    {
        lines.AddRange(first);
        lines.AddRange(second);
        first.Clear();
        second.Clear();
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
        for (var x = left + ((right - left) * 0.35); x < left + ((right - left) * 0.65); x += Math.Max(2, (right - left) * FinestStep))
        {
            var count = gaps.Count(g => g.Exists(gap => gap.From < x && x < gap.To));
            if (count > best)
                (best, found) = (count, x);
        }

        return best >= FewestRowsInColumns && best >= rows.Count * 0.5 ? found : Beside(rows, left, right);
    }

    /// <summary>The stripe between columns whose lines stand at different heights: hardly a row crosses it, and many begin right behind it.</summary>
    private static double? Beside(List<List<PdfGlyph>> rows, double left, double right)
    {
        var inked = rows.ConvertAll(r => r.Where(g => !g.IsSpace).OrderBy(g => g.Left).ToList());
        for (var x = left + ((right - left) * 0.35); x < left + ((right - left) * 0.65); x += Math.Max(3, (right - left) * FinestStep))
        {
            var (before, crossing, begins) = (0, 0, new Dictionary<int, int>());
            foreach (var row in inked)
            {
                var room = row[0].Size * Gutter / 2;
                var next = row.FindIndex(g => g.Right > x - room);
                before += next != 0 ? 1 : 0;
                if (next < 0)
                    continue;
                if (row[next].Left < x + room)
                {
                    crossing++;
                    continue;
                }

                var place = (int)Math.Round(row[next].Left / 2);
                begins[place] = begins.GetValueOrDefault(place) + 1;
            }

            var behind = begins.Values.Sum();
            if (behind >= FewestRowsInColumns && before - crossing >= FewestRowsInColumns && crossing < rows.Count * MostCrossing
                && begins.Values.Max() > behind * MostAtEdge && begins.MaxBy(b => b.Value).Key * 2 - x < FarFromGutter)
                return x;
        }

        return null;
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

    private static void AddLine(List<PdfLine> lines, List<PdfGlyph> glyphs, int page, double width, int column, bool pageFromRight)
    {
        var inked = glyphs.FindAll(g => !g.IsSpace);
        if (inked.Count == 0)
            return;
        // "2254)." alone on a line runs as the others of its page do.
        var fromRight = PdfDirection.IsRightToLeft(glyphs) || pageFromRight && !inked.Exists(g => char.IsLetter(g.Text[0]));
        var ordered = PdfDirection.Order(fromRight ? PdfDirection.WithSpaces(glyphs, PdfWords.Wide) : glyphs, fromRight);
        var sizes = inked.ConvertAll(g => g.Size);
        sizes.Sort();
        var size = sizes[sizes.Count / 2];
        var baseline = inked.GroupBy(g => Math.Round(g.Baseline, 1)).MaxBy(g => g.Count())!.Key;
        var (text, firstWord, marks) = PdfWords.Read(ordered, fromRight, size, baseline);
        if (text.Length == 0)
            return;
        var (left, right) = (inked.Min(g => g.Left), inked.Max(g => g.Right));
        lines.Add(new PdfLine
        {
            Text = text,
            Start = fromRight ? width - right : left,
            End = fromRight ? width - left : right,
            Baseline = baseline,
            Size = size,
            Page = page,
            Column = column,
            Bold = (double)inked.Count(g => g.Bold) / inked.Count,
            FirstWord = firstWord,
            Marks = marks,
        });
    }
}

namespace Speeches.Formats.Reading.Pdf;

/// <summary>Gathers the letters of a page to rows by their baselines; raised and lowered letters join the row they belong to.</summary>
internal static class PdfRows
{
    // In units of the type size. A raised note mark or "th" stands up to half a line above.
    private const double SameRow = 0.3;
    private const double SameBaseline = 0.06;
    private const double Raised = 0.6;
    private const double OtherSize = 0.4;
    private const int LongestChecked = 1_000;
    private const int LongestRaised = 60;

    /// <summary>The rows from the top of the page, each with at least one letter that is seen.</summary>
    internal static List<List<PdfGlyph>> Read(List<PdfGlyph> glyphs)
    {
        var kept = WithoutDoubles(glyphs);
        var clusters = Cluster(kept.Where(g => !g.IsSpace));
        var rows = new List<List<PdfGlyph>>(clusters.Count);
        for (var i = 0; i < clusters.Count; i++)
        {
            var row = clusters[i];
            row.RemoveAll(g => Home(clusters, i, g) is { } home && Moved(home, g));
            if (row.Count > 0)
                rows.Add(row);
        }

        AddSpaces(rows, kept);
        return rows;
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

    /// <summary>
    /// Letters on one baseline stay together: a row takes them or leaves them as a whole, so that two letterheads side by side, whose
    /// lines stand a little higher and lower, do not lose their first letters to each other.
    /// </summary>
    private static List<List<PdfGlyph>> Cluster(IEnumerable<PdfGlyph> glyphs)
    {
        var baselines = new List<List<PdfGlyph>>();
        foreach (var glyph in glyphs.OrderByDescending(g => g.Baseline))
        {
            if (baselines.Count > 0 && baselines[^1][^1].Baseline - glyph.Baseline < SameBaseline * glyph.Size)
                baselines[^1].Add(glyph);
            else
                baselines.Add([glyph]);
        }

        var rows = new List<List<PdfGlyph>>(baselines.Count);
        foreach (var line in baselines)
        {
            if (rows.Count > 0 && rows[^1][0].Baseline - line[0].Baseline < SameRow * Math.Min(line[0].Size, rows[^1][0].Size))
                rows[^1].AddRange(line);
            else
                rows.Add(line);
        }

        return rows;
    }

    /// <summary>Spaces say where words end and nothing else: each goes to the row it stands in, or nowhere.</summary>
    private static void AddSpaces(List<List<PdfGlyph>> rows, List<PdfGlyph> glyphs)
    {
        if (rows.Count == 0)
            return;
        var places = rows.ConvertAll(r => (Baseline: -r[0].Baseline, Left: r.Min(g => g.Left), Right: r.Max(g => g.Right)));
        var baselines = places.ConvertAll(p => p.Baseline);
        foreach (var space in glyphs.Where(g => g.IsSpace))
        {
            var at = baselines.BinarySearch(-space.Baseline);
            at = at < 0 ? ~at : at;
            var best = -1;
            for (var i = Math.Max(0, at - 2); i < Math.Min(rows.Count, at + 2); i++)
            {
                var away = Math.Abs(places[i].Baseline + space.Baseline);
                if (away < Raised * Math.Max(space.Size, rows[i][0].Size) && space.Left > places[i].Left - space.Size && space.Right < places[i].Right + space.Size
                    && (best < 0 || away < Math.Abs(places[best].Baseline + space.Baseline)))
                    best = i;
            }

            // A space left over from an empty frame stands on letters of another size and parts nothing.
            if (best >= 0 && (rows[best].Count > LongestChecked || Math.Abs((space.Size / rows[best][0].Size) - 1) < OtherSize
                || !rows[best].Exists(g => !g.IsSpace && g.Left < space.Right - 0.1 && g.Right > space.Left + 0.1)))
                rows[best].Add(space);
        }
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
        if (rows[row].Count > LongestRaised || mark && rows[row].Exists(g => !PdfText.IsMark(g.Text)))
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
}

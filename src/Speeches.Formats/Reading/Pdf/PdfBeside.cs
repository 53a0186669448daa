namespace Speeches.Formats.Reading.Pdf;

/// <summary>
/// Letterheads that stand side by side ("PERMANENT MISSION OF X" | "REPUBLIC OF X / Unity – Work – Progress") are read one after the
/// other, although their lines come in turns from the top of the page.
/// </summary>
internal static class PdfBeside
{
    // In units of the type size: how far apart lines may stand to be beside each other, to follow each other, and across.
    private const double Level = 0.8;
    private const double Below = 2.5;
    private const double Stripe = 1.5;
    private const int MostLines = 40;

    /// <summary>The lines of a page in reading order; whatever stands beside the lines before it begins a block.</summary>
    internal static void Order(List<PdfLine> lines)
    {
        for (var i = 1; i < Math.Min(lines.Count, MostLines); i++)
        {
            var (a, b) = (lines[i - 1], lines[i]);
            if (a.Column != 0 || b.Column != 0 || a.Baseline - b.Baseline > Level * a.Size || Gap(a, b) < Stripe * a.Size)
                continue;
            var first = i - 1;
            var (left, right) = a.Start < b.Start ? (a.End, b.Start) : (b.End, a.Start);
            while (first > 0 && Near(lines[first - 1], lines[first]) && Fits(lines[first - 1], ref left, ref right))
                first--;
            var last = i;
            while (last + 1 < lines.Count && Near(lines[last], lines[last + 1]) && Fits(lines[last + 1], ref left, ref right))
                last++;

            var block = lines.GetRange(first, last - first + 1);
            var begin = block.FindAll(l => l.End <= left);
            var end = block.FindAll(l => l.End > left);
            lines.RemoveRange(first, block.Count);
            lines.InsertRange(first, [.. begin, .. end]);
            lines[first].BeginsApart = end[0].BeginsApart = true;
            if (last + 1 < lines.Count)
                lines[last + 1].BeginsApart = true;
            i = last + 1;
        }
    }

    private static double Gap(PdfLine a, PdfLine b) => Math.Max(b.Start - a.End, a.Start - b.End);

    private static bool Near(PdfLine above, PdfLine below) => above.Baseline - below.Baseline < Below * Math.Max(above.Size, below.Size) && below.Column == 0;

    /// <summary>Whether a line keeps to one side of the empty stripe, which then becomes as narrow as it must.</summary>
    private static bool Fits(PdfLine line, ref double left, ref double right)
    {
        if (right - Math.Max(left, line.End) >= Stripe * line.Size)
        {
            left = Math.Max(left, line.End);
            return true;
        }

        if (Math.Min(right, line.Start) - left >= Stripe * line.Size)
        {
            right = Math.Min(right, line.Start);
            return true;
        }

        return false;
    }
}

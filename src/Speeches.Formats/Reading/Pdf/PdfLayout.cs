using Speeches.Parsing;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>From the lines of all pages to the lines of the source: without furniture, with paragraphs, headings and notes.</summary>
internal static class PdfLayout
{
    private const double LargerType = 1.15;
    private const int LongestHeading = 100;

    internal static SourceLine[] Read(List<List<PdfLine>> pages)
    {
        PdfFurniture.Remove(pages);
        var all = pages.SelectMany(p => p).ToList();
        if (all.Count == 0)
            return [];
        var bodySize = all.GroupBy(l => Math.Round(l.Size * 2) / 2).MaxBy(g => g.Sum(l => l.Text.Length))!.Key;
        foreach (var page in pages)
            PdfFootnotes.Mark(page, bodySize);
        PdfDirection.TurnBrackets(all);
        new PdfParagraphs(all, bodySize).Mark(all);
        var boldText = all.Sum(l => l.Bold * l.Text.Length) > all.Sum(l => l.Text.Length) * 0.5;
        Headings(all, bodySize, boldText);

        var lines = new SourceLine[all.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = all[i];
            lines[i] = new SourceLine
            {
                Number = i + 1,
                Text = line.Text,
                Page = line.Page,
                StartsBlock = line.StartsBlock,
                Role = line.Role,
                Level = line.Role == SourceRole.Heading ? 2 : 0,
                Marker = line.Marker,
                Spans = line.Bold > 0.9 && !boldText && line.Role == SourceRole.Text ? [new Span(0, line.Text.Length, SpanKind.Strong)] : [],
            };
        }

        return lines;
    }

    /// <summary>Headings: short blocks in larger or bold type, once running text has begun; what stands above it is the header's.</summary>
    private static void Headings(List<PdfLine> lines, double bodySize, bool boldText)
    {
        var begun = false;
        for (int start = 0, end; start < lines.Count; start = end)
        {
            end = start + 1;
            while (end < lines.Count && !lines[end].StartsBlock && lines[end].Role == lines[start].Role)
                end++;
            var block = lines[start..end];
            var length = block.Sum(l => l.Text.Length);
            if (begun && length <= LongestHeading && block[0].Role == SourceRole.Text && end < lines.Count && char.IsLetterOrDigit(block[0].Text[0])
                && block[^1].Text[^1] is not (',' or ';' or '.' or '!' or '،' or ':') && block.TrueForAll(l =>
                    l.Size > bodySize * LargerType || !boldText && l.Bold > 0.9))
            {
                block.ForEach(l => l.Role = SourceRole.Heading);
            }

            begun |= length > 150 && block.Count >= 2 && block[^1].EndsSentence && Math.Abs(block[0].Size / bodySize - 1) < 0.15;
        }
    }
}

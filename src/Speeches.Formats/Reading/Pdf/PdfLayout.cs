using Speeches.Formats.Reading.Text;
using Speeches.Parsing;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>From the lines of all pages to the lines of the source: without furniture, with paragraphs, headings and notes.</summary>
internal static class PdfLayout
{
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
        PdfFootnotes.Link(all);
        PdfFurniture.RemoveRules(all);
        new PdfParagraphs(all, bodySize).Mark(all);
        var boldText = all.Sum(l => l.Bold * l.Text.Length) > all.Sum(l => l.Text.Length) * 0.5;
        PdfHeadings.Mark(all, bodySize, boldText);

        all = WithNotesBetweenBlocks(all);
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
                IsFull = line.IsFull,
                Role = line.Role,
                Level = line.Role == SourceRole.Heading ? 2 : 0,
                Marker = line.Marker,
                Spans = line.Bold > 0.9 && !boldText && line.Role == SourceRole.Text ? [new Span(0, line.Text.Length, SpanKind.Strong), .. line.Spans] : line.Spans,
            };
        }

        NumberedText.Mark(lines, NumberedText.Begin(lines));
        return lines;
    }

    /// <summary>A paragraph goes on over the notes at the foot of its page: they stand behind it.</summary>
    private static List<PdfLine> WithNotesBetweenBlocks(List<PdfLine> lines)
    {
        var ordered = new List<PdfLine>(lines.Count);
        var notes = new List<PdfLine>();
        foreach (var line in lines)
        {
            if (line.Role == SourceRole.Footnote)
            {
                notes.Add(line);
                continue;
            }

            if (line.StartsBlock)
            {
                ordered.AddRange(notes);
                notes.Clear();
            }

            ordered.Add(line);
        }

        ordered.AddRange(notes);
        return ordered;
    }
}

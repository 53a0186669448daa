using System.Text.RegularExpressions;
using Speeches.Parsing;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>Finds the notes at the foot of a page: small type below the text that begins with a mark.</summary>
internal static partial class PdfFootnotes
{
    private const double Small = 0.92;

    /// <summary>Marks the lines of notes; their printed marks are taken out of the words.</summary>
    internal static void Mark(List<PdfLine> page, double bodySize)
    {
        var first = page.Count;
        while (first > 0 && page[first - 1].Size < bodySize * Small)
            first--;
        // A page that is all small type is no page of notes.
        if (first == 0)
            return;
        while (first < page.Count && !Note().IsMatch(page[first].Text))
            first++;
        for (var i = first; i < page.Count; i++)
        {
            var line = page[i];
            line.Role = SourceRole.Footnote;
            var mark = Note().Match(line.Text);
            if (!mark.Success)
                continue;
            line.Marker = mark.Groups["mark"].Value;
            line.Text = line.Text[mark.Length..];
            line.StartsBlock = true;
        }
    }

    /// <summary>
    /// Links the marks in the text to their notes: a small number becomes "[1]" where one note, and only one, bears it. Where pages
    /// begin again with 1 nobody could tell which is meant.
    /// </summary>
    internal static void Link(List<PdfLine> lines)
    {
        var notes = lines.Where(l => l.Role == SourceRole.Footnote && l.Marker is not null).GroupBy(l => l.Marker!)
            .Where(g => g.Count() == 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        if (notes.Count == 0)
            return;
        foreach (var line in lines)
        {
            if (line.Role == SourceRole.Footnote || line.Marks.Count == 0)
                continue;
            var spans = new List<Span>();
            for (var i = line.Marks.Count - 1; i >= 0; i--)
            {
                var (start, length) = line.Marks[i];
                var label = line.Text.Substring(start, length);
                if (!notes.Contains(label))
                    continue;
                line.Text = $"{line.Text[..start]}[{label}]{line.Text[(start + length)..]}";
                for (var j = 0; j < spans.Count; j++)
                    spans[j] = spans[j] with { Start = spans[j].Start + 2, End = spans[j].End + 2 };
                spans.Insert(0, new Span(start, start + length + 2, SpanKind.NoteMark, label));
            }

            line.Spans = spans;
        }
    }

    [GeneratedRegex(@"^[\[(]?(?<mark>\d{1,3}|[*†‡§]{1,4}|[ivx]{1,4}(?=[.)\]]))[\])]?\.?\s*(?=\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Note();
}

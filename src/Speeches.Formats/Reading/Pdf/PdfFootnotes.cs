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

    [GeneratedRegex(@"^[\[(]?(?<mark>\d{1,3}|[*†‡§]{1,4}|[ivx]{1,4}(?=[.)\]]))[\])]?\.?\s*(?=\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Note();
}

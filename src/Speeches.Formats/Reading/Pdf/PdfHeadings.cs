using System.Text.RegularExpressions;
using Speeches.Parsing;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>
/// Finds headings once running text has begun (what stands above it is the header's): short blocks in larger or bold type, or with a
/// number before them, that end no sentence and that text stands below.
/// </summary>
internal static partial class PdfHeadings
{
    private const double LargerType = 1.15;
    private const int LongestHeading = 100;

    /// <summary>Marks the lines of headings.</summary>
    /// <param name="lines">All lines with their blocks told.</param>
    /// <param name="bodySize">The size of running text.</param>
    /// <param name="boldText">Whether running text is bold, so that bold says nothing.</param>
    internal static void Mark(List<PdfLine> lines, double bodySize, bool boldText)
    {
        var (begun, afterNumber) = (false, false);
        for (int start = 0, end; start < lines.Count; start = end)
        {
            end = start + 1;
            while (end < lines.Count && !lines[end].StartsBlock && lines[end].Role == lines[start].Role)
                end++;
            var block = lines[start..end];
            var numbered = Numbered().IsMatch(block[0].Text);
            var isHeading = begun && end < lines.Count && IsShort(block)
                && (block.TrueForAll(l => l.Size > bodySize * LargerType || !boldText && l.Bold > 0.9)
                    // A list has more than one number in a row.
                    || numbered && block.Count == 1 && !afterNumber && !Numbered().IsMatch(lines[end].Text));
            if (isHeading)
                block.ForEach(l => l.Role = SourceRole.Heading);
            afterNumber = numbered && !isHeading;
            begun |= EndsHeader(block, bodySize);
        }
    }

    private static bool IsShort(List<PdfLine> block)
    {
        if (block[0].Role != SourceRole.Text || block.Sum(l => l.Text.Length) > LongestHeading)
            return false;
        var text = block[^1].Text;
        if (block[0].Text is ['(' or '[', ..] && text is [.., ')' or ']'])
            return true;
        return char.IsLetterOrDigit(block[0].Text[0]) && (text[^1] is not (',' or ';' or '.' or '!' or '،' or ':' or '؛' or '。' or '，' or '：' or '！')
            || text[^1] == ':' && Numbered().IsMatch(block[0].Text));
    }

    private static bool EndsHeader(List<PdfLine> block, double bodySize) =>
        block.Sum(l => l.Text.Length) > 80 && block.Count >= 2 && block[^1].EndsSentence && Math.Abs(block[0].Size / bodySize - 1) < 0.15;

    [GeneratedRegex(@"^(\d{1,2}|[IVX]{1,4})[.)]\s+\p{L}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();
}

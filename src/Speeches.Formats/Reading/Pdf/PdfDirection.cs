using System.Text;
using System.Text.RegularExpressions;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>
/// Puts the letters of a line, which a PDF places by eye, in reading order. In Arabic that is from the right, except for numbers
/// and Latin words, which run from the left between them. Tatweel only stretches a word and goes, unless it stands for
/// the shape of a letter alone ("هـ").
/// </summary>
internal static partial class PdfDirection
{
    private const char Tatweel = '\u0640';

    internal static bool IsRightToLeft(List<PdfGlyph> glyphs)
    {
        var (right, left) = (0, 0);
        foreach (var glyph in glyphs)
        {
            foreach (var c in glyph.Text)
            {
                if (PdfText.IsArabicDigit(c) || !char.IsLetter(c))
                    continue;
                if (PdfText.IsRightToLeft(c))
                    right++;
                else
                    left++;
            }
        }

        return right > left;
    }

    /// <summary>The glyphs in reading order.</summary>
    internal static List<PdfGlyph> Order(List<PdfGlyph> glyphs, bool rightToLeft)
    {
        if (!rightToLeft)
            return [.. glyphs.OrderBy(g => PdfText.IsMark(g.Text) ? (g.Left + g.Right) / 2 : g.Left)];

        var ordered = glyphs.OrderByDescending(RightEdge).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            if (!RunsLeft(ordered[i].Text))
                continue;
            var end = i + 1;
            for (var j = end; j < ordered.Count && (RunsLeft(ordered[j].Text) || Joins(ordered, j, i)); j++)
            {
                if (RunsLeft(ordered[j].Text))
                    end = j + 1;
            }

            ordered.Reverse(i, end - i);
            i = end - 1;
        }

        return ordered;
    }

    /// <summary>The glyphs of a line with a space in each gap that is one; after they are put in order nobody could tell.</summary>
    internal static List<PdfGlyph> WithSpaces(List<PdfGlyph> glyphs, double wide)
    {
        var spaced = new List<PdfGlyph>(glyphs.Count);
        PdfGlyph? before = null;
        foreach (var glyph in glyphs.OrderByDescending(RightEdge))
        {
            if (before is { IsSpace: false } last && !glyph.IsSpace && !PdfText.IsMark(glyph.Text) && last.Left - glyph.Right > wide * Math.Max(last.Size, glyph.Size))
                spaced.Add(glyph with { Text = " ", Left = glyph.Right, Right = last.Left });
            spaced.Add(glyph);
            if (!PdfText.IsMark(glyph.Text))
                before = glyph;
        }

        return spaced;
    }

    // A ligature may be printed as one letter with its width and the others without any at its left edge: they come before what follows there.
    private static double RightEdge(PdfGlyph glyph) => PdfText.IsMark(glyph.Text) ? (glyph.Left + glyph.Right) / 2
        : glyph.Right - glyph.Left < glyph.Size * 0.02 ? glyph.Right + (glyph.Size * 0.05) : glyph.Right;

    /// <summary>Leaves tatweel out where it only stretches.</summary>
    internal static string WithoutTatweel(string text)
    {
        if (!text.Contains(Tatweel, StringComparison.Ordinal))
            return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var ends = i + 1 == text.Length || !char.IsLetter(text[i + 1]) && !PdfText.IsMark(text[(i + 1)..]) && text[i + 1] != Tatweel;
            var single = i > 0 && text[i - 1] == 'ه' && (i == 1 || !char.IsLetter(text[i - 2]));
            if (text[i] != Tatweel || ends && single)
                kept.Append(text[i]);
        }

        return kept.ToString();
    }

    /// <summary>Turns brackets round where the font names the shape that it draws and not the bracket that is meant.</summary>
    internal static void TurnBrackets(List<PdfLine> lines)
    {
        var (natural, turned) = (0, 0);
        foreach (var line in lines)
        {
            foreach (Match pair in Pairs().Matches(line.Text))
                _ = pair.Value[0] is '(' or '[' or '«' ? natural++ : turned++;
        }

        if (turned <= natural)
            return;
        foreach (var line in lines)
            line.Text = PdfText.Turned(line.Text);
    }

    [GeneratedRegex(@"[(\[«][^()\[\]«»]*[)\]»]|[)\]»][^()\[\]«»]*[(\[«]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pairs();

    private static bool RunsLeft(string text) =>
        text.Length > 0 && (char.IsDigit(text[0]) || char.IsLetter(text[0]) && !PdfText.IsRightToLeft(text[0]));

    // A sign between digits belongs to the number; between Latin letters, spaces and hyphens do too.
    private static bool Joins(List<PdfGlyph> glyphs, int at, int from)
    {
        var before = glyphs[at - 1].Text;
        if (glyphs[at].Text is "." or "," or "/" or ":" or "٫" or "٬")
            return before.Length > 0 && RunsLeft(before);
        return glyphs[at].Text is " " or "-" or "’" or "'" or "&" && before.Length > 0 && char.IsLetter(before[0])
            && at - from < 200 && !PdfText.IsRightToLeft(before[0]);
    }
}

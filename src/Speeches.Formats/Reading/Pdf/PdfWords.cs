using System.Text;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>
/// The words of a line from its letters in reading order: a gap, or a printed space, parts them. In lines set with spaced letters
/// ("S T A T E M E N T") only the wider gaps do. Small numbers and stars that may be marks of notes are told from the rest.
/// </summary>
internal static class PdfWords
{
    // In units of the type size.
    internal const double Wide = 0.22;
    private const double WideWithoutSpaces = 0.16;
    private const double WideBetweenHan = 0.8;
    private const double WideBesideHan = 0.6;
    private const double SpacedLetters = 0.12;
    private const double MostlySpaces = 0.6;
    private const double SmallType = 0.92;
    private const double RaisedType = 0.1;
    private const int FewestSpacedLetters = 5;
    private const int LongestMark = 3;

    // Around a mark while the text is put together: noncharacters, which no file's letters are.
    private const char Opens = '\uFDD0';
    private const char Closes = '\uFDD1';

    /// <summary>Text, width of the first word, and where marks of notes may stand.</summary>
    internal static (string Text, double FirstWord, IReadOnlyList<(int Start, int Length)> Marks) Read(List<PdfGlyph> glyphs, bool fromRight, double size, double baseline)
    {
        var (wide, ignoreSpaces) = fromRight ? (Wide, false) : WordGap(glyphs, size);
        var text = new StringBuilder();
        double firstWord = -1;
        PdfGlyph? before = null;
        var (start, closeAt, marks) = (double.NaN, -1, false);
        for (var i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            var spaced = glyph.IsSpace && !ignoreSpaces;
            if (!fromRight && before is { } last && (!last.IsSpace || ignoreSpaces) && !glyph.IsSpace && !PdfText.IsMark(glyph.Text))
            {
                var gap = Math.Max(glyph.Left - last.Right, last.Left - glyph.Right);
                spaced = gap > Gap(last, glyph, wide) * Math.Max(last.Size, glyph.Size);
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
                if (closeAt < 0 && text.Length > 0 && text[^1] != ' ' && MarkEnd(glyphs, i, size, baseline, text[^1]) is > 0 and var markEnd)
                {
                    text.Append(Opens);
                    (closeAt, marks) = (markEnd, true);
                }

                text.Append(glyph.Text);
                if (i + 1 == closeAt)
                {
                    text.Append(Closes);
                    closeAt = -1;
                }
            }

            if (!PdfText.IsMark(glyph.Text) && !(glyph.IsSpace && ignoreSpaces))
                before = glyph;
        }

        // Chinese lines break between any two characters.
        if (glyphs.Exists(g => PdfText.IsHan(g.Text)))
            firstWord = size;
        if (firstWord < 0 && before is { } only && !double.IsNaN(start))
            firstWord = Math.Abs((fromRight ? only.Left : only.Right) - start);
        var joined = text.ToString().Trim();
        // Unpaired surrogates cannot be normalised: they are no letters.
        if (!joined.IsNormalized(NormalizationForm.FormC))
            joined = joined.Normalize(NormalizationForm.FormC);
        if (fromRight)
            joined = PdfDirection.WithoutTatweel(joined);
        return marks ? WithMarks(joined, firstWord) : (joined, firstWord, []);
    }

    // Programs set a quarter of a space between Chinese characters and numbers; nobody wrote one there.
    private static double Gap(PdfGlyph before, PdfGlyph glyph, double wide) => (PdfText.IsHan(before.Text), PdfText.IsHan(glyph.Text)) switch
    {
        (true, true) => WideBetweenHan,
        (false, false) => wide,
        _ => Math.Max(wide, WideBesideHan),
    };

    /// <summary>How wide a gap between words is; and whether printed spaces only space the letters.</summary>
    private static (double Gap, bool IgnoreSpaces) WordGap(List<PdfGlyph> glyphs, double size)
    {
        var gaps = new List<double>(glyphs.Count);
        var (spaces, letters) = (0, 0);
        PdfGlyph? before = null;
        foreach (var glyph in glyphs)
        {
            if (glyph.IsSpace)
            {
                spaces++;
                continue;
            }

            if (PdfText.IsMark(glyph.Text))
                continue;
            letters += glyph.Text.Length > 0 && char.IsLetter(glyph.Text[0]) && !PdfText.IsHan(glyph.Text) ? 1 : 0;
            if (before is { } last)
                gaps.Add(Math.Max(glyph.Left - last.Right, last.Left - glyph.Right));
            before = glyph;
        }

        if (letters >= FewestSpacedLetters && letters > gaps.Count / 2)
        {
            gaps.Sort();
            // Nearly every gap is wide: three in four, so that a row of short words is none.
            var usual = gaps[gaps.Count / 4] / size;
            if (usual > SpacedLetters && (spaces == 0 || spaces > gaps.Count * MostlySpaces))
                return (Math.Max(gaps[gaps.Count / 2] / size * 1.6, usual + 0.15), true);
            if (usual > SpacedLetters)
                return (usual + Wide, false);
        }

        // Where the page prints no spaces, a smaller gap must be one.
        return (spaces > 0 ? Wide : WideWithoutSpaces, false);
    }

    /// <summary>One past the last letter of a mark that begins here: smaller type, raised or behind punctuation, and no letter behind it.</summary>
    private static int MarkEnd(List<PdfGlyph> glyphs, int at, double size, double baseline, char before)
    {
        var end = at;
        while (end < glyphs.Count && end - at <= LongestMark && glyphs[end].Size < size * SmallType && glyphs[end].Text is [(>= '0' and <= '9') or '*' or '†' or '‡'])
            end++;
        if (end == at || end - at > LongestMark || char.IsDigit(before))
            return -1;
        if (end < glyphs.Count && glyphs[end].Text is [var next, ..] && char.IsLetterOrDigit(next) && glyphs[end].Left - glyphs[end - 1].Right < Wide * size)
            return -1;
        return glyphs[at].Baseline > baseline + (RaisedType * size) || char.IsPunctuation(before) ? end : -1;
    }

    private static (string Text, double FirstWord, IReadOnlyList<(int Start, int Length)> Marks) WithMarks(string text, double firstWord)
    {
        var marks = new List<(int, int)>();
        var kept = new StringBuilder(text.Length);
        var open = -1;
        foreach (var c in text)
        {
            if (c == Opens)
                open = kept.Length;
            else if (c == Closes && open >= 0)
                marks.Add((open, kept.Length - open));
            else if (c != Closes)
                kept.Append(c);
        }

        return (kept.ToString(), firstWord, marks);
    }
}

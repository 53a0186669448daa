namespace Speeches.Formats.Reading.Pdf;

/// <summary>
/// Gives each Arabic vowel sign to its letter. Signs are placed by eye, so where one stands does not tell on which letter it is;
/// the order in the file does: it stands next to its letter, and behind it in the direction of reading.
/// </summary>
internal static class PdfMarks
{
    private const double Beside = 0.12;
    private const double FarFromLine = 0.8;

    /// <summary>The glyphs, in the order of the file, with each sign in the text of its letter.</summary>
    internal static List<PdfGlyph> Attach(List<PdfGlyph> glyphs)
    {
        if (!glyphs.Exists(IsSign))
            return glyphs;
        var attached = new List<PdfGlyph>(glyphs.Count);
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (!IsSign(glyphs[i]))
            {
                attached.Add(glyphs[i]);
                continue;
            }

            var end = i;
            while (end < glyphs.Count && IsSign(glyphs[end]))
                end++;
            AttachRun(attached, glyphs, i, end);
            i = end - 1;
        }

        return attached;
    }

    // The run of signs is first..end; a letter that takes signs from before it in the file is changed where it stands.
    private static void AttachRun(List<PdfGlyph> attached, List<PdfGlyph> glyphs, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var sign = glyphs[i];
            var fitsBefore = attached.Count > 0 && Fits(attached[^1], sign);
            var fitsNext = end < glyphs.Count && Fits(glyphs[end], sign);
            // Letters that run from the left are in the order of the eye: the sign comes before its letter.
            var fromLeft = attached.Count > 0 && end < glyphs.Count && attached[^1].Left < glyphs[end].Left;
            if (fitsNext && (fromLeft || !fitsBefore))
                glyphs[end] = glyphs[end] with { Text = glyphs[end].Text + sign.Text };
            else if (fitsBefore)
                attached[^1] = attached[^1] with { Text = attached[^1].Text + sign.Text };
            else
                attached.Add(sign);
        }
    }

    private static bool Fits(PdfGlyph letter, PdfGlyph sign)
    {
        var (at, room) = ((sign.Left + sign.Right) / 2, letter.Size * Beside);
        return PdfText.IsArabic(letter.Text) && at >= letter.Left - room && at <= letter.Right + room && Math.Abs(letter.Baseline - sign.Baseline) < letter.Size * FarFromLine;
    }

    private static bool IsSign(PdfGlyph glyph) => PdfText.IsMark(glyph.Text) && PdfText.IsArabic(glyph.Text);
}

using System.Diagnostics.CodeAnalysis;
using Speeches.Parsing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>
/// Reads PDF through PdfPig, which gives the letters of each page and where they stand; lines, columns and paragraphs are told
/// from their places. A file without words that can be read is refused: a scan, an encrypted file, a font without its map.
/// </summary>
public sealed class PdfReader : ISpeechReader
{
    private const int FirstBytes = 1_024;
    private const int FewestLettersOfPage = 8;

    /// <inheritdoc />
    public bool Recognizes(ReadOnlySpan<byte> source) => source[..Math.Min(source.Length, FirstBytes)].IndexOf("%PDF-"u8) >= 0;

    /// <inheritdoc />
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "PdfPig throws what it meets in a damaged file: any of it means damaged.")]
    public SourceDocument Read(ReadOnlyMemory<byte> source, ReadingLimits? limits = null)
    {
        List<List<PdfGlyph>> pages;
        var widths = new List<double>();
        var check = new PdfLegibility();
        try
        {
            using var document = PdfDocument.Open(source, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            PdfFontMaps.Mend(document);
            pages = Letters(document, widths, check, limits ?? ReadingLimits.Default);
        }
        catch (SpeechesError)
        {
            throw;
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new SpeechesError(ErrorKind.Refused,
                "This PDF is encrypted, so nothing was read from it. Save a copy without a password and import that.", "file", e)
            { Code = "encrypted" };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw Damaged(e);
        }

        check.Refuse(pages);
        var lines = new List<List<PdfLine>>(pages.Count);
        for (var i = 0; i < pages.Count; i++)
            lines.Add(PdfLines.Read(pages[i], i + 1, widths[i]));
        var diagnostics = new List<ParseDiagnostic>();
        for (var i = 0; i < pages.Count; i++)
        {
            if (pages[i].Count < FewestLettersOfPage && check.HasImages(i))
            {
                diagnostics.Add(new ParseDiagnostic(DiagnosticSeverity.Warning, "no-text-layer", 0,
                    $"Page {i + 1} is a picture without text: nothing was read from it. Run text recognition (OCR) on the file to have its words."));
            }
        }

        return new SourceDocument("application/pdf", PdfLayout.Read(lines)) { Diagnostics = diagnostics };
    }

    private static List<List<PdfGlyph>> Letters(PdfDocument document, List<double> widths, PdfLegibility check, ReadingLimits limits)
    {
        if (document.NumberOfPages == 0)
            throw Damaged(null);
        if (document.NumberOfPages > limits.Pages)
            throw SourceErrors.OverLimit($"This PDF has more than {limits.Pages} pages, so nothing was read from it. Import the pages of the speech alone.");
        var (pages, total) = (new List<List<PdfGlyph>>(), 0);
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            var page = document.GetPage(number);
            total += page.Letters.Count;
            if (total > limits.Characters || page.Letters.Count > limits.PageLetters)
                throw SourceErrors.OverLimit("This PDF has more letters than any speech, so nothing was read from it. Import the pages of the speech alone.");
            widths.Add(page.Width);
            pages.Add(Letters(page, check));
            check.AddPage(page.NumberOfImages > 0);
        }

        return pages;
    }

    private static List<PdfGlyph> Letters(Page page, PdfLegibility check)
    {
        var glyphs = new List<PdfGlyph>(page.Letters.Count);
        foreach (var letter in page.Letters)
        {
            // Turned letters are stamps and marginal numbers, not the text.
            if (letter.TextOrientation is not (TextOrientation.Horizontal or TextOrientation.Other))
                continue;
            var value = PdfText.Letters(letter.Value ?? "");
            var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
            var size = letter.PointSize > 0 ? letter.PointSize : letter.BoundingBox.Height;
            check.Add(letter.Value, value, Math.Abs(end.X - start.X) / size);
            if (value.Length == 0 || !double.IsFinite(start.X + start.Y + end.X + size) || size is < 0.5 or > 1_000
                || Math.Abs(start.X) + Math.Abs(start.Y) + Math.Abs(end.X) > 1e6)
            {
                continue;
            }

            var name = letter.FontName ?? "";
            var bold = letter.FontDetails.IsBold || name.Contains("Bold", StringComparison.OrdinalIgnoreCase) || name.Contains("Black", StringComparison.OrdinalIgnoreCase);
            glyphs.Add(new PdfGlyph(value, Math.Min(start.X, end.X), Math.Max(start.X, end.X), start.Y, size, bold));
        }

        return PdfMarks.Attach(glyphs);
    }

    private static SpeechesError Damaged(Exception? inner) => new(ErrorKind.Refused,
        "This PDF is damaged, so nothing was read from it. Open it in a PDF program, save it again and import that.", "file", inner)
    { Code = "damaged" };
}

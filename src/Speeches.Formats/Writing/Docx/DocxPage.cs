using DocumentFormat.OpenXml.Packaging;
using Speeches.Annotations;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Speeches.Formats.Writing.Docx;

/// <summary>The page: its size, its header and the footer in which the copy says what it is.</summary>
internal static class DocxPage
{
    public static W.SectionProperties Section(MainDocumentPart main, AnnotatedCopy copy)
    {
        var header = main.AddNewPart<HeaderPart>("rIdHeader");
        header.Header = new W.Header(DocxWords.Paragraph("Header", DocxWords.Run(copy.Speech.DisplayTitle)));
        var footer = main.AddNewPart<FooterPart>("rIdFooter");
        footer.Footer = new W.Footer(
            DocxWords.Paragraph("Footer", DocxWords.Run(copy.Address.AbsoluteUri)), // alone: it can take the whole line
            DocxWords.Paragraph(
                "Footer",
                DocxWords.Run($"Version {copy.Text.Version} · as of {CopyWords.Moment(copy.Made)} · audience: {copy.Audience} · {CopyWords.Count(copy)}\t"),
                DocxWords.Run("Page "), DocxWords.Field("PAGE", "1"), DocxWords.Run(" of "), DocxWords.Field("NUMPAGES", "1")));
        // The first page opens with the letterhead, which says what the header would.
        var first = main.AddNewPart<HeaderPart>("rIdFirstHeader");
        first.Header = new W.Header(DocxWords.Paragraph("Header"));
        var section = new W.SectionProperties(
            new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = "rIdHeader" },
            new W.HeaderReference { Type = W.HeaderFooterValues.First, Id = "rIdFirstHeader" },
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = "rIdFooter" },
            new W.FooterReference { Type = W.HeaderFooterValues.First, Id = "rIdFooter" },
            new W.PageSize { Width = 11906, Height = 16838 },
            new W.PageMargin { Top = 1418, Right = 1701, Bottom = 1418, Left = 1701, Header = 709, Footer = 567, Gutter = 0 },
            new W.TitlePage());
        if (Direction.IsRightToLeft(copy.Text.Language)) section.Append(new W.BiDi());
        return section;
    }

    /// <summary>Compatibility with Word 2013 and later, or Word opens the file in a mode without reply threads.</summary>
    public static W.Settings Settings() => new(
        new W.FootnoteDocumentWideProperties(new W.FootnoteSpecialReference { Id = -1 }, new W.FootnoteSpecialReference { Id = 0 }),
        new W.Compatibility(new W.CompatibilitySetting
        {
            Name = W.CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }));

    /// <summary>Right to left, in the place among the properties that the schema gives it.</summary>
    public static void SetBidi(W.ParagraphProperties properties) => properties.BiDi = new W.BiDi();
}

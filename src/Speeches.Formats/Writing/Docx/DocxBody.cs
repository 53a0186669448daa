using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Speeches.Formats.Writing.Docx;

/// <summary>Turns blocks into paragraphs.</summary>
internal static class DocxBody
{
    public static IEnumerable<OpenXmlElement> Paragraphs(CopyLayout layout, DocxInlines inlines, DocxNumbering numbering, DocxFootnotes footnotes)
    {
        foreach (var block in layout.Body) yield return Paragraph(block, inlines, numbering);
        // A footnote that nothing in the text leads to would be lost in Word; it is set at the end instead.
        foreach (var note in footnotes.Unreferenced)
        {
            var paragraph = DocxWords.Paragraph("FootnoteText", DocxWords.Run(note.Block.Marker is null ? "" : note.Block.Marker + " "));
            inlines.Append(paragraph, note);
            yield return paragraph;
        }

        if (layout.Unplaced.Count > 0)
        {
            var paragraph = DocxWords.Paragraph("SpeechFacts");
            inlines.AppendCommented(paragraph, layout.Unplaced, [DocxWords.Run("Annotations on words that are not in this version")]);
            yield return paragraph;
        }
    }

    private static W.Paragraph Paragraph(AnnotatedBlock block, DocxInlines inlines, DocxNumbering numbering)
    {
        var source = block.Block;
        var paragraph = DocxWords.Paragraph(source.Kind switch
        {
            BlockKind.Heading => "Heading" + Math.Clamp(source.Level, 1, 6),
            BlockKind.Salutation => "Salutation",
            BlockKind.BlockQuotation => "Quote",
            BlockKind.ListItem => "ListParagraph",
            BlockKind.Paragraph when source.Number is not null => "SpeechParagraph",
            _ => "Normal",
        });
        var properties = paragraph.ParagraphProperties!;
        if (source is { Kind: BlockKind.Paragraph, Number: { } number }) properties.Append(numbering.Paragraph(number));
        else if (source.Kind == BlockKind.ListItem && DocxNumbering.Bullet(source) is { } bullet) properties.Append(bullet);
        else if (source.Kind == BlockKind.ListItem)
        {
            // Any other marker stays as printed, hanging before its words: Word's own numbering would print it its own way.
            var indent = DocxNumbering.Step * (1 + Math.Clamp(source.Level, 1, 9));
            properties.Append(new W.Indentation { Start = indent.ToString(CultureInfo.InvariantCulture), Hanging = "567" });
            if (source.Marker is { } marker) paragraph.Append(DocxWords.Run(marker + "\t"));
        }

        if (inlines.RightToLeft) DocxPage.SetBidi(properties);
        inlines.Append(paragraph, block);
        return paragraph;
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Speeches.Annotations;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Speeches.Formats.Writing.Docx;

/// <summary>Puts the parts of the document together. Every relationship has a given id: the SDK's own are random.</summary>
internal static class DocxDocument
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static void Write(AnnotatedCopy copy, Stream package)
    {
        using var word = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document);
        var main = word.AddNewPart<MainDocumentPart>(MainType, "rIdMain");
        DocxProperties.Write(word.AddNewPart<CoreFilePropertiesPart>("rIdCore"), copy);

        var layout = CopyLayout.Of(copy);
        var comments = new DocxComments(main);
        var footnotes = new DocxFootnotes(layout.Footnotes);
        var numbering = new DocxNumbering();
        var inlines = new DocxInlines(main, "rIdLink", comments, footnotes, Direction.IsRightToLeft(copy.Text.Language));
        var body = new W.Body();
        body.Append(DocxLetterhead.Paragraphs(copy));
        body.Append(DocxBody.Paragraphs(layout, inlines, numbering, footnotes));
        body.Append(DocxPage.Section(main, copy));
        main.Document = new W.Document(body);

        main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DocxStyles.Create(copy.Text.Language);
        main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = numbering.Create();
        main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = DocxPage.Settings();
        footnotes.Write(main, inlines);
        comments.Write();
    }
}

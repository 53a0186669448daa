using System.Globalization;
using DocumentFormat.OpenXml;
using Speeches.Annotations;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Speeches.Formats.Writing.Docx;

/// <summary>What people typed, as the paragraphs of a comment.</summary>
internal sealed class DocxCommentBody(DocxInlines inlines)
{
    /// <summary>At least one paragraph; the first begins with the mark that Word puts there.</summary>
    public IEnumerable<OpenXmlElement> Paragraphs(Annotation annotation)
    {
        List<W.Paragraph> paragraphs = annotation.Deleted is null
            ? [.. CommentMarkdown.ToBlocks(annotation.Body).Select(Paragraph)]
            : [Plain(CopyWords.Deleted)];
        if (annotation.Audience != Audience.Public && !annotation.IsReply)
        {
            paragraphs.Insert(0, Plain(annotation.Audience.Group is { } group
                ? $"Only the members of the group {group} can see this annotation."
                : "Private: only its author can see this annotation."));
        }

        if (annotation.Tags.Count > 0) paragraphs.Add(Plain("Tags: " + string.Join(", ", annotation.Tags)));
        if (!annotation.IsReply && CopyWords.Standing(annotation) is { } standing) paragraphs.Add(Plain(standing));
        if (paragraphs.Count == 0) paragraphs.Add(Plain(""));
        paragraphs[0].InsertAfter(
            new W.Run(new W.RunProperties(new W.RunStyle { Val = "CommentReference" }), new W.AnnotationReferenceMark()),
            paragraphs[0].ParagraphProperties);
        return paragraphs;
    }

    private static W.Paragraph Plain(string words) => DocxWords.Paragraph("CommentText", DocxWords.Run(words, new W.RunProperties(new W.Italic())));

    private W.Paragraph Paragraph(CommentBlock block)
    {
        var paragraph = DocxWords.Paragraph("CommentText");
        var fromRight = Direction.StartsFromRight(block.PlainText);
        if (fromRight) DocxPage.SetBidi(paragraph.ParagraphProperties!);
        var indent = 284 * (block.ListDepth + block.QuotationDepth);
        if (indent > 0)
        {
            var indentation = new W.Indentation { Start = indent.ToString(CultureInfo.InvariantCulture) };
            if (block.Marker is not null) indentation.Hanging = "284";
            paragraph.ParagraphProperties!.Indentation = indentation;
        }

        if (block.Marker is not null) paragraph.Append(DocxWords.Run(block.Marker + "\t"));
        if (block.Kind == CommentBlockKind.Rule) paragraph.Append(DocxWords.Run("* * *"));
        foreach (var run in block.Runs)
        {
            var parent = run.Link is null ? (OpenXmlElement)paragraph : paragraph.AppendChild(inlines.Hyperlink(run.Link));
            parent.Append(DocxWords.Run(run.Text, Look(run, block, fromRight)));
        }

        return paragraph;
    }

    private static W.RunProperties Look(CommentRun run, CommentBlock block, bool fromRight)
    {
        var look = new W.RunProperties();
        if (run.Link is not null) look.Append(new W.RunStyle { Val = "Hyperlink" });
        if (run.Code) look.Append(new W.RunFonts { Ascii = "Consolas", HighAnsi = "Consolas", ComplexScript = "Consolas" });
        if (run.Bold) look.Append(new W.Bold(), new W.BoldComplexScript());
        if (run.Italic || block.QuotationDepth > 0) look.Append(new W.Italic(), new W.ItalicComplexScript());
        if (fromRight) look.Append(new W.RightToLeftText());
        return look;
    }
}

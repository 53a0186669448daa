using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Speeches.Formats.Writing.Docx;

/// <summary>Writes the words of blocks: runs, links, footnote marks, and the ranges and marks of comments.</summary>
/// <param name="part">The part that holds the words, for its links.</param>
/// <param name="linkId">What the ids of its links begin with.</param>
/// <param name="comments">Where the comments go.</param>
/// <param name="footnotes">The footnotes that marks lead to.</param>
/// <param name="rightToLeft">Whether the text is written from right to left.</param>
internal sealed class DocxInlines(OpenXmlPart part, string linkId, DocxComments comments, DocxFootnotes? footnotes, bool rightToLeft)
{
    private int _links;

    public bool RightToLeft => rightToLeft;

    /// <summary>The same for another part, which has links of its own; comments cannot stand there.</summary>
    public DocxInlines For(OpenXmlPart other) => new(other, linkId, comments, null, rightToLeft);

    /// <summary>Adds a block's words, with the comments on its ranges and on the whole.</summary>
    public void Append(W.Paragraph paragraph, AnnotatedBlock block)
    {
        var whole = block.Whole;
        Start(paragraph, whole);
        W.Hyperlink? hyperlink = null;
        string? link = null;
        foreach (var piece in block.Pieces)
        {
            if (piece.Link != link)
            {
                link = piece.Link;
                hyperlink = link is null ? null : paragraph.AppendChild(Hyperlink(link));
            }

            var parent = (OpenXmlElement?)hyperlink ?? paragraph;
            Start(parent, piece.Starting);
            AppendPiece(parent, piece);
            End(parent, piece.Ending);
        }

        End(paragraph, whole);
    }

    /// <summary>Adds words that threads are on as a whole.</summary>
    public void AppendCommented(OpenXmlElement parent, IReadOnlyList<NumberedThread> threads, IEnumerable<OpenXmlElement> words)
    {
        Start(parent, threads);
        parent.Append(words);
        End(parent, threads);
    }

    /// <summary>A link to an absolute address, empty.</summary>
    public W.Hyperlink Hyperlink(string address)
    {
        var id = linkId + (++_links).ToString(CultureInfo.InvariantCulture);
        part.AddHyperlinkRelationship(new Uri(address, UriKind.Absolute), isExternal: true, id);
        return new W.Hyperlink { Id = id, History = true };
    }

    private void AppendPiece(OpenXmlElement parent, Piece piece)
    {
        if (piece.Target(SpanKind.NoteMark) is { } note && footnotes?.Refer(note) is { } number)
        {
            // Word has no comments inside footnotes, so what is said about a footnote is put on its mark.
            AppendCommented(parent, footnotes.ThreadsOn(note), [new W.Run(
                new W.RunProperties(new W.RunStyle { Val = "FootnoteReference" }), new W.FootnoteReference { Id = number })]);
            return;
        }

        var look = new W.RunProperties();
        if (piece.Link is not null) look.Append(new W.RunStyle { Val = "Hyperlink" });
        if (piece.Has(SpanKind.Strong)) look.Append(new W.Bold(), new W.BoldComplexScript());
        if (piece.Has(SpanKind.Emphasis)) look.Append(new W.Italic(), new W.ItalicComplexScript());
        if (piece.Has(SpanKind.NoteMark)) look.Append(new W.VerticalTextAlignment { Val = W.VerticalPositionValues.Superscript });
        if (rightToLeft) look.Append(new W.RightToLeftText());
        parent.Append(DocxWords.Run(piece.Text, look));
    }

    private void Start(OpenXmlElement parent, IReadOnlyList<NumberedThread> threads)
    {
        foreach (var id in threads.SelectMany(comments.Ids)) parent.Append(new W.CommentRangeStart { Id = id });
    }

    private void End(OpenXmlElement parent, IReadOnlyList<NumberedThread> threads)
    {
        foreach (var id in threads.SelectMany(comments.Ids))
        {
            parent.Append(
                new W.CommentRangeEnd { Id = id },
                new W.Run(new W.RunProperties(new W.RunStyle { Val = "CommentReference" }), new W.CommentReference { Id = id }));
        }
    }
}

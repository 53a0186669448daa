using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Speeches.Formats.Writing.Docx;

/// <summary>The footnotes of the speech as footnotes of Word, numbered by Word in the order of their marks.</summary>
internal sealed class DocxFootnotes(IReadOnlyList<AnnotatedBlock> notes)
{
    private readonly List<AnnotatedBlock> _referenced = [];

    /// <summary>Those that no mark has led to so far.</summary>
    public IEnumerable<AnnotatedBlock> Unreferenced => notes.Except(_referenced);

    /// <summary>The number of the footnote that a mark leads to; null for an unknown one and for a second mark to the same.</summary>
    public int? Refer(string blockId)
    {
        var note = notes.FirstOrDefault(note => note.Block.Id == blockId);
        if (note is null || _referenced.Contains(note)) return null;
        _referenced.Add(note);
        return _referenced.Count;
    }

    /// <summary>Everything said about a footnote, on the whole of it or on some of its words.</summary>
    public IReadOnlyList<NumberedThread> ThreadsOn(string blockId)
    {
        var note = notes.First(note => note.Block.Id == blockId);
        return [.. note.Whole.Concat(note.Pieces.SelectMany(piece => piece.Starting)).OrderBy(thread => thread.Number)];
    }

    /// <summary>Writes the part, with the two separators that Word asks for.</summary>
    public void Write(MainDocumentPart main, DocxInlines inlines)
    {
        var part = main.AddNewPart<FootnotesPart>("rIdFootnotes");
        var words = inlines.For(part);
        part.Footnotes = new W.Footnotes(
            Separator(-1, W.FootnoteEndnoteValues.Separator, new W.SeparatorMark()),
            Separator(0, W.FootnoteEndnoteValues.ContinuationSeparator, new W.ContinuationSeparatorMark()));
        for (var i = 0; i < _referenced.Count; i++)
        {
            var paragraph = DocxWords.Paragraph(
                "FootnoteText",
                new W.Run(new W.RunProperties(new W.RunStyle { Val = "FootnoteReference" }), new W.FootnoteReferenceMark()),
                DocxWords.Run(" "));
            if (inlines.RightToLeft) DocxPage.SetBidi(paragraph.ParagraphProperties!);
            var bare = _referenced[i] with
            {
                Whole = [],
                Pieces = [.. _referenced[i].Pieces.Select(piece => piece with { Starting = [], Ending = [] })],
            };
            words.Append(paragraph, bare);
            part.Footnotes.Append(new W.Footnote(paragraph) { Id = i + 1 });
        }
    }

    private static W.Footnote Separator(int id, W.FootnoteEndnoteValues type, OpenXmlElement mark) =>
        new(new W.Paragraph(new W.ParagraphProperties(new W.SpacingBetweenLines { After = "0" }), new W.Run(mark))) { Type = type, Id = id };
}

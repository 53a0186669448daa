using DocumentFormat.OpenXml;
using Speeches.Annotations;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Speeches.Formats.Writing.Docx;

/// <summary>How the speech opens: letterhead, event, kind, speaker with capacities, when and where.</summary>
internal static class DocxLetterhead
{
    public static IEnumerable<OpenXmlElement> Paragraphs(AnnotatedCopy copy)
    {
        var fromRight = Direction.IsRightToLeft(copy.Text.Language);
        foreach (var paragraph in Lines(copy))
        {
            if (fromRight) DocxPage.SetBidi(paragraph.ParagraphProperties!);
            foreach (var run in paragraph.Elements<W.Run>().Where(run => fromRight && Direction.StartsFromRight(run.InnerText)))
                (run.RunProperties ??= new W.RunProperties()).RightToLeftText = new W.RightToLeftText();
            yield return paragraph;
        }
    }

    private static IEnumerable<W.Paragraph> Lines(AnnotatedCopy copy)
    {
        var header = copy.Speech.Header;
        foreach (var line in new[] { header.Organization, header.Office })
            if (line is not null) yield return DocxWords.Paragraph("Letterhead", DocxWords.Run(line));
        yield return DocxWords.Paragraph("Title", DocxWords.Run(copy.Speech.DisplayTitle));
        if (header.Occasion is { } occasion && occasion != copy.Speech.DisplayTitle)
            yield return DocxWords.Paragraph("Subtitle", DocxWords.Run(occasion));
        if (header.Kind is { } kind && kind != copy.Speech.DisplayTitle)
            yield return DocxWords.Paragraph("SpeechFacts", DocxWords.Run(kind));
        foreach (var speaker in header.Speakers)
        {
            yield return DocxWords.Paragraph("Speaker", DocxWords.Run(CopyWords.Name(speaker)));
            foreach (var capacity in CopyWords.Capacities(speaker)) yield return DocxWords.Paragraph("SpeechFacts", DocxWords.Run(capacity));
        }

        string?[] facts = [header.DeliveredBy is null ? null : "Delivered by " + header.DeliveredBy, CopyWords.Occasion(header), header.Symbol];
        foreach (var fact in facts.OfType<string>()) yield return DocxWords.Paragraph("SpeechFacts", DocxWords.Run(fact));
        foreach (var note in header.Notes) yield return DocxWords.Paragraph("SpeechFacts", DocxWords.Run(note, new W.RunProperties(new W.Italic())));
        yield return DocxWords.Paragraph("LetterheadRule");
    }
}

using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Speeches.Formats.Reading;
using Speeches.Parsing;

namespace Speeches.Tests.Formats.Reading;

/// <summary>Small Word files for tests: parts given as the XML inside their roots.</summary>
internal sealed class WordFile
{
    public const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
        + "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"";

    public string Body { get; init; } = "";

    public string Styles { get; init; } = "";

    public string Numbering { get; init; } = "";

    public string? Footnotes { get; init; }

    public string? Endnotes { get; init; }

    public string? Comments { get; init; }

    public string? CommentsExtended { get; init; }

    public string? Link { get; init; }

    /// <summary>One paragraph with that text.</summary>
    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{R(text)}</w:p>";

    /// <summary>One run with that text.</summary>
    public static string R(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public SourceDocument Read() => SpeechReaders.Read(ToBytes());

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            Fill(main, "document", $"<w:body>{Body}</w:body>");
            Fill(main.AddNewPart<StyleDefinitionsPart>(), "styles", Styles);
            Fill(main.AddNewPart<NumberingDefinitionsPart>(), "numbering", Numbering);
            if (Footnotes is not null)
                Fill(main.AddNewPart<FootnotesPart>(), "footnotes", Footnotes);
            if (Endnotes is not null)
                Fill(main.AddNewPart<EndnotesPart>(), "endnotes", Endnotes);
            if (Comments is not null)
                Fill(main.AddNewPart<WordprocessingCommentsPart>(), "comments", Comments);
            if (CommentsExtended is not null)
                Fill(main.AddNewPart<WordprocessingCommentsExPart>(), "commentsEx", CommentsExtended, "w15");
            if (Link is not null)
                main.AddHyperlinkRelationship(new Uri(Link, UriKind.RelativeOrAbsolute), isExternal: true, "rIdLink");
        }

        return stream.ToArray();
    }

    /// <summary>A zip file whose main part is that, with nothing else but what leads to it.</summary>
    public static byte[] Raw(string document)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(document));
        }

        return stream.ToArray();
    }

    private static void Fill(OpenXmlPart part, string root, string content, string prefix = "w")
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes($"<{prefix}:{root} {Namespaces}>{content}</{prefix}:{root}>"));
        part.FeedData(bytes);
    }
}

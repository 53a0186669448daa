using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.Docx;

/// <summary>The core properties (ECMA-376 part 2, clause 11). Written by hand: the packaging library would give the part a random name.</summary>
internal static class DocxProperties
{
    private static readonly XNamespace Cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Write(CoreFilePropertiesPart part, AnnotatedCopy copy)
    {
        var header = copy.Speech.Header;
        var made = copy.Made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var about = string.Join("; ", CopyWords.Facts(copy).Select(fact => $"{fact.Label}: {fact.Words}"));
        var properties = new XElement(Cp + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Cp), new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms), new XAttribute(XNamespace.Xmlns + "xsi", Xsi),
            Text(Dc + "title", copy.Speech.DisplayTitle),
            Text(Dc + "subject", header.Occasion),
            Text(Dc + "creator", string.Join("; ", header.Speakers.Select(speaker => speaker.Called))),
            Text(Dc + "description", about),
            Text(Dc + "identifier", copy.Address.AbsoluteUri),
            Text(Dc + "language", copy.Text.Language),
            new XElement(Terms + "created", new XAttribute(Xsi + "type", "dcterms:W3CDTF"), made),
            new XElement(Terms + "modified", new XAttribute(Xsi + "type", "dcterms:W3CDTF"), made));
        using var stream = part.GetStream(FileMode.Create);
        new XDocument(properties).Save(stream);
    }

    private static XElement? Text(XName name, string? words) => string.IsNullOrEmpty(words) ? null : new XElement(name, Xml.Allowed(words));
}

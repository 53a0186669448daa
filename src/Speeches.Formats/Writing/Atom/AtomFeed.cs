using System.Globalization;
using System.Text;
using System.Xml;

namespace Speeches.Formats.Writing.Atom;

/// <summary>Something new, as a feed tells it.</summary>
public sealed record AtomEntry
{
    /// <summary>Absolute, the same for ever: what a feed reader knows it by, and where it leads.</summary>
    public required Uri Address { get; init; }

    /// <summary>Plain words.</summary>
    public required string Title { get; init; }

    /// <summary>Who wrote or said it; empty where nobody is known.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>When it appeared, UTC.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Its content: safe HTML.</summary>
    public required string Html { get; init; }

    /// <summary>The address of the entry that it replies to, or null.</summary>
    public Uri? ReplyTo { get; init; }
}

/// <summary>A feed of what is new: Atom (RFC 4287), replies as RFC 4685 marks them.</summary>
public sealed record AtomFeed
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Replies = "http://purl.org/syndication/thread/1.0";

    /// <summary>The absolute address of the feed.</summary>
    public required Uri Address { get; init; }

    /// <summary>The absolute address of the page that it is about.</summary>
    public required Uri Page { get; init; }

    /// <summary>Plain words.</summary>
    public required string Title { get; init; }

    /// <summary>When it began, UTC: the date of a feed without entries.</summary>
    public required DateTimeOffset Begun { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<AtomEntry> Entries { get; init; }

    /// <summary>The feed in UTF-8. The same feed gives the same bytes.</summary>
    public byte[] Write()
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Atom);
            if (Entries.Any(entry => entry.ReplyTo is not null)) xml.WriteAttributeString("xmlns", "thr", null, Replies);
            Text(xml, "id", Address.AbsoluteUri);
            Text(xml, "title", Title);
            Text(xml, "updated", Moment(Entries.Select(entry => entry.Updated).DefaultIfEmpty(Begun).Max()));
            // For entries of which nobody is known: the RFC wants an author for each (section 4.1.1).
            Author(xml, "Speeches");
            Link(xml, "self", Address, "application/atom+xml");
            Link(xml, "alternate", Page, "text/html");
            foreach (var entry in Entries) Write(xml, entry);
            xml.WriteEndElement();
        }

        output.WriteByte((byte)'\n');
        return output.ToArray();
    }

    private static void Write(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", entry.Address.AbsoluteUri);
        Text(xml, "title", entry.Title);
        Text(xml, "published", Moment(entry.Published));
        Text(xml, "updated", Moment(entry.Updated));
        foreach (var name in entry.Authors.Where(name => !string.IsNullOrWhiteSpace(name))) Author(xml, name);
        Link(xml, "alternate", entry.Address, "text/html");
        if (entry.ReplyTo is { } parent)
        {
            xml.WriteStartElement("in-reply-to", Replies);
            xml.WriteAttributeString("ref", parent.AbsoluteUri);
            xml.WriteAttributeString("href", parent.AbsoluteUri);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Xml.Allowed(entry.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, Uri address, string mediaType)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string words) => xml.WriteElementString(name, Atom, Xml.Allowed(words));

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

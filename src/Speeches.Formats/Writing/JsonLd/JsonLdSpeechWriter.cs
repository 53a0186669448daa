using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.JsonLd;

/// <summary>
/// The annotations as a W3C AnnotationCollection (Web Annotation Data Model) with its one page embedded. It holds no text of the
/// speech beyond the words annotated; each annotation leads to them by fragment, position and quotation.
/// </summary>
internal sealed class JsonLdSpeechWriter : ISpeechWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Format => "jsonld";

    public string MediaType => "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";

    public string Label => "Web annotations (JSON-LD)";

    public string Description => "The annotations alone, in the W3C model, for other annotation tools; leaves out the text, and who resolved a thread.";

    public void Write(AnnotatedCopy copy, Stream output)
    {
        var said = new List<(AnnotationThread Thread, Annotation Annotation)>();
        foreach (var thread in copy.Threads)
        {
            if (thread.Root.Deleted is null) said.Add((thread, thread.Root));
            said.AddRange(thread.Replies.Select(reply => (thread, reply)));
        }

        using (var json = new Utf8JsonWriter(output, Options))
        {
            var collection = $"{copy.Address.AbsoluteUri}.jsonld";
            json.WriteStartObject();
            json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
            json.WriteString("id", collection);
            json.WriteString("type", "AnnotationCollection");
            json.WriteString("label", $"Annotations on {copy.Speech.DisplayTitle}, version {copy.Text.Version}; audience {copy.Audience}; as of {CopyWords.Moment(copy.Made)}");
            json.WriteString("created", Moment(copy.Made));
            json.WriteNumber("total", said.Count);
            json.WriteStartObject("first");
            json.WriteString("id", collection + "#page");
            json.WriteString("type", "AnnotationPage");
            json.WriteNumber("startIndex", 0);
            json.WriteStartArray("items");
            foreach (var (thread, annotation) in said) WriteAnnotation(json, copy, thread, annotation);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteAnnotation(Utf8JsonWriter json, AnnotatedCopy copy, AnnotationThread thread, Annotation annotation)
    {
        json.WriteStartObject();
        json.WriteString("id", Id(copy, annotation.Id));
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", annotation.IsReply ? "replying" : "commenting");
        json.WriteStartObject("creator");
        json.WriteString("type", "Person");
        json.WriteString("name", annotation.Author.Name);
        json.WriteEndObject();
        json.WriteString("created", Moment(annotation.Created));
        if (annotation.Modified is { } modified) json.WriteString("modified", Moment(modified));
        if (annotation.Audience != Audience.Public)
        {
            json.WriteStartObject("audience");
            json.WriteString("type", "schema:Audience");
            json.WriteString("schema:audienceType", annotation.Audience.Name);
            json.WriteEndObject();
        }

        json.WritePropertyName("body");
        if (annotation.Tags.Count > 0) json.WriteStartArray();
        WriteBody(json, "text/markdown", annotation.Body, annotation.IsReply ? "replying" : "commenting");
        foreach (var tag in annotation.Tags) WriteBody(json, "text/plain", tag, "tagging");
        if (annotation.Tags.Count > 0) json.WriteEndArray();
        // The parent of a reply may be gone from the copy (a deleted root); its address still says what is replied to.
        if (annotation.ParentId is { } parent) json.WriteString("target", Id(copy, parent));
        else WriteTarget(json, copy, thread.Root);
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, string format, string value, string purpose)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("format", format);
        json.WriteString("value", value);
        json.WriteString("purpose", purpose);
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, AnnotatedCopy copy, Annotation root)
    {
        var anchor = root.Anchor;
        json.WriteStartObject("target");
        json.WriteString("type", "SpecificResource");
        // Words that have no place in this version are selected where they were.
        json.WriteString("source", copy.Address.AbsoluteUri + (root.Place is null ? string.Create(CultureInfo.InvariantCulture, $"/v/{root.Carriage!.MadeOn}") : ""));
        json.WriteStartObject("selector");
        json.WriteString("type", "FragmentSelector");
        json.WriteString("value", anchor.BlockId);
        // The fragments of HTML, as the Web Annotation Data Model lists them in section 4.2.1.
        json.WriteString("conformsTo", "http://tools.ietf.org/rfc/rfc3236");
        json.WriteStartArray("refinedBy");
        WriteQuote(json, anchor);
        if (root.Place is not null && copy.Text.Find(anchor.BlockId) is { } block) WritePosition(json, block.Text, anchor);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteQuote(Utf8JsonWriter json, TextAnchor anchor)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", anchor.Exact);
        json.WriteString("prefix", anchor.Prefix);
        json.WriteString("suffix", anchor.Suffix);
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, string text, TextAnchor anchor)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", CodePoints.Before(text, Math.Min(anchor.Start ?? 0, text.Length)));
        json.WriteNumber("end", CodePoints.Before(text, Math.Min(anchor.End ?? text.Length, text.Length)));
        json.WriteEndObject();
    }

    // Beside /speeches/, also where the product does not stand at the root of its host.
    private static string Id(AnnotatedCopy copy, string id) => new Uri(copy.Address, "../annotations/" + id).AbsoluteUri;

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}

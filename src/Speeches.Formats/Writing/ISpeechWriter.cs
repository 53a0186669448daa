using Speeches.Annotations;

namespace Speeches.Formats.Writing;

/// <summary>Writes annotated copies in one format.</summary>
public interface ISpeechWriter
{
    /// <summary>The suffix in addresses and file names, without a dot ("docx").</summary>
    string Format { get; }

    /// <summary>The media type, with a charset where the format is text.</summary>
    string MediaType { get; }

    /// <summary>The name to offer it by ("Word").</summary>
    string Label { get; }

    /// <summary>One sentence on what it is good for and what it leaves out.</summary>
    string Description { get; }

    /// <summary>Whether the annotations are in it; a format for citing has none, so that it is the same for every audience.</summary>
    bool HoldsAnnotations => true;

    /// <summary>
    /// The Content-Security-Policy that a site must send with the copy for it to show there as it does from disk; null where the site's
    /// own does no harm.
    /// </summary>
    string? Policy(AnnotatedCopy copy) => null;

    /// <summary>Writes the copy. The same copy gives the same bytes.</summary>
    void Write(AnnotatedCopy copy, Stream output);
}

/// <summary>The formats a speech can be taken away in, in the order in which they are offered.</summary>
public static class SpeechWriters
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ISpeechWriter> All { get; } =
    [
        new Docx.DocxSpeechWriter(),
        new Markdown.MarkdownSpeechWriter(),
        new Html.HtmlSpeechWriter(),
        new JsonLd.JsonLdSpeechWriter(),
        new Json.JsonSpeechWriter(),
        new Text.TextSpeechWriter(),
        new Csv.CsvSpeechWriter(),
        new Citing.BibTexSpeechWriter(),
        new Citing.RisSpeechWriter(),
    ];

    /// <summary>The writer of a format, or null where there is none.</summary>
    public static ISpeechWriter? For(string format) => All.FirstOrDefault(writer => writer.Format == format);
}

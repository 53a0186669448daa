using Speeches.Annotations;

namespace Speeches.Formats.Writing.Docx;

/// <summary>A Word document: styles, real numbering and footnotes, and each thread as a native comment on its words.</summary>
internal sealed class DocxSpeechWriter : ISpeechWriter
{
    public string Format => "docx";

    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public string Label => "Word";

    public string Description => "The speech with every thread as a Word comment, replies as replies, resolved as resolved; leaves out when a comment was edited.";

    public void Write(AnnotatedCopy copy, Stream output)
    {
        using var package = new MemoryStream();
        DocxDocument.Write(copy, package);
        package.Position = 0;
        DocxZip.Normalize(package, output);
    }
}

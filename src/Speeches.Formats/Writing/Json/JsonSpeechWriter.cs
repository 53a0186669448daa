using System.Text.Json;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.Json;

/// <summary>Everything in one JSON file, in the shapes of the API.</summary>
internal sealed class JsonSpeechWriter : ISpeechWriter
{
    public string Format => "json";

    public string MediaType => "application/json; charset=utf-8";

    public string Label => "JSON";

    public string Description => "Everything the library knows of the text and its annotations, for programs; leaves nothing out.";

    public void Write(AnnotatedCopy copy, Stream output)
    {
        JsonSerializer.Serialize(output, SpeechCopyJson.From(copy), SpeechJson.Readable.SpeechCopyJson);
        output.WriteByte((byte)'\n');
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Speeches.Annotations;
using Speeches.Formats.Writing.Json;
using Speeches.Parsing;
using Speeches.Store;
using Speeches.Web.Importing;

namespace Speeches.Web.Endpoints;

/// <summary>How the API reads and writes its JSON: as <see cref="SpeechJsonContext"/>, and a property given twice is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    Converters = [
        typeof(WordConverter<BlockKind>), typeof(WordConverter<SpanKind>), typeof(WordConverter<FieldOrigin>),
        typeof(WordConverter<HitKind>), typeof(WordConverter<AnchorState>), typeof(WordConverter<ImportStatus>), typeof(WordConverter<DiagnosticSeverity>),
        typeof(MomentConverter), typeof(TimeOfDayConverter)])]
[JsonSerializable(typeof(ListJson<SpeechItemJson>))]
[JsonSerializable(typeof(SpeechDetailJson))]
[JsonSerializable(typeof(TextJson))]
[JsonSerializable(typeof(ListJson<QuotationJson>))]
[JsonSerializable(typeof(AnnotationJson))]
[JsonSerializable(typeof(ListJson<AnnotationJson>))]
[JsonSerializable(typeof(ListJson<EventJson>))]
[JsonSerializable(typeof(LiveChangeJson))]
[JsonSerializable(typeof(ListJson<TagJson>))]
[JsonSerializable(typeof(InboxJson))]
[JsonSerializable(typeof(ListJson<FollowJson>))]
[JsonSerializable(typeof(AssignmentBody))]
[JsonSerializable(typeof(ListJson<AssignedJson>))]
[JsonSerializable(typeof(SearchJson))]
[JsonSerializable(typeof(ImportResult))]
[JsonSerializable(typeof(SpeakerJson[]))]
[JsonSerializable(typeof(NewAnnotationBody))]
[JsonSerializable(typeof(WordsBody))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;

/// <summary>The API's JSON, on one line, letters of every script as themselves.</summary>
internal static class ApiJson
{
    /// <summary>What answers are written and bodies read with.</summary>
    public static ApiJsonContext Compact { get; } = new(new JsonSerializerOptions(ApiJsonContext.Default.Options)
    {
        // "Unsafe" only inside HTML; answers are application/json and never sniffed.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.Json;

/// <summary>
/// How speeches and annotations are written as JSON, here and in the API: camelCase names, kebab-case words for enums, dates
/// <c>yyyy-MM-dd</c>, times of day <c>HH:mm</c>, moments in UTC with a Z, nulls written.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [
        typeof(WordConverter<BlockKind>), typeof(WordConverter<SpanKind>), typeof(WordConverter<FieldOrigin>), typeof(WordConverter<AnchorState>),
        typeof(MomentConverter), typeof(TimeOfDayConverter)])]
[JsonSerializable(typeof(SpeechHeaderJson))]
[JsonSerializable(typeof(TextJson))]
[JsonSerializable(typeof(QuotationJson))]
[JsonSerializable(typeof(IReadOnlyList<QuotationJson>))]
[JsonSerializable(typeof(AnnotationJson))]
[JsonSerializable(typeof(IReadOnlyList<AnnotationJson>))]
[JsonSerializable(typeof(SpeechCopyJson))]
public sealed partial class SpeechJsonContext : JsonSerializerContext;

/// <summary>The two ways in which JSON is written. A class of its own: the context's static fields must be there first.</summary>
public static class SpeechJson
{
    /// <summary>Indented, with quotation marks and letters of every script as themselves; for files that people open.</summary>
    public static SpeechJsonContext Readable { get; } = With(indented: true);

    /// <summary>The same on one line; for answers of the API.</summary>
    public static SpeechJsonContext Compact { get; } = With(indented: false);

    private static SpeechJsonContext With(bool indented) => new(new JsonSerializerOptions(SpeechJsonContext.Default.Options)
    {
        WriteIndented = indented,
        NewLine = "\n",
        // "Unsafe" only inside HTML; a file or an application/json answer is neither.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

/// <summary>An enum as words in kebab-case ("block-quotation").</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>A moment in UTC, <c>2026-11-14T09:30:00Z</c>, with as many decimals of a second as it has.</summary>
public sealed class MomentConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc />
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}

/// <summary>A time of day, <c>13:15</c>.</summary>
public sealed class TimeOfDayConverter : JsonConverter<TimeOnly>
{
    /// <inheritdoc />
    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.ParseExact(reader.GetString()!, "HH:mm", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
}

using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;

namespace Speeches.Web.Endpoints;

/// <summary>Limits of the JSON API; <c>Api</c> in the settings.</summary>
public sealed record ApiOptions
{
    /// <summary>The largest request body, in bytes. The longest annotation in the least compact JSON fits.</summary>
    public int MaximumBodyBytes { get; init; } = 256 * 1024;

    /// <summary>The most items that one answer of a list holds, and how many it holds unless asked for fewer.</summary>
    public int MaximumItems { get; init; } = 1000;

    /// <summary>The most entries of a feed.</summary>
    public int FeedEntries { get; init; } = 50;
}

/// <summary>A request body that may only have the properties which are known.</summary>
internal interface IStrictBody
{
    /// <summary>What was left over after reading the known properties.</summary>
    IDictionary<string, JsonElement>? Unknown { get; }
}

/// <summary>Reads JSON bodies, and says what is wrong with one in the terms of the API.</summary>
internal static class RequestBody
{
    /// <summary>Reads the whole body as one JSON object.</summary>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.UnknownFormat"/> where it is not declared as JSON, <see cref="ErrorKind.TooLarge"/>,
    /// <see cref="ErrorKind.Malformed"/> where it is no JSON object, <see cref="ErrorKind.Refused"/> with the field where a value has
    /// the wrong type or a property is not known: a misspelt <c>audience</c> must not publish what was meant to be private.
    /// </exception>
    public static async ValueTask<T> Read<T>(HttpContext context, JsonTypeInfo<T> type, ApiOptions limits)
        where T : class
    {
        var request = context.Request;
        if (!IsJson(request.ContentType))
            throw new SpeechesError(ErrorKind.UnknownFormat, "Send the body as application/json; nothing was changed.");
        if (request.ContentLength > limits.MaximumBodyBytes) throw TooLarge(limits);
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > limits.MaximumBodyBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                throw TooLarge(limits);
            }

            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            try
            {
                return Parse(read.Buffer, type);
            }
            finally
            {
                reader.AdvanceTo(read.Buffer.End);
            }
        }
    }

    private static T Parse<T>(in ReadOnlySequence<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        T? value;
        try
        {
            var json = new Utf8JsonReader(body);
            value = JsonSerializer.Deserialize(ref json, type);
            if (json.Read()) throw new JsonException();
        }
        catch (JsonException error)
        {
            throw IsWellFormed(body) && Field(error.Path) is { Length: > 0 } field
                ? new SpeechesError(ErrorKind.Refused, $"The value of \"{field}\" is not of the kind that belongs there; nothing was changed.", field, error)
                : new SpeechesError(ErrorKind.Malformed, "The body is not a JSON object of the expected form; nothing was changed.", null, error);
        }

        if (value is null) throw new SpeechesError(ErrorKind.Malformed, "The body must be a JSON object; nothing was changed.");
        if (value is IStrictBody { Unknown: { Count: > 0 } unknown }) throw CannotBeSet(unknown.Keys.First());
        return value;
    }

    /// <summary>A property that is not known, or not to be changed here.</summary>
    public static SpeechesError CannotBeSet(string name) =>
        new(ErrorKind.Refused, $"\"{name}\" cannot be set here; nothing was changed.", name);

    private static bool IsWellFormed(in ReadOnlySequence<byte> body)
    {
        try
        {
            using var _ = JsonDocument.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // "$.paragraph", "$['paragraph']" or "$.tags[0]": the first name.
    private static string Field(string? path) =>
        path is null ? "" : path.TrimStart('$', '.', '[', '\'').Split('.', '[', '\'', ']')[0];

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals("application/merge-patch+json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static SpeechesError TooLarge(ApiOptions limits) =>
        new(ErrorKind.TooLarge, $"The body is larger than {limits.MaximumBodyBytes} bytes; nothing was changed.");
}

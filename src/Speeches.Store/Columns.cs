using System.Data;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dapper;
using Speeches.Parsing;

namespace Speeches.Store;

/// <summary>How values that are not text or numbers stand in columns.</summary>
internal static class Columns
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Tells Dapper, once.</summary>
    public static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new MomentHandler());
    }

    /// <summary>Now, as exactly as columns keep it, so that what a method returns is what is read back later.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }

    /// <summary>UTC, ISO 8601, milliseconds: sorts as text.</summary>
    public static string ToColumn(this DateTimeOffset moment) => string.Create(24, moment.UtcDateTime, static (column, time) =>
    {
        // The one such format that .NET writes without looking at a pattern, with more digits: ten times as fast.
        Span<char> exact = stackalloc char[28];
        time.TryFormat(exact, out _, "O", CultureInfo.InvariantCulture);
        exact[..23].CopyTo(column);
        column[23] = 'Z';
    });

    /// <summary>Reads what <see cref="ToColumn(DateTimeOffset)"/> wrote.</summary>
    public static DateTimeOffset ToMoment(string column) =>
        new(DateTime.ParseExact(column, Format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal));

    /// <summary>A day, ISO 8601.</summary>
    public static string ToColumn(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day, ISO 8601, or null.</summary>
    public static DateOnly? ToDay(string? column) => column is null ? null : DateOnly.ParseExact(column, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An enumeration's value as the lower-case word that the schema's checks list.</summary>
    public static string ToColumn<T>(this T value) where T : struct, Enum => Words<T>.All[value];

    /// <summary>As compact JSON.</summary>
    public static string ToJson<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    /// <summary>From JSON that this program wrote.</summary>
    public static T FromJson<T>(string json, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(json, type)!;

    /// <summary>Tags as a column holds them: a list, NULL for none.</summary>
    public static string? ToColumn(this IReadOnlyList<string> tags) => tags.Count == 0 ? null : ToJson(tags, StoreJson.Default.IReadOnlyListString);

    /// <summary>Reads such a column.</summary>
    public static IReadOnlyList<string> ToTags(string? column) => column is null ? [] : FromJson(column, StoreJson.Default.IReadOnlyListString);

    private static class Words<T> where T : struct, Enum
    {
#pragma warning disable CA1308 // words of the schema, not a comparison key
        public static readonly Dictionary<T, string> All = Enum.GetValues<T>().ToDictionary(value => value, value => value.ToString().ToLowerInvariant());
#pragma warning restore CA1308
    }

    private sealed class MomentHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value.ToColumn();
        }

        public override DateTimeOffset Parse(object value) => ToMoment((string)value);
    }
}

/// <summary>What is kept as JSON. Generated when the program is built: reflection would cost each start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SpeechHeader))]
[JsonSerializable(typeof(IReadOnlyList<Span>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(CreatedAs))]
[JsonSerializable(typeof(SharedWith))]
[JsonSerializable(typeof(AssignedTo))]
[JsonSerializable(typeof(ParsedSpeech))]
[JsonSerializable(typeof(IReadOnlyList<PrintedLine>))]
[JsonSerializable(typeof(KeptStanding))]
internal sealed partial class StoreJson : JsonSerializerContext;

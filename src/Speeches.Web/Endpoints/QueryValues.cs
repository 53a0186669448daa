using System.Globalization;

namespace Speeches.Web.Endpoints;

/// <summary>Reads the API's query parameters. An empty value counts as absent; a value that cannot be read is malformed.</summary>
internal static class QueryValues
{
    /// <summary>Words, or null.</summary>
    public static string? Text(this IQueryCollection query, string name) =>
        query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>A number from 1, or null.</summary>
    public static int? Number(this IQueryCollection query, string name) =>
        query.Text(name) is not { } value ? null
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw Malformed(name, "a whole number from 1");

    /// <summary>true or false, or null.</summary>
    public static bool? Flag(this IQueryCollection query, string name) => query.Text(name) switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw Malformed(name, "true or false"),
    };

    /// <summary>A moment in ISO 8601, taken as UTC where it says nothing else, or null.</summary>
    public static DateTimeOffset? Moment(this IQueryCollection query, string name) =>
        query.Text(name) is not { } value ? null
        // A plus sign that was not escaped arrives as a space.
        : DateTimeOffset.TryParseExact(
            value.Replace(' ', '+'), MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw Malformed(name, "a time in ISO 8601");

    private static readonly string[] MomentForms =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private static SpeechesError Malformed(string name, string expected) =>
        new(ErrorKind.Malformed, $"The parameter \"{name}\" must be {expected}.", name);
}

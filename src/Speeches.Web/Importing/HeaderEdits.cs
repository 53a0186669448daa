using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Speeches.Formats.Writing.Json;
using Speeches.Web.Endpoints;

namespace Speeches.Web.Importing;

/// <summary>Header fields that a person gives by their names in JSON; they stand instead of what was read, and count as edited.</summary>
internal static class HeaderEdits
{
    private const int MostCharacters = 2000;

    // A no-break space is none of them: it is meant.
    private static readonly char[] Spaces = [' ', '\t', '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029'];

    private static readonly Dictionary<string, Func<SpeechHeader, StringValues, SpeechHeader>> Fields = new(StringComparer.Ordinal)
    {
        ["organization"] = (header, given) => header with { Organization = Text("organization", given) },
        ["office"] = (header, given) => header with { Office = Text("office", given) },
        ["title"] = (header, given) => header with { Title = Text("title", given) },
        ["occasion"] = (header, given) => header with { Occasion = Text("occasion", given) },
        ["kind"] = (header, given) => header with { Kind = Text("kind", given) },
        ["speakers"] = (header, given) => header with { Speakers = Speakers(given) },
        ["deliveredBy"] = (header, given) => header with { DeliveredBy = Text("deliveredBy", given) },
        ["place"] = (header, given) => header with { Place = Text("place", given) },
        ["date"] = (header, given) => header with { Date = Day(given) },
        ["startTime"] = (header, given) => header with { StartTime = Time("startTime", given) },
        ["endTime"] = (header, given) => header with { EndTime = Time("endTime", given) },
        ["language"] = (header, given) => header with { Language = Language(given) },
        ["symbol"] = (header, given) => header with { Symbol = Text("symbol", given) },
        ["notes"] = (header, given) => header with { Notes = [.. given.Select(note => Text("notes", note)).OfType<string>()] },
    };

    /// <summary>Whether a header has a field of this name.</summary>
    public static bool Knows(string field) => Fields.ContainsKey(field);

    /// <summary>The header with what was given; a field given empty is empty. What the source prints of a field stays known.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> with the field whose value does not belong there.</exception>
    public static SpeechHeader Apply(SpeechHeader header, IEnumerable<KeyValuePair<string, StringValues>> given)
    {
        var provenance = new Dictionary<string, FieldProvenance>(header.Provenance);
        foreach (var (field, values) in given)
        {
            header = Fields[field](header, values);
            if (values.All(string.IsNullOrWhiteSpace))
                provenance.Remove(field);
            else
                provenance[field] = (provenance.GetValueOrDefault(field) ?? new FieldProvenance(FieldOrigin.Edited, null, 0)) with { Origin = FieldOrigin.Edited };
        }

        return header with { Provenance = provenance };
    }

    /// <summary>A language tag, or null where it is left empty.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> where it is none.</exception>
    public static string? Language(string? given) => Text("language", given) is not { } tag ? null
        : LanguageTag.IsValid(tag) ? tag : throw Refused("language", "a language tag such as en or pt-BR");

    private static string? Text(string field, string? given)
    {
        var text = SourceName.Visible(string.Join(' ', (given ?? "").Split(Spaces, StringSplitOptions.RemoveEmptyEntries))).Trim();
        return text.Length <= MostCharacters ? text.Length == 0 ? null : text : throw Refused(field, $"at most {MostCharacters} characters");
    }

    private static DateOnly? Day(string? given) => Text("date", given) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Refused("date", "a day such as 2021-12-14");

    private static TimeOnly? Time(string field, string? given) => Text(field, given) is not { } text ? null
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : throw Refused(field, "a time such as 13:15");

    private static Speaker Speaker(SpeakerJson given)
    {
        string[] capacities = [.. (given.Capacities ?? []).Select(capacity => Text("speakers", capacity)).OfType<string>()];
        return new Speaker
        {
            Honorific = Text("speakers", given.Honorific),
            Name = Text("speakers", given.Name)
                ?? (capacities.Length > 0 ? "" : throw Refused("speakers", "speakers that each have a name or an office")),
            Capacities = capacities,
            OnBehalfOf = Text("speakers", given.OnBehalfOf),
        };
    }

    private static Speaker[] Speakers(string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
            return [];
        try
        {
            var speakers = JsonSerializer.Deserialize(given, ApiJson.Compact.SpeakerJsonArray) ?? [];
            return [.. speakers.Where(speaker => speaker is not null).Select(Speaker)];
        }
        catch (JsonException)
        {
            throw Refused("speakers", "a JSON list of speakers as the header has it");
        }
    }

    private static SpeechesError Refused(string field, string expected) =>
        new(ErrorKind.Refused, $"{HeaderFields.Of(field).Label} must be {expected}; nothing was stored.", field);
}

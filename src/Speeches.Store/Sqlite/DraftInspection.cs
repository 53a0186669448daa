using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>Whether drafts, and what was changed in headers, can be read again.</summary>
internal static class DraftInspection
{
    private static readonly HashSet<string> Fields = [.. StoreJson.Default.SpeechHeader.Properties.Select(property => property.Name).Where(name => name != "provenance")];

    /// <summary>One line a problem. Drafts are private: a line names one by its id alone.</summary>
    public static IEnumerable<string> Run(SqliteConnection connection) => Drafts(connection).Concat(Changes(connection));

    private static IEnumerable<string> Drafts(SqliteConnection connection)
    {
        foreach (var row in connection.Query<DraftRow>("SELECT id, source_sha256, parsed, lines, source FROM drafts", buffered: false))
        {
            if (Convert.ToHexStringLower(SHA256.HashData(row.Source)) != row.SourceSha256)
                yield return $"Draft {row.Id}: the stored source is not the one that was sent.";
            if (!IsReadable(row.Parsed, StoreJson.Default.ParsedSpeech) || !IsReadable(row.Lines, StoreJson.Default.IReadOnlyListPrintedLine))
                yield return $"Draft {row.Id}: what was read of its source cannot be read again.";
        }
    }

    private static IEnumerable<string> Changes(SqliteConnection connection)
    {
        foreach (var row in connection.Query<ChangeRow>("""
            SELECT h.id, s.slug, h.field, h.before, h.after FROM header_changes AS h JOIN speeches AS s ON s.id = h.speech_id
            """, buffered: false))
        {
            if (!Fields.Contains(row.Field))
                yield return $"Header of {row.Slug}, change {row.Id}: {row.Field} is no field of a header.";
            else if (new[] { row.Before, row.After }.Any(value => value != "null" && !IsReadable($$"""{"{{row.Field}}":{{value}}}""", StoreJson.Default.SpeechHeader)))
                yield return $"Header of {row.Slug}, change {row.Id}: what {row.Field} was or became cannot be read.";
        }
    }

    private static bool IsReadable<T>(string json, JsonTypeInfo<T> type)
    {
        try
        {
            return Columns.FromJson(json, type) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private sealed record DraftRow
    {
        public string Id { get; init; } = "";

        public string SourceSha256 { get; init; } = "";

        public string Parsed { get; init; } = "";

        public string Lines { get; init; } = "";

        public byte[] Source { get; init; } = [];
    }

    private sealed record ChangeRow
    {
        public long Id { get; init; }

        public string Slug { get; init; } = "";

        public string Field { get; init; } = "";

        public string Before { get; init; } = "";

        public string After { get; init; } = "";
    }
}

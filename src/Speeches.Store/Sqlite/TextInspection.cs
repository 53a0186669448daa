using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>Whether texts are as they were stored: sources by their hash, spans and quotations by the words they cover.</summary>
internal static class TextInspection
{
    /// <summary>One line a problem.</summary>
    public static IEnumerable<string> Run(SqliteConnection connection) =>
        Sources(connection).Concat(Spans(connection)).Concat(Quotations(connection)).Concat(Versions(connection));

    private static IEnumerable<string> Sources(SqliteConnection connection)
    {
        foreach (var row in connection.Query<SourceRow>("""
            SELECT s.slug, t.version, t.source_sha256, t.source FROM texts AS t JOIN speeches AS s ON s.id = t.speech_id
            """, buffered: false))
        {
            if (Convert.ToHexStringLower(SHA256.HashData(row.Source)) != row.SourceSha256)
                yield return $"Text {row.Slug} version {row.Version}: the stored source is not the one that was imported.";
        }
    }

    private static IEnumerable<string> Spans(SqliteConnection connection)
    {
        foreach (var row in connection.Query<PlacedBlock>($"""
            SELECT s.slug, b.version, {BlockRow.Columns} FROM blocks AS b JOIN speeches AS s ON s.id = b.speech_id
            """, buffered: false))
        {
            var block = row.ToBlock();
            if (block.Spans.Any(span => span.Start < 0 || span.End < span.Start || span.End > block.Text.Length))
                yield return $"Text {row.Slug} version {row.Version}, {row.BlockId}: a span lies outside the text.";
        }
    }

    private static IEnumerable<string> Quotations(SqliteConnection connection)
    {
        foreach (var row in connection.Query<PlacedQuotation>($"""
            SELECT s.slug, q.version, b.text, {QuotationRow.Columns}
            FROM quotations AS q JOIN speeches AS s ON s.id = q.speech_id
                LEFT JOIN blocks AS b ON b.speech_id = q.speech_id AND b.version = q.version AND b.block_id = q.block_id
            """, buffered: false))
        {
            if (!Covers(row.Text, row.RangeStart, row.RangeEnd, row.Words))
                yield return $"Text {row.Slug} version {row.Version}, {row.BlockId}: a quotation is not what the text says there.";
        }
    }

    private static IEnumerable<string> Versions(SqliteConnection connection) => connection.Query<string>($"""
        SELECT s.slug FROM speeches AS s LEFT JOIN texts AS c ON c.speech_id = s.id AND c.version = s.version
        WHERE c.version IS NULL OR EXISTS (SELECT 1 FROM texts AS t
            WHERE t.speech_id = s.id AND t.version > s.version AND {Carrying.InSameLanguage("t.language", "c.language")})
        """).Select(slug => $"Speech {slug}: its current version is not its newest text.");

    /// <summary>Whether a range of the text holds just these words.</summary>
    public static bool Covers(string? text, int start, int end, string words) =>
        text is not null && start >= 0 && end >= start && end <= text.Length && text.AsSpan(start, end - start).SequenceEqual(words);

    private sealed record SourceRow
    {
        public string Slug { get; init; } = "";

        public long Version { get; init; }

        public string SourceSha256 { get; init; } = "";

        public byte[] Source { get; init; } = [];
    }

    private sealed record PlacedBlock : BlockRow
    {
        public string Slug { get; init; } = "";

        public int Version { get; init; }
    }

    private sealed record PlacedQuotation : QuotationRow
    {
        public string Slug { get; init; } = "";

        public int Version { get; init; }

        public string? Text { get; init; }
    }
}

using Dapper;
using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>Whether everything that can be searched is in the index, as it is now, and nothing else.</summary>
internal static class SearchInspection
{
    /// <summary>Compares the entries with the texts, headers and annotations they were made from.</summary>
    public static IEnumerable<string> Rows(SqliteConnection connection)
    {
        const string columns = "speech_id, kind, block_id, number, annotation_id, owner_id, group_id, position, text, who";
        const string expected = $"""
            SELECT b.speech_id, 'paragraph' AS kind, b.block_id, b.number, NULL AS annotation_id, NULL AS owner_id, NULL AS group_id, b.position, b.text, NULL AS who
            FROM blocks AS b JOIN speeches AS s ON s.id = b.speech_id AND s.version = b.version
            UNION ALL
            SELECT q.speech_id, 'quotation', q.block_id, b.number, NULL, NULL, NULL, q.position, q.words, q.said_by
            FROM quotations AS q JOIN speeches AS s ON s.id = q.speech_id AND s.version = q.version
                JOIN blocks AS b ON b.speech_id = q.speech_id AND b.version = q.version AND b.block_id = q.block_id
            UNION ALL
            SELECT a.speech_id, 'annotation', r.block_id, b.number, a.id, CASE a.audience WHEN 'public' THEN NULL ELSE a.thread_author_id END, a.group_id,
                r.position, {SearchEntries.TextOfRow}, NULL
            FROM annotations AS a JOIN anchors_now AS r ON r.annotation_id = coalesce(a.parent_id, a.id)
                LEFT JOIN blocks AS b ON b.speech_id = r.speech_id AND b.version = r.version AND b.block_id = r.block_id
            WHERE a.deleted IS NULL
            """;
        foreach (var row in connection.Query<EntryRow>($"SELECT * FROM ({expected}) EXCEPT SELECT {columns} FROM search_entries WHERE kind <> 'speech'"))
            yield return $"Search: {row.Place} is missing or not as it is now.";
        foreach (var row in connection.Query<EntryRow>($"SELECT {columns} FROM search_entries WHERE kind <> 'speech' EXCEPT SELECT * FROM ({expected})"))
            yield return $"Search: {row.Place} is in the index, but not in the library.";

        foreach (var row in connection.Query<(string Slug, string Header, long Count, string? Text)>("""
            SELECT s.slug, s.header, count(e.id), max(e.text)
            FROM speeches AS s LEFT JOIN search_entries AS e ON e.speech_id = s.id AND e.annotation_id IS NULL AND e.kind = 'speech' GROUP BY s.id
            """))
        {
            if (row.Count != 1 || row.Text != SearchEntries.HeaderText(Columns.FromJson(row.Header, StoreJson.Default.SpeechHeader)))
                yield return $"Search: the header of {row.Slug} is missing or not as it is now.";
        }
    }

    /// <summary>Has FTS5 compare its index, once it holds those that wait, with the entries. It does so only as a write, which is taken back.</summary>
    public static IEnumerable<string> Index(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        try
        {
            connection.Execute(FullText.CatchUp, transaction: transaction);
            connection.Execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", transaction: transaction);
            return [];
        }
        catch (SqliteException e) when ((e.SqliteErrorCode & 0xFF) == SQLitePCL.raw.SQLITE_CORRUPT)
        {
            return ["Search: the full-text index is not in step with what can be searched."];
        }
    }

    private sealed record EntryRow
    {
        public long SpeechId { get; init; }

        public string Kind { get; init; } = "";

        public string? BlockId { get; init; }

        public string? AnnotationId { get; init; }

        public long Position { get; init; }

        public string Place => AnnotationId is null
            ? $"{Kind} {Position + 1} ({BlockId}) of speech {SpeechId}"
            : $"annotation {AnnotationId}";
    }
}

using System.Data.Common;
using Dapper;
using Speeches.Store.Sqlite;

namespace Speeches.Store;

/// <summary>The queries behind the library's list and its facets.</summary>
internal static class LibraryQuery
{
    private const string HasSpeaker = "EXISTS (SELECT 1 FROM speech_speakers AS p WHERE p.speech_id = s.id AND p.name = @Speaker)";

    /// <summary>One page, its total and its facets, all of one moment.</summary>
    public static async Task<LibraryPage> Run(DbConnection connection, LibraryFilter filter)
    {
        var parameters = new DynamicParameters(new { filter.Speaker, filter.Year, filter.Organ, filter.Kind, filter.Language });
        var page = Math.Max(1, filter.Page);
        var size = Math.Clamp(filter.PageSize, 1, 500);
        parameters.AddDynamicParams(new { size, skip = (page - 1L) * size });
        var words = Words(filter.Query, parameters);

        string Where(string? without = null) => string.Join(" AND ", new (string Name, bool IsSet, string Condition)[]
        {
            ("speaker", filter.Speaker is not null, HasSpeaker),
            ("year", filter.Year is not null, "s.year = @Year"),
            ("office", filter.Organ is not null, "s.office = @Organ"),
            ("kind", filter.Kind is not null, "s.kind = @Kind"),
            ("language", filter.Language is not null, "s.language = @Language"),
        }.Where(one => one.IsSet && one.Name != without).Select(one => one.Condition).Concat(words).Prepend("1 = 1"));

        async Task<IReadOnlyList<Facet>> FacetsOf(string column, string order = "count(*) DESC, 1") => [.. (await connection.QueryAsync<FacetRow>($"""
            SELECT CAST(s.{column} AS TEXT) AS value, count(*) AS count FROM speeches AS s
            WHERE s.{column} IS NOT NULL AND {Where(column)} GROUP BY s.{column} ORDER BY {order}
            """, parameters)).Select(row => row.ToFacet())];

        var rows = await connection.QueryAsync<SummaryRow>($"""
            SELECT {SpeechRow.Columns},
                (SELECT count(*) FROM blocks AS b WHERE b.speech_id = s.id AND b.version = s.version AND b.number IS NOT NULL) AS paragraphs,
                (SELECT count(*) FROM quotations AS q WHERE q.speech_id = s.id AND q.version = s.version) AS quotations,
                (SELECT count(*) FROM annotations AS a WHERE a.speech_id = s.id AND a.audience = 'public' AND a.deleted IS NULL) AS annotations
            FROM speeches AS s WHERE {Where()}
            ORDER BY s.date DESC NULLS LAST, s.id DESC LIMIT @size OFFSET @skip
            """, parameters);
        var speakers = await connection.QueryAsync<FacetRow>($"""
            SELECT n.name AS value, count(DISTINCT n.speech_id) AS count
            FROM speech_speakers AS n JOIN speeches AS s ON s.id = n.speech_id
            WHERE {Where("speaker")} GROUP BY n.name ORDER BY 2 DESC, 1
            """, parameters);
        return new()
        {
            Items = [.. rows.Select(row => row.ToSummary())],
            Total = await connection.ExecuteScalarAsync<int>($"SELECT count(*) FROM speeches AS s WHERE {Where()}", parameters),
            Speakers = [.. speakers.Select(row => row.ToFacet())],
            Years = await FacetsOf("year", "s.year DESC"),
            Organs = await FacetsOf("office"),
            Kinds = await FacetsOf("kind"),
            Languages = await FacetsOf("language"),
        };
    }

    /// <summary>Quotations of current texts, newest speech first, then in reading order.</summary>
    public static async Task<(IReadOnlyList<LibraryQuotation> Items, int Total)> Quotations(
        DbConnection connection, string? query, int page, int pageSize)
    {
        var size = Math.Clamp(pageSize, 1, 500);
        var parameters = new DynamicParameters(new { size, skip = (Math.Max(1, page) - 1L) * size });
        var match = FullText.Match(query);
        if (match is null && !string.IsNullOrWhiteSpace(query))
            return ([], 0);
        parameters.Add("match", match);
        var from = $"""
            FROM quotations AS q JOIN speeches AS s ON s.id = q.speech_id AND s.version = q.version
            {(match is null ? "" : $"WHERE EXISTS (SELECT 1 FROM search_entries AS e WHERE e.speech_id = q.speech_id AND e.annotation_id IS NULL AND e.kind = 'quotation' AND e.position = q.position AND {FullText.EntryMatches("e", "match")})")}
            """;
        var rows = await connection.QueryAsync<LibraryQuotationRow>($"""
            SELECT {SpeechRow.Columns}, {QuotationRow.Columns},
                (SELECT b.number FROM blocks AS b WHERE b.speech_id = q.speech_id AND b.version = q.version AND b.block_id = q.block_id) AS number
            {from} ORDER BY s.date DESC NULLS LAST, s.id DESC, q.position LIMIT @size OFFSET @skip
            """, parameters);
        return ([.. rows.Select(row => row.ToQuotation())], await connection.ExecuteScalarAsync<int>($"SELECT count(*) {from}", parameters));
    }

    // Each word may stand in another part of the speech, so each is looked up by itself.
    private static IEnumerable<string> Words(string? query, DynamicParameters parameters)
    {
        if (string.IsNullOrWhiteSpace(query))
            return [];
        var terms = FullText.Terms(query);
        for (var i = 0; i < terms.Count; i++)
            parameters.Add($"word{i}", terms[i]);
        return terms.Count == 0
            ? ["1 = 0"]
            : Enumerable.Range(0, terms.Count).Select(i => $"""
                EXISTS (SELECT 1 FROM search_entries AS e
                    WHERE e.speech_id = s.id AND e.annotation_id IS NULL AND e.kind IN ('speech', 'paragraph') AND {FullText.EntryMatches("e", $"word{i}")})
                """);
    }

    private sealed record FacetRow
    {
        public string Value { get; init; } = "";

        public int Count { get; init; }

        public Facet ToFacet() => new(Value, Count);
    }

    private sealed record SummaryRow : SpeechRow
    {
        public int Paragraphs { get; init; }

        public int Quotations { get; init; }

        public int Annotations { get; init; }

        public SpeechSummary ToSummary() =>
            new() { Speech = ToSpeech(), Paragraphs = Paragraphs, Quotations = Quotations, Annotations = Annotations };
    }

    private sealed record LibraryQuotationRow : SpeechRow
    {
        public string BlockId { get; init; } = "";

        public int RangeStart { get; init; }

        public int RangeEnd { get; init; }

        public string Words { get; init; } = "";

        public bool IsTitle { get; init; }

        public string? SaidBy { get; init; }

        public int? Number { get; init; }

        public LibraryQuotation ToQuotation() => new(ToSpeech(), Number, new(BlockId, RangeStart, RangeEnd, Words, IsTitle, SaidBy));
    }
}

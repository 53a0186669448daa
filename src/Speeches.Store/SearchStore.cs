using System.Data.Common;
using Dapper;
using Speeches.Annotations;
using Speeches.Store.Sqlite;

namespace Speeches.Store;

/// <summary>
/// Full-text search over speeches, paragraphs, quotations and annotations. All words must occur; "a phrase" in double quotes stays
/// together; diacritics and case do not count. What is typed is quoted before it reaches the engine: no operator ever does.
/// </summary>
/// <remarks>
/// Words are runs of letters and digits, so a script that is written without spaces (Chinese, Japanese, Thai) is found only by whole
/// runs between its punctuation marks. Private annotations of others are neither hits nor counted; only the order of hits of the same
/// words can depend on how long all annotations are together.
/// </remarks>
public sealed class SearchStore(Database database)
{
    private const int MostHits = 100;

    private static readonly string Visible = $"(e.owner_id IS NULL OR {AnnotationRow.SightOf("e", "owner_id")})";

    /// <summary>Searches what the viewer may see.</summary>
    /// <param name="query">As typed, 500 characters of it; nothing to search for gives an empty page.</param>
    /// <param name="kind">One kind only, or null for all.</param>
    /// <param name="viewer">Null for what is public only.</param>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">Hits a page, at most 100.</param>
    /// <returns>The page; <see cref="SearchPage.ByKind"/> counts every kind, also where one was asked for.</returns>
    public async Task<SearchPage> Search(string? query, HitKind? kind, Actor? viewer, int page = 1, int pageSize = 25)
    {
        if (FullText.Match(query) is not { } match)
            return new([], 0, Enum.GetValues<HitKind>().ToDictionary(one => one, _ => 0));

        var size = Math.Clamp(pageSize, 1, MostHits);
        var parameters = new { match, kind = kind?.ToColumn(), viewerId = viewer?.Id, size, skip = (Math.Max(1, page) - 1L) * size };
        return await database.Search(async connection =>
        {
            var counts = (await connection.QueryAsync<CountRow>($"""
                SELECT e.kind, count(*) AS count
                FROM search AS f JOIN search_entries AS e ON e.id = f.rowid
                WHERE {FullText.Matches("match")} AND {Visible}
                GROUP BY e.kind
                """, parameters)).ToDictionary(row => row.Kind, row => row.Count);
            var byKind = Enum.GetValues<HitKind>().ToDictionary(one => one, one => counts.GetValueOrDefault(one));
            var total = kind is { } only ? byKind[only] : byKind.Values.Sum();
            return new SearchPage(total > parameters.skip ? await Hits(connection, parameters) : [], total, byKind);
        });
    }

    private static async Task<IReadOnlyList<SearchHit>> Hits(DbConnection connection, object parameters)
    {
        var rows = (await connection.QueryAsync<HitRow>($"""
            SELECT {SpeechRow.Columns}, e.id AS entry_id, e.kind, e.block_id, e.number, e.annotation_id, coalesce(p.name, e.who) AS who
            FROM search AS f JOIN search_entries AS e ON e.id = f.rowid JOIN speeches AS s ON s.id = e.speech_id
                LEFT JOIN annotations AS a ON a.id = e.annotation_id LEFT JOIN accounts AS p ON p.id = a.author_id
            WHERE {FullText.Matches("match")} AND {Visible} AND (@kind IS NULL OR e.kind = @kind)
            ORDER BY {FullText.Rank}, e.id LIMIT @size OFFSET @skip
            """, parameters)).AsList();

        // Marked apart: the engine marks only rows that it is just looking at, and only this page's are wanted.
        var arguments = new DynamicParameters(parameters);
        arguments.Add("ids", rows.Select(row => row.EntryId));
        var marked = (await connection.QueryAsync<(long Id, string Text)>(
            $"SELECT f.rowid, {FullText.Marked} FROM search AS f WHERE {FullText.Matches("match")} AND f.rowid IN @ids", arguments))
            .ToDictionary(row => row.Id, row => row.Text);
        var speeches = new Dictionary<long, Speech>();
        return [.. rows.Select(row => row.ToHit(marked[row.EntryId], speeches))];
    }

    private sealed record CountRow
    {
        public HitKind Kind { get; init; }

        public int Count { get; init; }
    }

    private sealed record HitRow : SpeechRow
    {
        public long EntryId { get; init; }

        public HitKind Kind { get; init; }

        public string? BlockId { get; init; }

        public int? Number { get; init; }

        public string? AnnotationId { get; init; }

        public string? Who { get; init; }

        public SearchHit ToHit(string marked, Dictionary<long, Speech> speeches)
        {
            if (!speeches.TryGetValue(Id, out var speech))
                speeches.Add(Id, speech = ToSpeech());
            var excerpt = SearchExcerpt.From(marked, FullText.Open, FullText.Close);
            return new()
            {
                Kind = Kind,
                Speech = speech,
                BlockId = BlockId,
                Paragraph = Number,
                AnnotationId = AnnotationId,
                By = Who,
                Excerpt = excerpt.Text,
                Found = excerpt.Found,
            };
        }
    }
}

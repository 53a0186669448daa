using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Speeches.Parsing;

namespace Speeches.Store;

/// <summary>What came of adding a speech.</summary>
/// <param name="Slug">The speech it is now, or already was.</param>
/// <param name="Version">The version of its text.</param>
/// <param name="IsNew">False where the same bytes were there already; nothing was written then.</param>
public sealed record AddedSpeech(string Slug, int Version, bool IsNew)
{
    /// <summary>Another speech that is like it, or null.</summary>
    public LikeSpeech? Like { get; init; }
}

/// <summary>A quotation of the library with the speech it stands in.</summary>
/// <param name="Speech">The speech.</param>
/// <param name="Paragraph">The number of its paragraph, or null.</param>
/// <param name="Quotation">The quotation.</param>
public sealed record LibraryQuotation(Speech Speech, int? Paragraph, Quotation Quotation);

/// <summary>Speeches and their texts.</summary>
public sealed class SpeechStore(Database database, TimeProvider clock)
{
    private const int MostTextsKept = 256;
    private const int MostSpeechesKept = 1024;

    private volatile bool _hasFingerprints;
    private readonly Kept<string, Speech> _speeches = new(database, MostSpeechesKept);

    // Versions never change, so a text once read is right for ever.
    private readonly ConcurrentDictionary<(long SpeechId, int Version), SpeechText> _texts = new();

    /// <summary>Adds a speech with version 1 of its text, its search entries, quotations and source bytes; one transaction.</summary>
    /// <param name="parsed">What was read.</param>
    /// <param name="fileName">The source's file name; folders are dropped.</param>
    /// <param name="mediaType">As recognised.</param>
    /// <param name="source">The bytes of the source.</param>
    public async Task<AddedSpeech> Add(ParsedSpeech parsed, string fileName, string mediaType, ReadOnlyMemory<byte> source)
    {
        var bytes = source.ToArray();
        var file = new SourceFile(Path.GetFileName(fileName.Replace('\\', '/')), mediaType, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        await HaveFingerprints();
        return await database.Write(async connection =>
        {
            var like = await LikeSpeeches.Find(connection, parsed, file.Sha256);
            if (like is { Kind: Likeness.SameBytes })
                return new AddedSpeech(like.Slug, like.Version, false);

            var now = clock.Now();
            var slug = await FreeSlug(connection, Slug.For(parsed.Header));
            var speechId = await SpeechWriter.AddSpeech(connection, slug, parsed.Header, now);
            await SpeechWriter.AddText(connection, speechId, 1, parsed, file, bytes, now);
            await SearchEntries.AddSpeech(connection, speechId, parsed);
            return new AddedSpeech(slug, 1, true) { Like = like };
        });
    }

    /// <summary>The speech that is like one to be added, or null: the same bytes first, then the same words, then another language.</summary>
    public async Task<LikeSpeech?> Like(ParsedSpeech parsed, string sourceSha256)
    {
        await HaveFingerprints();
        return await database.Read(connection => LikeSpeeches.Find(connection, parsed, sourceSha256));
    }

    /// <summary>Whether the library holds no speech at all.</summary>
    public Task<bool> IsEmpty() => database.Read(async connection =>
        await connection.ExecuteScalarAsync<long?>("SELECT 1 FROM speeches LIMIT 1") is null);

    /// <summary>A page of the library.</summary>
    public Task<LibraryPage> List(LibraryFilter filter) => string.IsNullOrWhiteSpace(filter.Query)
        ? database.Read(connection => LibraryQuery.Run(connection, filter))
        : database.Search(connection => LibraryQuery.Run(connection, filter));

    /// <summary>The speech of that name, or null.</summary>
    public Task<Speech?> Find(string slug) => _speeches.Get(slug, () => database.Read(async connection =>
        (await connection.QuerySingleOrDefaultAsync<SpeechRow>($"SELECT {SpeechRow.Columns} FROM speeches AS s WHERE s.slug = @slug", new { slug }))
        ?.ToSpeech())).AsTask();

    /// <summary>Its current revision, or null where there is no such speech.</summary>
    public Task<long?> Revision(string slug) => database.Read(connection =>
        connection.ExecuteScalarAsync<long?>("SELECT revision FROM speeches WHERE slug = @slug", new { slug }));

    /// <summary>A version of its text (the current one where <paramref name="version"/> is null), or null where there is none.</summary>
    public async Task<SpeechText?> Text(long speechId, int? version = null)
    {
        if (version is { } wanted && _texts.TryGetValue((speechId, wanted), out var kept))
            return kept;
        return await database.Read(async connection =>
        {
            var number = version
                ?? await connection.ExecuteScalarAsync<int?>("SELECT version FROM speeches WHERE id = @speechId", new { speechId });
            return number is { } known
                ? _texts.TryGetValue((speechId, known), out var text) ? text : await ReadText(connection, speechId, known)
                : null;
        });
    }

    /// <summary>Quotations of the whole library, newest speech first, with the total.</summary>
    /// <param name="query">Words in the quotation or in who is quoted, or null.</param>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">Quotations a page.</param>
    public Task<(IReadOnlyList<LibraryQuotation> Items, int Total)> Quotations(string? query, int page, int pageSize) =>
        string.IsNullOrWhiteSpace(query)
            ? database.Read(connection => LibraryQuery.Quotations(connection, null, page, pageSize))
            : database.Search(connection => LibraryQuery.Quotations(connection, query, page, pageSize));

    // Once a start: a library that an earlier build made has texts without them.
    private async Task HaveFingerprints()
    {
        if (!_hasFingerprints)
            _hasFingerprints = await database.Write(LikeSpeeches.FillIn);
    }

    private async Task<SpeechText?> ReadText(DbConnection connection, long speechId, int version)
    {
        var key = new { speechId, version };
        var row = await connection.QuerySingleOrDefaultAsync<TextRow>("""
            SELECT version, language, imported, source_name, source_media_type, source_length, source_sha256
            FROM texts WHERE speech_id = @speechId AND version = @version
            """, key);
        if (row is null)
            return null;
        var blocks = await connection.QueryAsync<BlockRow>(
            $"SELECT {BlockRow.Columns} FROM blocks AS b WHERE speech_id = @speechId AND version = @version ORDER BY position", key);
        var quotations = await connection.QueryAsync<QuotationRow>(
            $"SELECT {QuotationRow.Columns} FROM quotations AS q WHERE speech_id = @speechId AND version = @version ORDER BY position", key);
        var text = row.ToText(blocks, quotations);
        if (_texts.Count >= MostTextsKept)
            _texts.Clear(); // a library larger than this is read by few at a time; what is wanted comes back at once
        return _texts[(speechId, version)] = text;
    }

    private static async Task<string> FreeSlug(DbConnection connection, string wanted)
    {
        for (var number = 1; ; number++)
        {
            var slug = number == 1 ? wanted : $"{wanted}-{number}";
            if (await connection.ExecuteScalarAsync<long?>("SELECT 1 FROM speeches WHERE slug = @slug", new { slug }) is null)
                return slug;
        }
    }
}

using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Speeches.Annotations;
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

/// <summary>What came of adding a version.</summary>
/// <param name="Slug">The speech.</param>
/// <param name="Version">The version that the text is now, or already was.</param>
/// <param name="IsNew">False where the same bytes were a version of this speech already; nothing was written then.</param>
/// <param name="IsTranslation">Whether it is in another language than the current version, so that it stands beside it.</param>
/// <param name="Carried">How many public threads came to it in which way; those that stay with another version are not in it.</param>
public sealed record AddedVersion(string Slug, int Version, bool IsNew, bool IsTranslation, IReadOnlyDictionary<AnchorState, int> Carried);

/// <summary>A version of a text without the text.</summary>
/// <param name="Version">From 1, in the order of import.</param>
/// <param name="Language">A BCP 47 tag, or null where unknown.</param>
/// <param name="Imported">When it was stored, UTC.</param>
/// <param name="Source">The file it was read from.</param>
public sealed record TextVersion(int Version, string? Language, DateTimeOffset Imported, SourceFile Source);

/// <summary>A quotation of the library with the speech it stands in.</summary>
/// <param name="Speech">The speech.</param>
/// <param name="Paragraph">The number of its paragraph, or null.</param>
/// <param name="Quotation">The quotation.</param>
public sealed record LibraryQuotation(Speech Speech, int? Paragraph, Quotation Quotation);

/// <summary>Speeches and their texts.</summary>
public sealed class SpeechStore(Database database, TimeProvider clock, Outbox? outbox = null)
{
    private const int MostTextsKept = 256;
    private const int MostSpeechesKept = 1024;

    private volatile bool _hasFingerprints;
    private volatile int _forgotten;
    private readonly FreeSlugs _freeSlugs = new();
    private readonly Kept<string, Speech> _speeches = new(database, MostSpeechesKept);
    private readonly Kept<long, List<TextVersion>> _versions = new(database, MostSpeechesKept);

    // The words of a version never change, so a text once read is right; but see Forget.
    private readonly ConcurrentDictionary<(long SpeechId, int Version), SpeechText> _texts = new();

    /// <summary>Adds a speech with version 1 of its text, its search entries, quotations and source bytes; one transaction.</summary>
    /// <param name="parsed">What was read.</param>
    /// <param name="fileName">The source's file name; folders are dropped.</param>
    /// <param name="mediaType">As recognised.</param>
    /// <param name="source">The bytes of the source.</param>
    /// <param name="by">Who adds it, or null for the program.</param>
    public async Task<AddedSpeech> Add(ParsedSpeech parsed, string fileName, string mediaType, ReadOnlyMemory<byte> source, Actor? by = null)
    {
        var text = NewText.Of(parsed, fileName, mediaType, source);
        var wanted = Slug.For(parsed.Header);
        await HaveFingerprints();
        return await database.Write(async connection =>
        {
            var added = AddWithin(connection, text, wanted);
            await Tell(connection, added, by);
            return added;
        });
    }

    /// <summary>As <see cref="Add"/>, in the caller's transaction, under the name in addresses that is wanted or one like it.</summary>
    internal AddedSpeech AddWithin(DbConnection connection, NewText text, string wanted)
    {
        var like = LikeSpeeches.Find(connection, text.Parsed, text.File.Sha256, text.Fingerprint);
        if (like is { Kind: Likeness.SameBytes })
            return new(like.Slug, like.Version, false);

        var now = clock.Now();
        var slug = _freeSlugs.For(connection, wanted);
        var speechId = SpeechWriter.AddSpeech(connection, slug, text.Parsed.Header, now);
        SpeechWriter.AddText(connection, speechId, 1, text, now);
        SearchEntries.AddSpeech(connection, speechId, 1, text.Parsed.Header);
        return new(slug, 1, true) { Like = like };
    }

    /// <summary>Tells those who follow who speaks in a speech that was just added, in its transaction.</summary>
    internal Task Tell(DbConnection connection, AddedSpeech added, Actor? by) =>
        added.IsNew ? Telling.SpeechAdded(connection, outbox, added.Slug, by?.Id, clock.Now()) : Task.CompletedTask;

    /// <summary>The speech that is like one to be added, or null: the same bytes first, then the same words, then another language.</summary>
    public async Task<LikeSpeech?> Like(ParsedSpeech parsed, string sourceSha256)
    {
        await HaveFingerprints();
        var fingerprint = TextFingerprint.Of(parsed.Blocks);
        return await database.Read(connection => Task.FromResult(LikeSpeeches.Find(connection, parsed, sourceSha256, fingerprint)));
    }

    /// <summary>
    /// Adds the next version of a speech's text and carries every thread over to it; one transaction. It becomes the current one unless
    /// it is a translation: a text in another language stands beside the current one, and nothing is carried to it.
    /// </summary>
    /// <remarks>
    /// The header takes what the new text says of itself: a field that was edited by hand, or that the new text is silent on, stays; notes
    /// ("Check against delivery") are always the new text's. A translation leaves the header as it is.
    /// </remarks>
    /// <param name="slug">The speech.</param>
    /// <param name="parsed">What was read.</param>
    /// <param name="fileName">The source's file name; folders are dropped.</param>
    /// <param name="mediaType">As recognised.</param>
    /// <param name="source">The bytes of the source.</param>
    /// <param name="by">Who adds it, or null for the program.</param>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.NotFound"/> where there is no such speech, <see cref="ErrorKind.Conflict"/> where the same bytes are another speech.
    /// </exception>
    public Task<AddedVersion> AddVersion(string slug, ParsedSpeech parsed, string fileName, string mediaType, ReadOnlyMemory<byte> source, Actor? by = null)
    {
        var text = NewText.Of(parsed, fileName, mediaType, source);
        return database.Write(connection => AddVersionWithin(connection, slug, text, by));
    }

    /// <summary>As <see cref="AddVersion"/>, in the caller's transaction.</summary>
    internal async Task<AddedVersion> AddVersionWithin(DbConnection connection, string slug, NewText text, Actor? by = null)
    {
        var version = await NewVersion.Plan(connection, slug, text, clock.Now());
        if (version.Added.IsNew)
        {
            await version.Write(connection);
            await Telling.VersionAdded(connection, outbox, slug, by?.Id, clock.Now());
        }

        return version.Added;
    }

    /// <summary>What <see cref="AddVersion"/> would do; nothing is written.</summary>
    /// <inheritdoc cref="AddVersion"/>
    public Task<AddedVersion> TryVersion(string slug, ParsedSpeech parsed, string fileName, string mediaType, ReadOnlyMemory<byte> source)
    {
        var text = NewText.Of(parsed, fileName, mediaType, source);
        return database.Read(async connection => (await NewVersion.Plan(connection, slug, text, clock.Now())).Added);
    }

    /// <summary>Every version of a speech's text, oldest first; the current one is the newest that is no translation.</summary>
    public async Task<IReadOnlyList<TextVersion>> Versions(long speechId) => (await _versions.Get(speechId, () => database.Read(async connection =>
        (await connection.QueryAsync<TextRow>($"SELECT {TextRow.Columns} FROM texts AS t WHERE t.speech_id = @speechId ORDER BY t.version", new { speechId }))
        .Select(row => row.ToVersion()).ToList())!))!;

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

    /// <summary>Reads the texts of a speech anew when they are next wanted: an editor knows better in which language they are.</summary>
    internal void Forget(long speechId)
    {
        Interlocked.Increment(ref _forgotten);
        foreach (var key in _texts.Keys.Where(key => key.SpeechId == speechId))
            _texts.TryRemove(key, out _);
    }

    // Once a start: a library that an earlier build made has texts without them.
    internal async Task HaveFingerprints()
    {
        if (!_hasFingerprints)
            _hasFingerprints = await database.Write(LikeSpeeches.FillIn);
    }

    private async Task<SpeechText?> ReadText(DbConnection connection, long speechId, int version)
    {
        var forgotten = _forgotten;
        if (await TextRow.Read(connection, speechId, version) is not { } text)
            return null;
        if (_texts.Count >= MostTextsKept)
            _texts.Clear(); // a library larger than this is read by few at a time; what is wanted comes back at once
        _texts[(speechId, version)] = text;
        if (_forgotten != forgotten)
            _texts.TryRemove((speechId, version), out _); // it was read before what it was forgotten for
        return text;
    }
}

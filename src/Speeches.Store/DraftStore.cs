using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Speeches.Annotations;
using Speeches.Parsing;

namespace Speeches.Store;

/// <summary>Drafts. Each belongs to one person, and to everybody else, administrators included, it is unknown.</summary>
/// <remarks>
/// Every method that takes an id throws <see cref="SpeechesError"/> with <see cref="ErrorKind.NotFound"/> where it is unknown, somebody
/// else's or expired.
/// </remarks>
public sealed class DraftStore(Database database, TimeProvider clock, DraftLimits limits)
{
    private const string ItemColumns =
        "id, created, modified, revision, title, paragraphs, remarks, source_name, source_media_type, source_sha256";

    /// <summary>
    /// Keeps what was read of a file. The same bytes again give the draft that is there: as they were read now where nobody has changed it
    /// (they may have been read in another language), else as it stands.
    /// </summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="parsed">What was read.</param>
    /// <param name="lines">The source's lines.</param>
    /// <param name="file">The source.</param>
    /// <param name="source">Its bytes.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> where the owner holds too many drafts or bytes.</exception>
    public Task<DraftItem> Add(Actor owner, ParsedSpeech parsed, IReadOnlyList<PrintedLine> lines, SourceFile file, byte[] source)
    {
        var id = RandomNumberGenerator.GetString("abcdefghjkmnpqrstvwxyz0123456789", 16);
        var kept = Kept(parsed);
        var printed = Columns.ToJson(lines, StoreJson.Default.IReadOnlyListPrintedLine);
        var size = source.LongLength + Encoding.UTF8.GetByteCount(kept) + Encoding.UTF8.GetByteCount(printed);
        return database.Write(async connection =>
        {
            var now = clock.Now();
            await connection.ExecuteAsync("DELETE FROM drafts WHERE modified < @oldest", new { oldest = Oldest(now) });
            var known = await connection.QuerySingleOrDefaultAsync<DraftItem>(
                $"SELECT {ItemColumns} FROM drafts WHERE account_id = @Id AND source_sha256 = @Sha256", new { owner.Id, file.Sha256 });
            if (known is { IsChanged: true })
                return known;
            if (known is not null)
                await DiscardWithin(connection, owner, known.Id);

            var held = await connection.QuerySingleAsync<(long Count, long Bytes)>(
                "SELECT count(*), coalesce(sum(size), 0) FROM drafts WHERE account_id = @Id", new { owner.Id });
            if (held.Count >= limits.MaximumCount || held.Bytes + size > limits.MaximumBytes)
            {
                throw new SpeechesError(ErrorKind.Refused,
                    $"You hold {held.Count} drafts, and no more fit; this file was not stored. Publish or discard some, then send it again.", "files")
                { Code = "too-many-drafts" };
            }

            return await connection.QuerySingleAsync<DraftItem>($"""
                INSERT INTO drafts (id, account_id, created, modified, revision, title, paragraphs, remarks, size,
                    source_name, source_media_type, source_length, source_sha256, parsed, lines, source)
                VALUES (@id, @owner, @now, @now, @revision, @title, @paragraphs, @remarks, @size,
                    @Name, @MediaType, @Length, @Sha256, @kept, @printed, @source)
                RETURNING {ItemColumns}
                """, new
            {
                id = known?.Id ?? id,
                revision = (known?.Revision ?? 0) + 1,
                owner = owner.Id,
                now,
                title = parsed.Header.Heading(),
                paragraphs = Paragraphs(parsed),
                remarks = parsed.Diagnostics.Count,
                size,
                file.Name,
                file.MediaType,
                file.Length,
                file.Sha256,
                kept,
                printed,
                source,
            });
        });
    }

    /// <summary>Somebody's drafts, last changed first.</summary>
    public Task<IReadOnlyList<DraftItem>> List(Actor owner) => database.Read<IReadOnlyList<DraftItem>>(async connection =>
        (await connection.QueryAsync<DraftItem>($"""
            SELECT {ItemColumns} FROM drafts WHERE account_id = @Id AND modified >= @oldest ORDER BY modified DESC, id
            """, new { owner.Id, oldest = Oldest(clock.Now()) })).AsList());

    /// <summary>One draft.</summary>
    public Task<Draft> Find(Actor owner, string id) => database.Read(connection => Read(connection, owner, id));

    /// <summary>The bytes of its source.</summary>
    public Task<byte[]> Source(Actor owner, string id) => database.Read(async connection =>
        await connection.ExecuteScalarAsync<byte[]?>(
            "SELECT source FROM drafts WHERE id = @id AND account_id = @owner", new { id, owner = owner.Id }) ?? throw Unknown());

    /// <summary>Changes the speech of a draft.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="id">Which.</param>
    /// <param name="revision">What the change was made on.</param>
    /// <param name="change">May be called twice.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Stale"/> where it was changed since.</exception>
    public Task<Draft> Change(Actor owner, string id, int revision, Func<Draft, ParsedSpeech> change) => database.Write(async connection =>
    {
        var draft = await Read(connection, owner, id);
        if (draft.Item.Revision != revision)
            throw Stale();
        var parsed = change(draft);
        var now = clock.Now();
        var kept = Kept(parsed);
        await connection.ExecuteAsync("""
            UPDATE drafts
            SET parsed = @kept, modified = @now, revision = revision + 1, title = @title, paragraphs = @paragraphs, remarks = @remarks,
                size = source_length + length(CAST(lines AS BLOB)) + @length
            WHERE id = @id
            """, new { id, kept, now, title = parsed.Header.Heading(), paragraphs = Paragraphs(parsed), remarks = parsed.Diagnostics.Count, length = Encoding.UTF8.GetByteCount(kept) });
        return await Read(connection, owner, id);
    });

    /// <summary>Throws a draft away, its source too.</summary>
    public Task Discard(Actor owner, string id) => database.Write(connection => DiscardWithin(connection, owner, id));

    /// <summary>As <see cref="Discard"/>, in the caller's transaction.</summary>
    internal static async Task<bool> DiscardWithin(DbConnection connection, Actor owner, string id) =>
        await connection.ExecuteAsync("DELETE FROM drafts WHERE id = @id AND account_id = @owner", new { id, owner = owner.Id }) > 0 ? true : throw Unknown();

    /// <summary>Refuses what is to be done with a draft that was changed since, or is gone; in the caller's transaction.</summary>
    internal static async Task IsStill(DbConnection connection, Actor owner, DraftItem item)
    {
        var revision = await connection.ExecuteScalarAsync<int?>(
            "SELECT revision FROM drafts WHERE id = @Id AND account_id = @owner", new { item.Id, owner = owner.Id }) ?? throw Unknown();
        if (revision != item.Revision)
            throw Stale();
    }

    private async Task<Draft> Read(DbConnection connection, Actor owner, string id)
    {
        var item = await connection.QuerySingleOrDefaultAsync<DraftItem>($"""
            SELECT {ItemColumns} FROM drafts WHERE id = @id AND account_id = @owner AND modified >= @oldest
            """, new { id, owner = owner.Id, oldest = Oldest(clock.Now()) }) ?? throw Unknown();
        var (parsed, lines) = await connection.QuerySingleAsync<(string, string)>("SELECT parsed, lines FROM drafts WHERE id = @id", new { id });
        return new Draft(item, Columns.FromJson(parsed, StoreJson.Default.ParsedSpeech), Columns.FromJson(lines, StoreJson.Default.IReadOnlyListPrintedLine));
    }

    private DateTimeOffset Oldest(DateTimeOffset now) => now - TimeSpan.FromDays(limits.Days);

    private static string Kept(ParsedSpeech parsed) => Columns.ToJson(parsed, StoreJson.Default.ParsedSpeech);

    private static int Paragraphs(ParsedSpeech parsed) => parsed.Blocks.Count(block => block.Number is not null);

    private static SpeechesError Stale() => new(ErrorKind.Stale,
        "This draft was changed in another window, so nothing was changed now. Look at it as it stands, then try again.");

    private static SpeechesError Unknown() => new(ErrorKind.NotFound,
        "There is no such draft: it was published, discarded or expired, or it is not yours. Nothing was changed.");
}

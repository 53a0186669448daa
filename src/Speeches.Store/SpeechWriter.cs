using System.Data.Common;
using System.Globalization;
using Dapper;
using Speeches.Parsing;

namespace Speeches.Store;

/// <summary>Writes a speech and a version of its text, inside the caller's transaction.</summary>
internal static class SpeechWriter
{
    private static readonly Prepared InsertBlock = new("""
        INSERT INTO blocks (speech_id, version, position, block_id, kind, number, level, marker, text, spans, source_line, source_page)
        VALUES (@speechId, @version, @position, @id, @kind, @number, @level, @marker, @text, @spans, @sourceLine, @sourcePage)
        """);

    private static readonly Prepared InsertQuotation = new("""
        INSERT INTO quotations (speech_id, version, position, block_id, range_start, range_end, words, is_title, said_by)
        VALUES (@speechId, @version, @position, @blockId, @start, @end, @words, @isTitle, @saidBy)
        """);

    /// <summary>Adds the speech at version and revision 1.</summary>
    /// <returns>Its key.</returns>
    public static async Task<long> AddSpeech(DbConnection connection, string slug, SpeechHeader header, DateTimeOffset now)
    {
        var speechId = await connection.ExecuteScalarAsync<long>("""
            INSERT INTO speeches (slug, header, title, kind, office, language, symbol, date, year, version, revision, created)
            VALUES (@slug, @json, @Title, @Kind, @Office, @Language, @Symbol, @date, @year, 1, 1, @now)
            RETURNING id
            """, Values(header, new { slug, now }));
        await AddSpeakers(connection, speechId, header);
        return speechId;
    }

    /// <summary>Gives the speech another header, also where it is searched; its name in addresses stays, and its revision is the caller's.</summary>
    public static async Task ChangeHeader(DbConnection connection, long speechId, SpeechHeader header)
    {
        await connection.ExecuteAsync("""
            UPDATE speeches
            SET header = @json, title = @Title, kind = @Kind, office = @Office, language = @Language, symbol = @Symbol, date = @date, year = @year
            WHERE id = @speechId
            """, Values(header, new { speechId }));
        await connection.ExecuteAsync("DELETE FROM speech_speakers WHERE speech_id = @speechId", new { speechId });
        await AddSpeakers(connection, speechId, header);
        await SearchEntries.ChangeHeader(connection, speechId, header);
    }

    /// <summary>Adds a version of the text with its blocks, quotations and source.</summary>
    public static async Task AddText(
        DbConnection connection, long speechId, int version, ParsedSpeech parsed, SourceFile file, byte[] source, DateTimeOffset now)
    {
        await connection.ExecuteAsync("""
            INSERT INTO texts (speech_id, version, language, imported, source_name, source_media_type, source_length, source_sha256, source)
            VALUES (@speechId, @version, @Language, @now, @Name, @MediaType, @Length, @Sha256, @source)
            """, new { speechId, version, parsed.Header.Language, now, file.Name, file.MediaType, file.Length, file.Sha256, source });
        foreach (var (position, block) in parsed.Blocks.Index())
        {
            InsertBlock.Run(
                connection, speechId, version, position, block.Id, block.Kind.ToColumn(), block.Number, block.Level, block.Marker, block.Text,
                Columns.ToJson(block.Spans, StoreJson.Default.IReadOnlyListSpan), block.SourceLine, block.SourcePage);
        }

        foreach (var (position, quotation) in parsed.Quotations.Index())
        {
            InsertQuotation.Run(
                connection, speechId, version, position, quotation.BlockId, quotation.Start, quotation.End, quotation.Words,
                quotation.IsTitle ? 1 : 0, quotation.SaidBy);
        }

        await LikeSpeeches.AddFingerprint(connection, speechId, version, parsed.Blocks);
    }

    private static DynamicParameters Values(SpeechHeader header, object besides)
    {
        var values = new DynamicParameters(besides);
        values.AddDynamicParams(new
        {
            json = Columns.ToJson(header, StoreJson.Default.SpeechHeader),
            header.Title,
            header.Kind,
            header.Office,
            header.Language,
            header.Symbol,
            date = header.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            year = header.Date?.Year,
        });
        return values;
    }

    private static Task<int> AddSpeakers(DbConnection connection, long speechId, SpeechHeader header) => connection.ExecuteAsync(
        "INSERT INTO speech_speakers (speech_id, position, name) VALUES (@speechId, @position, @Name)",
        header.Speakers.Select((speaker, position) => new { speechId, position, speaker.Name }));
}

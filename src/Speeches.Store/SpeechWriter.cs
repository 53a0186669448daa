using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Speeches.Store;

/// <summary>Writes a speech and a version of its text, inside the caller's transaction.</summary>
internal static class SpeechWriter
{
    private static readonly Prepared InsertSpeech = new("""
        INSERT INTO speeches (slug, header, title, kind, office, language, symbol, date, year, version, revision, created)
        VALUES (@slug, @json, @title, @kind, @office, @language, @symbol, @date, @year, 1, 1, @now)
        RETURNING id
        """);

    private static readonly Prepared InsertSpeaker = new("INSERT INTO speech_speakers (speech_id, position, name) VALUES (@speechId, @position, @name)");

    private static readonly Prepared InsertText = new("""
        INSERT INTO texts (speech_id, version, language, imported, source_name, source_media_type, source_length, source_sha256, source)
        VALUES (@speechId, @version, @language, @now, @name, @mediaType, @length, @sha256, @source)
        """);

    private static readonly PreparedRows InsertBlocks = new(
        "INSERT INTO blocks (speech_id, version, position, block_id, kind, number, level, marker, text, spans, source_line, source_page)", 12);

    private static readonly PreparedRows InsertQuotations = new(
        "INSERT INTO quotations (speech_id, version, position, block_id, range_start, range_end, words, is_title, said_by)", 9);

    /// <summary>Adds the speech at version and revision 1.</summary>
    /// <returns>Its key.</returns>
    public static long AddSpeech(DbConnection connection, string slug, SpeechHeader header, DateTimeOffset now)
    {
        var speechId = Insert(connection, slug, header, now);
        AddSpeakers(connection, speechId, header);
        return speechId;
    }

    /// <summary>Gives the speech another header, also where it is searched; its name in addresses stays, and its revision is the caller's.</summary>
    public static async Task ChangeHeader(DbConnection connection, long speechId, SpeechHeader header)
    {
        await connection.ExecuteAsync("""
            UPDATE speeches
            SET header = @json, title = @Title, kind = @Kind, office = @Office, language = @Language, symbol = @Symbol, date = @date, year = @year
            WHERE id = @speechId
            """, new
        {
            speechId,
            json = Columns.ToJson(header, StoreJson.Default.SpeechHeader),
            header.Title,
            header.Kind,
            header.Office,
            header.Language,
            header.Symbol,
            date = Day(header),
            year = header.Date?.Year,
        });
        await connection.ExecuteAsync("DELETE FROM speech_speakers WHERE speech_id = @speechId", new { speechId });
        AddSpeakers(connection, speechId, header);
        await SearchEntries.ChangeHeader(connection, speechId, header);
    }

    /// <summary>Adds a version of the text with its blocks, quotations and source.</summary>
    public static void AddText(DbConnection connection, long speechId, int version, NewText text, DateTimeOffset now)
    {
        var (parsed, file) = (text.Parsed, text.File);
        InsertText.Run(
            connection, speechId, version, parsed.Header.Language, now.ToColumn(), file.Name, file.MediaType, file.Length, file.Sha256, text.Source);
        InsertBlocks.Run(connection, parsed.Blocks, (position, block) =>
        [
            speechId, version, position, block.Id, block.Kind.ToColumn(), block.Number, block.Level, block.Marker, block.Text,
            block.Spans.Count == 0 ? "[]" : Columns.ToJson(block.Spans, StoreJson.Default.IReadOnlyListSpan), block.SourceLine, block.SourcePage,
        ]);
        InsertQuotations.Run(connection, parsed.Quotations, (position, quotation) =>
        [
            speechId, version, position, quotation.BlockId, quotation.Start, quotation.End, quotation.Words, quotation.IsTitle ? 1 : 0, quotation.SaidBy,
        ]);
        LikeSpeeches.AddFingerprint(connection, speechId, version, text.Fingerprint);
    }

    private static long Insert(DbConnection connection, string slug, SpeechHeader header, DateTimeOffset now)
    {
        using var rows = InsertSpeech.Read(
            connection, slug, Columns.ToJson(header, StoreJson.Default.SpeechHeader), header.Title, header.Kind, header.Office, header.Language,
            header.Symbol, Day(header), header.Date?.Year, now.ToColumn());
        rows.Next();
        return rows.Number(0);
    }

    private static void AddSpeakers(DbConnection connection, long speechId, SpeechHeader header)
    {
        foreach (var (position, speaker) in header.Speakers.Index())
            InsertSpeaker.Run(connection, speechId, position, speaker.Called);
    }

    private static string? Day(SpeechHeader header) => header.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

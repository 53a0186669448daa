using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using Speeches.Parsing;

namespace Speeches.Store;

/// <summary>In which way a speech of the library is like one that is to be added.</summary>
public enum Likeness
{
    /// <summary>A version of it was read from the same bytes.</summary>
    SameBytes,

    /// <summary>A version of it has the same words, from another file.</summary>
    SameText,

    /// <summary>It is the same speech, as far as headers tell, in another language.</summary>
    OtherLanguage,
}

/// <summary>A speech of the library that is like one to be added.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Slug">The speech.</param>
/// <param name="Version">The version of its text that is like it.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Language">The language of that version, or null.</param>
public sealed record LikeSpeech(Likeness Kind, string Slug, int Version, string Title, string? Language);

/// <summary>Finds the speeches that are like one to be added. Only says so: what to do about it is for people to decide.</summary>
internal static class LikeSpeeches
{
    // A translation keeps its paragraphs, give or take one that was split or joined.
    private const double ParagraphTolerance = 0.25;

    private const string Columns = """
        s.slug, t.version, s.header, t.language
        """;

    private static readonly Prepared ByBytes = new($"""
        SELECT {Columns} FROM texts AS t JOIN speeches AS s ON s.id = t.speech_id WHERE t.source_sha256 = @sourceSha256 LIMIT 1
        """);

    private static readonly Prepared ByWords = new($"""
        SELECT {Columns} FROM text_fingerprints AS f
        JOIN texts AS t ON t.speech_id = f.speech_id AND t.version = f.version JOIN speeches AS s ON s.id = f.speech_id
        WHERE f.sha256 = @sha256 ORDER BY f.speech_id, f.version LIMIT 1
        """);

    // Of the day, only speeches in other languages are looked at: whatever sorts before "en", and after "en-…".
    private static readonly Prepared InOtherLanguages = new($"""
        SELECT {Columns}, s.date, s.symbol,
            (SELECT group_concat(name, char(10)) FROM speech_speakers AS p WHERE p.speech_id = s.id) AS speakers,
            (SELECT count(*) FROM blocks AS b WHERE b.speech_id = t.speech_id AND b.version = t.version AND b.number IS NOT NULL) AS paragraphs
        FROM speeches AS s JOIN texts AS t ON t.speech_id = s.id AND t.version = s.version
        WHERE s.id IN (
                SELECT id FROM speeches WHERE symbol = @symbol
                UNION ALL
                SELECT id FROM speeches WHERE date = @date AND language < @primary
                UNION ALL
                SELECT id FROM speeches WHERE date = @date AND language >= @primary || '.')
            AND NOT EXISTS (SELECT 1 FROM texts AS o WHERE o.speech_id = s.id AND o.language || '-' LIKE @primary || '-%')
        """);

    private static readonly Prepared InsertFingerprint = new("INSERT INTO text_fingerprints (speech_id, version, sha256) VALUES (@speechId, @version, @sha256)");

    /// <summary>At most one of each kind; the same bytes or the same words make asking for the others needless.</summary>
    public static LikeSpeech? Find(DbConnection connection, ParsedSpeech parsed, string sourceSha256, string fingerprint) =>
        First(ByBytes.Read(connection, sourceSha256), Likeness.SameBytes)
        ?? First(ByWords.Read(connection, fingerprint), Likeness.SameText)
        ?? InOtherLanguage(connection, parsed);

    /// <summary>Keeps the fingerprint of a version's words.</summary>
    public static void AddFingerprint(DbConnection connection, long speechId, int version, string fingerprint) =>
        InsertFingerprint.Run(connection, speechId, version, fingerprint);

    /// <summary>Makes the fingerprints of versions that were stored before there were any.</summary>
    public static async Task<bool> FillIn(DbConnection connection)
    {
        var missing = await connection.QueryAsync<(long SpeechId, int Version)>("""
            SELECT speech_id, version FROM texts
            WHERE NOT EXISTS (SELECT 1 FROM text_fingerprints AS f WHERE f.speech_id = texts.speech_id AND f.version = texts.version)
            """);
        foreach (var (speechId, version) in missing.AsList())
        {
            var blocks = await connection.QueryAsync<BlockRow>(
                $"SELECT {BlockRow.Columns} FROM blocks AS b WHERE speech_id = @speechId AND version = @version ORDER BY position", new { speechId, version });
            AddFingerprint(connection, speechId, version, TextFingerprint.Of([.. blocks.Select(row => row.ToBlock())]));
        }

        return true;
    }

    // The same document symbol, or the same speaker on the same day with about as many paragraphs; where several speeches answer to
    // that (a meeting's record holds many speeches, and some speak twice a day), nothing is said.
    private static LikeSpeech? InOtherLanguage(DbConnection connection, ParsedSpeech parsed)
    {
        var header = parsed.Header;
        if (header.Language is not { } language || (header.Symbol is null && (header.Date is null || header.Speakers.Count == 0)))
            return null;
        var count = parsed.Blocks.Count(block => block.Number is not null);
        LikeSpeech? found = null;
        using var rows = InOtherLanguages.Read(
            connection, header.Symbol, header.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), language.Split('-')[0]);
        while (rows.Next())
        {
            var row = new Row(Text(rows, 4), Text(rows, 5), Text(rows, 6), (int)rows.Number(7));
            if (!IsLike(row, header, count))
                continue;
            if (found is not null)
                return null;
            found = Like(rows, Likeness.OtherLanguage);
        }

        return found;
    }

    private static bool IsLike(Row row, SpeechHeader header, int paragraphs) =>
        Math.Abs(row.Paragraphs - paragraphs) <= ParagraphTolerance * Math.Max(row.Paragraphs, paragraphs)
        && (row.Symbol is not null && row.Symbol == header.Symbol ? IsSameDay(row, header) : IsSameDay(row, header) && HasSameSpeakers(row, header));

    private static LikeSpeech? First(Rows found, Likeness kind)
    {
        using var rows = found;
        return rows.Next() ? Like(rows, kind) : null;
    }

    private static LikeSpeech Like(Rows rows, Likeness kind) => new(
        kind, rows.Text(0), (int)rows.Number(1), Store.Columns.FromJson(rows.Text(2), StoreJson.Default.SpeechHeader).Heading() ?? rows.Text(0), Text(rows, 3));

    private static string? Text(Rows rows, int column) => rows.IsNull(column) ? null : rows.Text(column);

    private static bool IsSameDay(Row row, SpeechHeader header) =>
        row.Date is null || header.Date is not { } date || row.Date == date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool HasSameSpeakers(Row row, SpeechHeader header) => row.Date is not null && header.Date is not null
        && header.Speakers.Count > 0
        && Lines(row.Speakers).Select(Folded).ToHashSet(StringComparer.Ordinal).SetEquals(header.Speakers.Select(speaker => Folded(speaker.Called)));

    private static string[] Lines(string? text) => text?.Split('\n') ?? [];

    // "Núñez Example" and "NUÑEZ, Example" are one name.
    private static string Folded(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormKD)
            .Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            .Select(c => char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : ' ');
        return string.Join(' ', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    private sealed record Row(string? Date, string? Symbol, string? Speakers, int Paragraphs);
}

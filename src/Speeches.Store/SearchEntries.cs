using System.Data.Common;
using Dapper;
using Speeches.Annotations;
using Speeches.Parsing;

namespace Speeches.Store;

/// <summary>Keeps <c>search_entries</c> in step, inside the transaction of the change; the full-text index follows, at the latest before the next search.</summary>
internal static class SearchEntries
{
    private static readonly Prepared InsertAnnotation = new("""
        INSERT INTO search_entries (speech_id, kind, block_id, number, annotation_id, owner_id, position, text)
        SELECT speech_id, 'annotation', block_id, number, @id, @ownerId, @position, @body
        FROM blocks WHERE speech_id = @speechId AND version = @version AND block_id = @blockId
        """);

    private const string Insert = """
        INSERT INTO search_entries (speech_id, kind, block_id, number, annotation_id, owner_id, position, text, who)
        VALUES (@speechId, @kind, @blockId, @number, @annotationId, @ownerId, @position, @text, @who)
        """;

    /// <summary>Adds the entries of a new speech: its header, its blocks and its quotations.</summary>
    public static async Task AddSpeech(DbConnection connection, long speechId, ParsedSpeech parsed)
    {
        var numbers = parsed.Blocks.ToDictionary(block => block.Id, block => block.Number);
        await connection.ExecuteAsync(Insert, Entry(speechId, HitKind.Speech, null, null, 0, HeaderText(parsed.Header)));
        await connection.ExecuteAsync(Insert, parsed.Blocks.Select((block, position) =>
            Entry(speechId, HitKind.Paragraph, block.Id, block.Number, position, block.Text)));
        await connection.ExecuteAsync(Insert, parsed.Quotations.Select((quotation, position) =>
            Entry(speechId, HitKind.Quotation, quotation.BlockId, numbers[quotation.BlockId], position, quotation.Words, quotation.SaidBy)));
    }

    /// <summary>Adds an annotation's words; a private one's for its thread's author alone.</summary>
    public static void AddAnnotation(DbConnection connection, Annotation annotation, long threadAuthorId, int position) =>
        InsertAnnotation.Run(
            connection, annotation.Id, annotation.Audience == Audience.Public ? null : threadAuthorId, position, annotation.Body,
            annotation.SpeechId, annotation.Version, annotation.Anchor.BlockId);

    /// <summary>Replaces an annotation's words.</summary>
    public static Task EditAnnotation(DbConnection connection, string id, string body) =>
        connection.ExecuteAsync("UPDATE search_entries SET text = @body WHERE annotation_id = @id", new { id, body });

    /// <summary>Takes an annotation out.</summary>
    public static Task RemoveAnnotation(DbConnection connection, string id) =>
        connection.ExecuteAsync("DELETE FROM search_entries WHERE annotation_id = @id", new { id });

    /// <summary>What can be found of a header, in one line.</summary>
    public static string HeaderText(SpeechHeader header) => string.Join(" · ", new[] { header.Title, header.Occasion, header.Kind }
        .Concat(header.Speakers.SelectMany(speaker => new[] { speaker.Name, speaker.OnBehalfOf }.Concat(speaker.Capacities)))
        .Concat([header.DeliveredBy, header.Place, header.Symbol, header.Office, header.Organization])
        .Where(part => !string.IsNullOrWhiteSpace(part)));

    private static object Entry(
        long speechId, HitKind kind, string? blockId, int? number, int position, string text, string? who = null) => new
        {
            speechId,
            kind = kind.ToColumn(),
            blockId,
            number,
            annotationId = (string?)null,
            ownerId = (long?)null,
            position,
            text,
            who,
        };
}

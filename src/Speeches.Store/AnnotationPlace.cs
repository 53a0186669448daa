using System.Data.Common;

namespace Speeches.Store;

/// <summary>Where an annotation is to be put.</summary>
/// <param name="SpeechId">The speech.</param>
/// <param name="Version">The version of its text.</param>
/// <param name="IsNewest">Whether no version in its language came after it.</param>
/// <param name="Position">The block's place in it.</param>
/// <param name="Block">As much of the block as an anchor is made from; null where the text has none of that id.</param>
internal sealed record AnnotationPlace(long SpeechId, int Version, bool IsNewest, int Position, Block? Block)
{
    // Read only where there is a later version: nearly all speeches have one version.
    private const string OwnLanguage = "(SELECT o.language FROM texts AS o WHERE o.speech_id = s.id AND o.version = b.version)";

    private static readonly Prepared Query = new($"""
        SELECT s.id, b.version, b.position, b.block_id, b.kind, b.text,
            EXISTS (SELECT 1 FROM texts AS t
                WHERE t.speech_id = s.id AND t.version > b.version AND {Carrying.InSameLanguage("t.language", OwnLanguage)})
        FROM speeches AS s LEFT JOIN blocks AS b
            ON b.speech_id = s.id AND b.version = coalesce(@version, s.version) AND b.block_id = @blockId
        WHERE s.slug = @slug
        """);

    private static readonly Prepared QueryBlock = new("""
        SELECT position, block_id, kind, text FROM blocks WHERE speech_id = @speechId AND version = @version AND block_id = @blockId
        """);

    /// <summary>The place that is asked for, or null where there is no such speech.</summary>
    public static AnnotationPlace? Find(DbConnection connection, NewAnnotation wanted)
    {
        using var row = Query.Read(connection, wanted.Version, wanted.BlockId, wanted.Slug);
        if (!row.Next())
            return null;
        return row.IsNull(1)
            ? new(row.Number(0), 0, true, 0, null)
            : new(row.Number(0), (int)row.Number(1), row.Number(6) == 0, (int)row.Number(2), Read(row, 3));
    }

    /// <summary>A block of a version and its place in the text, or null where there is none.</summary>
    public static (Block Block, int Position)? BlockOf(DbConnection connection, long speechId, int version, string blockId)
    {
        using var row = QueryBlock.Read(connection, speechId, version, blockId);
        return row.Next() ? (Read(row, 1), (int)row.Number(0)) : null;
    }

    private static Block Read(Rows row, int first) => new()
    {
        Id = row.Text(first),
        Kind = Enum.Parse<BlockKind>(row.Text(first + 1), ignoreCase: true),
        Text = row.Text(first + 2),
    };
}

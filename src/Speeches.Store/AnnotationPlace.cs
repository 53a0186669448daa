using System.Data.Common;

namespace Speeches.Store;

/// <summary>Where an annotation is to be put.</summary>
/// <param name="SpeechId">The speech.</param>
/// <param name="Version">The version of its text.</param>
/// <param name="Position">The block's place in it.</param>
/// <param name="Block">As much of the block as an anchor is made from; null where the text has none of that id.</param>
internal sealed record AnnotationPlace(long SpeechId, int Version, int Position, Block? Block)
{
    private static readonly Prepared Query = new("""
        SELECT s.id, b.version, b.position, b.block_id, b.kind, b.text
        FROM speeches AS s LEFT JOIN blocks AS b
            ON b.speech_id = s.id AND b.version = coalesce(@version, s.version) AND b.block_id = @blockId
        WHERE s.slug = @slug
        """);

    /// <summary>The place that is asked for, or null where there is no such speech.</summary>
    public static AnnotationPlace? Find(DbConnection connection, NewAnnotation wanted)
    {
        using var row = Query.Read(connection, wanted.Version, wanted.BlockId, wanted.Slug);
        if (!row.Next())
            return null;
        return row.IsNull(1)
            ? new(row.Number(0), 0, 0, null)
            : new(row.Number(0), (int)row.Number(1), (int)row.Number(2), new()
            {
                Id = row.Text(3),
                Kind = Enum.Parse<BlockKind>(row.Text(4), ignoreCase: true),
                Text = row.Text(5),
            });
    }
}

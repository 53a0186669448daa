using System.Data.Common;
using System.Globalization;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>Where a thread stands on a version: a row of <c>carried_anchors</c>.</summary>
/// <param name="AnnotationId">The root.</param>
/// <param name="SpeechId">The speech.</param>
/// <param name="Version">The version.</param>
/// <param name="Anchor">The anchor there, against the one that was made.</param>
/// <param name="Position">The place of the block in the text; null for an orphan.</param>
internal sealed record CarriedRow(string AnnotationId, long SpeechId, int Version, CarriedAnchor Anchor, int? Position)
{
    /// <summary>A person's decision, who made it and when; null where the program carried it.</summary>
    public (AnchorDecision What, long By, DateTimeOffset At)? Decided { get; init; }

    /// <summary>What the log keeps of it.</summary>
    public KeptStanding ToKept() =>
        new(Version, Anchor.State, Anchor.Score, Anchor.Place is { } place ? KeptAnchor.Of(place) : null);
}

/// <summary>Writes where threads stand on later versions: the row, the event, the root's revision.</summary>
internal static class CarriedAnchors
{
    private static readonly Prepared Upsert = new("""
        INSERT INTO carried_anchors (annotation_id, version, speech_id, state, score, block_id, position, range_start, range_end,
            exact, prefix, suffix, decision, decided_by, decided)
        VALUES (@id, @version, @speechId, @state, CAST(@score AS REAL), @blockId, @position, @start, @end, @exact, @prefix, @suffix,
            @decision, @decidedBy, @decided)
        ON CONFLICT (annotation_id, version) DO UPDATE SET state = excluded.state, score = excluded.score, block_id = excluded.block_id,
            position = excluded.position, range_start = excluded.range_start, range_end = excluded.range_end, exact = excluded.exact,
            prefix = excluded.prefix, suffix = excluded.suffix, decision = excluded.decision, decided_by = excluded.decided_by,
            decided = excluded.decided
        """);

    private static readonly Prepared InsertEvent = new("""
        INSERT INTO annotation_events (speech_id, annotation_id, kind, actor_id, at, revision, standing)
        VALUES (@speechId, @id, @kind, @actorId, @at, @revision, @standing)
        """);

    private static readonly Prepared Revise = new("UPDATE annotations SET revision = @revision WHERE id = @id");

    /// <summary>Writes one; the speech's revision and the search entries are the caller's.</summary>
    /// <param name="connection">In the caller's transaction.</param>
    /// <param name="row">As it stands from now on.</param>
    /// <param name="revision">The root's, after this.</param>
    /// <param name="actorId">Who did it; null for the program.</param>
    /// <param name="at">When, UTC.</param>
    public static void Write(DbConnection connection, CarriedRow row, int revision, long? actorId, DateTimeOffset at)
    {
        var place = row.Anchor.Place is { } there ? KeptAnchor.Of(there) : null;
        Upsert.Run(
            connection, row.AnnotationId, row.Version, row.SpeechId, row.Anchor.State.ToColumn(),
            row.Anchor.Score.ToString("R", CultureInfo.InvariantCulture), place?.BlockId, row.Position, place?.Start, place?.End,
            place?.Exact, place?.Prefix, place?.Suffix, row.Decided?.What.ToColumn(), row.Decided?.By, row.Decided?.At.ToColumn());
        var kind = actorId is null ? AnnotationEvent.Carried : row.Decided!.Value.What switch
        {
            AnchorDecision.Placed => AnnotationEvent.Placed,
            AnchorDecision.Kept => AnnotationEvent.Kept,
            _ => AnnotationEvent.Released,
        };
        InsertEvent.Run(
            connection, row.SpeechId, row.AnnotationId, kind.ToColumn(), actorId, at.ToColumn(), revision,
            Columns.ToJson(row.ToKept(), StoreJson.Default.KeptStanding));
        Revise.Run(connection, revision, row.AnnotationId);
    }
}

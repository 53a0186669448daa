using Dapper;
using Microsoft.Data.Sqlite;
using Speeches.Annotations;

namespace Speeches.Store.Sqlite;

/// <summary>
/// Whether carried anchors stand on words that are there, are what they say of the words they were made on, and are as the event log has them.
/// </summary>
internal static class AnchorInspection
{
    /// <summary>One line a problem.</summary>
    public static IEnumerable<string> Run(SqliteConnection connection)
    {
        var logged = Replay(connection);
        foreach (var row in connection.Query<StandingRow>("""
            SELECT c.annotation_id, c.version, c.state, c.score, c.block_id, c.position, c.range_start, c.range_end, c.exact, c.prefix, c.suffix,
                c.speech_id, c.decision, b.text AS block_text, b.position AS block_position, a.version AS made_on, a.speech_id AS made_in,
                a.block_id AS made_block_id, a.range_start AS made_start, a.range_end AS made_end, coalesce(a.exact, m.text) AS made_words
            FROM carried_anchors AS c JOIN annotations AS a ON a.id = c.annotation_id
                LEFT JOIN blocks AS b ON b.speech_id = c.speech_id AND b.version = c.version AND b.block_id = c.block_id
                LEFT JOIN blocks AS m ON m.speech_id = a.speech_id AND m.version = a.version AND m.block_id = a.block_id
            """, buffered: false))
        {
            if (row.SpeechId != row.MadeIn || row.Version <= row.MadeOn || row.State != AnchorState.Orphan && !row.IsAnchored())
                yield return $"Annotation {row.AnnotationId} on version {row.Version}: its anchor is not what the text says there.";
            else if (!row.SaysTheTruth())
                yield return $"Annotation {row.AnnotationId} on version {row.Version}: it is not {row.State.ToColumn()}, as it says.";
            if (!logged.Remove((row.AnnotationId, row.Version), out var standing) || standing != row.ToLogged())
                yield return $"Annotation {row.AnnotationId} on version {row.Version}: its place is not what the event log says.";
        }

        foreach (var (id, version) in logged.Keys)
            yield return $"Annotation {id} on version {version}: its place is in the event log, but nowhere else.";
    }

    private static Dictionary<(string Id, int Version), (KeptStanding Standing, AnchorDecision? Decision)> Replay(SqliteConnection connection)
    {
        var standings = new Dictionary<(string, int), (KeptStanding, AnchorDecision?)>();
        foreach (var (id, kind, json) in connection.Query<(string Id, string Kind, string Standing)>(
            "SELECT annotation_id, kind, standing FROM annotation_events WHERE standing IS NOT NULL ORDER BY id", buffered: false))
        {
            var standing = Columns.FromJson(json, StoreJson.Default.KeptStanding);
            standings[(id, standing.Version)] = (standing, Read(kind));
        }

        return standings;
    }

    private static AnchorDecision? Read(string? decision) => Enum.TryParse<AnchorDecision>(decision, ignoreCase: true, out var read) ? read : null;

    private sealed record StandingRow
    {
        public string AnnotationId { get; init; } = "";

        public long SpeechId { get; init; }

        public int Version { get; init; }

        public AnchorState State { get; init; }

        public double Score { get; init; }

        public string? BlockId { get; init; }

        public int? Position { get; init; }

        public int? RangeStart { get; init; }

        public int? RangeEnd { get; init; }

        public string? Exact { get; init; }

        public string? Prefix { get; init; }

        public string? Suffix { get; init; }

        public string? Decision { get; init; }

        public string? BlockText { get; init; }

        public int? BlockPosition { get; init; }

        public int MadeOn { get; init; }

        public long MadeIn { get; init; }

        public string MadeBlockId { get; init; } = "";

        public int? MadeStart { get; init; }

        public int? MadeEnd { get; init; }

        public string? MadeWords { get; init; }

        public bool IsAnchored() => BlockText is not null && BlockPosition == Position
            && (RangeStart is not { } start || RangeEnd is { } end && TextInspection.Covers(BlockText, start, end, Exact ?? ""));

        // An exact one stands at its place on its words, a moved one at another on the same, a changed one on others.
        public bool SaysTheTruth()
        {
            var isSame = (Exact ?? BlockText) == MadeWords;
            var isThere = (BlockId, RangeStart, RangeEnd) == (MadeBlockId, MadeStart, MadeEnd);
            return State switch
            {
                AnchorState.Exact => isSame && isThere,
                AnchorState.Moved => isSame && !isThere,
                AnchorState.Changed => !isSame,
                _ => true,
            };
        }

        public (KeptStanding, AnchorDecision?) ToLogged() =>
            (new(Version, State, Score, BlockId is null ? null : new(BlockId, RangeStart, RangeEnd, Exact, Prefix, Suffix)), Read(Decision));
    }
}

using System.Data.Common;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>A root with the anchor that was made and what became of it on later versions, oldest first.</summary>
internal sealed record ThreadRoot(string Id, int Revision, bool IsPublic, int MadeOn, KeptAnchor Made)
{
    /// <summary>A row for each version that it was carried to.</summary>
    public List<ThreadStanding> Carried { get; } = [];
}

/// <summary>Where a root stands on a version; no anchor for an orphan.</summary>
internal sealed record ThreadStanding(int Version, KeptAnchor? Anchor, AnchorDecision? Decision);

/// <summary>Reads the roots of a speech whose threads have something to show.</summary>
internal static class ThreadRoots
{
    private static readonly Prepared Roots = new("""
        SELECT a.id, a.revision, a.audience, a.version, a.block_id, a.range_start, a.range_end, a.exact, a.prefix, a.suffix
        FROM annotations AS a
        WHERE a.speech_id = @speechId AND a.parent_id IS NULL AND (@id IS NULL OR a.id = @id) AND (a.deleted IS NULL
            OR EXISTS (SELECT 1 FROM annotations AS r WHERE r.parent_id = a.id AND r.deleted IS NULL))
        ORDER BY a.id
        """);

    private static readonly Prepared Standings = new("""
        SELECT c.annotation_id, c.version, c.block_id, c.range_start, c.range_end, c.exact, c.prefix, c.suffix, c.decision
        FROM annotations AS a JOIN carried_anchors AS c ON c.annotation_id = a.id
        WHERE a.speech_id = @speechId AND a.parent_id IS NULL AND (@id IS NULL OR a.id = @id)
        ORDER BY c.annotation_id, c.version
        """);

    /// <summary>Those of a speech, or the one of an id, in the order of time.</summary>
    public static List<ThreadRoot> Read(DbConnection connection, long speechId, string? id = null)
    {
        var roots = new List<ThreadRoot>();
        using (var row = Roots.Read(connection, speechId, id))
        {
            while (row.Next())
                roots.Add(new(row.Text(0), (int)row.Number(1), row.Text(2) == Audience.Public.Name, (int)row.Number(3), Anchor(row, 4)!));
        }

        var byId = roots.ToDictionary(root => root.Id, StringComparer.Ordinal);
        using (var row = Standings.Read(connection, speechId, id))
        {
            while (row.Next())
            {
                if (byId.TryGetValue(row.Text(0), out var root))
                    root.Carried.Add(new((int)row.Number(1), Anchor(row, 2), row.IsNull(8) ? null : Enum.Parse<AnchorDecision>(row.Text(8), ignoreCase: true)));
            }
        }

        return roots;
    }

    private static KeptAnchor? Anchor(Rows row, int first) => row.IsNull(first) ? null : row.IsNull(first + 1)
        ? new(row.Text(first), null, null, null, null, null)
        : new(row.Text(first), (int)row.Number(first + 1), (int)row.Number(first + 2), row.Text(first + 3), row.Text(first + 4), row.Text(first + 5));
}

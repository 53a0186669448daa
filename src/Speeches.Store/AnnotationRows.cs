using System.Data.Common;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>Reads rows and makes threads of them.</summary>
internal static class AnnotationRows
{
    /// <summary>The row of an id, or null.</summary>
    public static async Task<AnnotationRow?> Find(DbConnection connection, string id) =>
        await Read(connection, AnnotationRow.OfId, id) is [var row] ? row : null;

    /// <summary>The thread of a root, or null where nothing of it is left to show.</summary>
    public static async Task<AnnotationThread?> Thread(DbConnection connection, string rootId) =>
        Threads(await Read(connection, AnnotationRow.OfThread, rootId)) is [var thread] ? thread : null;

    /// <summary>The threads on a speech in the order of their places, then of time.</summary>
    public static async Task<List<AnnotationThread>> OfSpeech(DbConnection connection, long speechId, long? viewerId) =>
        Threads(await Read(connection, AnnotationRow.OfSpeech, speechId, viewerId));

    private static async Task<List<AnnotationRow>> Read(DbConnection connection, Prepared query, params object?[] values)
    {
        var rows = new List<AnnotationRow>();
        await using var reader = await query.Read(connection, values);
        while (await reader.ReadAsync())
            rows.Add(AnnotationRow.From(reader));
        return rows;
    }

    // The rows come in the order of time. A deleted root stands for its replies, and goes when none is left.
    private static List<AnnotationThread> Threads(List<AnnotationRow> rows)
    {
        var roots = new List<AnnotationRow>();
        var replies = new Dictionary<string, List<AnnotationRow>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.ParentId is null)
                roots.Add(row);
            else if (replies.TryGetValue(row.ParentId, out var others))
                others.Add(row);
            else
                replies.Add(row.ParentId, [row]);
        }

        var threads = new List<AnnotationThread>(roots.Count);
        roots.Sort(ByPlace);
        foreach (var row in roots)
        {
            var root = row.ToAnnotation();
            if (replies.TryGetValue(row.Id, out var answers))
                threads.Add(new(root, [.. answers.Select(reply => reply.ToAnnotation(root.Anchor, root.Version))]));
            else if (root.Deleted is null)
                threads.Add(new(root, []));
        }

        return threads;
    }

    // Ids sort by time.
    private static int ByPlace(AnnotationRow one, AnnotationRow other)
    {
        var order = one.Position.CompareTo(other.Position);
        if (order == 0)
            order = (one.RangeStart ?? -1).CompareTo(other.RangeStart ?? -1);
        if (order == 0)
            order = (one.RangeEnd ?? -1).CompareTo(other.RangeEnd ?? -1);
        return order != 0 ? order : string.CompareOrdinal(one.Id, other.Id);
    }
}

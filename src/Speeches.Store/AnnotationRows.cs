using System.Data.Common;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>A thread and the position of its block, by which threads are ordered.</summary>
internal readonly record struct PlacedThread(int Position, AnnotationThread Thread) : IComparable<PlacedThread>
{
    /// <summary>By block, then by range, a whole block before its ranges, then by time, which is what ids sort by.</summary>
    public int CompareTo(PlacedThread other)
    {
        var (one, two) = (Thread.Root, other.Thread.Root);
        var order = Position.CompareTo(other.Position);
        if (order == 0)
            order = (one.Anchor.Start ?? -1).CompareTo(two.Anchor.Start ?? -1);
        if (order == 0)
            order = (one.Anchor.End ?? -1).CompareTo(two.Anchor.End ?? -1);
        return order != 0 ? order : string.CompareOrdinal(one.Id, two.Id);
    }
}

/// <summary>Reads rows and makes threads of them.</summary>
internal static class AnnotationRows
{
    /// <summary>The row of an id, or null. On a version: where it stands there, and as it was made where it has no part in that.</summary>
    public static AnnotationRow? Find(DbConnection connection, string id, int? version = null) =>
        Read(connection, AnnotationRow.OfId, version, id) is [var row] ? row : null;

    /// <summary>The thread of a root, or null where nothing of it is left to show.</summary>
    public static AnnotationThread? Thread(DbConnection connection, string rootId) =>
        Threads(Read(connection, AnnotationRow.OfThread, null, rootId)) is [var placed] ? placed.Thread : null;

    /// <summary>The public threads on a speech, or on one version of it, in the order of their places, then of time.</summary>
    public static List<PlacedThread> Public(DbConnection connection, long speechId, int? version) =>
        Threads(Read(connection, AnnotationRow.Public, version, speechId));

    /// <summary>Those that only this viewer sees, likewise.</summary>
    public static List<PlacedThread> Private(DbConnection connection, long speechId, int? version, long viewerId) =>
        Threads(Read(connection, AnnotationRow.Private, version, speechId, viewerId));

    private static List<AnnotationRow> Read(DbConnection connection, Prepared query, params ReadOnlySpan<object?> values)
    {
        var rows = new List<AnnotationRow>();
        using var found = query.Read(connection, values);
        while (found.Next())
            rows.Add(AnnotationRow.From(found));
        return rows;
    }

    // The rows come in the order of time. A deleted root stands for its replies, and goes when none is left.
    private static List<PlacedThread> Threads(List<AnnotationRow> rows)
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

        var threads = new List<PlacedThread>(roots.Count);
        foreach (var row in roots)
        {
            var root = row.ToAnnotation();
            if (replies.TryGetValue(row.Id, out var answers))
                threads.Add(new(row.Order, new(root, [.. answers.Select(reply => reply.ToAnnotation(root))])));
            else if (root.Deleted is null)
                threads.Add(new(row.Order, new(root, [])));
        }

        threads.Sort();
        return threads;
    }
}

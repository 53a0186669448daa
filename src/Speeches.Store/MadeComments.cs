using System.Data.Common;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>A comment that was made an annotation before.</summary>
/// <param name="Id">The annotation.</param>
/// <param name="Audience">Who may see it; a group that it was given to since is not told here.</param>
/// <param name="IsClosed">Whether no replies of the file go to it any more: it was deleted, or given to a group, who go on by themselves.</param>
internal sealed record MadeComment(string Id, Audience Audience, bool IsClosed);

/// <summary>
/// The annotations of a speech by the words they were made with: a comment that is imported again, with this version or another, has the
/// same, and they tell its printed author and date.
/// </summary>
internal sealed class MadeComments
{
    // A change of an annotation is another event: what it was made as stays, though it was edited or deleted since.
    private static readonly Prepared MadeAs = new("""
        SELECT a.id, a.deleted IS NOT NULL OR a.group_id IS NOT NULL, a.audience, a.parent_id, e.body,
            CASE WHEN a.version = @version THEN a.block_id ELSE c.block_id END,
            CASE WHEN a.version = @version THEN a.range_start ELSE c.range_start END,
            CASE WHEN a.version = @version THEN a.range_end ELSE c.range_end END
        FROM annotations AS a JOIN annotation_events AS e ON e.annotation_id = a.id AND e.revision = 1
            LEFT JOIN carried_anchors AS c ON c.annotation_id = a.id AND c.version = @version
        WHERE a.speech_id = @speechId AND (a.audience = 'public' OR a.author_id = @authorId)
        ORDER BY a.id
        """);

    private readonly Dictionary<(string? ParentId, string Body), List<(MadeComment Made, (string?, int?, int?) Place)>> _free = [];

    /// <summary>Those that everybody sees and those of the author, with where they stand on a version.</summary>
    public static MadeComments Read(DbConnection connection, long speechId, int version, long authorId)
    {
        var made = new MadeComments();
        using var row = MadeAs.Read(connection, version, speechId, authorId);
        while (row.Next())
        {
            var key = (row.IsNull(3) ? null : row.Text(3), row.Text(4));
            if (!made._free.TryGetValue(key, out var those))
                made._free[key] = those = [];
            var place = row.IsNull(5) ? default : ((string?)row.Text(5), Number(6), Number(7));
            those.Add((new(row.Text(0), Audience.Parse(row.Text(2)), row.Number(1) != 0), place));

            int? Number(int column) => row.IsNull(column) ? null : (int)row.Number(column);
        }

        return made;
    }

    /// <summary>
    /// Which annotation each of a file's comments was made before, or null. Somebody may have written the same words twice in a minute, so
    /// each annotation answers to one comment: first to that at its place, then to those whose place is another by now.
    /// </summary>
    /// <param name="parentId">The root whose replies they are; null for roots.</param>
    /// <param name="comments">All of them, in the order of the file.</param>
    public IReadOnlyList<MadeComment?> Match(string? parentId, IReadOnlyList<(string Body, TextAnchor? Anchor)> comments)
    {
        var found = new MadeComment?[comments.Count];
        foreach (var isAtPlace in (bool[])[true, false])
        {
            foreach (var (at, (body, anchor)) in comments.Index())
            {
                if (found[at] is not null || !_free.TryGetValue((parentId, body), out var those))
                    continue;
                var one = those.FindIndex(made => !isAtPlace || made.Place == (anchor?.BlockId, anchor?.Start, anchor?.End));
                if (one < 0)
                    continue;
                found[at] = those[one].Made;
                those.RemoveAt(one);
            }
        }

        return found;
    }
}

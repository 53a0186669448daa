using System.Data.Common;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>Narrows a list of threads by an <see cref="AnnotationFilter"/>.</summary>
internal static class FilteredThreads
{
    /// <summary>Those of a speech's threads that match.</summary>
    public static async Task<List<AnnotationThread>> Of(
        DbConnection connection, long speechId, List<AnnotationThread> threads, AnnotationFilter filter)
    {
        // A paragraph keeps its number's meaning only within a version, and each anchor counts in its own.
        var blocks = filter.Paragraph is { } number
            ? (await connection.QueryAsync<(long Version, string BlockId)>(
                "SELECT version, block_id FROM blocks WHERE speech_id = @speechId AND number = @number", new { speechId, number })).ToHashSet()
            : null;
        return threads.FindAll(thread =>
            (blocks is null || thread.Root.State != AnchorState.Orphan && blocks.Contains((thread.Root.Version, thread.Root.Anchor.BlockId)))
            && (filter.Author is null || thread.Root.Author.Name == filter.Author)
            && (filter.Tag is not { } tag || thread.Root.Tags.Any(own => Tags.AreSame(own, tag)))
            && (filter.Resolved is null || filter.Resolved == thread.Root.Resolution is not null)
            && (filter.Since is not { } since || IsSince(thread.Root, since) || thread.Replies.Any(reply => IsSince(reply, since))));
    }

    private static bool IsSince(Annotation annotation, DateTimeOffset since) =>
        annotation.Created >= since || annotation.Modified >= since || annotation.Tagged >= since || annotation.Resolution?.At >= since || annotation.Deleted >= since;
}

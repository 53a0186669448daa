using System.Data.Common;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>Makes annotations of the comments that a source brings along.</summary>
public sealed class CommentStore(Database database, TimeProvider clock, AnnotationLimits limits)
{
    private static readonly Prepared ActorNow = new("SELECT name, role FROM accounts WHERE id = @id AND disabled IS NULL");

    /// <summary>
    /// Adds comments as annotations of the one who imports, in one transaction. What was added once to the speech, for everybody or for
    /// that person alone, is not added again: not with another version, and not if it was edited or deleted since. What is on nothing
    /// that can be annotated, or is too long, is left out.
    /// </summary>
    /// <param name="actor">Who imports.</param>
    /// <param name="slug">The speech.</param>
    /// <param name="version">The version that the comments' anchors count in.</param>
    /// <param name="comments">Comments with their replies.</param>
    /// <param name="audience">Who may see them.</param>
    /// <returns>How many annotations and replies were added.</returns>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Forbidden"/> where the actor may not annotate; <see cref="ErrorKind.NotFound"/>.</exception>
    public Task<int> Add(Actor actor, string slug, int version, IReadOnlyList<PrintedComment> comments, Audience audience) =>
        database.Write(connection => AddWithin(connection, actor, slug, version, comments, audience));

    /// <summary>As <see cref="Add"/>, in the caller's transaction.</summary>
    internal async Task<int> AddWithin(
        DbConnection connection, Actor actor, string slug, int version, IReadOnlyList<PrintedComment> comments, Audience audience)
    {
        var author = Now(connection, actor);
        if (!AnnotationRules.MayAnnotate(author))
            throw new SpeechesError(ErrorKind.Forbidden, "Your account may read, but not annotate: no comment was imported.");
        var placed = Placed(connection, slug, version, comments);
        if (placed.Count == 0)
            return 0;
        var made = MadeComments.Read(connection, placed[0].Place.SpeechId, version, author.Id);
        var there = made.Match(null, [.. placed.Select(one => (one.Body, one.Anchor))]);
        var added = 0;
        foreach (var ((comment, place, anchor, body), known) in placed.Zip(there))
        {
            var root = New(place, slug, anchor, author, body, null) with { Audience = audience };
            if (known is null)
                await Write(root, place, comment.IsResolved);
            else if (known.IsClosed)
                continue;
            else
                root = root with { Id = known.Id, Audience = known.Audience };
            var replies = comment.Replies.Take(limits.MaximumReplies).Select(Body).OfType<string>().ToList();
            foreach (var (answer, same) in replies.Zip(made.Match(root.Id, [.. replies.Select(reply => (reply, (TextAnchor?)null))])))
            {
                if (same is null)
                    await Write(New(place, slug, anchor, author, answer, root.Id) with { Audience = root.Audience }, place, isResolved: false);
            }
        }

        return added;

        async Task Write(Annotation annotation, AnnotationPlace place, bool isResolved)
        {
            AnnotationWriter.Add(connection, annotation, author.Id, place.Position);
            added++;
            if (!place.IsNewest && !annotation.IsReply)
                annotation = await Carrying.CarryOn(connection, annotation);
            if (isResolved)
            {
                var resolved = annotation with { Resolution = new(annotation.Author, annotation.Created), Revision = annotation.Revision + 1 };
                await AnnotationWriter.Change(connection, resolved, AnnotationEvent.Resolved, author.Id, annotation.Created);
            }
        }
    }

    /// <summary>Those that can be annotations, each with its place; a comment that the file has twice at one place is one.</summary>
    private List<(PrintedComment Comment, AnnotationPlace Place, TextAnchor Anchor, string Body)> Placed(
        DbConnection connection, string slug, int version, IReadOnlyList<PrintedComment> comments)
    {
        var placed = new List<(PrintedComment Comment, AnnotationPlace Place, TextAnchor Anchor, string Body)>();
        var seen = new HashSet<(string, string, int?, int?)>();
        foreach (var comment in comments)
        {
            if (comment.Anchor is not { } anchor || Body(comment) is not { } body || !seen.Add((body, anchor.BlockId, anchor.Start, anchor.End)))
                continue;
            var place = AnnotationPlace.Find(connection, new NewAnnotation { Slug = slug, Version = version, BlockId = anchor.BlockId, Body = body })
                ?? throw new SpeechesError(ErrorKind.NotFound, "There is no such speech; no comment was imported.");
            if (place.Block is { CanBeAnnotated: true } block && anchor.Fits(block))
                placed.Add((comment, place, TextAnchor.To(block, anchor.Start, anchor.End), body));
        }

        return placed;
    }

    private Annotation New(AnnotationPlace place, string slug, TextAnchor anchor, Actor author, string body, string? parentId)
    {
        var now = clock.Now();
        return new()
        {
            Id = AnnotationId.New(now),
            SpeechId = place.SpeechId,
            Slug = slug,
            Version = place.Version,
            Anchor = anchor,
            ParentId = parentId,
            Author = new(author.Id, author.Name),
            Body = body,
            Audience = Audience.Public,
            Created = now,
            Revision = 1,
        };
    }

    /// <summary>The words as they are stored, or null where they are too long.</summary>
    private string? Body(PrintedComment comment) =>
        comment.ToMarkdown() is var body && body.Length <= limits.MaximumLength ? AnnotationBody.Clean(body, limits.MaximumLength) : null;

    private static Actor Now(DbConnection connection, Actor actor)
    {
        using var row = ActorNow.Read(connection, actor.Id);
        return row.Next()
            ? new Actor(actor.Id, row.Text(0), Enum.Parse<Role>(row.Text(1), ignoreCase: true))
            : throw new SpeechesError(ErrorKind.Forbidden, "Your account has been disabled: no comment was imported.");
    }
}

using System.Data.Common;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>Makes annotations of the comments that a source brings along.</summary>
public sealed class CommentStore(Database database, TimeProvider clock, AnnotationLimits limits)
{
    // A change of an annotation is another event: what it was made as stays, though it was edited or deleted since.
    private static readonly Prepared MadeAs = new("""
        SELECT a.id, a.deleted, e.body, e.created_as, a.audience
        FROM annotations AS a JOIN annotation_events AS e ON e.annotation_id = a.id AND e.revision = 1
        WHERE a.speech_id = @speechId AND (a.audience = 'public' OR a.author_id = @authorId)
        """);

    private static readonly Prepared ActorNow = new("SELECT name, role FROM accounts WHERE id = @id AND disabled IS NULL");

    /// <summary>
    /// Adds comments as annotations of the one who imports, in one transaction. What was added once, for everybody or for that person
    /// alone, is not added again, even if it was edited or deleted since; what is on nothing that can be annotated, or is too long, is left out.
    /// </summary>
    /// <param name="actor">Who imports.</param>
    /// <param name="slug">The speech.</param>
    /// <param name="version">The version that the comments' anchors count in.</param>
    /// <param name="comments">Comments with their replies.</param>
    /// <param name="audience">Who may see them.</param>
    /// <returns>How many annotations and replies were added.</returns>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Forbidden"/> where the actor may not annotate; <see cref="ErrorKind.NotFound"/>.</exception>
    public Task<int> Add(Actor actor, string slug, int version, IReadOnlyList<PrintedComment> comments, Audience audience) => database.Write(async connection =>
    {
        var author = Now(connection, actor);
        if (!AnnotationRules.MayAnnotate(author))
            throw new SpeechesError(ErrorKind.Forbidden, "Your account may read, but not annotate: no comment was imported.");
        Dictionary<(string Body, string CreatedAs), (string Id, Audience Audience, bool IsDeleted)>? made = null;
        var added = 0;
        foreach (var comment in comments)
        {
            if (comment.Anchor is not { } anchor || Body(comment) is not { } body)
                continue;
            var place = AnnotationPlace.Find(connection, new NewAnnotation { Slug = slug, Version = version, BlockId = anchor.BlockId, Body = body })
                ?? throw new SpeechesError(ErrorKind.NotFound, "There is no such speech; no comment was imported.");
            if (place.Block is not { CanBeAnnotated: true } block || !anchor.Fits(block))
                continue;
            made ??= Made(connection, place.SpeechId, author.Id);
            var root = New(place, slug, TextAnchor.To(block, anchor.Start, anchor.End), author, body, null) with { Audience = audience };
            var there = There(made, root);
            if (there.Id is not null)
                root = root with { Id = there.Id, Audience = there.Audience };
            else
                await Write(root, place, comment.IsResolved);
            if (there.IsDeleted)
                continue;
            foreach (var reply in comment.Replies.Take(limits.MaximumReplies))
            {
                if (Body(reply) is { } answer && New(place, slug, root.Anchor, author, answer, root.Id) with { Audience = root.Audience } is var one
                    && There(made, one).Id is null)
                    await Write(one, place, isResolved: false);
            }
        }

        return added;

        async Task Write(Annotation annotation, AnnotationPlace place, bool isResolved)
        {
            AnnotationWriter.Add(connection, annotation, author.Id, place.Position);
            made[(annotation.Body, AsCreated(annotation))] = (annotation.Id, annotation.Audience, false);
            added++;
            if (!place.IsNewest && !annotation.IsReply)
                annotation = await Carrying.CarryOn(connection, annotation);
            if (isResolved)
            {
                var resolved = annotation with { Resolution = new(annotation.Author, annotation.Created), Revision = annotation.Revision + 1 };
                await AnnotationWriter.Change(connection, resolved, AnnotationEvent.Resolved, author.Id, annotation.Created);
            }
        }
    });

    private static string AsCreated(Annotation annotation) => Columns.ToJson(AnnotationWriter.HowCreated(annotation), StoreJson.Default.CreatedAs);

    private static (string? Id, Audience Audience, bool IsDeleted) There(
        Dictionary<(string Body, string CreatedAs), (string Id, Audience Audience, bool IsDeleted)> made, Annotation annotation)
    {
        foreach (var audience in (Audience[])[Audience.Public, Audience.Private])
        {
            if (made.TryGetValue((annotation.Body, AsCreated(annotation with { Audience = audience })), out var there))
                return there;
        }

        return (null, annotation.Audience, false);
    }

    private static Dictionary<(string Body, string CreatedAs), (string Id, Audience Audience, bool IsDeleted)> Made(
        DbConnection connection, long speechId, long authorId)
    {
        var made = new Dictionary<(string, string), (string, Audience, bool)>();
        using var row = MadeAs.Read(connection, speechId, authorId);
        while (row.Next())
            made.TryAdd((row.Text(2), row.Text(3)), (row.Text(0), Audience.Parse(row.Text(4)), !row.IsNull(1)));
        return made;
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

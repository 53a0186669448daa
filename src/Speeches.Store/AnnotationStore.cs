using System.Data.Common;
using Speeches.Annotations;
using static Speeches.Store.AnnotationAccess;

namespace Speeches.Store;

/// <summary>
/// Annotations, their threads and their history. Each change writes an event and the current state in one transaction and raises
/// the speech's revision where others can see it. Who may do what is asked of <see cref="AnnotationRules"/> inside that transaction,
/// with the role that the account has then.
/// </summary>
/// <remarks>
/// Every method throws <see cref="SpeechesError"/>: <see cref="ErrorKind.NotFound"/> for what is unknown or not the actor's to see,
/// <see cref="ErrorKind.Gone"/> for what was deleted, <see cref="ErrorKind.Forbidden"/>, <see cref="ErrorKind.Refused"/> (empty or
/// too long a body: field <c>body</c>), and <see cref="ErrorKind.Stale"/> where <c>expectedRevision</c> is not the current one.
/// </remarks>
public sealed class AnnotationStore(Database database, TimeProvider clock, AnnotationLimits limits, Outbox? outbox = null)
{
    private const int MostListsKept = 128;

    private static readonly Prepared RevisionOf = new("SELECT revision FROM speeches WHERE id = @id");

    private static readonly Prepared CountReplies =
        new("SELECT count(*) FROM annotations WHERE parent_id = @rootId AND deleted IS NULL");

    private readonly PublicThreads _public = new();
    private readonly Kept<(long SpeechId, int? Version, long? ViewerId), List<AnnotationThread>> _threads = new(database, MostListsKept);

    /// <summary>
    /// The threads on a speech that a viewer may see, in the order of their blocks, then ranges, then time; those without a place last.
    /// </summary>
    /// <param name="speechId">The speech.</param>
    /// <param name="viewer">Null for what is public only.</param>
    /// <param name="filter">Narrows to the threads that match.</param>
    /// <param name="version">
    /// Those that were made on this version or carried to it, as they stand on it; null for all, each where it stands now.
    /// </param>
    public async Task<IReadOnlyList<AnnotationThread>> Threads(long speechId, Actor? viewer, AnnotationFilter? filter = null, int? version = null)
    {
        var threads = await _threads.Get(
            (speechId, version, viewer?.Id), () => database.Read(async connection => ReadThreads(connection, speechId, version, viewer?.Id))!);
        return filter is null ? threads! : await database.Read(connection => FilteredThreads.Of(connection, speechId, threads!, filter));
    }

    /// <summary>The thread that holds the annotation (root or reply); the placeholder of a deleted root holds its thread still.</summary>
    public Task<AnnotationThread> Thread(string id, Actor? viewer) => database.Read(async connection =>
    {
        var row = Visible(connection, id, viewer);
        var isPlaceholder = row.ParentId is null && row.Deleted is not null;
        if (!isPlaceholder)
            NotGone(row);
        return AnnotationRows.Thread(connection, row.RootId) ?? throw Gone();
    });

    /// <summary>One annotation where its thread stands now; or on a version, and as it was made where it has no part in that.</summary>
    public Task<Annotation> Find(string id, Actor? viewer, int? version = null) => database.Read(async connection =>
        NotGone(Visible(connection, id, viewer, version)).ToAnnotation());

    /// <summary>Adds an annotation to a block.</summary>
    public Task<Annotation> Add(Actor actor, NewAnnotation annotation) => database.Write(
        connection => Add(connection, actor, annotation), leavesAccounts: true);

    /// <summary>Adds one annotation for each of several places, all or none.</summary>
    /// <returns>They, in order.</returns>
    public Task<List<Annotation>> AddEach(Actor actor, IReadOnlyList<NewAnnotation> annotations) => database.Write(async connection =>
    {
        var added = new List<Annotation>(annotations.Count);
        foreach (var annotation in annotations)
            added.Add(await Add(connection, actor, annotation, isFirst: added.Count == 0));
        return added;
    });

    private async Task<Annotation> Add(DbConnection connection, Actor actor, NewAnnotation annotation, bool isFirst = true)
    {
        var place = AnnotationPlace.Find(connection, annotation)
            ?? throw new SpeechesError(ErrorKind.NotFound, "There is no such speech; the annotation was not stored.");
        var author = Now(connection, actor, inGroup: annotation.Audience.Group is not null);
        if (!AnnotationRules.MayAnnotate(author))
            throw Forbidden("Your account may read, but not annotate");
        var audience = WritableTo(author, Memberships.Known(connection, author, annotation.Audience));
        if (place.Block is not { } block)
            throw new SpeechesError(ErrorKind.Refused, "There is no such paragraph in this speech; the annotation was not stored.", "paragraph");

        var now = clock.Now();
        var added = new Annotation
        {
            Id = AnnotationId.New(now),
            SpeechId = place.SpeechId,
            Slug = annotation.Slug,
            Version = place.Version,
            Anchor = TextAnchor.To(block, annotation.Start, annotation.End),
            Author = new(author.Id, author.Name),
            Body = AnnotationBody.Clean(annotation.Body, limits.MaximumLength),
            Tags = Clean(annotation.Tags),
            Audience = audience,
            Created = now,
            Revision = 1,
        };
        AnnotationWriter.Add(connection, added, author.Id, place.Position);
        if (isFirst) // the same words on several paragraphs are told of once
            await Telling.Written(connection, outbox, added);
        return place.IsNewest ? added : await Carrying.CarryOn(connection, added);
    }

    /// <summary>Adds a reply to the thread that holds <paramref name="id"/>.</summary>
    public Task<Annotation> Reply(Actor actor, string id, string body) => database.Write(async connection =>
    {
        var (root, row, author) = ThreadFor(connection, actor, id, AnnotationAction.Reply, "reply to this annotation");
        var count = Replies(connection, root.Id);
        if (count >= limits.MaximumReplies)
            throw new SpeechesError(ErrorKind.Refused, $"This thread has {count:N0} replies and takes no more. Your reply was not stored.", "body");

        var now = clock.Now();
        var added = new Annotation
        {
            Id = AnnotationId.New(now),
            SpeechId = root.SpeechId,
            Slug = root.Slug,
            Version = root.Version,
            Anchor = root.Anchor,
            Carriage = root.Carriage,
            ParentId = root.Id,
            Author = new(author.Id, author.Name),
            Body = AnnotationBody.Clean(body, limits.MaximumLength),
            Audience = root.Audience,
            Created = now,
            Revision = 1,
        };
        AnnotationWriter.Add(connection, added, row.ThreadAuthorId, row.Position);
        await Telling.Written(connection, outbox, added);
        return added;
    }, leavesAccounts: true);

    /// <summary>Replaces the words. The same words again change nothing.</summary>
    public Task<Annotation> Edit(Actor actor, string id, string body, int? expectedRevision) => Change(actor, id, new() { Body = body }, expectedRevision);

    /// <summary>Gives a thread of one's own another audience; its replies follow. The same again changes nothing.</summary>
    /// <returns>The root.</returns>
    public Task<Annotation> Share(Actor actor, string id, Audience audience, int? expectedRevision) => Change(actor, id, new() { Audience = audience }, expectedRevision);

    /// <summary>Gives a thread other tags. The same again change nothing.</summary>
    /// <returns>The root.</returns>
    public Task<Annotation> Tag(Actor actor, string id, IReadOnlyList<string> tags, int? expectedRevision) => Change(actor, id, new() { Tags = tags }, expectedRevision);

    /// <summary>Changes all that is named, or nothing.</summary>
    /// <remarks>First the audience: in a group that is archived nothing is edited, but a thread can be taken out of it.</remarks>
    public Task<Annotation> Change(Actor actor, string id, AnnotationChange change, int? expectedRevision) => database.Write(async connection =>
    {
        Annotation? changed = null;
        if (change.Audience is { } audience)
            changed = await Share(connection, actor, id, audience, expectedRevision);
        if (change.Tags is { } tags)
            changed = await Tag(connection, actor, id, tags, changed is null ? expectedRevision : null);
        return change.Body is null && changed is not null
            ? changed
            : await Edit(connection, actor, id, change.Body ?? "", changed is null ? expectedRevision : null);
    });

    private async Task<Annotation> Edit(DbConnection connection, Actor actor, string id, string body, int? expectedRevision)
    {
        var row = NotGone(Visible(connection, id, actor));
        var (annotation, author) = (row.ToAnnotation(), Now(connection, actor, row));
        if (!AnnotationRules.May(author, AnnotationAction.Edit, annotation, row.ThreadAuthorId))
            throw Forbidden("Only its author may edit an annotation");
        var words = AnnotationBody.Clean(body, limits.MaximumLength);
        NotStale(annotation, expectedRevision);
        if (words == annotation.Body)
            return annotation;

        var now = clock.Now();
        var edited = annotation with { Body = words, Modified = now, Revision = annotation.Revision + 1 };
        await AnnotationWriter.Change(connection, edited, AnnotationEvent.Edited, author.Id, now);
        await Telling.Edited(connection, outbox, edited, now);
        return edited;
    }

    private async Task<Annotation> Share(DbConnection connection, Actor actor, string id, Audience audience, int? expectedRevision)
    {
        var row = NotGone(Visible(connection, id, actor));
        var (annotation, author) = (row.ToAnnotation(), Now(connection, actor, inGroup: true));
        if (!AnnotationRules.May(author, AnnotationAction.Share, annotation, row.ThreadAuthorId))
            throw Forbidden("Only who began a thread may say who can read it");
        var wanted = WritableTo(author, Memberships.Known(connection, author, audience));
        NotStale(annotation, expectedRevision);
        if (wanted == annotation.Audience)
            return annotation;

        var changed = annotation with { Audience = wanted, Revision = annotation.Revision + 1 };
        await AnnotationWriter.Share(connection, changed, annotation.Audience, author.Id, clock.Now());
        return changed;
    }

    private async Task<Annotation> Tag(DbConnection connection, Actor actor, string id, IReadOnlyList<string> tags, int? expectedRevision)
    {
        var row = NotGone(Visible(connection, id, actor));
        var (annotation, author) = (row.ToAnnotation(), Now(connection, actor, row));
        if (annotation.IsReply)
            throw new SpeechesError(ErrorKind.Refused, "Tags belong to the first annotation of a thread, not to its replies. Nothing was changed.", "tags");
        if (!AnnotationRules.May(author, AnnotationAction.Tag, annotation, row.ThreadAuthorId))
            throw Forbidden("Only who began a thread, an editor or, in a group, its moderator may say how it is tagged");
        var wanted = Clean(tags);
        NotStale(annotation, expectedRevision);
        return wanted.SequenceEqual(annotation.Tags, StringComparer.Ordinal)
            ? annotation
            : await AnnotationWriter.Retag(connection, annotation, wanted, author.Id, clock.Now());
    }

    private IReadOnlyList<string> Clean(IReadOnlyList<string> tags) =>
        tags.Count == 0 ? [] : Tags.Clean(tags, limits.MaximumTags, limits.MaximumTagLength);

    /// <summary>Deletes it; a root with replies stays as a placeholder.</summary>
    /// <returns>The thread as it stands now, or null where nothing of it is left to show.</returns>
    public Task<AnnotationThread?> Delete(Actor actor, string id, int? expectedRevision) => database.Write(async connection =>
    {
        var row = NotGone(Visible(connection, id, actor));
        var (annotation, author) = (row.ToAnnotation(), Now(connection, actor, row));
        if (!AnnotationRules.May(author, AnnotationAction.Delete, annotation, row.ThreadAuthorId))
            throw Forbidden("Only its author, a moderator of its group or, where it is public, an administrator may delete an annotation");
        NotStale(annotation, expectedRevision);

        var now = clock.Now();
        var deleted = annotation with
        {
            Body = "",
            Tags = [],
            Deleted = now,
            DeletedBy = new(author.Id, author.Name),
            Revision = annotation.Revision + 1,
        };
        await AnnotationWriter.Change(connection, deleted, AnnotationEvent.Deleted, author.Id, now);
        return AnnotationRows.Thread(connection, row.RootId);
    });

    /// <summary>Resolves or reopens the thread that holds <paramref name="id"/>; doing so twice changes nothing.</summary>
    /// <returns>The root.</returns>
    public Task<Annotation> Resolve(Actor actor, string id, bool resolved) => database.Write(async connection =>
    {
        var (root, _, author) = ThreadFor(connection, actor, id, AnnotationAction.Resolve, "resolve or reopen this thread");
        if (resolved == root.Resolution is not null)
            return root;

        var now = clock.Now();
        var changed = root with
        {
            Resolution = resolved ? new(new(author.Id, author.Name), now) : null,
            Revision = root.Revision + 1,
        };
        await AnnotationWriter.Change(connection, changed, resolved ? AnnotationEvent.Resolved : AnnotationEvent.Reopened, author.Id, now);
        return changed;
    });

    // What is done to a thread is asked of its root, whichever annotation of it was named.
    private static (Annotation Root, AnnotationRow Row, Actor Author) ThreadFor(
        DbConnection connection, Actor actor, string id, AnnotationAction action, string doing)
    {
        var named = NotGone(Visible(connection, id, actor));
        var row = named.ParentId is null ? named : NotGone(Visible(connection, named.RootId, actor));
        var (root, author) = (row.ToAnnotation(), Now(connection, actor, row));
        return AnnotationRules.May(author, action, root, row.ThreadAuthorId)
            ? (root, row, author)
            : throw Forbidden($"Your account may not {doing}");
    }

    private List<AnnotationThread> ReadThreads(DbConnection connection, long speechId, int? version, long? viewerId)
    {
        var revision = RevisionNow(connection, speechId);
        if (_public.Find(speechId, version, revision) is not { } shared)
            _public.Keep(speechId, version, revision, shared = AnnotationRows.Public(connection, speechId, version));
        var own = viewerId is { } viewer ? AnnotationRows.Private(connection, speechId, version, viewer) : [];
        IEnumerable<PlacedThread> all = own.Count == 0 ? shared : shared.Concat(own).Order();
        return [.. all.Select(placed => placed.Thread)];
    }

    private static long RevisionNow(DbConnection connection, long speechId)
    {
        using var row = RevisionOf.Read(connection, speechId);
        return row.Next() ? row.Number(0) : 0;
    }

    private static long Replies(DbConnection connection, string rootId)
    {
        using var row = CountReplies.Read(connection, rootId);
        return row.Next() ? row.Number(0) : 0;
    }
}

using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>A thread that somebody is to see to, in a list.</summary>
public sealed record AssignedThread
{
    /// <summary>The root's id.</summary>
    public required string Id { get; init; }

    /// <summary>The speech's name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Its header, for its title.</summary>
    public required SpeechHeader Header { get; init; }

    /// <summary>The paragraph's number, where it has a place with one.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Who began it.</summary>
    public required string By { get; init; }

    /// <summary>The root's words, Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>The group that may see it, or null.</summary>
    public string? Group { get; init; }

    /// <summary>Until the end of which day, or null.</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>Who is to see to which thread. A thread is assigned by who may sort it, and given back by whom it is assigned to.</summary>
public sealed class AssignmentStore(Database database, TimeProvider clock, Outbox? outbox = null)
{
    /// <summary>Assigns the thread that holds <paramref name="id"/>, or takes that back. The same again changes nothing.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="id">An annotation of the thread.</param>
    /// <param name="name">The display name of a person whom the actor meets there (<see cref="People"/>) and who may see it, or their own; null for nobody.</param>
    /// <param name="due">Until which day, or null.</param>
    /// <returns>The root.</returns>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.NotFound"/>, <see cref="ErrorKind.Gone"/>, <see cref="ErrorKind.Forbidden"/>; <see cref="ErrorKind.Refused"/> on field
    /// <c>to</c> where nobody of that name is met, or two are.
    /// </exception>
    public Task<Annotation> Assign(Actor actor, string id, string? name, DateOnly? due) => database.Write(async connection =>
    {
        var named = AnnotationAccess.NotGone(AnnotationAccess.Visible(connection, id, actor));
        var row = named.ParentId is null ? named : AnnotationAccess.NotGone(AnnotationAccess.Visible(connection, named.RootId, actor));
        var (root, author) = (row.ToAnnotation(), AnnotationAccess.Now(connection, actor, row));
        var isGivenBack = string.IsNullOrWhiteSpace(name);
        var isOwn = root.Assignment?.To.Id == author.Id && AnnotationRules.MayAnnotate(author);
        if (!AnnotationRules.May(author, AnnotationAction.Assign, root, row.ThreadAuthorId) && !(isGivenBack && isOwn))
            throw AnnotationAccess.Forbidden("Only who began a thread, an editor or a moderator of its group may assign it; whom it is assigned to may give it back");
        var wanted = isGivenBack ? null : new Assignment(await People.Assignable(connection, author, root, name!) switch
        {
            [var person] => person,
            [] => throw new SpeechesError(ErrorKind.Refused, $"You meet nobody called “{name}” who may see this thread. Nothing was changed.", "to"),
            _ => throw new SpeechesError(ErrorKind.Refused, $"There are two called “{name}” here: it is not clear who is meant. Nothing was changed.", "to"),
        }, due);
        if (wanted == root.Assignment)
            return root;

        var now = clock.Now();
        var changed = root with { Assignment = wanted, Revision = root.Revision + 1 };
        await AnnotationWriter.Assign(connection, changed, author.Id, now);
        if (wanted is not null && wanted.To.Id != root.Assignment?.To.Id)
        {
            var told = new Told(connection, outbox, changed, author.Id) { At = now };
            if (!told.IsForNobodyElse)
                await told.Tell(InboxKind.Assignment, "SELECT value FROM json_each(@people)", [wanted.To.Id]);
            await told.Mail();
        }

        return changed;
    }, leavesAccounts: true);

    /// <summary>The open threads that are assigned to a person and that they may see: those due first, those without a day last.</summary>
    public Task<IReadOnlyList<AssignedThread>> Of(Actor actor) => database.Read<IReadOnlyList<AssignedThread>>(async connection =>
        [.. (await connection.QueryAsync<Row>($"""
            SELECT a.id, s.slug, s.header, b.number AS paragraph, w.name AS by, a.body, g.name AS group_name, a.due
            FROM annotations AS a JOIN speeches AS s ON s.id = a.speech_id JOIN accounts AS w ON w.id = a.author_id
                JOIN anchors_now AS n ON n.annotation_id = a.id
                LEFT JOIN blocks AS b ON b.speech_id = n.speech_id AND b.version = n.version AND b.block_id = n.block_id
                LEFT JOIN groups AS g ON g.id = a.group_id
            WHERE a.assignee_id = @viewerId AND a.resolved IS NULL AND a.deleted IS NULL
                AND (a.audience = 'public' OR {AnnotationRow.SightOf("a", "thread_author_id")})
            ORDER BY a.due IS NULL, a.due, a.id
            """, new { viewerId = actor.Id })).Select(row => row.ToThread())]);

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Slug { get; init; } = "";

        public string Header { get; init; } = "";

        public int? Paragraph { get; init; }

        public string By { get; init; } = "";

        public string Body { get; init; } = "";

        public string? GroupName { get; init; }

        public string? Due { get; init; }

        public AssignedThread ToThread() => new()
        {
            Id = Id,
            Slug = Slug,
            Header = Columns.FromJson(Header, StoreJson.Default.SpeechHeader),
            Paragraph = Paragraph,
            By = By,
            Body = Body,
            Group = GroupName,
            Due = Columns.ToDay(Due),
        };
    }
}

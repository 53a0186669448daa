using System.Data.Common;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>
/// Groups of people who discuss among themselves. Who may do what is asked of <see cref="GroupRules"/> inside the transaction of the
/// change; to who does not belong to a group it does not exist.
/// </summary>
/// <remarks>
/// Every method throws <see cref="SpeechesError"/>: <see cref="ErrorKind.NotFound"/> for what is unknown or not the actor's to see,
/// <see cref="ErrorKind.Forbidden"/>, <see cref="ErrorKind.Refused"/> with the field, <see cref="ErrorKind.Conflict"/> where another of
/// the person's groups has the name.
/// </remarks>
public sealed class GroupStore(Database database, TimeProvider clock, GroupLimits limits)
{
    private const int MostRecent = 20;
    private const int MostMembershipsKept = 1024;

    private const string Columns = """
        g.id, g.name, m.role, g.archived, (SELECT count(*) FROM group_members AS o WHERE o.group_id = g.id) AS member_count,
            (SELECT count(*) FROM annotations AS a WHERE a.group_id = g.id AND a.parent_id IS NULL AND a.deleted IS NULL) AS thread_count
        """;

    private const string InvitationColumns = """
        i.id, i.group_id, g.name AS group_name, i.normalized_email AS email, w.name AS by, i.expires
        FROM group_invitations AS i JOIN groups AS g ON g.id = i.group_id JOIN accounts AS w ON w.id = i.created_by
        """;

    private const string IsOpen = "i.ended IS NULL AND i.expires > @now AND g.archived IS NULL";

    // Each page of who is signed in asks for them.
    private readonly Kept<long, IReadOnlyDictionary<long, Membership>> _memberships = new(database, MostMembershipsKept);

    /// <summary>The actor with the groups that they belong to.</summary>
    public async Task<Actor> With(Actor actor) => actor with
    {
        Groups = (await _memberships.Get(actor.Id, () => database.Read(
            connection => Task.FromResult<IReadOnlyDictionary<long, Membership>?>(Memberships.With(connection, actor).Groups))))!,
    };

    /// <summary>The groups of a person, by name, archived ones last.</summary>
    public Task<IReadOnlyList<Group>> Of(Actor actor) => database.Read<IReadOnlyList<Group>>(async connection => (await connection.QueryAsync<Group>(
        $"""
        SELECT {Columns} FROM group_members AS m JOIN groups AS g ON g.id = m.group_id
        WHERE m.account_id = @Id ORDER BY g.archived IS NOT NULL, g.name COLLATE NOCASE, g.id
        """, new { actor.Id })).AsList());

    /// <summary>A group that the actor belongs to.</summary>
    public Task<GroupDetail> Find(Actor actor, long id) => database.Read(async connection =>
    {
        var member = Allowed(connection, actor, GroupAction.See, id);
        var values = new { id, accountId = actor.Id, now = clock.Now(), MostRecent };
        var group = await connection.QuerySingleAsync<Group>($"""
            SELECT {Columns} FROM group_members AS m JOIN groups AS g ON g.id = m.group_id WHERE g.id = @id AND m.account_id = @accountId
            """, values);
        var recent = await connection.QueryAsync<ThreadRow>("""
            SELECT a.id, s.slug, s.header, b.number AS paragraph, w.name AS by, a.body, a.resolved IS NOT NULL AS is_resolved,
                count(r.id) AS replies, max(coalesce(r.modified, r.created, ''), coalesce(a.modified, a.created)) AS last
            FROM annotations AS a JOIN speeches AS s ON s.id = a.speech_id JOIN accounts AS w ON w.id = a.author_id
                JOIN anchors_now AS n ON n.annotation_id = a.id
                LEFT JOIN blocks AS b ON b.speech_id = n.speech_id AND b.version = n.version AND b.block_id = n.block_id
                LEFT JOIN annotations AS r ON r.parent_id = a.id AND r.deleted IS NULL
            WHERE a.group_id = @id AND a.parent_id IS NULL AND a.deleted IS NULL
            GROUP BY a.id ORDER BY last DESC, a.id DESC LIMIT @MostRecent
            """, values);
        return new GroupDetail
        {
            Id = group.Id,
            Name = group.Name,
            Role = group.Role,
            Archived = group.Archived,
            MemberCount = group.MemberCount,
            ThreadCount = group.ThreadCount,
            Members = (await connection.QueryAsync<GroupMember>("""
                SELECT p.id, p.name, m.role, m.joined FROM group_members AS m JOIN accounts AS p ON p.id = m.account_id
                WHERE m.group_id = @id ORDER BY p.name COLLATE NOCASE, p.id
                """, values)).AsList(),
            Invitations = GroupRules.May(member, GroupAction.Invite, id)
                ? (await connection.QueryAsync<GroupInvitation>($"SELECT {InvitationColumns} WHERE i.group_id = @id AND {IsOpen} ORDER BY i.id DESC", values)).AsList()
                : [],
            Recent = [.. recent.Select(row => row.ToThread())],
        };
    });

    /// <summary>Makes a group; who makes it is its moderator.</summary>
    /// <returns>Its key.</returns>
    public Task<long> Create(Actor actor, string name) => database.Write(async connection =>
    {
        var maker = AnnotationAccess.Now(connection, actor, inGroup: true);
        if (!GroupRules.MayCreate(maker))
            throw AnnotationAccess.Forbidden("Your account may read, but not make groups");
        var id = await connection.ExecuteScalarAsync<long>(
            "INSERT INTO groups (name, created, created_by) VALUES (@name, @now, @Id) RETURNING id",
            new { name = await Named(connection, maker, name), now = clock.Now(), actor.Id });
        await Enter(connection, maker, id, GroupRole.Moderator);
        return id;
    });

    /// <summary>Makes an invitation.</summary>
    /// <param name="actor">A moderator.</param>
    /// <param name="id">The group.</param>
    /// <param name="email">The address of the one account that may use it, once; null for a link that whoever has it may use.</param>
    /// <returns>The token of its link, told this once.</returns>
    public async Task<string> Invite(Actor actor, long id, string? email)
    {
        var (token, address) = (Secrets.New(), string.IsNullOrWhiteSpace(email) ? null : email.Trim());
        if (address is not null && (address.Length > 254 || address.IndexOf('@', StringComparison.Ordinal) is < 1))
            throw new SpeechesError(ErrorKind.Refused, "That is no e-mail address. Nobody was invited.", "email");
        return await database.Write(async connection =>
        {
            Allowed(connection, actor, GroupAction.Invite, id);
            var values = new { id, hash = Secrets.Hash(token), email = address?.ToUpperInvariant(), by = actor.Id, now = clock.Now(), expires = clock.Now().AddDays(limits.InvitationDays) };
            var open = await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM (SELECT {InvitationColumns} WHERE i.group_id = @id AND {IsOpen})", values);
            if (open >= limits.MaximumInvitations)
                throw new SpeechesError(ErrorKind.Refused, $"This group has {open:N0} open invitations. Withdraw some first; nobody was invited.", "email");
            await connection.ExecuteAsync("""
                INSERT INTO group_invitations (group_id, hash, normalized_email, created_by, created, expires)
                VALUES (@id, @hash, @email, @by, @now, @expires)
                """, values);
            return token;
        });
    }

    /// <summary>The open invitation of a link, for the account that would use it.</summary>
    public Task<GroupInvitation> Invitation(Actor actor, string token) => database.Read(connection => Open(connection, actor, token));

    /// <summary>Accepts an invitation. Who belongs to the group already stays what they are.</summary>
    /// <returns>The group's key.</returns>
    public Task<long> Accept(Actor actor, string token) => database.Write(async connection =>
    {
        var invitation = await Open(connection, actor, token);
        var account = AnnotationAccess.Now(connection, actor, inGroup: true);
        if (account.Groups.ContainsKey(invitation.GroupId))
            return invitation.GroupId;
        await Named(connection, account, invitation.GroupName, "You have another group of this name: leave it, or have one of them renamed. You did not join.");
        var members = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM group_members WHERE group_id = @GroupId", invitation);
        if (members >= limits.MaximumMembers)
            throw new SpeechesError(ErrorKind.Refused, $"This group has {members:N0} members and takes no more. You did not join.");
        await Enter(connection, account, invitation.GroupId, GroupRole.Member);
        if (invitation.Email is not null)
            await End(connection, invitation.Id);
        return invitation.GroupId;
    });

    /// <summary>Withdraws an invitation.</summary>
    public Task Withdraw(Actor actor, long id, long invitationId) => database.Write(async connection =>
    {
        Allowed(connection, actor, GroupAction.Invite, id);
        return await connection.ExecuteAsync(
            "UPDATE group_invitations SET ended = @now WHERE id = @invitationId AND group_id = @id AND ended IS NULL", new { id, invitationId, now = clock.Now() });
    });

    /// <summary>Leaves a group. What one wrote in it stays; the last one to leave archives it.</summary>
    public Task Leave(Actor actor, long id) => database.Write(async connection =>
    {
        Allowed(connection, actor, GroupAction.Leave, id);
        await Exit(connection, id, actor.Id);
        return id;
    });

    /// <summary>Removes a member.</summary>
    public Task Remove(Actor actor, long id, long memberId) => database.Write(async connection =>
    {
        Allowed(connection, actor, GroupAction.Manage, id);
        await Exit(connection, id, memberId);
        return id;
    });

    /// <summary>Makes a member a moderator, or a moderator a member.</summary>
    public Task SetRole(Actor actor, long id, long memberId, GroupRole role) => database.Write(async connection =>
    {
        Allowed(connection, actor, GroupAction.Manage, id);
        if (role == GroupRole.Member)
            await KeepAModerator(connection, id, memberId);
        var changed = await connection.ExecuteAsync(
            "UPDATE group_members SET role = @role WHERE group_id = @id AND account_id = @memberId", new { id, memberId, role = role.ToColumn() });
        return changed > 0 ? id : throw NoMember();
    });

    /// <summary>Gives it another name.</summary>
    public Task Rename(Actor actor, long id, string name) => database.Write(async connection =>
    {
        var member = Allowed(connection, actor, GroupAction.Rename, id);
        var named = await Named(connection, member, name, except: id);
        return await connection.ExecuteAsync("UPDATE groups SET name = @named WHERE id = @id", new { id, named });
    });

    /// <summary>Archives it, or takes that back.</summary>
    public Task Archive(Actor actor, long id, bool archived) => database.Write(async connection =>
    {
        Allowed(connection, actor, GroupAction.Archive, id);
        return await connection.ExecuteAsync(
            "UPDATE groups SET archived = CASE WHEN @archived THEN coalesce(archived, @now) END WHERE id = @id", new { id, archived, now = clock.Now() });
    });

    private static Actor Allowed(DbConnection connection, Actor actor, GroupAction action, long id)
    {
        var now = AnnotationAccess.Now(connection, actor, inGroup: true);
        if (!GroupRules.May(now, GroupAction.See, id))
            throw new SpeechesError(ErrorKind.NotFound, "There is no such group.");
        return GroupRules.May(now, action, id) ? now : throw AnnotationAccess.Forbidden(
            now.Groups[id].IsArchived ? "This group is archived" : "Only a moderator of this group may do that");
    }

    private async Task<GroupInvitation> Open(DbConnection connection, Actor actor, string token) =>
        await connection.QuerySingleOrDefaultAsync<GroupInvitation>($"""
            SELECT {InvitationColumns} WHERE i.hash = @hash AND {IsOpen}
                AND (i.normalized_email IS NULL OR i.normalized_email = (SELECT p.normalized_email FROM accounts AS p WHERE p.id = @Id))
            """, new { hash = Secrets.Hash(token), now = clock.Now(), actor.Id })
        ?? throw new SpeechesError(ErrorKind.NotFound, "This invitation is unknown, was used or withdrawn, has expired, or is for another address than your account's.");

    private async Task<string> Named(DbConnection connection, Actor actor, string name, string? taken = null, long except = 0)
    {
        name = name.Trim();
        if (name.Length is 0 or > 80 || name.Any(char.IsControl))
            throw new SpeechesError(ErrorKind.Refused, "A group's name has 1 to 80 characters on one line. Nothing was changed.", "name");
        if (except == 0 && actor.Groups.Count >= limits.MaximumGroups)
            throw new SpeechesError(ErrorKind.Refused, $"You belong to {actor.Groups.Count:N0} groups, as many as one may. Nothing was changed.", "name");
        // One names one's groups by name. Of the groups of other members nothing is told here.
        var other = await connection.ExecuteScalarAsync<long?>("""
            SELECT g.id FROM groups AS g JOIN group_members AS m ON m.group_id = g.id
            WHERE g.name = @name COLLATE NOCASE AND g.id <> @except AND m.account_id = @Id
            """, new { name, except, actor.Id });
        return other is null ? name : throw new SpeechesError(
            ErrorKind.Conflict, taken ?? "You belong to a group of this name already. Nothing was changed.", "name");
    }

    private Task<int> Enter(DbConnection connection, Actor actor, long id, GroupRole role) => connection.ExecuteAsync(
        "INSERT INTO group_members (group_id, account_id, role, joined) VALUES (@id, @accountId, @role, @now)",
        new { id, accountId = actor.Id, role = role.ToColumn(), now = clock.Now() });

    private async Task Exit(DbConnection connection, long id, long memberId)
    {
        await KeepAModerator(connection, id, memberId);
        if (await connection.ExecuteAsync("DELETE FROM group_members WHERE group_id = @id AND account_id = @memberId", new { id, memberId }) == 0)
            throw NoMember();
        await connection.ExecuteAsync("""
            UPDATE groups SET archived = coalesce(archived, @now) WHERE id = @id AND NOT EXISTS (SELECT 1 FROM group_members WHERE group_id = @id)
            """, new { id, now = clock.Now() });
    }

    // While others remain, somebody must be able to invite and to keep order.
    private static async Task KeepAModerator(DbConnection connection, long id, long memberId)
    {
        var (moderators, others) = await connection.QuerySingleAsync<(long, long)>("""
            SELECT count(*) FILTER (WHERE role = 'moderator'), count(*) FROM group_members WHERE group_id = @id AND account_id <> @memberId
            """, new { id, memberId });
        if (moderators == 0 && others > 0)
            throw new SpeechesError(ErrorKind.Refused, "A group needs a moderator: make somebody else one first. Nothing was changed.", "member");
    }

    private Task<int> End(DbConnection connection, long invitationId) =>
        connection.ExecuteAsync("UPDATE group_invitations SET ended = @now WHERE id = @invitationId", new { invitationId, now = clock.Now() });

    private static SpeechesError NoMember() => new(ErrorKind.NotFound, "There is no such member in this group.");

    private sealed record ThreadRow
    {
        public string Id { get; init; } = "";

        public string Slug { get; init; } = "";

        public string Header { get; init; } = "";

        public int? Paragraph { get; init; }

        public string By { get; init; } = "";

        public string Body { get; init; } = "";

        public int Replies { get; init; }

        public bool IsResolved { get; init; }

        public string Last { get; init; } = "";

        public GroupThread ToThread() => new()
        {
            Id = Id,
            Slug = Slug,
            Header = Store.Columns.FromJson(Header, StoreJson.Default.SpeechHeader),
            Paragraph = Paragraph,
            By = By,
            Body = Body,
            Replies = Replies,
            IsResolved = IsResolved,
            Last = Store.Columns.ToMoment(Last),
        };
    }
}

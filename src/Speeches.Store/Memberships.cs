using System.Data.Common;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>Who belongs to which group, inside a transaction.</summary>
internal static class Memberships
{
    private static readonly Prepared OfAccount = new("""
        SELECT m.group_id, m.role, g.archived FROM group_members AS m JOIN groups AS g ON g.id = m.group_id WHERE m.account_id = @accountId
        """);

    private static readonly Prepared Named = new("""
        SELECT g.id, g.name FROM group_members AS m JOIN groups AS g ON g.id = m.group_id
        WHERE m.account_id = @accountId AND g.name = @name COLLATE NOCASE
        """);

    /// <summary>The actor with the groups that they belong to now.</summary>
    public static Actor With(DbConnection connection, Actor actor)
    {
        var groups = new Dictionary<long, Membership>();
        using var row = OfAccount.Read(connection, actor.Id);
        while (row.Next())
            groups[row.Number(0)] = new(Enum.Parse<GroupRole>(row.Text(1), ignoreCase: true), !row.IsNull(2));
        return actor with { Groups = groups };
    }

    /// <summary>The audience of a group that an actor names; anything else as it is.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> (field <c>audience</c>) where they belong to none of that name, or to two.</exception>
    public static Audience Known(DbConnection connection, Actor actor, Audience audience)
    {
        if (audience.Group is not { } name)
            return audience;
        using var row = Named.Read(connection, actor.Id, name);
        if (!row.Next())
            throw new SpeechesError(ErrorKind.Refused, $"You belong to no group called “{name}”. Nothing was stored.", "audience");
        var known = Audience.OfGroup(row.Text(1), row.Number(0));
        return !row.Next()
            ? known
            : throw new SpeechesError(ErrorKind.Refused, $"You belong to two groups called “{name}”: have one of them renamed first. Nothing was stored.", "audience");
    }
}

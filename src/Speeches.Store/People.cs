using System.Data.Common;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>
/// Whom one can name. A library does not list its people to anybody: to write to everybody is to meet those who have written for everybody in
/// the same speech and those with whom one shares a group; in a group one meets its members.
/// </summary>
public sealed class People(Database database)
{
    // Of people who are met: @groupId for a group's members, else those on the speech and in @actorId's groups.
    private const string Met = """
        SELECT p.id, p.name FROM accounts AS p WHERE p.disabled IS NULL AND p.id <> @actorId AND p.id IN (
            SELECT account_id FROM group_members WHERE group_id = @groupId
            UNION SELECT author_id FROM annotations WHERE @groupId IS NULL AND speech_id = @speechId AND audience = 'public' AND deleted IS NULL
            UNION SELECT o.account_id FROM group_members AS m JOIN group_members AS o ON o.group_id = m.group_id
                WHERE @groupId IS NULL AND m.account_id = @actorId)
        """;

    /// <summary>The names of those whom a writer meets, in order; each may be named by <see cref="Mentions.Of"/> and is told.</summary>
    /// <param name="actor">The writer.</param>
    /// <param name="speechId">Where they write.</param>
    /// <param name="audience">For whom; a group is named, and must be one of theirs.</param>
    public Task<IReadOnlyList<string>> Suggested(Actor actor, long speechId, Audience audience) => database.Read<IReadOnlyList<string>>(async connection =>
    {
        if (audience == Audience.Private)
            return [];
        var group = Memberships.Known(connection, actor, audience).GroupId;
        var rows = await connection.QueryAsync<Person>(Met, new { actorId = actor.Id, speechId, groupId = group });
        return [.. rows.Select(person => person.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCultureIgnoreCase)];
    });

    /// <summary>The accounts of one name to whom a thread may be assigned: those whom the actor meets and who may see it, and the actor.</summary>
    internal static async Task<IReadOnlyList<Author>> Assignable(DbConnection connection, Actor actor, Annotation root, string name)
    {
        var met = root.Audience == Audience.Private ? []
            : await connection.QueryAsync<Person>(Met, new { actorId = actor.Id, speechId = root.SpeechId, groupId = root.Audience.GroupId });
        return [.. met.Select(person => new Author(person.Id, person.Name)).Append(new(actor.Id, actor.Name))
            .Where(person => Mentions.Key(person.Name) == Mentions.Key(name))];
    }

    /// <summary>
    /// The accounts that an annotation names, among those who may see it. Two who are met under one name are both meant. Whoever is not
    /// met is meant by a name that one account alone has, and only where everybody may read it; nothing tells the writer whether there is one.
    /// </summary>
    internal static async Task<IReadOnlyCollection<long>> Mentioned(DbConnection connection, Annotation written)
    {
        var names = Mentions.In(written.Body).Select(Mentions.Key).ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0)
            return [];
        var groupId = written.Audience.GroupId;
        var met = (await connection.QueryAsync<Person>(Met, new { actorId = written.Author.Id, speechId = written.SpeechId, groupId }))
            .Where(person => names.Contains(Mentions.Key(person.Name))).ToList();
        names.ExceptWith(met.Select(person => Mentions.Key(person.Name)));
        if (names.Count == 0 || groupId is not null)
            return [.. met.Select(person => person.Id)];
        var others = (await connection.QueryAsync<Person>("SELECT id, name FROM accounts WHERE disabled IS NULL AND id <> @Id", new { written.Author.Id }))
            .ToLookup(person => Mentions.Key(person.Name), person => person.Id, StringComparer.Ordinal);
        return [.. met.Select(person => person.Id), .. names.Where(name => others[name].Count() == 1).Select(name => others[name].Single())];
    }

    private sealed record Person
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";
    }
}

using System.Data.Common;
using System.Text.Json;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>The telling of one event: each person once, of the first thing that concerns them.</summary>
internal sealed class Told(DbConnection connection, Outbox? outbox, long speechId, string slug, long? actorId, DateTimeOffset at)
{
    private static readonly Prepared LastRow = new("SELECT coalesce(max(id), 0) FROM inbox");

    private readonly Annotation? _about;
    private long? _last;

    /// <summary>Of something that was done to an annotation, by its author unless said otherwise.</summary>
    public Told(DbConnection connection, Outbox? outbox, Annotation about, long? actorId = null)
        : this(connection, outbox, about.SpeechId, about.Slug, actorId ?? about.Author.Id, about.Created) => _about = about;

    /// <summary>When it was done, UTC.</summary>
    public DateTimeOffset At { get; init; } = at;

    /// <summary>Whether nobody but its author may see it.</summary>
    public bool IsForNobodyElse => _about?.Audience == Audience.Private;

    /// <summary>Tells people who may see it, were not told of it just now and did not do it themselves.</summary>
    /// <param name="kind">As what.</param>
    /// <param name="people">A query for the keys of their accounts.</param>
    /// <param name="named">Keys of accounts, for the parameter <c>@people</c>.</param>
    public async Task Tell(InboxKind kind, string people, IEnumerable<long>? named = null)
    {
        var choice = MailKinds.Of(kind);
        await connection.ExecuteAsync($"""
            INSERT INTO inbox (account_id, kind, speech_id, annotation_id, actor_id, at, mail)
            SELECT p.id, @kind, @speechId, @annotationId, @actorId, @At, CASE WHEN @isOn THEN nullif(coalesce(c.choice, @usual), 'never') END
            FROM accounts AS p LEFT JOIN mail_choices AS c ON c.account_id = p.id AND c.kind = @choice
            WHERE p.id IN ({people}) AND p.disabled IS NULL AND p.id IS NOT @actorId
                AND (@groupId IS NULL OR EXISTS (SELECT 1 FROM group_members AS m WHERE m.group_id = @groupId AND m.account_id = p.id))
                AND NOT EXISTS (SELECT 1 FROM inbox AS i WHERE i.id > @last AND i.account_id = p.id)
            ORDER BY p.id
            ON CONFLICT DO NOTHING
            """, new
        {
            kind = kind.ToColumn(),
            speechId,
            slug,
            annotationId = _about?.Id,
            rootId = _about?.ParentId ?? _about?.Id,
            actorId,
            At,
            isOn = outbox?.IsOn == true,
            usual = MailKinds.Usual(choice).ToColumn(),
            choice = choice.ToColumn(),
            groupId = _about?.Audience.GroupId,
            last = Last(),
            people = JsonSerializer.Serialize(named ?? []),
            tags = JsonSerializer.Serialize((_about?.Tags ?? []).Select(Tags.Key)),
        });
    }

    /// <summary>Adds the mail for those who want to be told at once.</summary>
    public async Task Mail()
    {
        if (outbox?.IsOn != true || _last is null)
            return;
        var rows = await connection.QueryAsync<(long Id, long AccountId)>("SELECT id, account_id FROM inbox WHERE id > @_last AND mail = 'once' ORDER BY id", new { _last });
        foreach (var (id, accountId) in rows)
        {
            var mailId = await outbox.AddLater(connection, "notice", accountId);
            await connection.ExecuteAsync("UPDATE inbox SET mail_id = @mailId WHERE id = @id", new { id, mailId });
        }
    }

    // Rows above it are those of this event: there is one writer.
    private long Last()
    {
        if (_last is { } known)
            return known;
        using var row = LastRow.Read(connection);
        _last = row.Next() ? row.Number(0) : 0;
        return _last.Value;
    }
}

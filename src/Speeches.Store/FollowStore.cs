using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>What one can follow.</summary>
public enum FollowKind
{
    /// <summary>A speech, by its name in addresses: new threads, and new versions.</summary>
    Speech,

    /// <summary>A speaker, by the name that the library lists them under: new speeches.</summary>
    Speaker,

    /// <summary>A tag: new threads with it.</summary>
    Tag,

    /// <summary>A thread, by the id of its root: replies. One that one wrote in is followed without being asked.</summary>
    Thread,
}

/// <summary>Something that one follows.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Target">Which.</param>
/// <param name="Label">What to call it.</param>
public sealed record Follow(FollowKind Kind, string Target, string Label);

/// <summary>What people follow. It is nobody else's to know.</summary>
public sealed class FollowStore(Database database, TimeProvider clock, AnnotationLimits limits)
{
    private const int MostListsKept = 512;

    private readonly Kept<long, List<Follow>> _follows = new(database, MostListsKept);

    /// <summary>The speeches, speakers and tags that a person follows, by name.</summary>
    public async ValueTask<IReadOnlyList<Follow>> Of(Actor actor) => (await _follows.Get(actor.Id, () => database.Read<List<Follow>?>(async connection =>
        [.. (await connection.QueryAsync<(string Kind, string Target, string? Label, string? Header)>("""
            SELECT f.kind, f.target, f.label, s.header FROM follows AS f LEFT JOIN speeches AS s ON f.kind = 'speech' AND s.slug = f.target
            WHERE f.account_id = @Id AND f.kind <> 'thread' AND f.is_off = 0
            """, new { actor.Id }))
            .Select(row => new Follow(Enum.Parse<FollowKind>(row.Kind, ignoreCase: true), row.Target, row.Label
                ?? (row.Header is null ? null : Columns.FromJson(row.Header, StoreJson.Default.SpeechHeader).Heading()) ?? row.Target))
            .OrderBy(follow => follow.Kind).ThenBy(follow => follow.Label, StringComparer.CurrentCultureIgnoreCase)])))!;

    /// <summary>Follows something, or no longer; again changes nothing.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/> where there is none such that the actor may see; <see cref="ErrorKind.Refused"/> where they follow too much.</exception>
    public Task Set(Actor actor, FollowKind kind, string target, bool isOn) => database.Write(async connection =>
    {
        var label = kind == FollowKind.Tag ? Tags.Clean([target], 1, limits.MaximumTagLength) is [var tag] ? tag : throw Unknown() : null;
        var key = label is null ? target : Tags.Key(label);
        if (kind == FollowKind.Thread)
            key = AnnotationAccess.Visible(connection, target, actor).RootId;
        else if (isOn && kind != FollowKind.Tag && !await connection.ExecuteScalarAsync<bool>(kind == FollowKind.Speech
            ? "SELECT EXISTS (SELECT 1 FROM speeches WHERE slug = @key)" : "SELECT EXISTS (SELECT 1 FROM speech_speakers WHERE name = @key)", new { key }))
            throw Unknown();
        var values = new { actor.Id, kind = kind.ToColumn(), key, label, now = clock.Now(), isOff = !isOn };
        if (!isOn && kind != FollowKind.Thread)
            return await connection.ExecuteAsync("DELETE FROM follows WHERE account_id = @Id AND kind = @kind AND target = @key", values);
        if (isOn && await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM follows WHERE account_id = @Id", values) >= limits.MaximumFollows)
            throw new SpeechesError(ErrorKind.Refused, $"You follow {limits.MaximumFollows:N0} things, which is as many as may be. Nothing was changed.");
        return await connection.ExecuteAsync("""
            INSERT INTO follows (account_id, kind, target, label, since, is_off) VALUES (@Id, @kind, @key, @label, @now, @isOff)
            ON CONFLICT (account_id, kind, target) DO UPDATE SET is_off = excluded.is_off
            """, values);
    }, leavesAccounts: true);

    private static SpeechesError Unknown() => new(ErrorKind.NotFound, "There is nothing of that name to follow. Nothing was changed.");
}

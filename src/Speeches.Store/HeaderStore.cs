using System.Data.Common;
using System.Text.Json;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>A change of one field of a published header.</summary>
/// <param name="Id">Grows with time.</param>
/// <param name="By">Who made it, under the name they have now.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Field">The field's name in JSON.</param>
/// <param name="Before">A header with what that field had, and nothing else.</param>
/// <param name="After">The same with what it has from then on.</param>
public sealed record HeaderChange(long Id, string By, DateTimeOffset At, string Field, SpeechHeader Before, SpeechHeader After);

/// <summary>The header of a published speech with all that was changed in it.</summary>
/// <param name="Speech">The speech.</param>
/// <param name="Changes">Oldest first.</param>
public sealed record HeaderTrail(Speech Speech, IReadOnlyList<HeaderChange> Changes)
{
    /// <summary>What a change must name to say which header it was made on.</summary>
    public HeaderEdition Edition => new(Speech.Version, Changes.Count == 0 ? 0 : Changes[^1].Id);
}

/// <summary>A header among those that a speech has had: a new text renews it, and people change it.</summary>
/// <param name="Version">The version of the text that was current.</param>
/// <param name="Change">The last <see cref="HeaderChange.Id"/> by then, or 0.</param>
public readonly record struct HeaderEdition(int Version, long Change);

/// <summary>Changes headers of published speeches, and keeps who changed what.</summary>
public sealed class HeaderStore(Database database, SpeechStore speeches, TimeProvider clock)
{
    private const string Provenance = "provenance";

    /// <summary>The header of a speech and its changes, or null where there is no such speech.</summary>
    public Task<HeaderTrail?> Find(string slug) => database.Read(connection => Read(connection, slug));

    /// <summary>Replaces a header. Only what differs is kept as changed; the speech's revision rises, and its search entry follows.</summary>
    /// <param name="actor">Who changes it.</param>
    /// <param name="slug">The speech.</param>
    /// <param name="edition">The <see cref="HeaderTrail.Edition"/> that the header was made on.</param>
    /// <param name="header">The whole header as it shall be.</param>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.NotFound"/>; <see cref="ErrorKind.Forbidden"/> where the actor is no editor by now; <see cref="ErrorKind.Stale"/>
    /// where somebody else, or a new text, changed it since.
    /// </exception>
    public async Task Change(Actor actor, string slug, HeaderEdition edition, SpeechHeader header)
    {
        var speechId = await database.Write(async connection =>
        {
            var trail = await Read(connection, slug) ?? throw new SpeechesError(ErrorKind.NotFound, "There is no such speech. Nothing was changed.");
            var role = await connection.ExecuteScalarAsync<string?>("SELECT role FROM accounts WHERE id = @Id AND disabled IS NULL", new { actor.Id });
            if (role is null || Enum.Parse<Role>(role, ignoreCase: true) < Role.Editor)
                throw new SpeechesError(ErrorKind.Forbidden, "Changing a header needs the role of an editor. Nothing was changed.");
            if (trail.Edition != edition)
                throw new SpeechesError(ErrorKind.Stale, "Somebody else changed this header meanwhile. Nothing was overwritten.");
            await Write(connection, trail.Speech, header, actor.Id, clock.Now());
            return trail.Speech.Id;
        });
        speeches.Forget(speechId);
    }

    private static async Task Write(DbConnection connection, Speech speech, SpeechHeader header, long actorId, DateTimeOffset now)
    {
        var (before, after) = (Fields(speech.Header), Fields(header));
        string[] changed = [.. before.Keys.Union(after.Keys).Where(field => before.GetValueOrDefault(field, "null") != after.GetValueOrDefault(field, "null"))];
        if (changed.Length == 0)
            return;
        await connection.ExecuteAsync("""
            INSERT INTO header_changes (speech_id, actor_id, at, field, before, after) VALUES (@Id, @actorId, @now, @field, @before, @after)
            """, changed.Select(field => new
        {
            speech.Id,
            actorId,
            now,
            field,
            before = before.GetValueOrDefault(field, "null"),
            after = after.GetValueOrDefault(field, "null"),
        }));
        await SpeechWriter.ChangeHeader(connection, speech.Id, header);
        await connection.ExecuteAsync("UPDATE speeches SET revision = revision + 1 WHERE id = @Id", new { speech.Id });
        // The header speaks of the current text; its words stay as they are, only in which language they are is known better.
        if (changed.Contains("language"))
            await connection.ExecuteAsync("UPDATE texts SET language = @Language WHERE speech_id = @Id AND version = @Version", new { header.Language, speech.Id, speech.Version });
    }

    private static async Task<HeaderTrail?> Read(DbConnection connection, string slug)
    {
        var row = await connection.QuerySingleOrDefaultAsync<SpeechRow>($"SELECT {SpeechRow.Columns} FROM speeches AS s WHERE s.slug = @slug", new { slug });
        if (row is null)
            return null;
        var changes = await connection.QueryAsync<ChangeRow>("""
            SELECT h.id, a.name AS by, h.at, h.field, h.before, h.after
            FROM header_changes AS h JOIN accounts AS a ON a.id = h.actor_id
            WHERE h.speech_id = @Id ORDER BY h.id
            """, new { row.Id });
        return new HeaderTrail(row.ToSpeech(), [.. changes.Select(change => change.ToChange())]);
    }

    // Each field by its name, as compact JSON.
    private static Dictionary<string, string> Fields(SpeechHeader header) =>
        JsonSerializer.SerializeToElement(header, StoreJson.Default.SpeechHeader).EnumerateObject()
            .Where(field => field.Name != Provenance)
            .ToDictionary(field => field.Name, field => field.Value.GetRawText());

    private sealed record ChangeRow
    {
        public long Id { get; init; }

        public string By { get; init; } = "";

        public DateTimeOffset At { get; init; }

        public string Field { get; init; } = "";

        public string Before { get; init; } = "";

        public string After { get; init; } = "";

        public HeaderChange ToChange() => new(Id, By, At, Field, With(Before), With(After));

        private SpeechHeader With(string value) => value == "null" ? new() : Columns.FromJson($$"""{"{{Field}}":{{value}}}""", StoreJson.Default.SpeechHeader);
    }
}

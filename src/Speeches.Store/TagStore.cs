using System.Data.Common;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>A tag and how often a person sees it; of its spellings the one that is used most.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Threads">How many threads bear it, of those that the person may see.</param>
/// <param name="Here">How many of these are on the speech that was asked about.</param>
public sealed record UsedTag(string Tag, int Threads, int Here);

/// <summary>A tag that became another all over the library.</summary>
public sealed record TagChange
{
    /// <summary>The tag, as it was asked for.</summary>
    public required string FromTag { get; init; }

    /// <summary>What it became; null where it was taken away.</summary>
    public string? ToTag { get; init; }

    /// <summary>Who wanted it.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// The tags of the library. A tag that is only on threads that a person may not see does not exist for them; a change over the library
/// reaches those too, and says nothing of them.
/// </summary>
public sealed class TagStore(Database database, TimeProvider clock, AnnotationLimits limits)
{
    private static readonly string Visible = $"(a.audience = 'public' OR {AnnotationRow.SightOf("a", "thread_author_id")})";

    /// <summary>The tags on threads that a person may see: those used most on a speech first, then those used most at all.</summary>
    /// <param name="viewer">Null for what is public only.</param>
    /// <param name="slug">The speech, or null for none.</param>
    /// <param name="most">How many at most.</param>
    public Task<IReadOnlyList<UsedTag>> Used(Actor? viewer, string? slug = null, int most = int.MaxValue) => database.Read<IReadOnlyList<UsedTag>>(async connection =>
    {
        var rows = await connection.QueryAsync<(string Tag, long Threads, long Here)>($"""
            SELECT t.value, count(*), count(CASE WHEN a.speech_id = s.id THEN 1 END)
            FROM annotations AS a JOIN json_each(a.tags) AS t LEFT JOIN speeches AS s ON s.slug = @slug
            WHERE a.tags IS NOT NULL AND {Visible} GROUP BY t.value
            """, new { viewerId = viewer?.Id, slug });
        return [.. rows.GroupBy(row => Tags.Key(row.Tag), StringComparer.Ordinal)
            .Select(same => new UsedTag(
                same.OrderByDescending(row => row.Threads).ThenBy(row => row.Tag, StringComparer.Ordinal).First().Tag,
                (int)same.Sum(row => row.Threads), (int)same.Sum(row => row.Here)))
            .OrderByDescending(tag => tag.Here).ThenByDescending(tag => tag.Threads).ThenBy(tag => tag.Tag, StringComparer.OrdinalIgnoreCase).Take(most)];
    });

    /// <summary>
    /// Makes a tag another one wherever it is; where both are, one stays. Each thread's log tells of it. The answer is
    /// the same whatever threads there are that the editor may not see, and those change too: a word that the library no longer uses
    /// would else live on where nobody could put it right.
    /// </summary>
    /// <param name="actor">An editor.</param>
    /// <param name="from">The tag, in any spelling.</param>
    /// <param name="to">What it is to be; null or empty takes it away.</param>
    /// <returns>How many threads that the editor may see were changed.</returns>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Forbidden"/>; <see cref="ErrorKind.Refused"/> (fields <c>from</c>, <c>tags</c>).</exception>
    public Task<int> Replace(Actor actor, string? from, string? to) => database.Write(async connection =>
    {
        var editor = AnnotationAccess.Now(connection, actor, inGroup: true);
        if (editor.Role < Role.Editor)
            throw AnnotationAccess.Forbidden("Only an editor may change a tag all over the library");
        if (Cleaned(from) is not { } wanted)
            throw new SpeechesError(ErrorKind.Refused, "Say which tag is to be changed. Nothing was changed.", "from");
        var instead = Cleaned(to);
        var key = Tags.Key(wanted);
        var now = clock.Now();
        var changed = 0;
        foreach (var id in await With(connection, key))
        {
            var row = AnnotationRows.Find(connection, id)!;
            var root = row.ToAnnotation();
            var tags = root.Tags.Where(tag => instead is null || !Tags.AreSame(tag, instead) || Tags.Key(tag) == key)
                .Select(tag => Tags.Key(tag) == key ? instead : tag).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (tags.SequenceEqual(root.Tags, StringComparer.Ordinal))
                continue;
            await AnnotationWriter.Retag(connection, root, tags, editor.Id, now);
            if (AnnotationRules.May(editor, AnnotationAction.See, root, row.ThreadAuthorId))
                changed++;
        }

        await connection.ExecuteAsync(
            "INSERT INTO tag_changes (from_tag, to_tag, actor_id, at) VALUES (@wanted, @instead, @actorId, @now)", new { wanted, instead, actorId = editor.Id, now });
        return changed;
    });

    /// <summary>The last changes over the library, newest first.</summary>
    public Task<IReadOnlyList<TagChange>> Changes(int most = 50) => database.Read<IReadOnlyList<TagChange>>(async connection =>
        (await connection.QueryAsync<TagChange>("""
            SELECT c.from_tag, c.to_tag, c.at, w.name AS by FROM tag_changes AS c JOIN accounts AS w ON w.id = c.actor_id ORDER BY c.id DESC LIMIT @most
            """, new { most })).AsList());

    /// <summary>A tag as it is stored; null for an empty one.</summary>
    private string? Cleaned(string? tag) => Tags.Clean([tag], 1, limits.MaximumTagLength) is [var only] ? only : null;

    private static async Task<List<string>> With(DbConnection connection, string key) =>
        [.. (await connection.QueryAsync<(string Id, string TagList)>("SELECT id, tags FROM annotations WHERE tags IS NOT NULL"))
            .Where(row => Columns.ToTags(row.TagList).Any(tag => Tags.Key(tag) == key)).Select(row => row.Id)];
}

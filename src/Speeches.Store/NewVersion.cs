using System.Data.Common;
using Dapper;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>A version to be added to a speech, and where its threads will stand on it; made and written in one transaction.</summary>
internal sealed class NewVersion
{
    private readonly Speech _speech;
    private readonly NewText _new;
    private readonly SpeechText _text;
    private readonly List<(CarriedRow Row, int Revision)> _carried = [];

    private NewVersion(Speech speech, NewText given, SpeechText text) => (_speech, _new, _text) = (speech, given, text);

    /// <summary>What comes of it.</summary>
    public required AddedVersion Added { get; init; }

    /// <summary>Finds the next number and a place for every thread; nothing is written.</summary>
    /// <inheritdoc cref="SpeechStore.AddVersion" path="/exception"/>
    public static async Task<NewVersion> Plan(DbConnection connection, string slug, NewText given, DateTimeOffset now)
    {
        var (parsed, file) = (given.Parsed, given.File);
        var speech = (await connection.QuerySingleOrDefaultAsync<SpeechRow>($"SELECT {SpeechRow.Columns} FROM speeches AS s WHERE s.slug = @slug", new { slug }))
            ?.ToSpeech() ?? throw new SpeechesError(ErrorKind.NotFound, $"There is no speech \"{slug}\"; nothing was stored.") { Code = "unknown-speech" };
        var same = (await connection.QueryAsync<(string Slug, long Version)>("""
            SELECT s.slug, t.version FROM texts AS t JOIN speeches AS s ON s.id = t.speech_id
            WHERE t.source_sha256 = @Sha256 ORDER BY s.id <> @Id, t.version
            """, new { file.Sha256, speech.Id })).AsList();
        if (same is [var known, ..] && known.Slug != slug)
        {
            throw new SpeechesError(
                ErrorKind.Conflict, $"The same file is already version {known.Version} of another speech, {known.Slug}; nothing was stored.", "file")
            { Code = "duplicate" };
        }

        var texts = await TextRow.ReadAll(connection, speech.Id);
        var text = new SpeechText
        {
            Version = same is [var own, ..] ? (int)own.Version : texts.Keys.Max() + 1,
            Language = parsed.Header.Language,
            Imported = now,
            Source = file,
            Blocks = parsed.Blocks,
            Quotations = parsed.Quotations,
        };
        var carried = Enum.GetValues<AnchorState>().ToDictionary(state => state, _ => 0);
        var planned = new NewVersion(speech, given, text)
        {
            Added = new(slug, text.Version, same.Count == 0, !Languages.AreSame(texts[speech.Version].Language, text.Language), carried),
        };
        if (planned.Added.IsNew)
            planned.Carry(ThreadRoots.Read(connection, speech.Id), new Carrying(speech.Id, text, version => texts[version]), carried);
        return planned;
    }

    /// <summary>Writes it all.</summary>
    public async Task Write(DbConnection connection)
    {
        SpeechWriter.AddText(connection, _speech.Id, _text.Version, _new, _text.Imported);
        foreach (var (row, revision) in _carried)
            CarriedAnchors.Write(connection, row, revision, actorId: null, _text.Imported);
        if (_carried.Count > 0)
            await SearchEntries.MoveAnnotations(connection, _speech.Id);
        if (!Added.IsTranslation)
        {
            await SpeechWriter.ChangeHeader(connection, _speech.Id, HeaderRenewal.After(_speech.Header, _new.Parsed.Header));
            await SearchEntries.ReplaceText(connection, _speech.Id, _text.Version);
        }

        await connection.ExecuteAsync(
            "UPDATE speeches SET version = @version, revision = revision + 1 WHERE id = @Id",
            new { _speech.Id, version = Added.IsTranslation ? _speech.Version : _text.Version });
    }

    private void Carry(List<ThreadRoot> roots, Carrying carrying, Dictionary<AnchorState, int> counts)
    {
        foreach (var root in roots)
        {
            if (carrying.Carry(root) is not { } row)
                continue;
            _carried.Add((row, root.Revision + 1));
            // How many private threads there are is for nobody else to know.
            if (root.IsPublic)
                counts[row.Anchor.State]++;
        }
    }
}

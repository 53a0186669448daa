using Speeches.Annotations;
using Speeches.Store;
using Speeches.Store.Sqlite;

namespace Speeches.Tests.Store;

/// <summary>A real database in a temporary folder, with the stores on it and a clock that only moves when told.</summary>
internal sealed class TestLibrary : IAsyncDisposable
{
    private TestLibrary(SqliteOptions options, SqliteDatabase database, AnnotationLimits? limits)
    {
        (Options, Database) = (options, database);
        Speeches = new(database, Clock);
        Annotations = new(database, Clock, limits ?? new AnnotationLimits());
        Accounts = new(database, Clock);
        Tokens = new(database, Clock);
        Search = new(database);
        Headers = new(database, Speeches, Clock);
        Drafts = new(database, Clock, new DraftLimits { MaximumCount = 3, MaximumBytes = 100_000, Days = 2 });
        Anchors = new(database, Clock);
        Groups = new(database, Clock, new GroupLimits());
        Publishing = new(database, Drafts, Speeches, new(database, Clock, limits ?? new AnnotationLimits()));
    }

    public SqliteOptions Options { get; }

    public SqliteDatabase Database { get; private set; }

    public TestClock Clock { get; } = new();

    public SpeechStore Speeches { get; }

    public AnnotationStore Annotations { get; }

    public AccountStore Accounts { get; }

    public TokenStore Tokens { get; }

    public SearchStore Search { get; }

    public DraftStore Drafts { get; }

    public PublishingStore Publishing { get; }

    public AnchorStore Anchors { get; }

    public GroupStore Groups { get; }

    public HeaderStore Headers { get; }

    public string File => Path.Combine(Options.Directory, "speeches.db");

    public static async Task<TestLibrary> Open(SqliteOptions? options = null, AnnotationLimits? limits = null)
    {
        options = (options ?? new SqliteOptions()) with { Directory = NewFolder() };
        return new(options, await SqliteDatabase.Open(options), limits);
    }

    /// <summary>A library with one speech ("hello") and these accounts: see <see cref="Person"/>.</summary>
    public static async Task<(TestLibrary Library, Speech Speech)> WithSpeech(AnnotationLimits? limits = null)
    {
        var library = await Open(limits: limits);
        return (library, await library.AddSpeech(new SpeechBuilder().Titled("Hello").Paragraph("One paragraph.").Paragraph("Another one.")));
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("speeches-").FullName;

    public async Task<Speech> AddSpeech(SpeechBuilder speech)
    {
        var added = await Speeches.Add(speech.Parsed(), "speech.md", "text/markdown", speech.Source());
        return (await Speeches.Find(added.Slug))!;
    }

    public Task<AddedVersion> AddVersion(Speech speech, SpeechBuilder text) =>
        Speeches.AddVersion(speech.Slug, text.Parsed(), "later.md", "text/markdown", text.Source());

    public async Task<Actor> Person(string name, Role role = Role.Annotator)
    {
        var address = $"{name.Replace(' ', '.')}@example.org";
        var account = new Account { Email = address, NormalizedEmail = address.ToUpperInvariant(), Name = name, Role = role };
        await Accounts.Add(account);
        return new(account.Id, name, role);
    }

    public Task<Annotation> Annotate(Actor actor, Speech speech, string body = "A remark.", string block = "p1", Audience? audience = null) =>
        Annotations.Add(actor, new() { Slug = speech.Slug, BlockId = block, Body = body, Audience = audience ?? Audience.Public });

    public async Task<long> Revision(Speech speech) => (await Speeches.Revision(speech.Slug))!.Value;

    /// <summary>Runs SQL past the stores.</summary>
    public Task<long> Sql(string sql) => Database.Write(async connection =>
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync() as long? ?? 0;
    });

    /// <summary>Closes the database and opens it again.</summary>
    public Task Close() => Database.DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(Options.Directory, recursive: true);
    }
}

/// <summary>A clock that starts at noon of 1 December 2026 and moves a second with each look, so that order is visible.</summary>
internal sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    public void Advance(TimeSpan by) => _now += by;

    public override DateTimeOffset GetUtcNow() => _now += TimeSpan.FromSeconds(1);
}

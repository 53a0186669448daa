using Dapper;
using Microsoft.Data.Sqlite;
using Speeches.Store.Sqlite;

namespace Speeches.Tests.Store;

public sealed class SqliteDatabaseTests
{
    [Fact]
    public async Task Of_many_writers_at_once_each_acknowledged_write_is_there_once_and_a_failed_one_is_not()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 400).Select(async number =>
        {
            try
            {
                return (await library.Annotate(author, speech, number % 10 == 7 ? "" : $"Number {number}.")).Id;
            }
            catch (SpeechesError e) when (e.Kind == ErrorKind.Refused)
            {
                return null;
            }
        }));

        var acknowledged = outcomes.Where(id => id is not null).Order().ToList();
        Assert.Equal(360, acknowledged.Count);
        Assert.Equal(acknowledged, (await library.Annotations.Threads(speech.Id, null)).Select(thread => thread.Root.Id).Order());
        Assert.InRange(await library.Revision(speech), 2, 1 + 360); // once for all that are committed together
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task A_write_that_fails_half_way_leaves_nothing_and_the_others_of_its_group_stay()
    {
        var (library, _) = await TestLibrary.WithSpeech();
        await using var __ = library;
        using var gate = new ManualResetEventSlim();

        // The first write holds the writer until the others wait behind it, so that all are of one group.
        var first = library.Database.Write(connection => Set(connection, "first", () => gate.Wait(TestContext.Current.CancellationToken)));
        var failing = library.Database.Write(connection => Set(connection, "failing", () => throw new InvalidOperationException("on purpose")));
        var refused = library.Database.Write(connection => Set(connection, "refused", () => throw new SpeechesError(ErrorKind.Refused, "late")));
        var second = library.Database.Write(connection => Set(connection, "second", () => { }));
        gate.Set();

        await first;
        Assert.Equal("on purpose", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.Equal("late", (await Assert.ThrowsAsync<SpeechesError>(() => refused)).Message);
        await second;
        Assert.Equal(["first", "second"], await library.Database.Read(connection =>
            connection.QueryAsync<string>("SELECT name FROM speech_speakers ORDER BY name")));

        static async Task<int> Set(System.Data.Common.DbConnection connection, string name, Action then)
        {
            var rows = await connection.ExecuteAsync("""
                INSERT INTO speech_speakers (speech_id, position, name) SELECT 1, count(*) + 10, @name FROM speech_speakers
                """, new { name });
            then();
            return rows;
        }
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task A_refusal_costs_the_others_of_its_group_nothing_unless_it_comes_after_a_change(bool isLate, int runs)
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        using var gate = new ManualResetEventSlim();
        var ran = 0;

        var first = library.Database.Write(async connection =>
        {
            gate.Wait(TestContext.Current.CancellationToken);
            ran++;
            return await connection.ExecuteAsync("UPDATE speeches SET revision = revision + 1");
        });
        var refused = library.Database.Write<int>(async connection =>
        {
            if (isLate)
                await connection.ExecuteAsync("UPDATE speeches SET revision = revision + 100");
            throw new SpeechesError(ErrorKind.Refused, "on purpose");
        });
        gate.Set();

        await first;
        await Assert.ThrowsAsync<SpeechesError>(() => refused);
        Assert.Equal((runs, 2), (ran, await library.Revision(speech)));
    }

    [Fact]
    public async Task A_commit_that_fails_is_told_to_all_of_the_group_and_the_next_write_succeeds()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");
        await library.Sql("PRAGMA max_page_count = 1"); // SQLite keeps it at the size the file has: from here on the disk is full

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
            (await Record.ExceptionAsync(() => library.Annotate(author, speech, new string('x', 15_000)))) as SpeechesError));

        Assert.Contains(outcomes, error => error?.Kind == ErrorKind.Unavailable && error.Message.Contains("full", StringComparison.Ordinal));
        var stored = outcomes.Count(error => error is null);
        await library.Sql("PRAGMA max_page_count = 1000000");
        await library.Annotate(author, speech);
        Assert.Equal(stored + 1, (await library.Annotations.Threads(speech.Id, null)).Count);
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task A_reader_sees_one_moment_and_does_not_wait_for_the_writer()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");

        var (before, after) = await library.Database.Read(async connection =>
        {
            var first = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM annotations");
            await library.Annotate(author, speech); // committed while this read goes on
            return (first, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM annotations"));
        });

        Assert.Equal((0, 0), (before, after));
        Assert.Single(await library.Annotations.Threads(speech.Id, null));
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        var (library, _) = await TestLibrary.WithSpeech();
        await using var __ = library;

        await Assert.ThrowsAsync<SpeechesError>(() => library.Database.Read(connection => connection.ExecuteAsync("DELETE FROM speech_speakers")));
    }

    [Fact]
    public async Task More_writes_than_may_wait_are_refused_at_once()
    {
        await using var library = await TestLibrary.Open(new() { MaximumQueue = 2 });
        using var gate = new ManualResetEventSlim();
        using var started = new ManualResetEventSlim();
        var holding = library.Database.Write(_ =>
        {
            started.Set();
            gate.Wait(TestContext.Current.CancellationToken);
            return Task.FromResult(0);
        });
        started.Wait(TestContext.Current.CancellationToken);

        var waiting = Enumerable.Range(0, 3).Select(number => library.Database.Write(_ => Task.FromResult(number))).ToList();
        gate.Set();

        await holding;
        Assert.Equal((0, 1), (await waiting[0], await waiting[1]));
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<SpeechesError>(() => waiting[2])).Kind);
    }

    [Fact]
    public async Task Closing_finishes_the_writes_that_wait_and_refuses_later_ones()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");
        var writes = Enumerable.Range(0, 50).Select(__ => library.Annotate(author, speech)).ToList();

        await library.Close();

        Assert.Equal(50, (await Task.WhenAll(writes)).Length);
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<SpeechesError>(() => library.Annotate(author, speech))).Kind);
        Assert.Equal(["speeches.db", "speeches.lock"], Directory.GetFiles(library.Options.Directory).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Several_who_open_an_empty_folder_at_once_open_one_database()
    {
        var options = new SqliteOptions { Directory = Path.Combine(TestLibrary.NewFolder(), "made", "here") };

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SqliteDatabase.Open(options))));

        await opened[0].Write(connection => connection.ExecuteAsync("CREATE TABLE mark (id INTEGER)"));
        Assert.All(opened, database => Assert.Equal(0, database.Read(connection =>
            connection.ExecuteScalarAsync<long>("SELECT count(*) FROM mark")).Result));
        await Task.WhenAll(opened.Select(database => database.DisposeAsync().AsTask()));
    }

    [Theory]
    [InlineData("garbage", "not a database")]
    [InlineData("empty", "is empty")]
    [InlineData("foreign", "not a library of speeches")]
    [InlineData("newer", "from a newer version")]
    [InlineData("damaged", "damaged")]
    [InlineData("truncated", "damaged")]
    public async Task A_file_that_cannot_be_used_is_refused_with_one_line_and_left_as_it_is(string fault, string said)
    {
        var (library, _) = await TestLibrary.WithSpeech();
        await using var __ = library;
        await library.Sql("INSERT INTO search (search) VALUES ('optimize')");
        await library.Close();
        var file = library.File;
        switch (fault)
        {
            case "garbage": await File.WriteAllTextAsync(file, "This is not a database.", TestContext.Current.CancellationToken); break;
            case "empty": await File.WriteAllBytesAsync(file, [], TestContext.Current.CancellationToken); break;
            case "foreign": File.Delete(file); Run(file, "CREATE TABLE other (id INTEGER)"); break;
            case "newer": Run(file, "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999_later.sql', '2030-01-01')"); break;
            case "truncated": await using (var stream = File.OpenWrite(file)) stream.SetLength(stream.Length / 2); break;
            default:
                await using (var stream = File.OpenWrite(file))
                {
                    stream.Position = 3 * 4096;
                    stream.Write(new byte[4096 * 5]);
                }

                break;
        }

        var before = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<SpeechesError>(() => SqliteDatabase.Open(library.Options));

        Assert.Equal(ErrorKind.Unavailable, error.Kind);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_refused_with_one_line()
    {
        var taken = Path.Combine(TestLibrary.NewFolder(), "file");
        await File.WriteAllTextAsync(taken, "", TestContext.Current.CancellationToken);

        foreach (var folder in (string[])[taken, Path.Combine(taken, "data"), "/proc/speeches"])
        {
            var error = await Assert.ThrowsAsync<SpeechesError>(() => SqliteDatabase.Open(new() { Directory = folder }));
            Assert.Equal(ErrorKind.Unavailable, error.Kind);
        }
    }

    [Fact]
    public async Task The_data_folder_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Path.Combine(TestLibrary.NewFolder(), "data");
        await using var database = await SqliteDatabase.Open(new() { Directory = folder });

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

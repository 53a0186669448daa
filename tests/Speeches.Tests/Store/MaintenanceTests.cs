using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Speeches.Annotations;
using Speeches.Store.Sqlite;

namespace Speeches.Tests.Store;

public sealed class MaintenanceTests
{
    [Fact]
    public async Task A_library_in_use_passes_the_check()
    {
        await using var library = await Used();

        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Theory]
    [InlineData("UPDATE annotations SET body = 'other' WHERE parent_id IS NULL AND audience = 'public'", "not what the event log says", "Search")]
    [InlineData("UPDATE annotations SET resolved = NULL, resolved_by = NULL", "not what the event log says")]
    [InlineData("UPDATE annotations SET exact = 'other' WHERE range_start IS NOT NULL", "not what the text says", "not what the event log says", "it is not moved")]
    [InlineData("UPDATE annotations SET range_end = 5000 WHERE range_end IS NOT NULL", "not what the text says", "not what the event log says")]
    [InlineData("UPDATE annotations SET audience = 'private', body = body WHERE parent_id IS NOT NULL", "not that of its thread", "not what the event log says", "Search")]
    [InlineData("DROP TRIGGER annotation_events_are_kept; DELETE FROM annotation_events WHERE kind = 'created'", "the event log does not know it")]
    [InlineData("UPDATE annotations SET block_id = 'p99' WHERE parent_id IS NULL", "Foreign keys")]
    [InlineData("UPDATE blocks SET text = 'other words of the same length or so'", "quotation", "not what the text says", "Search")]
    [InlineData("UPDATE blocks SET spans = '[{\"start\":3,\"end\":9000,\"kind\":\"strong\"}]'", "a span lies outside")]
    [InlineData("UPDATE quotations SET range_end = range_end - 1", "a quotation is not what the text says")]
    [InlineData("UPDATE carried_anchors SET range_end = 5000 WHERE range_end IS NOT NULL", "not what the text says", "not what the event log says")]
    [InlineData("UPDATE carried_anchors SET state = 'exact' WHERE state = 'moved'", "it is not exact", "not what the event log says")]
    [InlineData("UPDATE carried_anchors SET block_id = NULL, position = NULL, range_start = NULL, range_end = NULL, exact = NULL, prefix = NULL, suffix = NULL, state = 'orphan' WHERE range_start IS NOT NULL", "not what the event log says", "Search")]
    [InlineData("DELETE FROM carried_anchors WHERE range_start IS NOT NULL", "in the event log, but nowhere else", "Search")]
    [InlineData("UPDATE texts SET source = zeroblob(source_length)", "not the one that was imported")]
    [InlineData("UPDATE speeches SET version = 1", "not its newest text", "Search")]
    [InlineData("UPDATE speeches SET header = '{\"title\":\"Other\",\"speakers\":[],\"notes\":[]}'", "the header of")]
    [InlineData("DELETE FROM search_entries WHERE kind = 'annotation'", "annotation")]
    [InlineData("INSERT INTO search_entries (speech_id, kind, position, text) VALUES (1, 'paragraph', 77, 'never said')", "not in the library")]
    [InlineData("INSERT INTO search (rowid, text) SELECT max(id), 'never said' FROM search_entries", "full-text index")]
    [InlineData("DROP TRIGGER search_entries_removed; DELETE FROM search_entries WHERE kind = 'annotation'", "annotation", "full-text index")]
    [InlineData("INSERT INTO search (search, rowid, text, who) SELECT 'delete', id, text, who FROM search_entries WHERE kind = 'paragraph' AND position = 1", "full-text index")]
    [InlineData("UPDATE drafts SET source = zeroblob(source_length)", "not the one that was sent")]
    [InlineData("UPDATE drafts SET parsed = '{\"blocks\":7}'", "cannot be read again")]
    [InlineData("UPDATE drafts SET lines = '7'", "cannot be read again")]
    [InlineData("INSERT INTO header_changes (speech_id, actor_id, at, field, before, after) SELECT 1, min(id), '2026-01-01T00:00:00.000Z', 'colour', 'null', 'null' FROM accounts", "colour is no field")]
    [InlineData("INSERT INTO header_changes (speech_id, actor_id, at, field, before, after) SELECT 1, min(id), '2026-01-01T00:00:00.000Z', 'date', 'null', '[7]' FROM accounts", "what date was or became")]
    public async Task Damage_of_each_kind_is_found(string damage, params string[] found)
    {
        await using var library = await Used();
        await library.Close();
        using (var connection = new SqliteConnection($"Data Source={library.File};Pooling=False;Foreign Keys=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = damage;
            command.ExecuteNonQuery();
        }

        var problems = await Maintenance.Check(library.Options);

        Assert.NotEmpty(problems);
        Assert.All(found, words => Assert.Contains(problems, problem => problem.Contains(words, StringComparison.Ordinal)));
        Assert.All(problems, problem => Assert.Contains(found, words => problem.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_page_overwritten_on_the_disk_is_found()
    {
        await using var library = await Used();
        await library.Close();
        Damage(library.File);

        Assert.NotEmpty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task A_backup_made_while_others_write_is_of_one_moment_and_can_be_restored()
    {
        await using var library = await Used();
        var backup = Path.Combine(TestLibrary.NewFolder(), "copy.db");
        var author = await library.Person("Third annotator");
        var speech = (await library.Speeches.List(new())).Items[0].Speech;
        var isDone = false;
        var writing = WriteOn();

        await Maintenance.Backup(library.Options, backup);
        Volatile.Write(ref isDone, true);
        await writing;

        var elsewhere = new SqliteOptions { Directory = TestLibrary.NewFolder() };
        Assert.Null(await Maintenance.Restore(elsewhere, backup));
        Assert.Empty(await Maintenance.Check(elsewhere));
        await using var restored = await SqliteDatabase.Open(elsewhere);
        Assert.Equal([backup], Directory.GetFiles(Path.GetDirectoryName(backup)!));

        async Task WriteOn()
        {
            while (!Volatile.Read(ref isDone))
                await library.Annotate(author, speech);
        }
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_file()
    {
        await using var library = await Used();
        var taken = Path.Combine(TestLibrary.NewFolder(), "notes.txt");
        await File.WriteAllTextAsync(taken, "mine", TestContext.Current.CancellationToken);

        Assert.Equal(ErrorKind.Conflict, (await Assert.ThrowsAsync<SpeechesError>(() => Maintenance.Backup(library.Options, taken))).Kind);

        Assert.Equal("mine", await File.ReadAllTextAsync(taken, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Restoring_keeps_the_replaced_database_beside_the_new_one()
    {
        await using var library = await Used();
        var backup = Path.Combine(TestLibrary.NewFolder(), "copy.db");
        await Maintenance.Backup(library.Options, backup);
        var author = await library.Person("Third annotator");
        var later = await library.Annotate(author, (await library.Speeches.List(new())).Items[0].Speech);
        await library.Close();

        var kept = await Maintenance.Restore(library.Options, backup);

        Assert.Empty(await Maintenance.Check(library.Options));
        Assert.Equal(0, Count(library.File, later.Id));
        Assert.Equal(1, Count(kept!, later.Id));
    }

    [Fact]
    public async Task A_database_in_use_is_not_replaced()
    {
        await using var library = await Used();
        var backup = Path.Combine(TestLibrary.NewFolder(), "copy.db");
        await Maintenance.Backup(library.Options, backup);

        var error = await Assert.ThrowsAsync<SpeechesError>(() => Maintenance.Restore(library.Options, backup));

        Assert.Equal(ErrorKind.Unavailable, error.Kind);
        Assert.Contains("in use", error.Message, StringComparison.Ordinal);
        await library.Person("Third annotator");
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("garbage")]
    [InlineData("empty")]
    [InlineData("foreign")]
    [InlineData("newer")]
    public async Task What_cannot_be_restored_is_refused_and_the_database_is_as_it_was(string fault)
    {
        await using var library = await Used();
        var backup = Path.Combine(TestLibrary.NewFolder(), "copy.db");
        await Maintenance.Backup(library.Options, backup);
        await library.Close();
        var before = await File.ReadAllBytesAsync(library.File, TestContext.Current.CancellationToken);
        switch (fault)
        {
            case "damaged": Damage(backup); break;
            case "garbage": await File.WriteAllTextAsync(backup, new string('x', 10_000), TestContext.Current.CancellationToken); break;
            case "empty": await File.WriteAllBytesAsync(backup, [], TestContext.Current.CancellationToken); break;
            case "foreign": File.Delete(backup); Run(backup, "CREATE TABLE other (id INTEGER)"); break;
            default: Run(backup, "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999_later.sql', '2030-01-01')"); break;
        }

        var error = await Assert.ThrowsAsync<SpeechesError>(() => Maintenance.Restore(library.Options, backup));

        Assert.Equal(ErrorKind.Unavailable, error.Kind);
        Assert.Equal(before, await File.ReadAllBytesAsync(library.File, TestContext.Current.CancellationToken));
        Assert.Equal(["speeches.db", "speeches.lock"], Directory.GetFiles(library.Options.Directory).Select(Path.GetFileName).Order());
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task A_damaged_database_can_be_replaced_and_is_kept()
    {
        await using var library = await Used();
        var backup = Path.Combine(TestLibrary.NewFolder(), "copy.db");
        await Maintenance.Backup(library.Options, backup);
        await library.Close();
        await File.WriteAllTextAsync(library.File, "garbage", TestContext.Current.CancellationToken);

        var kept = await Maintenance.Restore(library.Options, backup);

        Assert.Equal("garbage", await File.ReadAllTextAsync(kept!, TestContext.Current.CancellationToken));
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    private static async Task<TestLibrary> Used()
    {
        var library = await TestLibrary.Open();
        var speech = await library.AddSpeech(new SpeechBuilder().Titled("A speech").By("A Speaker").On(2021, 12, 14)
            .Salutation("Excellencies,").Quoted("what was said", "The Charter").Quoted("what was read"));
        var (author, other) = (await library.Person("First annotator"), await library.Person("Second annotator"));
        var root = await library.Annotations.Add(author, new() { Slug = speech.Slug, BlockId = "p1", Start = 1, End = 5, Body = "Words." });
        var reply = await library.Annotations.Reply(other, root.Id, "An answer.");
        await library.Annotations.Edit(other, reply.Id, "A better answer.", 1);
        await library.Annotations.Resolve(author, root.Id, true);
        await library.Annotate(author, speech, "A private note.", "p2", Audience.Private);
        var withdrawn = await library.Annotate(other, speech, "Withdrawn.", "p2");
        await library.Annotations.Delete(other, withdrawn.Id, null);
        await library.AddVersion(speech, new SpeechBuilder().Titled("A speech").By("A Speaker").On(2021, 12, 14)
            .Salutation("Excellencies,").Paragraph("A word before.").Quoted("what was said", "The Charter").Quoted("what was read"));
        var draft = new SpeechBuilder().Titled("A draft").Paragraph("Words.");
        var source = draft.Source();
        await library.Drafts.Add(author, draft.Parsed(), [new(1, 0, "A draft")],
            new SourceFile("draft.txt", "text/plain", source.Length, Convert.ToHexStringLower(SHA256.HashData(source))), source);
        await library.Search.Search("anything", null, null); // has the index take all in
        return library;
    }

    private static void Damage(string file)
    {
        using var stream = File.OpenWrite(file);
        for (var page = 4; page * 4096 < stream.Length; page += 3)
        {
            stream.Position = page * 4096;
            stream.Write(new byte[512]);
        }
    }

    private static long Count(string file, string annotationId)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM annotations WHERE id = $id";
        command.Parameters.AddWithValue("$id", annotationId);
        return (long)command.ExecuteScalar()!;
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

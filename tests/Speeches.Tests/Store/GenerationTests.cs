using Dapper;
using Speeches.Store.Sqlite;

namespace Speeches.Tests.Store;

public sealed class GenerationTests
{
    [Fact]
    public async Task The_generation_moves_with_each_commit_of_this_process_and_of_others_and_with_nothing_else()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");
        var seen = library.Database.Generation;
        Assert.Equal(seen, library.Database.Generation);

        await library.Annotate(author, speech);
        Assert.True(library.Database.Generation > seen);
        seen = library.Database.Generation;

        await library.Annotations.Threads(speech.Id, null);
        await Assert.ThrowsAsync<SpeechesError>(() => library.Annotate(author, speech, ""));
        await Assert.ThrowsAsync<InvalidOperationException>(() => library.Database.Write<int>(async connection =>
        {
            await connection.ExecuteAsync("UPDATE speeches SET revision = revision + 1");
            throw new InvalidOperationException("undone");
        }));
        Assert.Equal(seen, library.Database.Generation);

        await using var other = await SqliteDatabase.Open(library.Options);
        Assert.Equal(seen, library.Database.Generation);
        await other.Write(connection => connection.ExecuteAsync("UPDATE speeches SET revision = revision + 1"));
        Assert.True(library.Database.Generation > seen);
    }

    [Fact]
    public async Task What_is_known_of_accounts_stays_known_while_annotations_are_added_and_only_then()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        await using var other = await SqliteDatabase.Open(library.Options);
        var author = await library.Person("First annotator");
        var (all, ofAccounts) = (library.Database.Generation, library.Database.AccountsGeneration);

        var annotation = await library.Annotate(author, speech);
        await library.Annotations.Reply(author, annotation.Id, "And again.");
        Assert.Equal(ofAccounts, library.Database.AccountsGeneration);
        Assert.True(library.Database.Generation > all);

        await library.Person("Second annotator");
        Assert.True(library.Database.AccountsGeneration > ofAccounts);
        ofAccounts = library.Database.AccountsGeneration;

        // What another process commits may be anything, even when the next annotation is there before somebody asks.
        await other.Write(connection => connection.ExecuteAsync("UPDATE accounts SET disabled = created"));
        await Assert.ThrowsAsync<SpeechesError>(() => library.Annotate(author, speech));
        await other.Write(connection => connection.ExecuteAsync("UPDATE accounts SET disabled = NULL"));
        await library.Annotate(author, speech);
        Assert.True(library.Database.AccountsGeneration > ofAccounts);
    }

    [Fact]
    public async Task An_annotation_committed_together_with_a_change_of_accounts_does_not_hide_it()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");
        using var gate = new ManualResetEventSlim();
        var known = library.Database.AccountsGeneration;

        // The change holds the writer until the annotation waits behind it, so that both are of one group.
        var change = library.Database.Write(connection =>
        {
            gate.Wait(TestContext.Current.CancellationToken);
            return connection.ExecuteAsync("UPDATE accounts SET email = email");
        });
        var annotation = library.Annotate(author, speech);
        gate.Set();
        await Task.WhenAll(change, annotation);

        Assert.True(library.Database.AccountsGeneration > known);
    }
}

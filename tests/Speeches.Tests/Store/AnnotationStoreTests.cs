using Speeches.Annotations;
using Speeches.Store;
using Speeches.Store.Sqlite;

namespace Speeches.Tests.Store;

public sealed class AnnotationStoreTests
{
    [Fact]
    public async Task A_thread_comes_back_with_its_replies_in_order()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var (first, second) = (await library.Person("First annotator"), await library.Person("Second annotator"));
        var root = await library.Annotate(first, speech, "Look  \r\nhere.\n\n", "p2");
        var reply = await library.Annotations.Reply(second, root.Id, "Why?");
        var answer = await library.Annotations.Reply(first, reply.Id, "Because.");
        await library.Annotate(second, speech, block: "p1");

        var threads = await library.Annotations.Threads(speech.Id, null);

        Assert.Equal(["p1", "p2"], threads.Select(thread => thread.Root.Anchor.BlockId));
        Assert.Equal(root, threads[1].Root);
        Assert.Equal("Look  \nhere.", root.Body);
        Assert.Equal("Another one.", root.Anchor.Exact);
        Assert.Equal([reply, answer], threads[1].Replies);
        Assert.Equal(root.Id, answer.ParentId);
        Assert.Equal(26, root.Id.Length);
        Assert.Equal(root, await library.Annotations.Find(root.Id, null));
        Assert.Equal(reply, await library.Annotations.Find(reply.Id, null));
        Assert.Equivalent(threads[1], await library.Annotations.Thread(answer.Id, null), strict: true);
    }

    [Fact]
    public async Task What_only_its_author_sees_stands_in_its_place_among_the_threads_and_in_nobody_elses_list()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var (author, other) = (await library.Person("First annotator"), await library.Person("Second annotator"));
        var last = await library.Annotate(other, speech, block: "p2");
        var first = await library.Annotate(author, speech, block: "p1");
        Assert.Equal([first.Id, last.Id], await Ids(author));

        var own = await library.Annotate(author, speech, block: "p1", audience: Audience.Private);
        await library.Annotations.Reply(author, own.Id, "And more.");

        Assert.Equal([first.Id, own.Id, last.Id], await Ids(author));
        Assert.Equal([first.Id, last.Id], await Ids(other));
        Assert.Equal([first.Id, last.Id], await Ids(null));

        await library.Annotations.Delete(author, own.Id, null);
        Assert.Equal([first.Id, own.Id, last.Id], await Ids(author)); // its reply keeps the placeholder

        async Task<IEnumerable<string>> Ids(Actor? viewer) =>
            (await library.Annotations.Threads(speech.Id, viewer)).Select(thread => thread.Root.Id);
    }

    [Fact]
    public async Task Threads_that_are_kept_are_never_older_than_the_last_change_by_this_process_or_another()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        await using var elsewhere = await SqliteDatabase.Open(library.Options);
        var others = new AnnotationStore(elsewhere, library.Clock, new());
        var author = await library.Person("First annotator");
        var annotation = await library.Annotate(author, speech);
        var kept = await library.Annotations.Threads(speech.Id, author);
        Assert.Same(kept, await library.Annotations.Threads(speech.Id, author));

        await others.Edit(author, annotation.Id, "Changed elsewhere.", null);
        Assert.Equal("Changed elsewhere.", Assert.Single(await library.Annotations.Threads(speech.Id, author)).Root.Body);

        await others.Resolve(author, annotation.Id, true);
        Assert.NotNull(Assert.Single(await library.Annotations.Threads(speech.Id, null)).Root.Resolution);

        var account = (await library.Accounts.Find(author.Id))!;
        account.Name = "Renamed annotator";
        await library.Accounts.Update(account);
        Assert.Equal("Renamed annotator", Assert.Single(await library.Annotations.Threads(speech.Id, author)).Root.Author.Name);

        await others.Delete(author, annotation.Id, null);
        Assert.Empty(await library.Annotations.Threads(speech.Id, author));
    }

    [Fact]
    public async Task Of_two_who_edit_the_same_words_the_second_is_told_and_overwrites_nothing()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");
        var annotation = await library.Annotate(author, speech);
        await library.Annotations.Edit(author, annotation.Id, "The first change.", annotation.Revision);

        var error = await Assert.ThrowsAsync<SpeechesError>(() =>
            library.Annotations.Edit(author, annotation.Id, "The second change.", annotation.Revision));

        Assert.Equal(ErrorKind.Stale, error.Kind);
        var now = await library.Annotations.Find(annotation.Id, null);
        Assert.Equal(("The first change.", 2), (now.Body, now.Revision));
        Assert.NotNull(now.Modified);
    }

    [Fact]
    public async Task The_same_words_again_change_nothing()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");
        var annotation = await library.Annotate(author, speech);
        var before = (library.Database.Generation, await library.Revision(speech));

        Assert.Equal(annotation, await library.Annotations.Edit(author, annotation.Id, annotation.Body + "\n", 1));

        Assert.Equal(before, (library.Database.Generation, await library.Revision(speech)));
    }

    [Fact]
    public async Task A_deleted_root_with_replies_stays_as_a_placeholder_until_the_last_reply_goes()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var (author, other) = (await library.Person("First annotator"), await library.Person("Second annotator"));
        var administrator = await library.Person("Administrator", Role.Administrator);
        var root = await library.Annotate(author, speech);
        var reply = await library.Annotations.Reply(other, root.Id, "Why?");

        var thread = await library.Annotations.Delete(administrator, root.Id, 1);

        Assert.NotNull(thread);
        Assert.Equal(("", administrator.Name, 1), (thread.Root.Body, thread.Root.DeletedBy!.Name, thread.Count));
        Assert.Equivalent(thread, await library.Annotations.Thread(root.Id, null), strict: true);
        await IsGone(() => library.Annotations.Find(root.Id, null));
        await IsGone(() => library.Annotations.Reply(other, root.Id, "More."));
        Assert.Null(await library.Annotations.Delete(other, reply.Id, null));
        Assert.Empty(await library.Annotations.Threads(speech.Id, null));
        await IsGone(() => library.Annotations.Thread(root.Id, null));
        await IsGone(() => library.Annotations.Delete(other, reply.Id, null));
    }

    [Fact]
    public async Task Resolving_twice_changes_nothing_and_reopening_takes_it_back()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var (author, other) = (await library.Person("First annotator"), await library.Person("Second annotator"));
        var root = await library.Annotate(author, speech);
        var reply = await library.Annotations.Reply(other, root.Id, "Done?");

        var resolved = await library.Annotations.Resolve(other, reply.Id, true);
        var again = await library.Annotations.Resolve(author, root.Id, true);
        var reopened = await library.Annotations.Resolve(author, root.Id, false);

        Assert.Equal((root.Id, other.Name, 2), (resolved.Id, resolved.Resolution!.By.Name, resolved.Revision));
        Assert.Equal(resolved, again);
        Assert.Equal((null, 3), (reopened.Resolution, reopened.Revision));
    }

    private static async Task IsGone(Func<Task> action) =>
        Assert.Equal(ErrorKind.Gone, (await Assert.ThrowsAsync<SpeechesError>(action)).Kind);
}

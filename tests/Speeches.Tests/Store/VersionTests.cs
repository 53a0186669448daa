using Speeches.Annotations;
using Speeches.Store;
using Speeches.Store.Sqlite;

namespace Speeches.Tests.Store;

public sealed class VersionTests
{
    private const string Peace = "Peace is the work of all nations, great and small.";
    private const string Law = "We shall act on the law of the sea and its courts.";
    private const string Gone = "Nothing of this sentence will be left afterwards.";

    [Fact]
    public async Task Threads_stand_on_the_next_version_where_their_words_do()
    {
        var (library, speech, author) = await Annotated();
        await using var _ = library;

        var added = await library.AddVersion(speech, Second());

        Assert.Equal((speech.Slug, 2, true, false), (added.Slug, added.Version, added.IsNew, added.IsTranslation));
        Assert.Equal((1, 1, 1, 1), (added.Carried[AnchorState.Exact], added.Carried[AnchorState.Moved], added.Carried[AnchorState.Changed], added.Carried[AnchorState.Orphan]));
        var threads = (await library.Annotations.Threads(speech.Id, null)).ToDictionary(thread => thread.Root.Body, thread => thread.Root);
        Assert.All(threads.Values, root => Assert.Equal(2, root.Version));
        Assert.Equal((AnchorState.Exact, "p1", null), (threads["first"].State, threads["first"].Anchor.BlockId, threads["first"].Anchor.Start));
        Assert.Equal((AnchorState.Moved, "p3", "the work"), (threads["peace"].State, threads["peace"].Anchor.BlockId, threads["peace"].Anchor.Exact));
        Assert.Equal((AnchorState.Changed, Law.Replace("shall", "must", StringComparison.Ordinal)), (threads["law"].State, threads["law"].Anchor.Exact));
        Assert.Equal((1, Law), (threads["law"].Carriage!.MadeOn, threads["law"].Carriage!.Original.Exact));
        Assert.InRange(threads["law"].Carriage!.Score, 0.7, 0.99);
        Assert.Equal((AnchorState.Orphan, null, Gone), (threads["gone"].State, threads["gone"].Place, threads["gone"].Anchor.Exact));
        Assert.Equal("gone", (await library.Annotations.Threads(speech.Id, null))[^1].Root.Body);
        Assert.Equal(threads["peace"], await library.Annotations.Find(threads["peace"].Id, null));
        var reply = await library.Annotations.Reply(author, threads["peace"].Id, "Where?");
        Assert.Equal(("p3", 2), (reply.Anchor.BlockId, reply.Version));
        Assert.Equal(reply, Assert.Single((await library.Annotations.Thread(reply.Id, null)).Replies));
        await library.Annotations.Reply(author, threads["gone"].Id, "And this?");
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task An_older_version_shows_what_stands_on_it_and_a_thread_begun_there_comes_along()
    {
        var (library, speech, author) = await Annotated();
        await using var _ = library;
        await library.AddVersion(speech, Second());
        await library.Annotate(author, speech, "only on the second", "p2");

        var late = await library.Annotations.Add(author, new() { Slug = speech.Slug, Version = 1, BlockId = "p2", Start = 0, End = 5, Body = "late" });

        Assert.Equal((AnchorState.Moved, 2, "p3", 1), (late.State, late.Version, late.Anchor.BlockId, late.Carriage!.MadeOn));
        Assert.Equal(late, await library.Annotations.Find(late.Id, null));
        var first = await library.Annotations.Threads(speech.Id, null, version: 1);
        Assert.Equal(["first", "late", "peace", "law", "gone"], first.Select(thread => thread.Root.Body));
        Assert.All(first, thread => Assert.Equal((1, AnchorState.Exact), (thread.Root.Version, thread.Root.State)));
        Assert.Equal("p2", (await library.Annotations.Find(late.Id, null, version: 1)).Anchor.BlockId);
        Assert.Equal(6, (await library.Annotations.Threads(speech.Id, null, version: 2)).Count);
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task A_third_version_goes_on_from_the_last_place_and_words_that_come_back_are_found()
    {
        var (library, speech, _) = await Annotated();
        await using var __ = library;
        await library.AddVersion(speech, Second());

        await library.AddVersion(speech, First().Paragraph("And a word at the end."));

        var threads = await library.Annotations.Threads(speech.Id, null);
        Assert.All(threads, thread => Assert.Equal((3, AnchorState.Exact, 1.0), (thread.Root.Version, thread.Root.State, thread.Root.Carriage!.Score)));
        Assert.Equal(4, threads.Count);
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task The_same_bytes_again_change_nothing_and_those_of_another_speech_are_refused()
    {
        var (library, speech, _) = await Annotated();
        await using var __ = library;
        await library.AddVersion(speech, Second());
        var other = await library.AddSpeech(new SpeechBuilder().Titled("Another").Paragraph("Other words."));
        var before = library.Database.Generation;

        Assert.Equal((2, false), Of(await library.AddVersion(speech, Second())));
        Assert.Equal((1, false), Of(await library.AddVersion(speech, First())));
        var error = await Assert.ThrowsAsync<SpeechesError>(() => library.AddVersion(other, Second()));

        Assert.Equal((ErrorKind.Conflict, "duplicate"), (error.Kind, error.Code));
        Assert.Contains(speech.Slug, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, library.Database.Generation);
        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<SpeechesError>(() => library.AddVersion(speech with { Slug = "no-such" }, Second()))).Kind);

        static (int, bool) Of(AddedVersion added) => (added.Version, added.IsNew);
    }

    [Fact]
    public async Task Trying_says_what_would_become_of_the_threads_and_counts_no_private_ones()
    {
        var (library, speech, author) = await Annotated();
        await using var _ = library;
        await library.Annotate(author, speech, "mine", "p1", Audience.Private);
        var before = library.Database.Generation;

        var tried = await library.Speeches.TryVersion(speech.Slug, Second().Parsed(), "later.md", "text/markdown", Second().Source());

        Assert.Equal(before, library.Database.Generation);
        Assert.Equivalent(await library.AddVersion(speech, Second()), tried, strict: true);
        Assert.Equal(4, tried.Carried.Values.Sum());
        Assert.Equal(2, (await library.Annotations.Threads(speech.Id, author)).Single(thread => thread.Root.Body == "mine").Root.Version);
    }

    [Fact]
    public async Task A_translation_stands_beside_the_current_version_and_takes_no_threads_with_it()
    {
        var (library, speech, author) = await Annotated();
        await using var _ = library;

        var added = await library.AddVersion(speech, InFrench());

        Assert.True(added.IsTranslation);
        Assert.Equal(0, added.Carried.Values.Sum());
        var now = (await library.Speeches.Find(speech.Slug))!;
        Assert.Equal((1, "en", "Peace"), (now.Version, now.Header.Language, now.Header.Title));
        Assert.Equal(["en", "fr"], (await library.Speeches.Versions(speech.Id)).Select(version => version.Language));
        Assert.All(await library.Annotations.Threads(speech.Id, null), thread => Assert.Equal((1, AnchorState.Exact), (thread.Root.Version, thread.Root.State)));
        Assert.Empty(await library.Annotations.Threads(speech.Id, null, version: 2));
        await library.Annotations.Add(author, new() { Slug = speech.Slug, Version = 2, BlockId = "p1", Body = "sur la traduction" });

        await library.AddVersion(speech, Second());

        Assert.Equal(3, (await library.Speeches.Find(speech.Slug))!.Version);
        Assert.Equal([3, 3, 3, 3, 2], (await library.Annotations.Threads(speech.Id, null)).Select(thread => thread.Root.Version).OrderDescending());
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task The_header_takes_what_the_new_text_says_and_keeps_what_a_person_wrote()
    {
        await using var library = await TestLibrary.Open();
        var edited = new Dictionary<string, FieldProvenance> { ["place"] = new(FieldOrigin.Edited, null, 0) };
        var speech = await library.AddSpeech(new SpeechBuilder().Titled("Draft title").By("A Speaker").On(2021, 12, 14).Paragraph("Words.")
            .With(header => header with { Place = "New York", Notes = ["Check against delivery"], Provenance = edited }));

        await library.AddVersion(speech, new SpeechBuilder().Titled("Final title").Paragraph("Words, corrected.").With(header => header with { Place = "Geneva" }));

        var now = (await library.Speeches.Find(speech.Slug))!.Header;
        Assert.Equal(("Final title", "New York", new DateOnly(2021, 12, 14)), (now.Title, now.Place, now.Date));
        Assert.Equal("A Speaker", Assert.Single(now.Speakers).Name);
        Assert.Empty(now.Notes);
        Assert.Single((await library.Search.Search("final", null, null)).Hits);
        Assert.Equal(0, (await library.Search.Search("draft", null, null)).Total);
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task What_is_searched_is_the_new_text_and_annotations_where_they_stand()
    {
        var (library, speech, _) = await Annotated();
        await using var __ = library;
        await library.Search.Search("anything", null, null);

        await library.AddVersion(speech, Second());

        Assert.Equal(0, (await library.Search.Search("afterwards", null, null)).Total);
        Assert.Equal("p3", Assert.Single((await library.Search.Search("peace", HitKind.Annotation, null)).Hits).BlockId);
        Assert.Null(Assert.Single((await library.Search.Search("gone", HitKind.Annotation, null)).Hits).BlockId);
    }

    [Fact]
    public async Task Where_a_version_cannot_be_written_to_its_end_nothing_of_it_is_there()
    {
        var (library, speech, _) = await Annotated();
        await using var __ = library;
        var before = await library.Annotations.Threads(speech.Id, null);
        var broken = Second().Parsed() with { Quotations = [new("p99", 0, 1, "x", false, null)] };

        await Assert.ThrowsAnyAsync<Exception>(() => library.Speeches.AddVersion(speech.Slug, broken, "later.md", "text/markdown", "other"u8.ToArray()));

        Assert.Equal(1, (await library.Speeches.Find(speech.Slug))!.Version);
        Assert.Single(await library.Speeches.Versions(speech.Id));
        Assert.Equal(before, await library.Annotations.Threads(speech.Id, null), (one, two) => one.Root == two.Root);
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    internal static SpeechBuilder First() => new SpeechBuilder().Titled("Peace").With(header => header with { Language = "en" })
        .Paragraph("We thank the Chair for the floor.").Paragraph(Peace).Paragraph(Law).Paragraph(Gone);

    internal static SpeechBuilder Second() => new SpeechBuilder().Titled("Peace").With(header => header with { Language = "en" })
        .Paragraph("We thank the Chair for the floor.").Paragraph("A paragraph that was not there.").Paragraph(Peace)
        .Paragraph(Law.Replace("shall", "must", StringComparison.Ordinal));

    /// <summary>A speech with a thread on each of its paragraphs, named by what will become of it.</summary>
    internal static async Task<(TestLibrary Library, Speech Speech, Actor Author)> Annotated()
    {
        var library = await TestLibrary.Open();
        var speech = await library.AddSpeech(First());
        var author = await library.Person("First annotator");
        await library.Annotate(author, speech, "first");
        await library.Annotations.Add(author, new() { Slug = speech.Slug, BlockId = "p2", Start = 9, End = 17, Body = "peace" });
        await library.Annotate(author, speech, "law", "p3");
        await library.Annotate(author, speech, "gone", "p4");
        return (library, speech, author);
    }

    private static SpeechBuilder InFrench() => new SpeechBuilder().Titled("Paix").With(header => header with { Language = "fr" })
        .Paragraph("Nous remercions la présidence.").Paragraph("La paix est l’œuvre de toutes les nations.");
}

using Speeches.Annotations;
using Speeches.Store;
using Speeches.Store.Sqlite;

namespace Speeches.Tests.Store;

public sealed class AnchorStoreTests
{
    [Fact]
    public async Task An_editor_gives_an_orphan_a_place_and_the_anchor_as_it_was_made_stays()
    {
        var (library, speech, editor, orphan) = await WithOrphan();
        await using var _ = library;
        var revision = await library.Revision(speech);

        var placed = await library.Anchors.Place(editor, orphan.Id, new(2, "p2", 2, 11));

        Assert.Equal((AnchorState.Changed, "p2", "paragraph"), (placed.State, placed.Anchor.BlockId, placed.Anchor.Exact));
        Assert.Equal((1, orphan.Anchor, AnchorDecision.Placed, "An editor"), (placed.Carriage!.MadeOn, placed.Carriage.Original, placed.Carriage.Decision, placed.Carriage.DecidedBy!.Name));
        Assert.Equal(placed, (await library.Annotations.Threads(speech.Id, null)).Single(thread => thread.Root.Id == orphan.Id).Root);
        Assert.Equal(revision + 1, await library.Revision(speech));
        Assert.Equal("p2", Assert.Single((await library.Search.Search("gone", HitKind.Annotation, null)).Hits).BlockId);
        var history = await new AnnotationHistory(library.Database, library.Annotations).Of(orphan.Id, null);
        Assert.Equal([("created", null, null), ("carried", 2, "orphan"), ("placed", 2, (string?)"changed")], history.Select(past => (past.Kind, past.Version, past.Anchor)));
        Assert.Equal(["First annotator", null, "An editor"], history.Select(past => past.By));
        Assert.Empty(await Maintenance.Check(library.Options));

        await library.AddVersion(speech, VersionTests.Second().Paragraph("One more at the end."));
        var later = await library.Annotations.Find(orphan.Id, null);
        Assert.Equal((3, AnchorState.Changed, "paragraph", null), (later.Version, later.State, later.Anchor.Exact, later.Carriage!.Decision));
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task What_is_let_go_stays_with_the_version_before_and_is_not_asked_about_again()
    {
        var (library, speech, editor, orphan) = await WithOrphan();
        await using var _ = library;

        var released = await library.Anchors.LetGo(editor, orphan.Id, 2);

        Assert.Equal((1, AnchorState.Exact, "p4"), (released.Version, released.State, released.Anchor.BlockId));
        Assert.DoesNotContain(await library.Annotations.Threads(speech.Id, null, version: 2), thread => thread.Root.Id == orphan.Id);
        Assert.Contains(await library.Annotations.Threads(speech.Id, null), thread => thread.Root.Id == orphan.Id);
        await library.AddVersion(speech, VersionTests.Second().Paragraph("One more at the end."));
        Assert.Equal(1, (await library.Annotations.Find(orphan.Id, null)).Version);
        Assert.Empty(await Maintenance.Check(library.Options));
        await library.AddVersion(speech, VersionTests.First().Paragraph("Its words are back."));
        Assert.Equal((4, AnchorState.Exact), ((await library.Annotations.Find(orphan.Id, null)).Version, (await library.Annotations.Find(orphan.Id, null)).State));
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task Keeping_says_who_looked_and_doing_so_twice_changes_nothing()
    {
        var (library, speech, editor, orphan) = await WithOrphan();
        await using var _ = library;
        var changed = (await library.Annotations.Threads(speech.Id, null)).Single(thread => thread.Root.Body == "law").Root;

        var kept = await library.Anchors.Keep(editor, changed.Id, 2);
        var generation = library.Database.Generation;

        Assert.Equal(kept, await library.Anchors.Keep(editor, changed.Id, 2));
        Assert.Equal(generation, library.Database.Generation);
        Assert.Equal((changed.Anchor, AnchorDecision.Kept), (kept.Anchor, kept.Carriage!.Decision));
        Assert.Equal(AnchorState.Orphan, (await library.Anchors.Keep(editor, orphan.Id, 2)).State);
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task Who_may_not_what_is_not_there_and_what_is_too_late_are_refused()
    {
        var (library, speech, editor, orphan) = await WithOrphan();
        await using var _ = library;
        var annotator = await library.Person("Second annotator");
        var own = await library.Annotate(annotator, speech, "mine", "p1", Audience.Private);

        await Fails(ErrorKind.Forbidden, () => library.Anchors.Place(annotator, orphan.Id, new(2, "p1")));
        await Fails(ErrorKind.NotFound, () => library.Anchors.LetGo(editor, own.Id, 2));
        await Fails(ErrorKind.Refused, () => library.Anchors.Keep(annotator, own.Id, 2)); // made on the current version
        await Fails(ErrorKind.Refused, () => library.Anchors.Place(editor, orphan.Id, new(2, "p99")));
        await Fails(ErrorKind.Refused, () => library.Anchors.Place(editor, orphan.Id, new(2, "p1", 5, 5000)));
        await Fails(ErrorKind.Stale, () => library.Anchors.Place(editor, orphan.Id, new(1, "p1")));
        await library.Annotations.Delete(await library.Person("Administrator", Role.Administrator), orphan.Id, null);
        await Fails(ErrorKind.Gone, () => library.Anchors.Keep(editor, orphan.Id, 2));
        Assert.Empty(await Maintenance.Check(library.Options));

        static async Task Fails(ErrorKind kind, Func<Task> action) =>
            Assert.Equal(kind, (await Assert.ThrowsAsync<SpeechesError>(action)).Kind);
    }

    private static async Task<(TestLibrary Library, Speech Speech, Actor Editor, Annotation Orphan)> WithOrphan()
    {
        var (library, speech, _) = await VersionTests.Annotated();
        await library.AddVersion(speech, VersionTests.Second());
        var editor = await library.Person("An editor", Role.Editor);
        return (library, speech, editor, (await library.Annotations.Threads(speech.Id, null)).Single(thread => thread.Root.Body == "gone").Root);
    }
}

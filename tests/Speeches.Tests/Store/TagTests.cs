using Speeches.Annotations;
using Speeches.Store;
using Speeches.Store.Sqlite;

namespace Speeches.Tests.Store;

/// <summary>What threads are sorted by: how tags are cleaned, kept, found, told of and changed over the library.</summary>
public sealed class TagTests
{
    [Theory]
    [InlineData("  law of   the sea ", "law of the sea")]
    [InlineData("#Norms", "Norms")]
    [InlineData("cafe\u0301", "caf\u00e9")]
    [InlineData("سيادة الدول", "سيادة الدول")]
    public void A_tag_is_kept_as_typed_but_clean(string typed, string kept) => Assert.Equal([kept], Tags.Clean([typed], 10, 50));

    [Fact]
    public void Tags_that_differ_in_case_are_one_and_empty_ones_are_none()
    {
        Assert.Equal(["Norms", "to do"], Tags.Clean(["Norms", "", " ", null, "NORMS", "to do", "#to  do"], 2, 50));
        Assert.True(Tags.AreSame("ÉTAT", "e\u0301tat"));
        Assert.Equal(Tags.ColourOf("NORMS"), Tags.ColourOf("norms"));
    }

    [Theory]
    [InlineData("a,b")]
    [InlineData("a\u0007b")]
    [InlineData("longer than ten")]
    public void What_is_no_tag_is_refused(string typed) =>
        Assert.Equal("tags", Assert.Throws<SpeechesError>(() => Tags.Clean([typed], 10, 10)).Field);

    [Fact]
    public void More_than_so_many_are_refused() => Assert.Throws<SpeechesError>(() => Tags.Clean(["a", "b", "c"], 2, 10));

    [Fact]
    public async Task Tags_are_kept_found_told_of_and_go_with_the_annotation()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");
        var root = await Tagged(library, author, "Norms", "to check");
        Assert.Equal(["Norms", "to check"], (await library.Annotations.Find(root.Id, null)).Tags);
        Assert.Equal(root.Id, Assert.Single((await library.Search.Search("norms", null, null)).Hits).AnnotationId);
        var revision = await library.Revision(speech);

        var changed = await library.Annotations.Tag(author, root.Id, ["due diligence"], root.Revision);
        Assert.Equal(changed.Revision, (await library.Annotations.Tag(author, root.Id, ["due diligence"], null)).Revision);

        Assert.Equal(revision + 1, await library.Revision(speech));
        Assert.Empty((await library.Search.Search("norms", null, null)).Hits);
        Assert.NotEmpty((await library.Search.Search("diligence", null, null)).Hits);
        Assert.Single(await library.Annotations.Threads(speech.Id, null, new() { Tag = "DUE diligence" }));
        Assert.Empty(await library.Annotations.Threads(speech.Id, null, new() { Tag = "norms" }));
        var history = await new AnnotationHistory(library.Database, library.Annotations).Of(root.Id, null);
        Assert.Equal([("created", "Norms, to check"), ("tagged", "due diligence")], history.Select(past => (past.Kind, string.Join(", ", past.Tags!))));
        var then = await new PastThreads(library.Database, library.Annotations).On(speech.Id, 1, null, changed.Tagged!.Value);
        Assert.Equal(["Norms", "to check"], Assert.Single(then).Root.Tags);
        Assert.Empty(await Maintenance.Check(library.Options));
        await library.Annotations.Delete(author, root.Id, null);
        Assert.Empty(await new TagStore(library.Database, library.Clock, new()).Used(author));
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Theory]
    [InlineData("public", "author", null)]
    [InlineData("public", "editor", null)]
    [InlineData("public", "administrator", null)]
    [InlineData("public", "annotator", ErrorKind.Forbidden)]
    [InlineData("public", "reader", ErrorKind.Forbidden)]
    [InlineData("private", "author", null)]
    [InlineData("private", "annotator", ErrorKind.NotFound)]
    [InlineData("private", "administrator", ErrorKind.NotFound)]
    [InlineData("group", "author", null)]
    [InlineData("group", "moderator", null)]
    [InlineData("group", "member", ErrorKind.Forbidden)]
    [InlineData("group", "administrator", ErrorKind.NotFound)]
    public async Task Each_may_tag_what_the_table_says(string audience, string who, ErrorKind? outcome)
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var moderator = await library.Person("Moderator");
        var (author, member) = (await library.Person("First annotator"), await library.Person("Member", Role.Editor));
        var group = await library.Groups.Create(moderator, "Drafting");
        await library.Sql($"INSERT INTO group_members VALUES ({group}, {author.Id}, 'member', '2026-01-01'), ({group}, {member.Id}, 'member', '2026-01-01')");
        var root = await library.Annotate(author, speech, audience: audience == "group" ? Audience.OfGroup("Drafting") : Audience.Parse(audience));
        var actor = who switch
        {
            "author" => author,
            "moderator" => moderator,
            "member" => member,
            _ => await library.Person($"Other {who}", Enum.Parse<Role>(who, ignoreCase: true)),
        };

        var error = await Record.ExceptionAsync(() => library.Annotations.Tag(actor, root.Id, ["a tag"], null));

        Assert.Equal(outcome, (error as SpeechesError)?.Kind);
        Assert.Equal(outcome is null ? 1 : 0, (await library.Annotations.Find(root.Id, author)).Tags.Count);
    }

    [Fact]
    public async Task Replies_have_no_tags()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");
        var reply = await library.Annotations.Reply(author, (await library.Annotate(author, speech)).Id, "A reply.");

        Assert.Equal("tags", (await Assert.ThrowsAsync<SpeechesError>(() => library.Annotations.Tag(author, reply.Id, ["a"], null))).Field);
    }

    [Fact]
    public async Task A_tag_of_threads_that_one_may_not_see_is_in_no_list_and_no_count()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var (author, other) = (await library.Person("First annotator"), await library.Person("Other"));
        await Tagged(library, author, "norms");
        await Tagged(library, other, "Norms");
        await Tagged(library, author, Audience.Private, "NORMS", "secret");
        var tags = new TagStore(library.Database, library.Clock, new());

        Assert.Equal([new UsedTag("Norms", 2, 0)], await tags.Used(null));
        Assert.Equal([new UsedTag("Norms", 2, 2)], await tags.Used(other, speech.Slug));
        Assert.Equal(["NORMS 3", "secret 1"], (await tags.Used(author)).Select(tag => $"{tag.Tag} {tag.Threads}"));
    }

    [Fact]
    public async Task An_editor_merges_a_tag_everywhere_and_learns_only_of_what_they_see()
    {
        var (library, _) = await TestLibrary.WithSpeech();
        await using var __ = library;
        var (author, editor) = (await library.Person("First annotator"), await library.Person("Editor", Role.Editor));
        var both = await Tagged(library, author, "norm", "other", "Norms");
        var hidden = await Tagged(library, author, Audience.Private, "NORM");
        var without = await Tagged(library, author, "other");
        var tags = new TagStore(library.Database, library.Clock, new());

        Assert.Equal(1, await tags.Replace(editor, "Norm", " norms "));

        Assert.Equal(["norms", "other"], (await library.Annotations.Find(both.Id, null)).Tags);
        Assert.Equal(["norms"], (await library.Annotations.Find(hidden.Id, author)).Tags);
        Assert.Equal(without.Revision, (await library.Annotations.Find(without.Id, null)).Revision);
        var told = await new AnnotationHistory(library.Database, library.Annotations).Of(hidden.Id, author);
        Assert.Equal(("tagged", "Editor"), (told[^1].Kind, told[^1].By));
        Assert.Equal(("Norm", "norms", "Editor"), Assert.Single(await tags.Changes()) switch { var change => (change.FromTag, change.ToTag, change.By) });
        Assert.Equal(0, await tags.Replace(editor, "nowhere", "norms"));
        Assert.Equal(2, await tags.Replace(editor, "other", null));
        Assert.Equal(ErrorKind.Forbidden, (await Assert.ThrowsAsync<SpeechesError>(() => tags.Replace(author, "norms", "x"))).Kind);
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    private static Task<Annotation> Tagged(TestLibrary library, Actor author, params string[] tags) => Tagged(library, author, Audience.Public, tags);

    private static Task<Annotation> Tagged(TestLibrary library, Actor author, Audience audience, params string[] tags) =>
        library.Annotations.Add(author, new() { Slug = "hello", BlockId = "p1", Body = "A remark.", Tags = tags, Audience = audience });
}

using Dapper;
using Speeches.Store;
using Speeches.Store.Sqlite;

namespace Speeches.Tests.Store;

public sealed class SearchFreshnessTests
{
    [Fact]
    public async Task What_was_just_stored_is_found_though_the_index_is_behind()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");

        for (var number = 1; number <= 5; number++)
        {
            await library.Annotate(author, speech, "sovereignty");
            Assert.NotEqual(0, await Waiting(library.Database));
            Assert.Equal(number, (await library.Search.Search("sovereignty", null, null)).Total);
            Assert.Equal(0, await Waiting(library.Database));
        }
    }

    [Fact]
    public async Task The_library_and_its_quotations_find_a_speech_that_was_just_added()
    {
        await using var library = await TestLibrary.Open();
        await library.AddSpeech(new SpeechBuilder().Paragraph("On sovereignty.").Quoted("equality of States"));
        Assert.NotEqual(0, await Waiting(library.Database));
        Assert.Equal(1, (await library.Speeches.Quotations("equality", 1, 10)).Total);

        await library.AddSpeech(new SpeechBuilder().Titled("Another").Paragraph("On jurisdiction."));
        Assert.NotEqual(0, await Waiting(library.Database));
        Assert.Equal("Another", Assert.Single((await library.Speeches.List(new() { Query = "jurisdiction" })).Items).Speech.Header.Title);
    }

    [Fact]
    public async Task What_others_add_to_the_same_database_is_found()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");
        Assert.Equal(0, (await library.Search.Search("sovereignty", null, null)).Total);
        await using var other = await SqliteDatabase.Open(library.Options);

        await new AnnotationStore(other, library.Clock, new()).Add(author, new() { Slug = speech.Slug, BlockId = "p1", Body = "sovereignty" });

        Assert.Equal(1, (await library.Search.Search("sovereignty", null, null)).Total);
    }

    [Fact]
    public async Task An_annotation_that_waits_for_the_index_is_found_by_its_latest_words_and_not_once_deleted()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");
        var edited = await library.Annotate(author, speech, "before");
        var deleted = await library.Annotate(author, speech, "before");
        await library.Annotations.Edit(author, edited.Id, "after", null);
        await library.Annotations.Delete(author, deleted.Id, null);
        Assert.NotEqual(0, await Waiting(library.Database));

        Assert.Equal(1, (await library.Search.Search("after", null, null)).Total);
        Assert.Equal(0, (await library.Search.Search("before", null, null)).Total);
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task The_index_is_never_further_behind_than_the_setting_says()
    {
        await using var library = await TestLibrary.Open(new() { MaximumUnindexed = 3 });
        var speech = await library.AddSpeech(new SpeechBuilder().Paragraph("One paragraph."));
        var author = await library.Person("First annotator");
        var seen = new HashSet<long>();

        for (var number = 0; number < 10; number++)
        {
            await library.Annotate(author, speech, "sovereignty");
            seen.Add(await Waiting(library.Database));
        }

        Assert.Equal([0, 1, 2, 3], seen.Order());
        Assert.Equal(10, (await library.Search.Search("sovereignty", null, null)).Total);
    }

    [Fact]
    public async Task What_waits_for_the_index_is_no_problem_and_comes_along_in_a_backup()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        await library.Annotate(await library.Person("First annotator"), speech, "sovereignty");
        var backup = Path.Combine(TestLibrary.NewFolder(), "copy.db");
        await Maintenance.Backup(library.Options, backup);
        Assert.Empty(await Maintenance.Check(library.Options));
        Assert.NotEqual(0, await Waiting(library.Database)); // the check leaves all as it is

        await library.Close();
        Assert.Empty(await Maintenance.Check(library.Options));
        await Maintenance.Restore(library.Options, backup);

        Assert.Empty(await Maintenance.Check(library.Options));
        await using var restored = await SqliteDatabase.Open(library.Options);
        Assert.NotEqual(0, await Waiting(restored));
        Assert.Equal(1, (await new SearchStore(restored).Search("sovereignty", null, null)).Total);
    }

    private static Task<long> Waiting(Database database) => database.Read(connection => connection.ExecuteScalarAsync<long>(
        "SELECT count(*) FROM search_entries WHERE id > (SELECT coalesce(max(id), 0) FROM search_docsize)"));
}

using Speeches.Annotations;
using Speeches.Store.Sqlite;

namespace Speeches.Tests.Store;

public sealed class PreparedRowsTests
{
    [Fact]
    public async Task Rows_that_are_alike_in_some_columns_only_are_stored_as_they_were_made()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");
        (int? Start, int? End, Audience Audience)[] made =
            [(null, null, Audience.Public), (0, 4, Audience.Private), (null, null, Audience.Private), (0, 3, Audience.Public), (null, null, Audience.Public)];

        var added = new List<Annotation>();
        foreach (var (start, end, audience) in made)
        {
            added.Add(await library.Annotations.Add(
                author, new() { Slug = speech.Slug, BlockId = "p1", Start = start, End = end, Body = "The same words.", Audience = audience }));
        }

        var stored = (await library.Annotations.Threads(speech.Id, author)).Select(thread => thread.Root).ToDictionary(root => root.Id);
        Assert.Equal(made, added.Select(one => (stored[one.Id].Anchor.Start, stored[one.Id].Anchor.End, stored[one.Id].Audience)));
        Assert.Empty(await Maintenance.Check(library.Options));
    }
}

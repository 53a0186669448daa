using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Tests.Store;

public sealed class SearchStoreTests
{
    [Fact]
    public async Task Speeches_paragraphs_quotations_and_annotations_are_found_with_their_places()
    {
        var (library, speech) = await Filled();
        await using var _ = library;

        var page = await library.Search.Search("sovereignty", null, null);

        Assert.Equal(5, page.Total);
        Assert.Equal((1, 2, 1, 1), (page.ByKind[HitKind.Speech], page.ByKind[HitKind.Paragraph], page.ByKind[HitKind.Quotation], page.ByKind[HitKind.Annotation]));
        Assert.All(page.Hits, hit => Assert.All(hit.Found, found =>
            Assert.Equal("sovereignty", hit.Excerpt[found.Start..found.End], ignoreCase: true)));
        Assert.All(page.Hits, hit => Assert.Equal(speech.Slug, hit.Speech.Slug));
        var quotation = page.Hits.Single(hit => hit.Kind == HitKind.Quotation);
        Assert.Equal(("p2", 2, "The Charter"), (quotation.BlockId, quotation.Paragraph, quotation.By));
        var annotation = page.Hits.Single(hit => hit.Kind == HitKind.Annotation);
        Assert.Equal(("p3", 3, "First annotator"), (annotation.BlockId, annotation.Paragraph, annotation.By));
        Assert.Equal(26, annotation.AnnotationId!.Length);
    }

    [Fact]
    public async Task One_kind_can_be_asked_for_and_the_others_are_still_counted()
    {
        var (library, _) = await Filled();
        await using var __ = library;

        var page = await library.Search.Search("sovereignty", HitKind.Paragraph, null, page: 2, pageSize: 1);

        Assert.Equal((2, 1), (page.Total, page.ByKind[HitKind.Annotation]));
        Assert.Equal(HitKind.Paragraph, Assert.Single(page.Hits).Kind);
    }

    [Theory]
    [InlineData("etat", "État")]
    [InlineData("ÉTAT", "État")]
    [InlineData("naïve", "naive")]
    [InlineData("zurich", "Zürich")]
    [InlineData("قانون", "قانون")]
    [InlineData("Право", "право")]
    [InlineData("主権平等", "主権平等")]
    public async Task Diacritics_and_case_do_not_count(string typed, string found)
    {
        await using var library = await TestLibrary.Open();
        await library.AddSpeech(new SpeechBuilder().Paragraph("Un État naive, Zu\u0308rich and Zürich; قانون; право; 主権平等。"));

        var hit = Assert.Single((await library.Search.Search(typed, null, null)).Hits);

        Assert.Contains(found, hit.Found.Select(range => hit.Excerpt[range.Start..range.End]));
    }

    [Theory]
    [InlineData("\"sovereign equality\"", true)]
    [InlineData("“sovereign equality”", true)]
    [InlineData("\"equality sovereign\"", false)]
    [InlineData("equality sovereign", true)]
    [InlineData("equality absent", false)]
    [InlineData("\"sovereign equality", true)]
    public async Task Words_must_all_occur_and_phrases_stay_together(string typed, bool isFound)
    {
        await using var library = await TestLibrary.Open();
        await library.AddSpeech(new SpeechBuilder().Paragraph("The sovereign equality of States."));

        Assert.Equal(isFound, (await library.Search.Search(typed, null, null)).Total > 0);
    }

    [Theory]
    [InlineData("\" OR NEAR( * ^ : - '")]
    [InlineData("text: states")]
    [InlineData("who:states")]
    [InlineData("{text who} : states")]
    [InlineData("states*")]
    [InlineData("^states")]
    [InlineData("-states")]
    [InlineData("states) OR (1")]
    [InlineData("'; DROP TABLE search; --")]
    [InlineData("NOT")]
    [InlineData("AND OR NOT NEAR")]
    [InlineData("NEAR(states equality, 5)")]
    [InlineData("\"\"\"")]
    [InlineData("\0states\0")]
    [InlineData("\ud83d")]
    [InlineData("😀 \u0301 ‘ ’ …")]
    [InlineData("+ - & | ! ( ) { } [ ] ^ \" ~ * ? : \\ /")]
    public async Task What_is_typed_is_never_an_operator(string typed)
    {
        await using var library = await TestLibrary.Open();
        await library.AddSpeech(new SpeechBuilder().Titled("Anything").Paragraph("The sovereign equality of all States, not."));

        await library.Search.Search(typed, null, null);
        await library.Speeches.List(new() { Query = typed });
        await library.Speeches.Quotations(typed, 1, 10);

        Assert.Equal(1, (await library.Search.Search("sovereign", null, null)).Total);
    }

    [Fact]
    public async Task Nothing_to_search_for_finds_nothing()
    {
        var (library, _) = await Filled();
        await using var __ = library;

        Assert.All([null, "", "  ", "\"\"", "…"], query => Assert.Equal(0, library.Search.Search(query, null, null).Result.Total));
        Assert.Equal(0, (await library.Search.Search(new string('x', 100_000), null, null)).Total);
    }

    [Fact]
    public async Task A_private_annotation_exists_for_its_author_alone()
    {
        var (library, speech) = await Filled();
        await using var _ = library;
        var author = (await library.Person("Second annotator"));
        var other = await library.Person("Administrator", Role.Administrator);
        var before = await library.Search.Search("sovereignty", null, null);
        await library.Annotate(author, speech, "My own sovereignty note, secretword.", audience: Audience.Private);

        foreach (var viewer in (Actor?[])[null, other])
        {
            var page = await library.Search.Search("sovereignty", null, viewer);
            Assert.Equal((before.Total, before.ByKind[HitKind.Annotation]), (page.Total, page.ByKind[HitKind.Annotation]));
            Assert.Equal(0, (await library.Search.Search("secretword", HitKind.Annotation, viewer)).Total);
        }

        Assert.Equal(1, (await library.Search.Search("secretword", null, author)).Total);
        Assert.Equal(before.Total + 1, (await library.Search.Search("sovereignty", null, author)).Total);
    }

    [Fact]
    public async Task An_annotation_is_found_by_the_words_it_has_now()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");
        var annotation = await library.Annotate(author, speech, "before");
        await library.Annotations.Edit(author, annotation.Id, "after", null);
        Assert.Equal((0, 1), (await Total("before"), await Total("after")));

        await library.Annotations.Delete(author, annotation.Id, null);
        Assert.Equal(0, await Total("after"));

        async Task<int> Total(string word) => (await library.Search.Search(word, null, null)).Total;
    }

    [Fact]
    public async Task A_long_text_gives_an_excerpt_with_what_was_found_in_it()
    {
        await using var library = await TestLibrary.Open();
        var filler = string.Concat(Enumerable.Repeat("some words before it ", 40));
        await library.AddSpeech(new SpeechBuilder().Paragraph($"{filler}the needle and more {filler}"));
        await library.AddSpeech(new SpeechBuilder().Paragraph(string.Concat(Enumerable.Repeat("😀", 400)) + " needle " + string.Concat(Enumerable.Repeat("漢", 400))));

        var page = await library.Search.Search("needle", null, null);

        Assert.Equal(2, page.Hits.Count);
        Assert.All(page.Hits, hit =>
        {
            Assert.InRange(hit.Excerpt.Length, 100, 300);
            Assert.StartsWith("…", hit.Excerpt, StringComparison.Ordinal);
            Assert.EndsWith("…", hit.Excerpt, StringComparison.Ordinal);
            Assert.Equal("needle", hit.Excerpt[hit.Found[0].Start..hit.Found[0].End]);
            Assert.False(char.IsLowSurrogate(hit.Excerpt[1]));
        });
    }

    private static async Task<(TestLibrary Library, Speech Speech)> Filled()
    {
        var library = await TestLibrary.Open();
        var speech = await library.AddSpeech(new SpeechBuilder().Titled("Sovereignty today")
            .Paragraph("On sovereignty.").Quoted("the sovereignty of States", "The Charter").Paragraph("Other words."));
        await library.Annotate(await library.Person("First annotator"), speech, "Is this *sovereignty*?", "p3");
        return (library, speech);
    }
}

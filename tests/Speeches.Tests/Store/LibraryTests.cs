using Speeches.Annotations;

namespace Speeches.Tests.Store;

public sealed class LibraryTests
{
    [Fact]
    public async Task Speeches_are_listed_newest_first_and_undated_last_with_what_is_in_them()
    {
        await using var library = await Filled();
        var author = await library.Person("First annotator");
        var newest = (await library.Speeches.Find("2022-03-01-the-sea"))!;
        var root = await library.Annotate(author, newest);
        await library.Annotations.Reply(author, root.Id, "More.");
        await library.Annotate(author, newest, audience: Audience.Private);

        var page = await library.Speeches.List(new());

        Assert.Equal(["2022-03-01-the-sea", "2021-12-14-cyberspace", "2021-05-02-the-sea", "undated"], page.Items.Select(item => item.Speech.Slug));
        Assert.Equal(4, page.Total);
        Assert.Equal((2, 1, 2), (page.Items[0].Paragraphs, page.Items[0].Quotations, page.Items[0].Annotations));
        Assert.Equal([("2022", 1), ("2021", 2)], page.Years.Select(facet => (facet.Value, facet.Count)));
        Assert.Equal([("A Speaker", 2), ("B Speaker", 2)], page.Speakers.Select(facet => (facet.Value, facet.Count)));
    }

    [Fact]
    public async Task A_facet_is_counted_under_every_filter_but_its_own()
    {
        await using var library = await Filled();

        var page = await library.Speeches.List(new() { Year = 2021, Speaker = "A Speaker" });

        Assert.Equal(["2021-12-14-cyberspace"], page.Items.Select(item => item.Speech.Slug));
        Assert.Equal([("A Speaker", 1), ("B Speaker", 1)], page.Speakers.Select(facet => (facet.Value, facet.Count)));
        Assert.Equal([("2022", 1), ("2021", 1)], page.Years.Select(facet => (facet.Value, facet.Count)));
    }

    [Theory]
    [InlineData("sea", 2)]
    [InlineData("sea high", 1)]
    [InlineData("cyberspace attacks", 1)]
    [InlineData("cyberspace sea", 0)]
    [InlineData("…", 0)]
    [InlineData(" ", 4)]
    public async Task The_words_asked_for_may_stand_in_different_parts_of_a_speech(string query, int total)
    {
        await using var library = await Filled();

        Assert.Equal(total, (await library.Speeches.List(new() { Query = query })).Total);
    }

    [Fact]
    public async Task Pages_follow_each_other()
    {
        await using var library = await Filled();

        var second = await library.Speeches.List(new() { Page = 2, PageSize = 3 });

        Assert.Equal("undated", Assert.Single(second.Items).Speech.Slug);
        Assert.Equal(4, second.Total);
        Assert.Empty((await library.Speeches.List(new() { Page = 100 })).Items);
    }

    [Fact]
    public async Task Quotations_are_found_by_their_words_and_by_who_is_quoted()
    {
        await using var library = await Filled();

        var (all, total) = await library.Speeches.Quotations(null, 1, 10);
        Assert.Equal(2, total);
        Assert.Equal(["2022-03-01-the-sea", "2021-05-02-the-sea"], all.Select(quotation => quotation.Speech.Slug));
        Assert.Equal(("freedom of the seas", 2), (all[0].Quotation.Words, all[0].Paragraph));
        Assert.Equal(1, (await library.Speeches.Quotations("seas", 1, 10)).Total);
        Assert.Equal(1, (await library.Speeches.Quotations("secretary-general", 1, 10)).Total);
        Assert.Equal(0, (await library.Speeches.Quotations("…", 1, 10)).Total);
    }

    [Theory]
    [InlineData("Law: «Ça va» — Straße & Ærø's 100%", "law-ca-va-strasse-aeros-100")]
    [InlineData("A very long title that goes on and on until nobody could read the whole of it in an address", "a-very-long-title-that-goes-on-and-on-until-nobody-could-read-the-whole-of-it-in")]
    [InlineData("国际法", "speech")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    public async Task A_slug_is_made_of_plain_letters(string title, string slug)
    {
        await using var library = await TestLibrary.Open();

        Assert.Equal(slug, (await library.AddSpeech(new SpeechBuilder().Titled(title).Paragraph("Words."))).Slug);
        Assert.Equal($"{slug}-2", (await library.AddSpeech(new SpeechBuilder().Titled(title).Paragraph("Other words."))).Slug);
    }

    private static async Task<TestLibrary> Filled()
    {
        var library = await TestLibrary.Open();
        await library.AddSpeech(new SpeechBuilder().Titled("The sea").By("B Speaker").On(2021, 5, 2).Quoted("as it was said", "The Secretary-General"));
        await library.AddSpeech(new SpeechBuilder().Titled("Cyberspace").By("A Speaker").On(2021, 12, 14).Paragraph("On attacks."));
        await library.AddSpeech(new SpeechBuilder().Titled("The sea").By("A Speaker", "B Speaker").On(2022, 3, 1)
            .Paragraph("On the high sea, b.").Quoted("freedom of the seas"));
        await library.AddSpeech(new SpeechBuilder().Titled("Undated").Paragraph("Words."));
        return library;
    }
}

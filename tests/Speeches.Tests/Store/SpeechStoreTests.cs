namespace Speeches.Tests.Store;

public sealed class SpeechStoreTests
{
    [Fact]
    public async Task A_speech_comes_back_as_it_was_put_in()
    {
        await using var library = await TestLibrary.Open();
        var builder = new SpeechBuilder().Titled("Law and the sea").By("A Speaker").On(2021, 12, 14)
            .Salutation("Excellencies,").Paragraph("Words.", new Span(0, 5, SpanKind.Link, "https://example.org/")).Quoted("Peace", "The Charter");
        var parsed = builder.Parsed();

        var speech = await library.AddSpeech(builder);
        var text = await library.Speeches.Text(speech.Id);

        Assert.Equal("2021-12-14-law-and-the-sea", speech.Slug);
        Assert.Equivalent(parsed.Header, speech.Header, strict: true);
        Assert.Equal(1, speech.Version);
        Assert.Equal(1, speech.Revision);
        Assert.NotNull(text);
        Assert.Equivalent(parsed.Blocks, text.Blocks, strict: true);
        Assert.Equal(parsed.Quotations, text.Quotations);
        Assert.Equal("speech.md", text.Source.Name);
        Assert.Same(text, await library.Speeches.Text(speech.Id, 1));
    }

    [Fact]
    public async Task The_same_bytes_again_are_the_same_speech_and_change_nothing()
    {
        await using var library = await TestLibrary.Open();
        var speech = new SpeechBuilder().Titled("Once").Paragraph("Words.");
        var first = await library.Speeches.Add(speech.Parsed(), "/somewhere/a.md", "text/markdown", speech.Source());
        var generation = library.Database.Generation;

        var second = await library.Speeches.Add(speech.Parsed(), "b.md", "text/markdown", speech.Source());

        Assert.Equal((first.Slug, 1, true), (first.Slug, first.Version, first.IsNew));
        Assert.Equal(first with { IsNew = false }, second);
        Assert.Equal(generation, library.Database.Generation);
    }
}

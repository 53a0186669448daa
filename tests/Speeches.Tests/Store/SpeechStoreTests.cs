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

    [Theory]
    [InlineData("О праве рек и озёр", null, null, "ru", "2024-10-01-o-prave-rek-i-ozer")]
    [InlineData("Выступление в Шестом комитете", null, null, "ru", "2024-10-01-vystuplenie-v-shestom-komitete")]
    [InlineData("关于第79届会议的发言", null, null, "zh", "2024-10-01-speech-zh")]
    [InlineData("关于河流法", "Example Speaker", "A/79/PV.12", "zh", "2024-10-01-example-speaker")]
    [InlineData("قانون الأنهار", "متحدثة مثالية", "A/79/PV.12", "ar", "2024-10-01-a-79-pv-12")]
    [InlineData("قانون الأنهار", null, null, null, "2024-10-01-speech")]
    public async Task A_title_in_another_script_has_a_readable_address(string title, string? speaker, string? symbol, string? language, string slug)
    {
        await using var library = await TestLibrary.Open();

        var speech = await library.AddSpeech(new SpeechBuilder().Titled(title).On(2024, 10, 1).Paragraph("Words.").With(header => header with
        {
            Speakers = speaker is null ? [] : [new() { Name = speaker }],
            Symbol = symbol,
            Language = language,
        }));

        Assert.Equal(slug, speech.Slug);
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

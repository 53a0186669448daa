using Speeches.Store;

namespace Speeches.Tests.Store;

public sealed class LikeSpeechTests : IAsyncLifetime
{
    private TestLibrary _library = null!;

    public async ValueTask InitializeAsync() => _library = await TestLibrary.Open();

    public ValueTask DisposeAsync() => _library.DisposeAsync();

    [Fact]
    public async Task The_same_words_from_another_file_are_recognised_however_they_are_parted()
    {
        await Add(new SpeechBuilder().Titled("Rivers").Paragraph("The “law” of rivers.").Paragraph("It is old."));
        var like = await Like(new SpeechBuilder().Titled("Another title").Paragraph("The \"law\" of  RIVERS. It is old."));
        Assert.Equal((Likeness.SameText, "rivers", 1, "Rivers"), (like!.Kind, like.Slug, like.Version, like.Title));
        Assert.Null(await Like(new SpeechBuilder().Titled("Another title").Paragraph("The law of rivers. It is new.")));
    }

    [Fact]
    public async Task The_same_bytes_are_said_before_the_same_words()
    {
        var speech = new SpeechBuilder().Titled("Rivers").Paragraph("One.");
        await Add(speech);
        Assert.Equal(Likeness.SameBytes, (await Like(speech))!.Kind);
        Assert.Equal(new AddedSpeech("rivers", 1, false), await Add(speech));
    }

    [Fact]
    public async Task A_speech_of_the_same_speaker_and_day_in_another_language_is_suggested()
    {
        await Add(In("en", "Rivers").By("Léa Núñez-Example").On(2019, 3, 12));
        Assert.Equal(Likeness.OtherLanguage, (await Like(In("fr", "Fleuves").By("EXAMPLE Nunez, Lea").On(2019, 3, 12)))!.Kind);
    }

    [Theory]
    [InlineData("en-GB", 12, "Léa Example", 4)] // the same language
    [InlineData("fr", 13, "Léa Example", 4)] // another day
    [InlineData("fr", 12, "Another Example", 4)] // another speaker
    [InlineData("fr", 12, "Léa Example", 9)] // another length
    [InlineData(null, 12, "Léa Example", 4)] // nobody knows the language
    public async Task Nothing_is_suggested_where_the_header_does_not_bear_it(string? language, int day, string speaker, int paragraphs)
    {
        await Add(In("en", "Rivers").By("Léa Example").On(2019, 3, 12));
        Assert.Null(await Like(In(language, "Fleuves", paragraphs).By(speaker).On(2019, 3, day)));
    }

    [Fact]
    public async Task The_same_symbol_is_enough_across_scripts_but_not_where_several_speeches_bear_it()
    {
        await Add(In("en", "Rivers").By("Example Speaker").With(header => header with { Symbol = "A/C.6/79/1" }));
        var arabic = In("ar", "الأنهار").By("متحدث").With(header => header with { Symbol = "A/C.6/79/1" });
        Assert.Equal(Likeness.OtherLanguage, (await Like(arabic))!.Kind);
        await Add(In("en", "Lakes").By("Example Speaker").With(header => header with { Symbol = "A/C.6/79/1" }));
        Assert.Null(await Like(arabic));
    }

    [Fact]
    public async Task Texts_that_an_earlier_build_stored_are_recognised_too()
    {
        await Add(new SpeechBuilder().Titled("Rivers").Paragraph("The law of rivers."));
        await _library.Sql("DELETE FROM text_fingerprints");
        var later = new SpeechStore(_library.Database, _library.Clock);
        Assert.Equal(Likeness.SameText, (await later.Like(new SpeechBuilder().Titled("Copy").Paragraph("The law of rivers").Parsed(), "0"))!.Kind);
    }

    private Task<AddedSpeech> Add(SpeechBuilder speech) => _library.Speeches.Add(speech.Parsed(), "speech.md", "text/markdown", speech.Source());

    private Task<LikeSpeech?> Like(SpeechBuilder speech) => _library.Speeches.Like(
        speech.Parsed(), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(speech.Source())));

    private static SpeechBuilder In(string? language, string title, int paragraphs = 4)
    {
        var speech = new SpeechBuilder().Titled(title).With(header => header with { Language = language });
        for (var i = 0; i < paragraphs; i++)
            speech.Paragraph($"{title} {i}.");
        return speech;
    }
}

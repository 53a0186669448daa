using Speeches.Annotations;

namespace Speeches.Tests.Store;

public sealed class HeaderStoreTests : IAsyncLifetime
{
    private TestLibrary _library = null!;
    private Speech _speech = null!;
    private Actor _editor = null!;

    public async ValueTask InitializeAsync()
    {
        _library = await TestLibrary.Open();
        _speech = await _library.AddSpeech(new SpeechBuilder().Titled("Rivers").By("Example Speaker").On(2019, 3, 12).Paragraph("One."));
        _editor = await _library.Person("First editor", Role.Editor);
    }

    public ValueTask DisposeAsync() => _library.DisposeAsync();

    [Fact]
    public async Task Each_changed_field_is_kept_with_who_when_before_and_after()
    {
        var text = await _library.Speeches.Text(_speech.Id);
        await _library.Headers.Change(_editor, _speech.Slug, new(1, 0), _speech.Header with { Title = null, Place = "Geneva", Language = "fr" });

        var trail = (await _library.Headers.Find(_speech.Slug))!;
        Assert.Equal(
            [("language", ""), ("place", ""), ("title", "Rivers")],
            trail.Changes.Select(change => (change.Field, change.Before.Title ?? "")).Order());
        Assert.All(trail.Changes, change => Assert.Equal("First editor", change.By));
        Assert.Equal("Geneva", trail.Changes.Single(change => change.Field == "place").After.Place);
        Assert.Equal(_speech.Revision + 1, await _library.Revision(_speech));
        Assert.Equal((null, "fr"), (text!.Language, (await _library.Speeches.Text(_speech.Id, 1))!.Language));
        Assert.Equal("Geneva", (await _library.Speeches.Find(_speech.Slug))!.Header.Place);
    }

    [Fact]
    public async Task A_change_on_an_older_header_is_refused_and_so_is_one_by_who_is_no_editor()
    {
        await _library.Headers.Change(_editor, _speech.Slug, new(1, 0), _speech.Header with { Place = "Geneva" });
        var stale = await Assert.ThrowsAsync<SpeechesError>(() => _library.Headers.Change(_editor, _speech.Slug, new(1, 0), _speech.Header with { Place = "Vienna" }));
        Assert.Equal(ErrorKind.Stale, stale.Kind);
        var annotator = await _library.Person("First annotator");
        var edition = (await _library.Headers.Find(_speech.Slug))!.Edition;
        var forbidden = await Assert.ThrowsAsync<SpeechesError>(() => _library.Headers.Change(annotator with { Role = Role.Editor }, _speech.Slug, edition, _speech.Header));
        Assert.Equal(ErrorKind.Forbidden, forbidden.Kind);
        Assert.Equal("Geneva", (await _library.Speeches.Find(_speech.Slug))!.Header.Place);
    }

    [Fact]
    public async Task The_same_header_again_changes_nothing()
    {
        await _library.Headers.Change(_editor, _speech.Slug, new(1, 0), _speech.Header);
        Assert.Empty((await _library.Headers.Find(_speech.Slug))!.Changes);
        Assert.Equal(_speech.Revision, await _library.Revision(_speech));
    }
}

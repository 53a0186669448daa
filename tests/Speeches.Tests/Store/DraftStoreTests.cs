using System.Security.Cryptography;
using Speeches.Annotations;
using Speeches.Parsing;
using Speeches.Store;

namespace Speeches.Tests.Store;

public sealed class DraftStoreTests : IAsyncLifetime
{
    private TestLibrary _library = null!;
    private Actor _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _library = await TestLibrary.Open();
        _owner = await _library.Person("First editor", Role.Editor);
    }

    public ValueTask DisposeAsync() => _library.DisposeAsync();

    [Fact]
    public async Task A_draft_comes_back_as_it_was_read()
    {
        var parsed = new SpeechBuilder().Titled("Rivers").On(2019, 3, 12).By("Example Speaker").Salutation("Excellencies,").Quoted("in an equitable manner", "A treaty").Parsed() with
        {
            Diagnostics = [new(DiagnosticSeverity.Warning, "unclosed-quotation", 3, "It never closes.")],
        };
        var item = await Add(_owner, parsed);

        var draft = await _library.Drafts.Find(_owner, item.Id);

        Assert.Equivalent(parsed, draft.Parsed, strict: true);
        Assert.Equal([new PrintedLine(1, 0, "Rivers")], draft.Lines);
        Assert.Equal(("Rivers", 1, 1, 1), (draft.Item.Title, draft.Item.Paragraphs, draft.Item.Remarks, draft.Item.Revision));
        Assert.Equal([item], await _library.Drafts.List(_owner));
        Assert.Equal(Bytes("Rivers"), await _library.Drafts.Source(_owner, item.Id));
    }

    [Theory]
    [InlineData("A title", "An occasion", "A title")]
    [InlineData(null, "An occasion", "An occasion")]
    [InlineData(null, null, "Statement, Example Speaker")]
    public void A_heading_is_the_title_else_the_occasion_else_who_speaks(string? title, string? occasion, string heading) =>
        Assert.Equal(heading, new SpeechHeader { Title = title, Occasion = occasion, Kind = "Statement", Speakers = [new() { Name = "Example Speaker" }] }.Heading());

    [Fact]
    public async Task A_draft_whose_header_says_nothing_bears_the_name_of_its_file()
    {
        var parsed = Titled("Rivers");
        var item = await Add(_owner, parsed);
        var named = await _library.Drafts.Change(_owner, item.Id, 1, _ => parsed with { Header = new() { Occasion = "A side event" } });
        var nameless = await _library.Drafts.Change(_owner, item.Id, 2, _ => parsed with { Header = new() });

        Assert.Equal(("Rivers", "A side event", "speech.txt"), (item.Name, named.Item.Name, nameless.Item.Name));
    }

    [Fact]
    public async Task Nobody_else_knows_of_a_draft()
    {
        var other = await _library.Person("Second editor", Role.Administrator);
        var item = await Add(_owner, Titled("Rivers"));
        Assert.Empty(await _library.Drafts.List(other));
        foreach (var attempt in new Func<Task>[]
        {
            () => _library.Drafts.Find(other, item.Id),
            () => _library.Drafts.Source(other, item.Id),
            () => _library.Drafts.Change(other, item.Id, 1, draft => draft.Parsed),
            () => _library.Drafts.Discard(other, item.Id),
        })
            Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<SpeechesError>(attempt)).Kind);
        Assert.Single(await _library.Drafts.List(_owner));
    }

    [Fact]
    public async Task A_change_on_what_was_changed_meanwhile_is_refused()
    {
        var item = await Add(_owner, Titled("Rivers"));
        var changed = await _library.Drafts.Change(_owner, item.Id, 1, _ => Titled("Lakes"));
        Assert.Equal(("Lakes", "Lakes", 2), (changed.Item.Title, changed.Parsed.Header.Title, changed.Item.Revision));
        var stale = await Assert.ThrowsAsync<SpeechesError>(() => _library.Drafts.Change(_owner, item.Id, 1, _ => Titled("Seas")));
        Assert.Equal(ErrorKind.Stale, stale.Kind);
        Assert.Equal("Lakes", (await _library.Drafts.Find(_owner, item.Id)).Item.Title);
    }

    [Fact]
    public async Task The_same_bytes_again_are_the_draft_that_is_there()
    {
        var first = await Add(_owner, Titled("Rivers"));
        await _library.Drafts.Change(_owner, first.Id, 1, _ => Titled("Corrected"));
        Assert.Equal((first.Id, "Corrected"), (await Add(_owner, Titled("Rivers"))) is var again ? (again.Id, again.Title) : default);
    }

    [Fact]
    public async Task The_same_bytes_read_in_another_language_are_that_draft_anew_unless_it_was_changed()
    {
        var first = await Add(_owner, Titled("Rivers"));
        var again = await Add(_owner, InFrench());
        var draft = await _library.Drafts.Find(_owner, first.Id);

        Assert.Equal((first.Id, 2, false), (again.Id, again.Revision, again.IsChanged));
        Assert.Equal("fr", draft.Parsed.Header.Language);

        await _library.Drafts.Change(_owner, first.Id, 2, _ => Titled("Corrected"));
        Assert.True((await Add(_owner, InFrench())).IsChanged);
        Assert.Null((await _library.Drafts.Find(_owner, first.Id)).Parsed.Header.Language);

        static ParsedSpeech InFrench() => Titled("Rivers") with { Header = new() { Title = "Rivers", Language = "fr" } };
    }

    [Fact]
    public async Task A_person_holds_no_more_drafts_or_bytes_than_the_limits()
    {
        var other = await _library.Person("Second editor", Role.Editor);
        foreach (var title in new[] { "One", "Two", "Three" })
            await Add(_owner, Titled(title));
        Assert.Equal("too-many-drafts", (await Assert.ThrowsAsync<SpeechesError>(() => Add(_owner, Titled("Four")))).Code);
        Assert.Equal("too-many-drafts", (await Assert.ThrowsAsync<SpeechesError>(() => Add(other, Titled(new string('x', 50_000))))).Code);
        Assert.Equal(3, (await _library.Drafts.List(_owner)).Count);
        Assert.Empty(await _library.Drafts.List(other));
    }

    [Fact]
    public async Task A_draft_that_nobody_changes_goes_after_a_while()
    {
        var old = await Add(_owner, Titled("Old"));
        _library.Clock.Advance(TimeSpan.FromDays(1));
        await Add(_owner, Titled("Young"));
        _library.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["Young"], (await _library.Drafts.List(_owner)).Select(item => item.Title));
        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<SpeechesError>(() => _library.Drafts.Find(_owner, old.Id))).Kind);
        await Add(_owner, Titled("New"));
        Assert.Equal(2, await _library.Sql("SELECT count(*) FROM drafts"));
    }

    private Task<DraftItem> Add(Actor owner, ParsedSpeech parsed)
    {
        var source = Bytes(parsed.Header.Title!);
        var file = new SourceFile("speech.txt", "text/plain", source.Length, Convert.ToHexStringLower(SHA256.HashData(source)));
        return _library.Drafts.Add(owner, parsed, [new PrintedLine(1, 0, parsed.Header.Title!)], file, source);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static ParsedSpeech Titled(string title) => new SpeechBuilder().Titled(title).Paragraph("One.").Parsed();
}

using System.Security.Cryptography;
using Speeches.Annotations;
using Speeches.Parsing;
using Speeches.Store;

namespace Speeches.Tests.Store;

public sealed class PublishingStoreTests : IAsyncLifetime
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
    public async Task A_draft_that_is_published_is_a_speech_and_no_draft_any_more()
    {
        var draft = await Draft();

        var published = await Publish(draft);

        Assert.Equal(("rivers", 1, true, 1), (published.Slug, published.Version, published.IsNew, published.Comments));
        Assert.Empty(await _library.Drafts.List(_owner));
        Assert.Equal(ErrorKind.NotFound, (await Refused(draft)).Kind);
    }

    [Fact]
    public async Task A_draft_that_was_changed_meanwhile_is_not_published_and_keeps_the_change()
    {
        var draft = await Draft();
        await _library.Drafts.Change(_owner, draft.Item.Id, 1, old => old.Parsed with { Header = new() { Title = "Lakes" } });

        Assert.Equal(ErrorKind.Stale, (await Refused(draft)).Kind);

        Assert.True(await _library.Speeches.IsEmpty());
        Assert.Equal("Lakes", Assert.Single(await _library.Drafts.List(_owner)).Title);
    }

    [Fact]
    public async Task Where_its_comments_cannot_be_taken_over_nothing_is_published_and_the_draft_stays()
    {
        var draft = await Draft();
        await _library.Sql("UPDATE accounts SET disabled = created");

        Assert.Equal(ErrorKind.Forbidden, (await Refused(draft)).Kind);

        Assert.True(await _library.Speeches.IsEmpty());
        Assert.Single(await _library.Drafts.List(_owner));
    }

    [Fact]
    public async Task Where_the_library_has_the_same_bytes_only_the_comments_are_added_and_the_draft_stays()
    {
        var draft = await Draft();
        await _library.Speeches.Add(draft.Parsed, "rivers.txt", "text/plain", Source);

        var published = await Publish(draft);

        Assert.Equal(("rivers", false, 1), (published.Slug, published.IsNew, published.Comments));
        Assert.Equal(0, (await Publish(draft)).Comments);
        Assert.Single(await _library.Drafts.List(_owner));
    }

    private static byte[] Source => "Rivers"u8.ToArray();

    private Task<PublishedDraft> Publish(Draft draft) => _library.Publishing.Publish(_owner, draft, null, Audience.Public);

    private Task<SpeechesError> Refused(Draft draft) => Assert.ThrowsAsync<SpeechesError>(() => Publish(draft));

    private async Task<Draft> Draft()
    {
        var parsed = new SpeechBuilder().Titled("Rivers").Paragraph("One.").Parsed();
        var comment = new PrintedComment { Author = "A. Reader", Body = "So it is.", Anchor = TextAnchor.To(parsed.Blocks[0]) };
        var file = new SourceFile("rivers.txt", "text/plain", Source.Length, Convert.ToHexStringLower(SHA256.HashData(Source)));
        var item = await _library.Drafts.Add(_owner, parsed with { Comments = [comment] }, [new PrintedLine(1, 0, "Rivers")], file, Source);
        return await _library.Drafts.Find(_owner, item.Id);
    }
}

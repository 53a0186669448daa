using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Tests.Store;

/// <summary>What people follow, and what they are told of it.</summary>
public sealed class FollowTests : IAsyncLifetime
{
    private TestLibrary _library = null!;
    private Speech _speech = null!;
    private FollowStore _follows = null!;
    private InboxStore _inbox = null!;
    private Actor _author = null!, _reader = null!;

    public async ValueTask InitializeAsync()
    {
        (_library, _speech) = await TestLibrary.WithSpeech();
        _follows = new(_library.Database, _library.Clock, new AnnotationLimits { MaximumFollows = 3 });
        _inbox = new(_library.Database, _library.Clock);
        _author = await _library.Person("First annotator");
        _reader = await _library.Person("Reader", Role.Reader);
    }

    public ValueTask DisposeAsync() => _library.DisposeAsync();

    [Fact]
    public async Task Who_follows_a_speech_is_told_of_new_threads_and_versions_until_they_no_longer_do()
    {
        await _follows.Set(_reader, FollowKind.Speech, _speech.Slug, true);
        await _follows.Set(_reader, FollowKind.Speech, _speech.Slug, true);
        Assert.Equal(new Follow(FollowKind.Speech, _speech.Slug, "Hello"), Assert.Single(await _follows.Of(_reader)));
        var root = await _library.Annotate(_author, _speech);
        await _library.Annotations.Reply(_author, root.Id, "A reply.");
        await _library.Annotate(_author, _speech, audience: Audience.Private);
        await _library.AddVersion(_speech, new SpeechBuilder().Titled("Hello").Paragraph("One paragraph, corrected.").Paragraph("Another one."));
        Assert.Equal([InboxKind.Version, InboxKind.Thread], await Told());

        await _follows.Set(_reader, FollowKind.Speech, _speech.Slug, false);
        Assert.Empty(await _follows.Of(_reader));
        await _library.Annotate(_author, _speech);
        Assert.Equal(2, (await Told()).Count);
    }

    [Fact]
    public async Task Nobody_is_told_of_what_they_wrote_themselves()
    {
        await _follows.Set(_author, FollowKind.Speech, _speech.Slug, true);
        await _library.Annotate(_author, _speech);
        Assert.Equal(0, await _inbox.Unread(_author));
    }

    [Fact]
    public async Task A_thread_with_a_tag_that_one_follows_is_told_of_in_any_spelling()
    {
        await _follows.Set(_reader, FollowKind.Tag, "#Norms", true);
        Assert.Equal(new Follow(FollowKind.Tag, "norms", "Norms"), Assert.Single(await _follows.Of(_reader)));
        await _library.Annotations.Add(_author, new() { Slug = _speech.Slug, BlockId = "p1", Body = "Tagged.", Tags = ["NORMS", "other"] });
        await _library.Annotations.Add(_author, new() { Slug = _speech.Slug, BlockId = "p1", Body = "Tagged.", Tags = ["other"] });
        Assert.Equal([InboxKind.Thread], await Told());
    }

    [Fact]
    public async Task A_new_speech_of_a_speaker_whom_one_follows_is_told_of_and_not_to_who_added_it()
    {
        await _library.Sql($"INSERT INTO speech_speakers (speech_id, position, name) VALUES ({_speech.Id}, 7, 'Speaker')");
        await _follows.Set(_reader, FollowKind.Speaker, "Speaker", true);
        await _follows.Set(_author, FollowKind.Speaker, "Speaker", true);
        var text = new SpeechBuilder().Titled("Another").Paragraph("Quite another paragraph.");
        var parsed = text.Parsed();
        parsed = parsed with { Header = parsed.Header with { Speakers = [new Speaker { Name = "Speaker" }] } };
        await _library.Speeches.Add(parsed, "other.md", "text/markdown", text.Source(), _author);
        Assert.Equal([InboxKind.Speech], await Told());
        Assert.Equal(0, await _inbox.Unread(_author));
    }

    [Fact]
    public async Task A_thread_can_be_followed_without_writing_and_left_though_one_wrote_in_it()
    {
        var root = await _library.Annotate(_author, _speech);
        await _follows.Set(_reader, FollowKind.Thread, root.Id, true);
        await _follows.Set(_author, FollowKind.Thread, root.Id, false);
        var reply = await _library.Annotations.Reply(await _library.Person("Other"), root.Id, "A reply.");
        Assert.Equal([InboxKind.Reply], await Told());
        Assert.Equal(0, await _inbox.Unread(_author));
        await _follows.Set(_author, FollowKind.Thread, reply.Id, true);
        await _library.Annotations.Reply(await _library.Person("Third"), root.Id, "Another.");
        Assert.Equal(1, await _inbox.Unread(_author));
    }

    [Fact]
    public async Task One_follows_what_there_is_and_one_may_see_and_not_without_end()
    {
        var secret = await _library.Annotate(_author, _speech, audience: Audience.Private);
        Assert.Equal(ErrorKind.NotFound, await Outcome(FollowKind.Speech, "nothing"));
        Assert.Equal(ErrorKind.NotFound, await Outcome(FollowKind.Speaker, "Nobody"));
        Assert.Equal(ErrorKind.NotFound, await Outcome(FollowKind.Thread, secret.Id));
        Assert.Equal(ErrorKind.NotFound, await Outcome(FollowKind.Tag, " # "));
        foreach (var tag in (string[])["a", "b", "c"])
            Assert.Null(await Outcome(FollowKind.Tag, tag));
        Assert.Equal(ErrorKind.Refused, await Outcome(FollowKind.Tag, "d"));
    }

    private async Task<IReadOnlyList<InboxKind>> Told() => [.. (await _inbox.List(_reader, false, 0, 100)).Items.Select(item => item.Kind)];

    private async Task<ErrorKind?> Outcome(FollowKind kind, string target)
    {
        try
        {
            await _follows.Set(_reader, kind, target, true);
            return null;
        }
        catch (SpeechesError error)
        {
            return error.Kind;
        }
    }
}

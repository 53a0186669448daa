using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Tests.Store;

/// <summary>Who is told of what.</summary>
public sealed class InboxTests : IAsyncLifetime
{
    private TestLibrary _library = null!;
    private Speech _speech = null!;
    private InboxStore _inbox = null!;
    private Actor _author = null!, _other = null!, _third = null!;

    public async ValueTask InitializeAsync()
    {
        (_library, _speech) = await TestLibrary.WithSpeech();
        _inbox = new(_library.Database, _library.Clock);
        _author = await _library.Person("First annotator");
        _other = await _library.Person("Second annotator");
        _third = await _library.Person("Third annotator");
    }

    public ValueTask DisposeAsync() => _library.DisposeAsync();

    [Fact]
    public async Task A_mention_tells_the_one_who_is_named_and_nobody_else()
    {
        var said = await _library.Annotate(_author, _speech, "What does @[second  ANNOTATOR] say, and @[First annotator], and @[Nobody]?");
        var told = Assert.Single(await Told(_other));
        Assert.Equal((InboxKind.Mention, said.Id, "First annotator", said.Body), (told.Kind, told.AnnotationId, told.By, told.Body));
        Assert.Equal(said.Created, told.At);
        Assert.Empty(await Told(_author));
        Assert.Empty(await Told(_third));
    }

    [Fact]
    public async Task A_reply_tells_those_who_wrote_in_the_thread_once_and_never_its_own_author()
    {
        var root = await _library.Annotate(_author, _speech);
        await _library.Annotations.Reply(_other, root.Id, "A reply.");
        await _library.Annotations.Reply(_other, root.Id, "Another, for @[First annotator].");
        Assert.Equal([InboxKind.Mention, InboxKind.Reply], (await Told(_author)).Select(item => item.Kind));
        Assert.Empty(await Told(_other));

        await _library.Annotations.Reply(_author, root.Id, "An answer.");
        Assert.Equal(root.Id, Assert.Single(await Told(_other)).ThreadId);
        Assert.Empty(await Told(_third));
    }

    [Fact]
    public async Task An_edit_tells_those_whom_it_names_for_the_first_time()
    {
        var said = await _library.Annotate(_author, _speech, "For @[Second annotator].");
        await _library.Annotations.Edit(_author, said.Id, "For @[Second annotator] and @[Third annotator].", null);
        await _library.Annotations.Edit(_author, said.Id, "Only for @[Third annotator].", null);
        await _library.Annotations.Edit(_author, said.Id, "For @[Third annotator] and @[Second annotator] again.", null);
        Assert.Single(await Told(_other));
        Assert.Single(await Told(_third));
    }

    [Fact]
    public async Task Who_may_not_see_a_thread_is_not_told_of_it()
    {
        var group = await Group(_author, _other);
        await _library.Annotate(_author, _speech, "For @[Second annotator] and @[Third annotator].", audience: group);
        await _library.Annotate(_author, _speech, "Note to self: ask @[Second annotator].", audience: Audience.Private);
        Assert.Equal("Drafting", Assert.Single(await Told(_other)).Group);
        Assert.Empty(await Told(_third));
    }

    [Fact]
    public async Task What_one_may_no_longer_see_is_gone_from_the_list_and_the_counts()
    {
        var group = await Group(_author, _other);
        var whispered = await _library.Annotate(_author, _speech, "For @[Second annotator].", audience: group);
        var said = await _library.Annotate(_author, _speech, "For @[Second annotator].");
        Assert.Equal(2, await _inbox.Unread(_other));

        await _library.Groups.Leave(_other, group.GroupId!.Value);
        Assert.Equal([said.Id], (await Told(_other)).Select(item => item.AnnotationId));
        Assert.Equal(1, await _inbox.Unread(_other));
        await Assert.ThrowsAsync<SpeechesError>(() => _inbox.Mark(_other, 1, true));

        await _library.Annotations.Share(_author, whispered.Id, Audience.Public, null);
        Assert.Equal(2, await _inbox.Unread(_other));
        await _library.Annotations.Delete(_author, whispered.Id, null);
        await _library.Annotations.Delete(_author, said.Id, null);
        Assert.Empty(await Told(_other));
        Assert.Equal(0, await _inbox.Unread(_other));
    }

    [Fact]
    public async Task Of_two_who_bear_one_name_those_are_meant_whom_the_writer_meets()
    {
        var twin = await Person("Second annotator", "twin@example.org");
        var said = await _library.Annotate(_author, _speech, "For @[Second annotator].");
        Assert.Empty((await Told(_other)).Concat(await Told(twin))); // it is not clear who is meant
        await _library.Annotate(twin, _speech, "I wrote here.");
        await _library.Annotations.Edit(_author, said.Id, "For @[Second annotator], please.", null);
        Assert.Single(await Told(twin));
        Assert.Empty(await Told(_other));
        await _library.Annotate(_other, _speech, "I too.");
        await _library.Annotate(_author, _speech, "For @[Second annotator].");
        Assert.Equal((1, 2), ((await Told(_other)).Count, (await Told(twin)).Count));
    }

    [Fact]
    public async Task Suggested_are_those_whom_the_writer_meets_and_nobody_else()
    {
        var people = new People(_library.Database);
        Assert.Empty(await people.Suggested(_author, _speech.Id, Audience.Public));
        await _library.Annotate(_other, _speech, "I wrote here.");
        await _library.Annotate(_third, _speech, "For myself.", audience: Audience.Private);
        Assert.Equal(["Second annotator"], await people.Suggested(_author, _speech.Id, Audience.Public));
        var group = await Group(_author, _third);
        Assert.Equal(["Second annotator", "Third annotator"], await people.Suggested(_author, _speech.Id, Audience.Public));
        Assert.Equal(["Third annotator"], await people.Suggested(_author, _speech.Id, group));
        Assert.Empty(await people.Suggested(_author, _speech.Id, Audience.Private));
        await Assert.ThrowsAsync<SpeechesError>(() => people.Suggested(_other, _speech.Id, group));
    }

    [Fact]
    public async Task One_reads_and_marks_ones_own_alone()
    {
        await _library.Annotate(_author, _speech, "For @[Second annotator].");
        var told = Assert.Single(await Told(_other));
        await Assert.ThrowsAsync<SpeechesError>(() => _inbox.Mark(_author, told.Id, true));
        await _inbox.MarkAll(_author, null);
        Assert.Equal(1, await _inbox.Unread(_other));
        Assert.NotNull((await _inbox.Mark(_other, told.Id, true)).Read);
        Assert.Equal(0, await _inbox.Unread(_other));
        await _inbox.Mark(_other, told.Id, false);
        await _library.Annotate(_author, _speech, "Again for @[Second annotator].");
        await _inbox.MarkAll(_other, told.Id);
        Assert.Equal(1, await _inbox.Unread(_other));
        Assert.Equal(1, (await _inbox.List(_other, onlyUnread: true, 0, 10)).Total);
    }

    [Fact]
    public async Task A_disabled_account_is_told_nothing()
    {
        await _library.Sql($"UPDATE accounts SET disabled = '2026-11-24T06:09:39.000Z' WHERE id = {_other.Id}");
        await _library.Annotate(_author, _speech, "For @[Second annotator].");
        Assert.Equal(0, await _library.Sql("SELECT count(*) FROM inbox"));
    }

    private async Task<IReadOnlyList<InboxItem>> Told(Actor actor) => (await _inbox.List(actor, onlyUnread: false, 0, 100)).Items;

    private async Task<Audience> Group(Actor moderator, Actor member)
    {
        var group = await _library.Groups.Create(moderator, "Drafting");
        await _library.Sql($"INSERT INTO group_members (group_id, account_id, role, joined) VALUES ({group}, {member.Id}, 'member', '2026-11-24T06:09:39.000Z')");
        return Audience.OfGroup("Drafting", group);
    }

    private async Task<Actor> Person(string name, string address)
    {
        var account = new Account { Email = address, NormalizedEmail = address.ToUpperInvariant(), Name = name, Role = Role.Annotator };
        await _library.Accounts.Add(account);
        return new(account.Id, name, Role.Annotator);
    }
}

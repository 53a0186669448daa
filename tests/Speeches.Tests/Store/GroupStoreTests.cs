using Speeches.Annotations;
using Speeches.Store;
using Speeches.Store.Sqlite;

namespace Speeches.Tests.Store;

/// <summary>Groups: who is in them, and what those outside learn of them, which is nothing.</summary>
public sealed class GroupStoreTests
{
    public static TheoryData<string, ErrorKind?, ErrorKind?, ErrorKind?, ErrorKind?, ErrorKind?> Table => new()
    {
        // who               see                  invite               rename               archive              remove a member
        { "stranger",        ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound },
        { "administrator",   ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound },
        { "member",          null,                ErrorKind.Forbidden, ErrorKind.Forbidden, ErrorKind.Forbidden, ErrorKind.Forbidden },
        { "moderator",       null,                null,                null,                null,                null },
        { "former member",   ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_may_do_what_the_table_says(string who, ErrorKind? see, ErrorKind? invite, ErrorKind? rename, ErrorKind? archive, ErrorKind? remove)
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var (moderator, member) = (await library.Person("Moderator"), await library.Person("Member"));
        var id = await Group(library, "Drafting", moderator, member);
        var actor = who switch
        {
            "moderator" => moderator,
            "member" => member,
            "administrator" => await library.Person("Administrator", Role.Administrator),
            _ => await library.Person("Stranger"),
        };
        if (who == "former member")
        {
            await Join(library, moderator, id, actor);
            await library.Groups.Leave(actor, id);
        }

        Assert.Equal(see, await Outcome(() => library.Groups.Find(actor, id)));
        Assert.Equal(see is null ? 1 : 0, (await library.Groups.Of(actor)).Count);
        Assert.Equal(invite, await Outcome(() => library.Groups.Invite(actor, id, null)));
        Assert.Equal(rename, await Outcome(() => library.Groups.Rename(actor, id, "Redrafting")));
        Assert.Equal(archive, await Outcome(() => library.Groups.Archive(actor, id, true)));
        Assert.Equal(archive, await Outcome(() => library.Groups.Archive(actor, id, false)));
        var other = await library.Person("Another member");
        await Join(library, moderator, id, other);
        Assert.Equal(remove, await Outcome(() => library.Groups.Remove(actor, id, other.Id)));
    }

    public static TheoryData<string, ErrorKind?, ErrorKind?, ErrorKind?, ErrorKind?, ErrorKind?> Threads => new()
    {
        // who               see                  reply                edit                 delete               share
        { "nobody",          ErrorKind.NotFound,  null,                null,                null,                null },
        { "stranger",        ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound },
        { "administrator",   ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound },
        { "author who left", ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound },
        { "member",          null,                null,                ErrorKind.Forbidden, ErrorKind.Forbidden, ErrorKind.Forbidden },
        { "moderator",       null,                null,                ErrorKind.Forbidden, null,                ErrorKind.Forbidden },
        { "author",          null,                null,                null,                null,                null },
        { "author, archived", null,               ErrorKind.Forbidden, ErrorKind.Forbidden, null,                null },
    };

    [Theory]
    [MemberData(nameof(Threads))]
    public async Task Of_a_groups_thread_each_sees_and_may_do_what_the_table_says(
        string who, ErrorKind? see, ErrorKind? reply, ErrorKind? edit, ErrorKind? delete, ErrorKind? share)
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var (moderator, author, member) = (await library.Person("Moderator"), await library.Person("Author"), await library.Person("Member"));
        var id = await Group(library, "Drafting", moderator, author, member);
        var revision = await library.Revision(speech);
        var root = await library.Annotate(author, speech, "Whispered words.", audience: Audience.Parse("group:drafting"));
        Assert.Equal("group:Drafting", root.Audience.Name);
        var answer = await library.Annotations.Reply(member, root.Id, "Whispered too.");
        if (who.Contains("left", StringComparison.Ordinal))
            await library.Groups.Leave(author, id);
        if (who.Contains("archived", StringComparison.Ordinal))
            await library.Groups.Archive(moderator, id, true);
        var actor = who.Split(' ', ',')[0] switch
        {
            "nobody" => null,
            "moderator" => moderator,
            "author" => author,
            "member" => member,
            "administrator" => await library.Person("Administrator", Role.Administrator),
            _ => await library.Person("Stranger"),
        };

        foreach (var one in (string[])[root.Id, answer.Id])
        {
            Assert.Equal(see, await Outcome(() => library.Annotations.Find(one, actor)));
            Assert.Equal(see, await Outcome(() => library.Annotations.Thread(one, actor)));
        }

        Assert.Equal(see is null ? 1 : 0, (await library.Annotations.Threads(speech.Id, actor)).Count);
        Assert.Equal(see is null ? 2 : 0, (await library.Search.Search("whispered", null, actor)).Total);
        var changes = await new ChangeFeed(library.Database).Since(0, 100);
        Assert.All(changes, change => Assert.Equal(see is null, change.IsFor(actor)));
        Assert.Equal(revision, await library.Revision(speech));
        if (actor is null)
            return;
        Assert.Equal(reply, await Outcome(() => library.Annotations.Reply(actor, root.Id, "A reply.")));
        Assert.Equal(edit, await Outcome(() => library.Annotations.Edit(actor, root.Id, "Other words.", null)));
        Assert.Equal(share, await Outcome(() => library.Annotations.Share(actor, root.Id, Audience.Private, null)));
        if (share is not null)
            Assert.Equal(delete, await Outcome(() => library.Annotations.Delete(actor, root.Id, null)));
        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Theory]
    [InlineData("public", "group:Drafting")]
    [InlineData("group:Drafting", "public")]
    [InlineData("group:Drafting", "private")]
    [InlineData("private", "group:Other")]
    [InlineData("group:Drafting", "group:Other")]
    public async Task A_thread_changes_its_audience_and_its_replies_follow(string before, string after)
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var (author, member) = (await library.Person("Author"), await library.Person("Member"));
        await Group(library, "Drafting", author, member);
        await Group(library, "Other", author);
        var root = await library.Annotate(author, speech, "Moving words.", audience: Audience.Parse(before));
        await library.Annotations.Reply(author, root.Id, "Moving along.");
        var revision = await library.Revision(speech);

        var shared = await library.Annotations.Share(author, root.Id, Audience.Parse(after), root.Revision);
        Assert.Equal((after, 2), (shared.Audience.Name, shared.Revision));
        Assert.Equal(revision + (before == "public" || after == "public" ? 1 : 0), await library.Revision(speech));
        Assert.Equal(ErrorKind.Stale, await Outcome(() => library.Annotations.Share(author, root.Id, Audience.Private, root.Revision)));
        Assert.Equal(2, (await library.Annotations.Share(author, root.Id, Audience.Parse(after), null)).Revision);

        foreach (var (viewer, isIn) in ((Actor?, string[])[])[(null, ["public"]), (member, ["public", "group:Drafting"]), (author, [after])])
        {
            var sees = isIn.Contains(after);
            Assert.Equal(sees ? [2] : [], (await library.Annotations.Threads(speech.Id, viewer)).Select(thread => thread.Count));
            Assert.Equal(sees ? 2 : 0, (await library.Search.Search("moving", null, viewer)).Total);
        }

        Assert.Empty(await Maintenance.Check(library.Options));
    }

    [Fact]
    public async Task Nobody_writes_in_a_group_that_is_not_theirs_or_is_archived()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var (moderator, stranger) = (await library.Person("Moderator"), await library.Person("Stranger"));
        var id = await Group(library, "Drafting", moderator);
        Assert.Equal(ErrorKind.Refused, await Outcome(() => library.Annotate(stranger, speech, audience: Audience.Parse("group:Drafting"))));
        await library.Groups.Archive(moderator, id, true);
        Assert.Equal(ErrorKind.Refused, await Outcome(() => library.Annotate(moderator, speech, audience: Audience.Parse("group:Drafting"))));
        var note = await library.Annotate(moderator, speech, audience: Audience.Private);
        Assert.Equal(ErrorKind.Refused, await Outcome(() => library.Annotations.Share(moderator, note.Id, Audience.Parse("group:Drafting"), null)));
        Assert.Equal(ErrorKind.Forbidden, await Outcome(() => library.Groups.Invite(moderator, id, null)));
    }

    [Fact]
    public async Task An_invitation_for_an_address_is_for_that_account_once()
    {
        await using var library = await TestLibrary.Open();
        var (moderator, guest, other) = (await library.Person("Moderator"), await library.Person("Guest"), await library.Person("Other"));
        var id = await Group(library, "Drafting", moderator);
        var token = await library.Groups.Invite(moderator, id, " guest@example.org ");
        Assert.Equal(ErrorKind.NotFound, await Outcome(() => library.Groups.Invitation(other, token)));
        Assert.Equal(ErrorKind.NotFound, await Outcome(() => library.Groups.Accept(other, token)));
        Assert.Equal("Drafting", (await library.Groups.Invitation(guest, token)).GroupName);
        Assert.Equal(id, await library.Groups.Accept(guest, token));
        Assert.Equal(["Guest", "Moderator"], (await library.Groups.Find(guest, id)).Members.Select(member => member.Name));
        await library.Groups.Leave(guest, id);
        Assert.Equal(ErrorKind.NotFound, await Outcome(() => library.Groups.Accept(guest, token)));
        Assert.Equal("email", (await Assert.ThrowsAsync<SpeechesError>(() => library.Groups.Invite(moderator, id, "nobody"))).Field);
    }

    [Fact]
    public async Task A_link_serves_whoever_has_it_until_it_is_withdrawn_or_expires()
    {
        await using var library = await TestLibrary.Open();
        var moderator = await library.Person("Moderator");
        var people = new[] { await library.Person("First"), await library.Person("Second"), await library.Person("Third") };
        var id = await Group(library, "Drafting", moderator);
        var (link, another) = (await library.Groups.Invite(moderator, id, null), await library.Groups.Invite(moderator, id, null));
        await library.Groups.Accept(people[0], link);
        await library.Groups.Accept(people[1], link);
        Assert.Equal(id, await library.Groups.Accept(people[1], link));
        Assert.Equal(3, (await library.Groups.Find(moderator, id)).MemberCount);

        var open = (await library.Groups.Find(moderator, id)).Invitations;
        Assert.Empty((await library.Groups.Find(people[0], id)).Invitations);
        await library.Groups.Withdraw(moderator, id, open[^1].Id);
        Assert.Equal(ErrorKind.NotFound, await Outcome(() => library.Groups.Accept(people[2], link)));
        library.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal(ErrorKind.NotFound, await Outcome(() => library.Groups.Accept(people[2], another)));
    }

    [Fact]
    public async Task A_group_keeps_a_moderator_while_it_has_members_and_is_archived_by_the_last()
    {
        await using var library = await TestLibrary.Open();
        var (moderator, member) = (await library.Person("Moderator"), await library.Person("Member"));
        var id = await Group(library, "Drafting", moderator, member);
        Assert.Equal(ErrorKind.Refused, await Outcome(() => library.Groups.Leave(moderator, id)));
        Assert.Equal(ErrorKind.Refused, await Outcome(() => library.Groups.SetRole(moderator, id, moderator.Id, GroupRole.Member)));
        await library.Groups.SetRole(moderator, id, member.Id, GroupRole.Moderator);
        await library.Groups.Leave(moderator, id);
        await library.Groups.Leave(member, id);
        Assert.Equal(1, await library.Sql("SELECT count(*) FROM groups WHERE archived IS NOT NULL"));
        Assert.Empty(await library.Groups.Of(member));
    }

    [Fact]
    public async Task One_person_has_no_two_groups_of_one_name_and_learns_nothing_of_others()
    {
        await using var library = await TestLibrary.Open();
        var (first, second) = (await library.Person("First"), await library.Person("Second"));
        var id = await Group(library, "Drafting", first);
        var same = await Group(library, "drafting", second);
        Assert.Equal(ErrorKind.Conflict, await Outcome(() => library.Groups.Create(first, " DRAFTING ")));
        var link = await library.Groups.Invite(second, same, null);
        Assert.Equal(ErrorKind.Conflict, await Outcome(() => library.Groups.Accept(first, link)));
        await library.Groups.Rename(second, same, "Editing");
        Assert.Equal(same, await library.Groups.Accept(first, link));
        Assert.Equal(ErrorKind.Conflict, await Outcome(() => library.Groups.Rename(first, id, "editing")));
        Assert.Equal(ErrorKind.Refused, await Outcome(() => library.Groups.Create(first, "two\nlines")));
        Assert.Equal(ErrorKind.Forbidden, await Outcome(async () => await library.Groups.Create(await library.Person("Reader", Role.Reader), "Readers")));
    }

    [Fact]
    public async Task A_groups_page_lists_what_was_written_in_it_last()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var (moderator, member) = (await library.Person("Moderator"), await library.Person("Member"));
        var id = await Group(library, "Drafting", moderator, member);
        var first = await library.Annotate(moderator, speech, "First.", audience: Audience.Parse("group:Drafting"));
        var second = await library.Annotate(member, speech, "Second.", "p2", Audience.Parse("group:Drafting"));
        await library.Annotate(member, speech, "For all.");
        Assert.Equal([second.Id, first.Id], (await library.Groups.Find(member, id)).Recent.Select(thread => thread.Id));
        await library.Annotations.Reply(member, first.Id, "An answer.");
        var group = await library.Groups.Find(member, id);
        Assert.Equal([(first.Id, 1, 1), (second.Id, 2, 0)], group.Recent.Select(thread => (thread.Id, thread.Paragraph!.Value, thread.Replies)));
        Assert.Equal((2, 2, "Hello"), (group.MemberCount, group.ThreadCount, group.Recent[0].Header.Title));
    }

    private static async Task<long> Group(TestLibrary library, string name, Actor moderator, params Actor[] members)
    {
        var id = await library.Groups.Create(moderator, name);
        foreach (var member in members)
            await Join(library, moderator, id, member);
        return id;
    }

    private static async Task Join(TestLibrary library, Actor moderator, long id, Actor member) =>
        await library.Groups.Accept(member, await library.Groups.Invite(moderator, id, null));

    private static async Task<ErrorKind?> Outcome(Func<Task> action) => (await Record.ExceptionAsync(action)) switch
    {
        null => null,
        SpeechesError error => error.Kind,
        var other => throw other,
    };
}

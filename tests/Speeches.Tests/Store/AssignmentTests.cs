using Speeches.Annotations;
using Speeches.Store;
using Speeches.Store.Sqlite;

namespace Speeches.Tests.Store;

/// <summary>Who may assign which thread to whom.</summary>
public sealed class AssignmentTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 12, 24);

    private TestLibrary _library = null!;
    private Speech _speech = null!;
    private AssignmentStore _assignments = null!;
    private Actor _author = null!, _other = null!;

    public async ValueTask InitializeAsync()
    {
        (_library, _speech) = await TestLibrary.WithSpeech();
        _assignments = new(_library.Database, _library.Clock);
        _author = await _library.Person("First annotator");
        _other = await _library.Person("Second annotator");
        await _library.Annotate(_other, _speech, "I write here.");
    }

    public ValueTask DisposeAsync() => _library.DisposeAsync();

    [Theory]
    [InlineData("public", "author", null)]
    [InlineData("public", "editor", null)]
    [InlineData("public", "annotator", ErrorKind.Forbidden)]
    [InlineData("public", "reader", ErrorKind.Forbidden)]
    [InlineData("private", "author", null)]
    [InlineData("private", "editor", ErrorKind.NotFound)]
    [InlineData("group", "author", null)]
    [InlineData("group", "moderator", null)]
    [InlineData("group", "member", ErrorKind.Forbidden)]
    [InlineData("group", "editor", ErrorKind.NotFound)]
    public async Task Each_may_assign_what_the_table_says(string audience, string who, ErrorKind? refused)
    {
        var (moderator, member) = (await _library.Person("Moderator"), await _library.Person("Member"));
        var group = await Group(moderator, _author, member);
        var root = await _library.Annotate(_author, _speech, audience: audience == "group" ? group : Audience.Parse(audience));
        var actor = who switch
        {
            "author" => _author,
            "moderator" => moderator,
            "member" => member,
            _ => await _library.Person("Somebody else", Enum.Parse<Role>(who, ignoreCase: true)),
        };

        Assert.Equal(refused, await Outcome(() => _assignments.Assign(actor, root.Id, actor.Name, Day)));
        Assert.Equal(refused is null ? [root.Id] : [], (await _assignments.Of(actor)).Select(thread => thread.Id));
    }

    [Fact]
    public async Task It_is_assigned_to_who_is_met_there_and_may_see_it_and_to_nobody_else()
    {
        await _library.Person("Never met");
        var said = await _library.Annotate(_author, _speech);
        Assert.Equal(ErrorKind.Refused, await Outcome(() => _assignments.Assign(_author, said.Id, "Never met", null)));
        var assigned = await _assignments.Assign(_author, said.Id, "second ANNOTATOR", Day);
        Assert.Equal(new Assignment(new(_other.Id, _other.Name), Day), assigned.Assignment);
        Assert.Equal(assigned, await _library.Annotations.Find(said.Id, null));
        Assert.Equal(2, assigned.Revision);
        Assert.Equal(2, (await _assignments.Assign(_author, said.Id, "Second annotator", Day)).Revision);

        var secret = await _library.Annotate(_author, _speech, audience: await Group(_author));
        Assert.Equal(ErrorKind.Refused, await Outcome(() => _assignments.Assign(_author, secret.Id, "Second annotator", null)));
        var alone = await _library.Annotate(_author, _speech, audience: Audience.Private);
        Assert.Equal(ErrorKind.Refused, await Outcome(() => _assignments.Assign(_author, alone.Id, "Second annotator", null)));
    }

    [Fact]
    public async Task Whom_it_is_assigned_to_is_told_gives_it_back_and_cannot_hand_it_on()
    {
        var inbox = new InboxStore(_library.Database, _library.Clock);
        var root = await _library.Annotate(_author, _speech);
        await _assignments.Assign(_author, root.Id, _other.Name, null);
        await _assignments.Assign(_author, root.Id, _other.Name, Day);
        var told = Assert.Single((await inbox.List(_other, false, 0, 10)).Items);
        Assert.Equal((InboxKind.Assignment, Day, "First annotator"), (told.Kind, told.Due, told.By));

        Assert.Equal(ErrorKind.Forbidden, await Outcome(() => _assignments.Assign(_other, root.Id, _author.Name, null)));
        Assert.Null((await _assignments.Assign(_other, root.Id, null, null)).Assignment);
        Assert.Equal(ErrorKind.Forbidden, await Outcome(() => _assignments.Assign(_other, root.Id, null, null)));
        Assert.Empty(await _assignments.Of(_other));

        var history = await new AnnotationHistory(_library.Database, _library.Annotations).Of(root.Id, null);
        Assert.Equal(
            [("created", null, null), ("assigned", "Second annotator", null), ("assigned", "Second annotator", Day), ("assigned", null, null)],
            history.Select(change => (change.Kind, change.To, change.Due)));
    }

    [Fact]
    public async Task The_list_has_what_is_open_and_may_be_seen_the_next_due_first()
    {
        var later = await _library.Annotate(_author, _speech, "Later.");
        var whenever = await _library.Annotate(_author, _speech, "Whenever.");
        var soon = await _library.Annotate(_author, _speech, "Soon.");
        var group = await Group(_author, _other);
        var secret = await _library.Annotate(_author, _speech, "In a group.", audience: group);
        await _assignments.Assign(_author, later.Id, _other.Name, Day.AddDays(7));
        await _assignments.Assign(_author, whenever.Id, _other.Name, null);
        await _assignments.Assign(_author, soon.Id, _other.Name, Day);
        await _assignments.Assign(_author, secret.Id, _other.Name, Day.AddDays(1));
        Assert.Equal(["Soon.", "In a group.", "Later.", "Whenever."], (await _assignments.Of(_other)).Select(thread => thread.Body));

        await _library.Groups.Leave(_other, group.GroupId!.Value);
        await _library.Annotations.Resolve(_other, soon.Id, true);
        await _library.Annotations.Delete(_author, whenever.Id, null);
        Assert.Equal(["Later."], (await _assignments.Of(_other)).Select(thread => thread.Body));
        Assert.Empty(await Maintenance.Check(_library.Options));
    }

    private static async Task<ErrorKind?> Outcome(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (SpeechesError error)
        {
            return error.Kind;
        }
    }

    private async Task<Audience> Group(Actor moderator, params Actor[] members)
    {
        var name = $"Group of {members.Length}";
        var group = await _library.Groups.Create(moderator, name);
        foreach (var member in members)
            await _library.Sql($"INSERT INTO group_members (group_id, account_id, role, joined) VALUES ({group}, {member.Id}, 'member', '2026-11-24T06:09:39.000Z')");
        return Audience.OfGroup(name, group);
    }
}

using Speeches.Annotations;

namespace Speeches.Tests.Store;

/// <summary>Who may do what to which annotation, asked through the store. In each row: what comes of it, null where it is done.</summary>
public sealed class RulesTests
{
    public static TheoryData<string, string, ErrorKind?, ErrorKind?, ErrorKind?, ErrorKind?, ErrorKind?> Table => new()
    {
        // audience, who          see                  reply                edit                 delete               resolve
        { "public", "nobody",     null,                null,                null,                null,                null },
        { "public", "reader",     null,                ErrorKind.Forbidden, ErrorKind.Forbidden, ErrorKind.Forbidden, ErrorKind.Forbidden },
        { "public", "author",     null,                null,                null,                null,                null },
        { "public", "annotator",  null,                null,                ErrorKind.Forbidden, ErrorKind.Forbidden, null },
        { "public", "editor",     null,                null,                ErrorKind.Forbidden, ErrorKind.Forbidden, null },
        { "public", "administrator", null,             null,                ErrorKind.Forbidden, null,                null },
        { "public", "disabled author", null,           ErrorKind.Forbidden, ErrorKind.Forbidden, ErrorKind.Forbidden, ErrorKind.Forbidden },
        { "public", "author made a reader", null,      ErrorKind.Forbidden, ErrorKind.Forbidden, ErrorKind.Forbidden, ErrorKind.Forbidden },
        { "private", "nobody",    ErrorKind.NotFound,  null,                null,                null,                null },
        { "private", "reader",    ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound },
        { "private", "author",    null,                null,                null,                null,                null },
        { "private", "annotator", ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound,  ErrorKind.NotFound },
        { "private", "administrator", ErrorKind.NotFound, ErrorKind.NotFound, ErrorKind.NotFound, ErrorKind.NotFound, ErrorKind.NotFound },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_may_do_what_the_table_says(
        string audience, string who, ErrorKind? see, ErrorKind? reply, ErrorKind? edit, ErrorKind? delete, ErrorKind? resolve)
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var author = await library.Person("First annotator");
        var root = await library.Annotate(author, speech, audience: Audience.Parse(audience));
        var revision = await library.Revision(speech);
        var actor = await Actor(library, who, author);
        var annotations = library.Annotations;

        Assert.Equal(see, await Outcome(() => annotations.Find(root.Id, actor)));
        Assert.Equal(see, await Outcome(() => annotations.Thread(root.Id, actor)));
        Assert.Equal(see is null ? 1 : 0, (await annotations.Threads(speech.Id, actor)).Count);
        if (actor is null)
            return;
        Assert.Equal(reply, await Outcome(() => annotations.Reply(actor, root.Id, "A reply.")));
        Assert.Equal(edit, await Outcome(() => annotations.Edit(actor, root.Id, "Other words.", null)));
        Assert.Equal(resolve, await Outcome(() => annotations.Resolve(actor, root.Id, true)));
        Assert.Equal(delete, await Outcome(() => annotations.Delete(actor, root.Id, null)));
        var changes = new[] { reply, edit, resolve, delete }.Count(outcome => outcome is null);
        Assert.Equal(revision + (audience == "public" ? changes : 0), await library.Revision(speech));
    }

    [Fact]
    public async Task Readers_and_the_disabled_add_nothing()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var reader = await library.Person("Reader", Role.Reader);

        Assert.Equal(ErrorKind.Forbidden, await Outcome(() => library.Annotate(reader, speech)));
        Assert.Equal(ErrorKind.Forbidden, await Outcome(() => library.Annotate(reader with { Role = Role.Administrator }, speech)));
        Assert.Equal(ErrorKind.Forbidden, await Outcome(() => library.Annotate(new(99, "Nobody", Role.Annotator), speech)));
    }

    [Theory]
    [InlineData("nowhere", "p1", "Words.", null, null, ErrorKind.NotFound, null)]
    [InlineData("hello", "p99", "Words.", null, null, ErrorKind.Refused, "paragraph")]
    [InlineData("hello", "p1", " \n\t ", null, null, ErrorKind.Refused, "body")]
    [InlineData("hello", "p1", "12345678901", null, null, ErrorKind.Refused, "body")]
    [InlineData("hello", "p1", "Words.", 5, 2, ErrorKind.Refused, "end")]
    [InlineData("hello", "p1", "Words.", 0, 500, ErrorKind.Refused, "end")]
    public async Task What_cannot_be_stored_is_refused_with_its_field(
        string slug, string block, string body, int? start, int? end, ErrorKind kind, string? field)
    {
        var (library, _) = await TestLibrary.WithSpeech(new() { MaximumLength = 10 });
        await using var __ = library;
        var author = await library.Person("First annotator");

        var error = await Assert.ThrowsAsync<SpeechesError>(() => library.Annotations.Add(
            author, new() { Slug = slug, BlockId = block, Body = body, Start = start, End = end }));

        Assert.Equal((kind, field), (error.Kind, error.Field));
    }

    [Fact]
    public async Task A_thread_takes_only_so_many_replies()
    {
        var (library, speech) = await TestLibrary.WithSpeech(new() { MaximumReplies = 1 });
        await using var _ = library;
        var author = await library.Person("First annotator");
        var root = await library.Annotate(author, speech);
        await library.Annotations.Reply(author, root.Id, "One.");

        Assert.Equal(ErrorKind.Refused, await Outcome(() => library.Annotations.Reply(author, root.Id, "Two.")));
    }

    private static async Task<Actor?> Actor(TestLibrary library, string who, Actor author)
    {
        switch (who)
        {
            case "nobody": return null;
            case "author": return author;
            case "disabled author" or "author made a reader":
                var account = (await library.Accounts.Find(author.Id))!;
                if (who == "disabled author")
                    account.Disabled = library.Clock.GetUtcNow();
                else
                    account.Role = Role.Reader;
                await library.Accounts.Update(account);
                return author;
            default: return await library.Person($"Other {who}", Enum.Parse<Role>(who, ignoreCase: true));
        }
    }

    private static async Task<ErrorKind?> Outcome(Func<Task> action) => (await Record.ExceptionAsync(action)) switch
    {
        null => null,
        SpeechesError error => error.Kind,
        var other => throw other,
    };
}

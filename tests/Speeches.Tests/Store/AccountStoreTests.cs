using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Tests.Store;

public sealed class AccountStoreTests
{
    [Fact]
    public async Task An_account_comes_back_as_it_was_put_in()
    {
        await using var library = await TestLibrary.Open();
        var account = New("user@example.org");
        (account.PasswordHash, account.AccessFailedCount, account.LockoutEnd) = ("hash", 2, library.Clock.GetUtcNow());

        await library.Accounts.Add(account);

        Assert.Equivalent(account, await library.Accounts.Find(account.Id), strict: true);
        Assert.Equivalent(account, await library.Accounts.FindByEmail("USER@EXAMPLE.ORG"), strict: true);
        Assert.Equivalent(account, Assert.Single(await library.Accounts.List()), strict: true);
        Assert.Null(await library.Accounts.Find(99));
        Assert.Null(await library.Accounts.FindByEmail("user@example.org"));
    }

    [Fact]
    public async Task An_address_is_taken_once()
    {
        await using var library = await TestLibrary.Open();
        await library.Accounts.Add(New("user@example.org"));
        var other = New("other@example.org");
        await library.Accounts.Add(other);
        other.NormalizedEmail = "USER@EXAMPLE.ORG";

        foreach (var action in (Func<Task>[])[() => library.Accounts.Add(New("User@example.org")), () => library.Accounts.Update(other)])
        {
            var error = await Assert.ThrowsAsync<SpeechesError>(action);
            Assert.Equal((ErrorKind.Conflict, "email"), (error.Kind, error.Field));
        }
    }

    [Fact]
    public async Task Of_two_who_change_an_account_the_second_is_told()
    {
        await using var library = await TestLibrary.Open();
        var first = New("user@example.org");
        await library.Accounts.Add(first);
        var second = (await library.Accounts.Find(first.Id))!;
        (first.Name, second.Name) = ("First name", "Second name");
        await library.Accounts.Update(first);

        Assert.Equal(ErrorKind.Stale, (await Assert.ThrowsAsync<SpeechesError>(() => library.Accounts.Update(second))).Kind);

        Assert.Equal("First name", (await library.Accounts.Find(first.Id))!.Name);
        first.Name = "Third name";
        await library.Accounts.Update(first);
    }

    [Fact]
    public async Task A_changed_name_is_shown_everywhere_and_raises_the_revision_where_others_see_it()
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        var elsewhere = await library.AddSpeech(new SpeechBuilder().Titled("Elsewhere").Paragraph("Words."));
        var author = await library.Person("First annotator");
        var annotation = await library.Annotate(author, speech);
        await library.Annotate(author, elsewhere, audience: Audience.Private);
        var (before, beforeElsewhere) = (await library.Revision(speech), await library.Revision(elsewhere));
        var account = (await library.Accounts.Find(author.Id))!;

        account.Name = "Another name";
        await library.Accounts.Update(account);

        Assert.Equal("Another name", (await library.Annotations.Find(annotation.Id, null)).Author.Name);
        Assert.Equal((before + 1, beforeElsewhere), (await library.Revision(speech), await library.Revision(elsewhere)));
    }

    [Fact]
    public async Task The_set_up_link_makes_one_administrator_once()
    {
        await using var library = await TestLibrary.Open();
        var replaced = await library.Accounts.CreateLink(LinkPurpose.Setup, null, TimeSpan.FromHours(1));
        var token = await library.Accounts.CreateLink(LinkPurpose.Setup, null, TimeSpan.FromHours(1));
        Assert.False(await library.Accounts.IsLinkValid(LinkPurpose.Setup, replaced));
        Assert.True(await library.Accounts.IsLinkValid(LinkPurpose.Setup, token));
        Assert.False(await library.Accounts.IsLinkValid(LinkPurpose.Password, token));
        Assert.False(await library.Accounts.HasAdministrator());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(number =>
            Record.ExceptionAsync(() => library.Accounts.AddFirstAdministrator(token, New($"user{number}@example.org"))).AsTask()));

        Assert.Single(outcomes, error => error is null);
        Assert.All(outcomes.OfType<SpeechesError>(), error => Assert.Equal(ErrorKind.NotFound, error.Kind));
        Assert.Equal(Role.Administrator, Assert.Single(await library.Accounts.List()).Role);
        Assert.False(await library.Accounts.IsLinkValid(LinkPurpose.Setup, token));
    }

    [Fact]
    public async Task A_refused_first_administrator_does_not_use_up_the_link()
    {
        await using var library = await TestLibrary.Open();
        await library.Accounts.Add(New("user@example.org"));
        var token = await library.Accounts.CreateLink(LinkPurpose.Setup, null, TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<SpeechesError>(() => library.Accounts.AddFirstAdministrator(token, New("user@example.org")));

        Assert.True(await library.Accounts.IsLinkValid(LinkPurpose.Setup, token));
    }

    [Fact]
    public async Task A_password_link_works_once_and_for_its_time()
    {
        await using var library = await TestLibrary.Open();
        var account = New("user@example.org");
        await library.Accounts.Add(account);
        var used = await library.Accounts.CreateLink(LinkPurpose.Password, account.Id, TimeSpan.FromHours(1));
        Assert.Equal(account.Id, (await library.Accounts.UsePasswordLink(used)).Id);
        var expired = await library.Accounts.CreateLink(LinkPurpose.Password, account.Id, TimeSpan.FromHours(1));
        library.Clock.Advance(TimeSpan.FromHours(2));

        foreach (var token in (string[])[used, expired, "", "unknown"])
        {
            Assert.False(await library.Accounts.IsLinkValid(LinkPurpose.Password, token));
            Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<SpeechesError>(() => library.Accounts.UsePasswordLink(token))).Kind);
        }
    }

    [Fact]
    public async Task A_token_speaks_for_its_account_until_it_is_revoked_or_the_account_disabled()
    {
        await using var library = await TestLibrary.Open();
        var actor = await library.Person("First annotator");
        var (token, secret) = await library.Tokens.Create(actor.Id, TokenScope.Write);
        var (_, other) = await library.Tokens.Create(actor.Id, TokenScope.Read);

        Assert.Equal(new TokenGrant(actor, TokenScope.Write, null), await library.Tokens.Authenticate(secret));
        Assert.Null(await library.Tokens.Authenticate(secret + "x"));
        Assert.Matches("^speeches_[A-Za-z0-9_-]{43}$", secret);
        Assert.Equal(0, await library.Sql($"SELECT count(*) FROM api_tokens WHERE CAST(hash AS TEXT) LIKE '%{secret[9..]}%'"));

        await library.Tokens.Revoke(token.Id);
        Assert.Null(await library.Tokens.Authenticate(secret));
        Assert.NotNull((await library.Tokens.List()).Single(one => one.Id == token.Id).Revoked);
        await Assert.ThrowsAsync<SpeechesError>(() => library.Tokens.Revoke("unknown"));

        var account = (await library.Accounts.Find(actor.Id))!;
        account.Disabled = library.Clock.GetUtcNow();
        await library.Accounts.Update(account);
        Assert.Null(await library.Tokens.Authenticate(other));
    }

    private static Account New(string email) => new()
    {
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        Name = "A user",
        Role = Role.Annotator,
        SecurityStamp = "stamp",
    };
}

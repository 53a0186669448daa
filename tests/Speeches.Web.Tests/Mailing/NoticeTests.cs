using Dapper;
using MimeKit;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Tests.Annotations;
using Speeches.Web.Tests.Groups;

namespace Speeches.Web.Tests.Mailing;

/// <summary>What people are told by mail.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private readonly SmtpListener _server = new();
    private readonly MovingClock _clock = new(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero));
    private SpeechesApp _app = null!;
    private string _slug = "";
    private HttpClient _author = null!;

    public async ValueTask InitializeAsync()
    {
        _app = new() { Settings = [.. _server.Settings, ("Server:PublicAddress", "http://speeches.example.org"), ("Mail:DigestHour", "7")], Clock = _clock };
        _slug = await _app.SeedSlug();
        _author = await _app.SignedIn("Author");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_named_gets_a_mail_that_leads_to_the_words_and_out_of_further_mail()
    {
        var (named, address) = await Person("Named");
        var id = await _author.Annotate(_slug, "What does *@[Named]* say?", "p3");
        var mail = (await _server.Wait(1)).Single();
        Assert.Equal([address], mail.To);
        Assert.StartsWith("Author mentioned you on paragraph 3 of “", mail.Message.Subject);
        Assert.Contains("> What does @Named say?", mail.Text);
        Assert.Contains($"\nhttp://speeches.example.org/annotations/{id}\n", mail.Text);
        Assert.Contains($"<a href=\"http://speeches.example.org/annotations/{id}\">", mail.Message.HtmlBody);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Message.Headers[HeaderId.ListUnsubscribePost]);

        // As a mail program does it: a post, no session, no form.
        var one = mail.Message.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')["http://speeches.example.org".Length..];
        Assert.Equal(200, (int)(await _app.Anonymous().Get(one)).StatusCode);
        await Expect("Named", MailChoice.Once);
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        Assert.Equal(200, (int)(await _app.Anonymous().PostAsync(one, body, TestContext.Current.CancellationToken)).StatusCode);
        await Expect("Named", MailChoice.Never);
        Assert.Equal(404, (int)(await _app.Anonymous().Get(one + "x")).StatusCode);
        Assert.Equal(404, (int)(await _app.Anonymous().PostAsync("/mail/unsubscribe", body, TestContext.Current.CancellationToken)).StatusCode);

        await _author.Annotate(_slug, "And now, @[Named]?", "p3");
        await Author(said: "A mail for the author, to wait for.");
        Assert.DoesNotContain((await _server.Wait(2)).Skip(1), later => later.To.Contains(address));
        Assert.Equal(2, (await named.Page("/inbox")).QuerySelectorAll(".inbox li").Length);
    }

    [Fact]
    public async Task Of_a_group_a_mail_says_who_did_what_where_and_not_the_words()
    {
        var (member, _) = await Person("Member");
        await _author.MakeGroup("Secret name", member);
        await _author.Annotate(_slug, "Whispered to @[Member].", "p4", "group:Secret name");
        var mail = (await _server.Wait(1)).Single();
        Assert.Contains("Author mentioned you on paragraph 4", mail.Text);
        Assert.Contains("in one of your groups", mail.Text);
        Assert.DoesNotContain("hispered", mail.Message.ToString());
        Assert.DoesNotContain("Secret name", mail.Message.ToString());
    }

    [Fact]
    public async Task Mail_that_is_not_sent_yet_is_not_sent_where_its_reader_may_no_longer_see_what_it_tells_of()
    {
        var (member, address) = await Person("Leaving");
        var group = await _author.MakeGroup("Drafting", member);
        _server.Refuse = _ => "451 4.3.0 Later";
        await _author.Annotate(_slug, "For @[Leaving].", "p4", "group:Drafting");
        await OutboxTests.Eventually(async () => (await _app.Get<Outbox>().State()).Troubled.Count == 1);
        await member.PostForm($"/groups/{group}/leave", new { });
        _server.Refuse = _ => null;
        _clock.Now += TimeSpan.FromMinutes(1);
        await OutboxTests.Eventually(async () => (await _app.Get<Outbox>().State()).Waiting == 0);
        Assert.DoesNotContain(_server.Mails, mail => mail.To.Contains(address));
    }

    [Fact]
    public async Task Once_a_day_is_one_mail_at_its_hour_with_all_that_is_not_read_by_then()
    {
        var (named, address) = await Person("Daily");
        await named.PostForm("/account/mail", new { reply = "Once", mention = "Daily", assignment = "Once", followed = "Daily" });
        var first = await _author.Annotate(_slug, "First for @[Daily].", "p3");
        await _author.Annotate(_slug, "Second for @[Daily].", "p4");
        var deleted = await _author.Annotate(_slug, "Third for @[Daily].", "p4");
        await _author.PostForm($"/annotations/{deleted}/delete", new { });
        await Author(said: "A mail for the author, to wait for.");
        Assert.DoesNotContain(await _server.Wait(1), mail => mail.To.Contains(address));

        _clock.Now = new DateTimeOffset(2026, 12, 2, 7, 0, 0, TimeSpan.Zero);
        var digest = (await _server.Wait(2))[^1];
        Assert.Equal("2 things new in your inbox", digest.Message.Subject);
        Assert.Contains("> First for @Daily.", digest.Text);
        Assert.Contains("> Second for @Daily.", digest.Text);
        Assert.DoesNotContain("Third", digest.Text);
        Assert.Contains(first, digest.Text);
        Assert.NotNull(digest.Message.Headers[HeaderId.ListUnsubscribe]);

        _clock.Now = new DateTimeOffset(2026, 12, 3, 7, 0, 0, TimeSpan.Zero);
        await Author(said: "Another mail to wait for.");
        await _server.Wait(3);
        Assert.Single(_server.Mails, mail => mail.To.Contains(address));
    }

    [Fact]
    public async Task A_reply_and_its_mail_are_stored_together_or_not_at_all()
    {
        var id = await _author.Annotate(_slug, "A remark.", "p3");
        var other = await _app.SignedIn("Other");
        Assert.Equal(422, (int)(await other.PostForm($"/annotations/{id}/replies", new { body = " " })).StatusCode);
        Assert.Equal(0, await _app.Get<Database>().Read(connection => connection.ExecuteScalarAsync<long>("SELECT count(*) FROM outbox")));
        await other.Reply(_slug, id, "An answer.");
        Assert.StartsWith("Other replied on paragraph 3", (await _server.Wait(1)).Single().Message.Subject);
    }

    // Somebody replies to the author, who is told at once: what would have come before that mail has come.
    private async Task Author(string said)
    {
        var id = await _author.Annotate(_slug, "A remark.", "p5");
        await (await _app.SignedIn("Replier")).Reply(_slug, id, said);
    }

    private async Task<(HttpClient Browser, string Address)> Person(string name)
    {
        var account = await _app.AddAccount(Role.Annotator, name);
        var browser = _app.Anonymous();
        await browser.PostForm("/account/sign-in", new { email = account.Email, password = SpeechesApp.Password });
        return (browser, account.Email);
    }

    private async Task Expect(string name, MailChoice mentions)
    {
        var account = (await _app.Get<AccountStore>().List()).Single(one => one.Name == name);
        Assert.Equal(mentions, (await _app.Get<NoticeStore>().Choices(account.Id))[MailKind.Mention]);
    }
}

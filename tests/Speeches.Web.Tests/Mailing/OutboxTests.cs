using Dapper;
using MimeKit;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Tests.Mailing;

public class OutboxTests
{
    [Fact]
    public async Task A_mail_goes_out_as_text_and_as_simple_html_under_an_id_of_its_own()
    {
        await using var server = new SmtpListener();
        await using var app = new SpeechesApp { Settings = server.Settings };
        var outbox = app.Get<Outbox>();
        await outbox.Add(Letter("Käthe <b>", "One paragraph,\nof two lines.\n\n> Said <before>.\n\nhttps://example.org/a?b=1&c=2"));

        var mail = (await server.Wait(1)).Single();
        Assert.Equal(["somebody@example.org"], mail.To);
        Assert.Equal("Käthe <b>", mail.Message.Subject);
        Assert.Equal("Speeches", mail.Message.From.Single().Name);
        Assert.Equal("auto-generated", mail.Message.Headers[HeaderId.AutoSubmitted]);
        Assert.EndsWith("@library.example.org", mail.Message.MessageId);
        Assert.Contains("Said <before>.", mail.Text);
        Assert.Contains("<blockquote><p>Said &lt;before&gt;.</p></blockquote>", mail.Message.HtmlBody);
        Assert.Contains("<a href=\"https://example.org/a?b=1&amp;c=2\">", mail.Message.HtmlBody);
        await Eventually(async () => (await outbox.State()).Sent == 1);
        Assert.Equal(0, await Count(app, "state = 'waiting' OR recipient IS NOT NULL OR body IS NOT NULL"));
    }

    [Fact]
    public async Task A_mail_is_there_if_its_cause_is_and_not_otherwise()
    {
        await using var server = new SmtpListener();
        await using var app = new SpeechesApp { Settings = server.Settings };
        var (database, outbox) = (app.Get<Database>(), app.Get<Outbox>());
        await Assert.ThrowsAsync<SpeechesError>(() => database.Write<bool>(async connection =>
        {
            await outbox.Add(connection, Letter("Never"));
            throw new SpeechesError(ErrorKind.Refused, "The cause was refused.");
        }));
        await database.Write(async connection =>
        {
            await outbox.Add(connection, Letter("Indeed"));
            return true;
        });

        Assert.Equal("Indeed", (await server.Wait(1)).Single().Message.Subject);
    }

    [Fact]
    public async Task Where_no_mail_server_is_named_nothing_is_kept_to_be_sent()
    {
        await using var app = new SpeechesApp();
        await app.Get<Outbox>().Add(Letter("Never"));
        Assert.False(app.Get<Outbox>().IsOn);
        Assert.Equal(0, await Count(app, "true"));
        var administrator = await app.SignedIn(Role.Administrator);
        Assert.Contains("No mail is sent", (await administrator.Page("/administration/mail")).Body!.TextContent);
    }

    [Fact]
    public async Task A_server_that_is_busy_gets_the_same_mail_again_and_others_do_not_wait_for_it()
    {
        await using var server = new SmtpListener();
        var refusals = 0;
        server.Refuse = address => address == "busy@example.org" && Interlocked.Increment(ref refusals) < 3 ? "451 4.3.0 Later, for busy@example.org" : null;
        await using var app = new SpeechesApp { Settings = server.Settings };
        await app.Get<Outbox>().Add(Letter("Patience") with { To = "busy@example.org" });
        await app.Get<Outbox>().Add(Letter("At once"));

        var taken = await server.Wait(2);
        Assert.Equal(["At once", "Patience"], taken.Select(mail => mail.Message.Subject));
        Assert.Equal(3, refusals);
    }

    [Fact]
    public async Task A_mail_that_the_server_will_never_take_is_given_up_and_an_administrator_sees_why_and_can_have_it_tried_again()
    {
        await using var server = new SmtpListener();
        server.Refuse = _ => "550 5.1.1 No mailbox somebody@example.org here";
        await using var app = new SpeechesApp { Settings = server.Settings };
        var account = await app.AddAccount(Role.Annotator, "Addressee");
        await app.Get<Outbox>().Add(Letter("Unwanted") with { AccountId = account.Id });
        await Eventually(async () => (await app.Get<Outbox>().State()).Troubled is [{ IsFailed: true }]);

        var administrator = await app.SignedIn(Role.Administrator);
        var page = await administrator.Page("/administration/mail");
        var row = page.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("Addressee", row);
        Assert.Contains("given up", row);
        Assert.Contains("(550)", row);
        Assert.DoesNotContain("@", row);
        Assert.DoesNotContain("Unwanted", page.Body!.TextContent);

        server.Refuse = _ => null;
        Assert.Equal(302, (int)(await administrator.PostForm("/administration/mail", new { }, "/administration/mail?handler=Retry")).StatusCode);
        Assert.Equal("Unwanted", (await server.Wait(1)).Single().Message.Subject);
    }

    [Fact]
    public async Task After_the_last_attempt_a_mail_is_given_up_and_can_be_taken_away()
    {
        await using var server = new SmtpListener();
        server.Refuse = _ => "451 4.3.0 Later";
        await using var app = new SpeechesApp { Settings = [.. server.Settings, ("Mail:Attempts", "2")] };
        await app.Get<Outbox>().Add(Letter("Never"));
        await Eventually(async () => (await app.Get<Outbox>().State()).Troubled is [{ IsFailed: true, Attempts: 2 }]);

        var administrator = await app.SignedIn(Role.Administrator);
        await administrator.PostForm("/administration/mail", new { }, "/administration/mail?handler=Discard");
        Assert.Empty((await app.Get<Outbox>().State()).Troubled);
        Assert.Equal(0, await Count(app, "state <> 'dropped' OR body IS NOT NULL"));
    }

    [Fact]
    public async Task Mail_whose_link_has_ended_is_not_sent_any_more()
    {
        await using var server = new SmtpListener();
        await using var app = new SpeechesApp { Settings = server.Settings };
        await app.Get<Outbox>().Add(Letter("Too late") with { Expires = DateTimeOffset.UtcNow.AddMinutes(-1) });
        await app.Get<Outbox>().Add(Letter("In time") with { Expires = DateTimeOffset.UtcNow.AddMinutes(10) });
        Assert.Equal("In time", (await server.Wait(1)).Single().Message.Subject);
        Assert.Equal(1, await Count(app, "state = 'dropped'"));
    }

    [Fact]
    public async Task Only_administrators_see_the_mail_that_failed()
    {
        await using var app = new SpeechesApp();
        Assert.Equal(302, (int)(await app.Anonymous().Get("/administration/mail")).StatusCode);
        Assert.Equal(403, (int)(await (await app.SignedIn(Role.Editor)).Get("/administration/mail")).StatusCode);
    }

    [Theory]
    [InlineData("From", "nobody", "Mail:From")]
    [InlineData("Security", "None", "Mail:Security")]
    [InlineData("Port", "0", "Mail:Port")]
    public async Task Settings_of_mail_that_make_no_sense_stop_the_start(string name, string value, string named)
    {
        using var data = new TemporaryFolder();
        var outcome = await RunningProgram.Run(data.Path,
            ["--Mail:Host=mail.example.org", "--Mail:User=speeches", "--Mail:Password=secret", "--Mail:From=speeches@example.org", $"--Mail:{name}={value}", "user", "list"]);
        Assert.Equal(2, outcome.Code);
        Assert.Contains(named, Assert.Single(outcome.Error));
    }

    internal static NewMail Letter(string subject, string text = "A few words.") => new() { To = "somebody@example.org", Subject = subject, Text = text };

    internal static async Task Eventually(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isSo())
            await Task.Delay(20, patience.Token);
    }

    private static Task<long> Count(SpeechesApp app, string condition) =>
        app.Get<Database>().Read(connection => connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM outbox WHERE {condition}"));
}

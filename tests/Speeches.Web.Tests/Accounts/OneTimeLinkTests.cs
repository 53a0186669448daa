using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Tests.Accounts;

public class OneTimeLinkTests
{
    [Fact]
    public async Task The_set_up_link_makes_the_first_administrator_once_and_only_once()
    {
        await using var app = new SpeechesApp();
        var token = await Link(app);
        var browsers = Enumerable.Range(0, 4).Select(_ => app.Anonymous()).ToArray();
        var forms = await Task.WhenAll(browsers.Select(browser => browser.Page("/setup?token=" + token)));
        var answers = await Task.WhenAll(browsers.Zip(forms, (browser, page) => browser.Send(
            page.Forms.First(form => form.GetAttribute("action") == "/setup"),
            new { name = "First administrator", email = SpeechesApp.NewEmail(), password = SpeechesApp.Password })));

        Assert.Equal([302, 404, 404, 404], answers.Select(answer => (int)answer.StatusCode).Order());
        Assert.Single(await app.Get<AccountStore>().List(), account => account.Role == Role.Administrator);
        var winner = browsers[Array.FindIndex(answers, answer => (int)answer.StatusCode == 302)];
        Assert.Equal(200, (int)(await winner.Get("/administration")).StatusCode);
        Assert.Equal(404, (int)(await app.Anonymous().Get("/setup?token=" + token)).StatusCode);
    }

    [Fact]
    public async Task A_refused_form_does_not_use_up_the_link()
    {
        await using var app = new SpeechesApp();
        var token = await Link(app);
        var browser = app.Anonymous();
        var refused = await browser.PostForm("/setup?token=" + token, new { name = "First administrator", email = "user@example.org", password = "short" });
        Assert.Equal(422, (int)refused.StatusCode);
        var form = (await refused.Document()).Forms.First(candidate => candidate.GetAttribute("action") == "/setup");
        var accepted = await browser.Send(form, new { name = "First administrator", email = "user@example.org", password = SpeechesApp.Password });
        Assert.Equal(302, (int)accepted.StatusCode);
    }

    [Theory]
    [InlineData("/setup")]
    [InlineData("/setup?token=guessed")]
    [InlineData("/account/password?token=guessed")]
    public async Task A_guessed_link_opens_nothing(string address)
    {
        await using var app = new SpeechesApp();
        Assert.Equal(404, (int)(await app.Anonymous().Get(address)).StatusCode);
    }

    [Fact]
    public async Task An_account_from_the_command_line_chooses_its_password_once()
    {
        await using var app = new SpeechesApp();
        var account = await app.AddAccount(Role.Editor);
        var token = await app.Get<AccountStore>().CreateLink(LinkPurpose.Password, account.Id, TimeSpan.FromHours(1));
        var browser = app.Anonymous();
        var chosen = await browser.PostForm("/account/password?token=" + token, new { password = "four other words here" });
        Assert.Equal(302, (int)chosen.StatusCode);
        Assert.Equal(200, (int)(await browser.Get("/account")).StatusCode);
        Assert.Equal(404, (int)(await browser.Get("/account/password?token=" + token)).StatusCode);
        var signedIn = await app.Anonymous().PostForm("/account/sign-in", new { email = account.Email, password = "four other words here" });
        Assert.Equal(302, (int)signedIn.StatusCode);
    }

    private static Task<string> Link(SpeechesApp app) => app.Get<AccountStore>().CreateLink(LinkPurpose.Setup, null, TimeSpan.FromHours(1));
}

using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Tests.Accounts;

public class SessionTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Fact]
    public async Task A_new_password_ends_the_sessions_elsewhere_and_keeps_the_one_here()
    {
        var account = await app.AddAccount(Role.Annotator);
        var (here, elsewhere) = (await SignIn(account.Email), await SignIn(account.Email));
        var changed = await here.PostForm("/account", new { current = SpeechesApp.Password, password = "four other words here" }, "/account?handler=Password");
        Assert.Equal("/account?saved=password", changed.Headers.Location!.OriginalString);
        Assert.Equal(200, (int)(await here.Get("/account")).StatusCode);
        Assert.Equal(302, (int)(await elsewhere.Get("/account")).StatusCode);
    }

    [Fact]
    public async Task The_present_password_is_asked_for()
    {
        var browser = await app.SignedIn();
        var answer = await browser.PostForm("/account", new { current = "not the password", password = "four other words here" }, "/account?handler=Password");
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal("current", (await answer.Document()).QuerySelector("[aria-invalid=true]")!.GetAttribute("name"));
    }

    [Fact]
    public async Task A_new_name_shows_at_once()
    {
        var browser = await app.SignedIn("First annotator");
        await browser.PostForm("/account", new { name = "Renamed annotator" });
        Assert.Contains("Renamed annotator", (await browser.Page("/")).QuerySelector(".menu")!.TextContent);
    }

    [Fact]
    public async Task A_disabled_account_is_signed_out_at_once_and_cannot_sign_in()
    {
        var administrator = await app.SignedIn(Role.Administrator, "First administrator");
        var account = await app.AddAccount(Role.Annotator);
        var browser = await SignIn(account.Email);

        var list = await administrator.Page("/administration");
        var form = list.Forms.First(candidate => candidate.GetAttribute("action") == "/administration?handler=Access"
            && candidate.QuerySelector($"input[name=id][value='{account.Id}']") is not null);
        Assert.Equal(302, (int)(await administrator.Send(form, new { })).StatusCode);

        Assert.Equal(302, (int)(await browser.Get("/account")).StatusCode);
        var again = await app.Anonymous().PostForm("/account/sign-in", new { email = account.Email, password = SpeechesApp.Password });
        Assert.Equal(422, (int)again.StatusCode);
    }

    [Fact]
    public async Task A_new_role_counts_at_once()
    {
        var account = await app.AddAccount(Role.Administrator, "Former administrator");
        var browser = await SignIn(account.Email);
        Assert.Equal(200, (int)(await browser.Get("/administration")).StatusCode);

        var administrator = await app.SignedIn(Role.Administrator, "First administrator");
        var list = await administrator.Page("/administration");
        var form = list.Forms.First(candidate => candidate.GetAttribute("action") == "/administration?handler=Role"
            && candidate.QuerySelector($"input[name=id][value='{account.Id}']") is not null);
        Assert.Equal(302, (int)(await administrator.Send(form, new { role = nameof(Role.Reader) })).StatusCode);
        Assert.Equal(302, (int)(await browser.Get("/administration")).StatusCode);
        Assert.Equal(Role.Reader, (await app.Get<AccountStore>().Find(account.Id))!.Role);
    }

    [Fact]
    public async Task Only_administrators_administer_and_not_themselves()
    {
        Assert.Equal(302, (int)(await app.Anonymous().Get("/administration")).StatusCode);
        Assert.Equal(403, (int)(await (await app.SignedIn(Role.Editor)).Get("/administration")).StatusCode);

        var account = await app.AddAccount(Role.Administrator, "First administrator");
        var browser = await SignIn(account.Email);
        await app.AddAccount(Role.Reader);
        var form = (await browser.Page("/administration")).Forms.First(candidate => candidate.GetAttribute("action") == "/administration?handler=Role");
        var answer = await browser.Send(form, new { id = account.Id, role = nameof(Role.Reader) });
        Assert.Equal(409, (int)answer.StatusCode);
        Assert.Equal(Role.Administrator, (await app.Get<AccountStore>().Find(account.Id))!.Role);
    }

    private async Task<HttpClient> SignIn(string email)
    {
        var browser = app.Anonymous();
        await browser.PostForm("/account/sign-in", new { email, password = SpeechesApp.Password });
        return browser;
    }
}

using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Tests.Accounts;

public class SignInTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Fact]
    public async Task Signing_in_leads_back_and_signing_out_ends_it()
    {
        var account = await app.AddAccount(Role.Annotator);
        var browser = app.Anonymous();
        var wanted = await browser.Get("/account");
        Assert.Equal(302, (int)wanted.StatusCode);
        Assert.Equal("/account/sign-in?returnUrl=%2Faccount", wanted.Headers.Location!.PathAndQuery);

        var signedIn = await browser.PostForm(wanted.Headers.Location.PathAndQuery, new { email = account.Email, password = SpeechesApp.Password });
        Assert.Equal("/account", signedIn.Headers.Location!.OriginalString);
        Assert.Equal(200, (int)(await browser.Get("/account")).StatusCode);

        var signedOut = await browser.PostForm("/account", new { }, action: "/account/sign-out");
        Assert.Equal(302, (int)signedOut.StatusCode);
        Assert.Equal(302, (int)(await browser.Get("/account")).StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_to_another_site(string returnUrl)
    {
        var account = await app.AddAccount(Role.Annotator);
        var answer = await app.Anonymous().PostForm(
            "/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl), new { email = account.Email, password = SpeechesApp.Password });
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_failure_does_not_tell_whether_the_address_has_an_account()
    {
        var known = await app.AddAccount(Role.Annotator);
        var wrong = await Attempt(known.Email, "not the password");
        var unknown = await Attempt("nobody@example.org", "not the password");
        Assert.Equal(422, wrong.Status);
        Assert.Equal(wrong, unknown);

        async Task<(int Status, string Notice)> Attempt(string email, string password)
        {
            var answer = await app.Anonymous().PostForm("/account/sign-in", new { email, password });
            return ((int)answer.StatusCode, (await answer.Document()).QuerySelector("[role=alert]")!.TextContent);
        }
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        var account = await app.AddAccount(Role.Annotator);
        var browser = app.Anonymous();
        for (var attempt = 0; attempt < 5; attempt++)
            await browser.PostForm("/account/sign-in", new { email = account.Email, password = "not the password" });
        var right = await browser.PostForm("/account/sign-in", new { email = account.Email, password = SpeechesApp.Password });
        Assert.Equal(422, (int)right.StatusCode);

        var stored = (await app.Get<AccountStore>().Find(account.Id))!;
        Assert.InRange(stored.LockoutEnd!.Value - app.Get<TimeProvider>().GetUtcNow(), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        stored.LockoutEnd = app.Get<TimeProvider>().GetUtcNow().AddSeconds(-1);
        await app.Get<AccountStore>().Update(stored);
        var later = await browser.PostForm("/account/sign-in", new { email = account.Email, password = SpeechesApp.Password });
        Assert.Equal(302, (int)later.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_changes_nothing()
    {
        var email = SpeechesApp.NewEmail();
        var answer = await app.Anonymous().PostBlindly("/account/register", new { name = "First annotator", email, password = SpeechesApp.Password });
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("Nothing was changed", await answer.Text());
        Assert.DoesNotContain(await app.Get<AccountStore>().List(), account => account.Email == email);
    }
}

using System.Net.Http.Headers;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Tests.Accounts;

public class TokenPageTests
{
    private readonly MovingClock _clock = new(new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_token_made_on_the_page_is_shown_once_and_works_for_its_days()
    {
        await using var app = new SpeechesApp { Clock = _clock };
        var browser = await app.SignedIn(Role.Annotator);
        var made = await browser.PostForm("/account/tokens", new { label = "Nightly copy", scope = "Read", days = "7", current = SpeechesApp.Password });
        Assert.Equal(200, (int)made.StatusCode);
        Assert.True(made.Headers.CacheControl!.NoStore);
        var secret = (await made.Document()).QuerySelector("#secret")!.GetAttribute("value")!;
        Assert.Matches("^speeches_[A-Za-z0-9_-]{43}$", secret);

        var list = await (await browser.Get("/account/tokens")).Text();
        Assert.Contains("Nightly copy", list);
        Assert.DoesNotContain(secret, list);
        using var client = Client(app, secret);
        Assert.Equal(200, (int)(await client.Get("/api/v1/speeches")).StatusCode);
        _clock.Now += TimeSpan.FromDays(6.9);
        Assert.Equal(200, (int)(await client.Get("/api/v1/speeches")).StatusCode);
        _clock.Now += TimeSpan.FromDays(0.2);
        Assert.Equal(401, (int)(await client.Get("/api/v1/speeches")).StatusCode);
    }

    [Theory]
    [InlineData("366", SpeechesApp.Password, "days")]
    [InlineData("0", SpeechesApp.Password, "days")]
    [InlineData("2020-01-01", SpeechesApp.Password, "days")]
    [InlineData("for ever", SpeechesApp.Password, "days")]
    [InlineData("7", "not the password", "current")]
    public async Task Nobody_makes_a_token_for_too_long_or_without_the_password(string days, string current, string field)
    {
        await using var app = new SpeechesApp();
        var browser = await app.SignedIn(Role.Annotator);
        var answer = await browser.PostForm("/account/tokens", new { label = "Copy", scope = "Write", days, current });
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(field, (await answer.Document()).QuerySelector("[aria-invalid=true]")!.GetAttribute("name"));
        Assert.Empty(await app.Get<TokenStore>().List());
    }

    [Fact]
    public async Task One_sees_and_revokes_ones_own_tokens_and_no_others()
    {
        await using var app = new SpeechesApp();
        var other = await app.AddAccount(Role.Annotator, "Somebody else");
        var (theirs, theirSecret) = await app.Get<TokenStore>().Create(other.Id, TokenScope.Read, label: "Of somebody else");
        var browser = await app.SignedIn(Role.Annotator);
        await browser.PostForm("/account/tokens", new { label = "My copy", days = "7", current = SpeechesApp.Password });
        var page = await browser.Page("/account/tokens");
        Assert.DoesNotContain("Of somebody else", page.Body!.TextContent);
        var form = page.Forms.First(candidate => candidate.GetAttribute("action") == "/account/tokens?handler=Revoke");

        Assert.Equal(404, (int)(await browser.Send(form, new { id = theirs.Id })).StatusCode);
        using (var client = Client(app, theirSecret))
            Assert.Equal(200, (int)(await client.Get("/api/v1/speeches")).StatusCode);
        Assert.Equal(302, (int)(await browser.Send(form, new { })).StatusCode);
        Assert.NotNull(Assert.Single(await app.Get<TokenStore>().List(), token => token.Label == "My copy").Revoked);
    }

    private static HttpClient Client(SpeechesApp app, string secret)
    {
        var client = app.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }
}

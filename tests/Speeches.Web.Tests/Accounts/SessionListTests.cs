using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Tests.Accounts;

public class SessionListTests
{
    private readonly MovingClock _clock = new(new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_once_its_owner_has_signed_out()
    {
        await using var app = new SpeechesApp();
        var (browser, cookie) = await WithCookie(app, await app.AddAccount(Role.Annotator));
        var copy = app.Anonymous();
        copy.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(200, (int)(await copy.Get("/account")).StatusCode);

        await browser.PostForm("/account", new { }, action: "/account/sign-out");

        Assert.Equal(302, (int)(await copy.Get("/account")).StatusCode);
        Assert.Contains("Sign in", (await copy.Page("/")).QuerySelector("nav")!.TextContent);
    }

    [Fact]
    public async Task Each_browser_is_listed_and_this_one_is_marked()
    {
        await using var app = new SpeechesApp();
        var account = await app.AddAccount(Role.Annotator);
        var here = await SignIn(app, account, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        await SignIn(app, account, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1");
        await app.SignedIn(Role.Annotator, "Somebody else");

        var items = (await here.Page("/account/sessions")).QuerySelectorAll(".groups > li").Select(item => item.TextContent).ToArray();
        Assert.Equal(2, items.Length);
        Assert.Contains("(this one)", Assert.Single(items, item => item.Contains("Firefox on Linux", StringComparison.Ordinal)));
        Assert.DoesNotContain("(this one)", Assert.Single(items, item => item.Contains("Safari on iPhone", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_browser_is_signed_out_from_here_and_nobody_else_can_do_that()
    {
        await using var app = new SpeechesApp();
        var account = await app.AddAccount(Role.Annotator);
        var (here, elsewhere) = (await SignIn(app, account), await SignIn(app, account));
        var form = (await here.Page("/account/sessions")).Forms.First(candidate => candidate.GetAttribute("action") == "/account/sessions");
        var id = form.QuerySelector("input[name=id]")!.GetAttribute("value");

        // A stranger who sends the same number with a form of their own ends nothing.
        var stranger = await app.SignedIn(Role.Administrator, "First administrator");
        var theirs = (await stranger.Page("/account/sessions")).Forms.First(candidate => candidate.GetAttribute("action") == "/account/sessions?handler=Everywhere");
        theirs.SetAttribute("action", "/account/sessions");
        Assert.Equal(302, (int)(await stranger.Send(theirs, new { id })).StatusCode);
        Assert.Equal(200, (int)(await elsewhere.Get("/account")).StatusCode);

        Assert.Equal("/account/sessions?saved=ended", (await here.Send(form, new { })).Headers.Location!.OriginalString);
        Assert.Equal(302, (int)(await elsewhere.Get("/account")).StatusCode);
        Assert.Equal(200, (int)(await here.Get("/account")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_of_ones_own_sessions_and_no_others()
    {
        await using var app = new SpeechesApp();
        var account = await app.AddAccount(Role.Annotator);
        var (here, elsewhere, other) = (await SignIn(app, account), await SignIn(app, account), await app.SignedIn(Role.Annotator, "Somebody else"));
        await here.PostForm("/account/sessions", new { }, "/account/sessions?handler=Everywhere");
        Assert.Equal(302, (int)(await here.Get("/account")).StatusCode);
        Assert.Equal(302, (int)(await elsewhere.Get("/account")).StatusCode);
        Assert.Equal(200, (int)(await other.Get("/account")).StatusCode);
        Assert.Empty(await app.Get<SessionStore>().List(account.Id));
    }

    [Fact]
    public async Task Signing_in_again_in_one_browser_ends_what_it_had_before()
    {
        await using var app = new SpeechesApp();
        var (first, second) = (await app.AddAccount(Role.Annotator), await app.AddAccount(Role.Annotator));
        var browser = await SignIn(app, first);
        var form = (await app.Anonymous().Page("/account/sign-in")).Forms.First(candidate => candidate.GetAttribute("action") == "/account/sign-in");
        var token = (await browser.Page("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        form.QuerySelector("input[name=__RequestVerificationToken]")!.SetAttribute("value", token!);
        Assert.Equal(302, (int)(await browser.Send(form, new { email = second.Email, password = SpeechesApp.Password })).StatusCode);
        Assert.Empty(await app.Get<SessionStore>().List(first.Id));
        Assert.Single(await app.Get<SessionStore>().List(second.Id));
    }

    [Fact]
    public async Task A_session_that_is_not_used_ends_and_so_does_one_that_is_too_old()
    {
        await using var app = new SpeechesApp { Clock = _clock, Settings = [("Accounts:SessionDays", "5"), ("Accounts:SessionMaximumDays", "12")] };
        var account = await app.AddAccount(Role.Annotator);
        var (_, cookie) = await WithCookie(app, account);
        for (var day = 3; day <= 12; day += 3)
        {
            // With the cookie as it was at first, which says nothing of when it is renewed: the store alone decides.
            Assert.Equal(200, await Status(app, cookie));
            _clock.Now += TimeSpan.FromDays(day == 12 ? 4 : 3);
        }
        Assert.Equal(302, await Status(app, cookie));

        var (_, unused) = await WithCookie(app, account);
        _clock.Now += TimeSpan.FromDays(6);
        Assert.Equal(302, await Status(app, unused));
    }

    [Fact]
    public async Task When_a_session_was_last_used_is_written_once_an_hour_at_most()
    {
        await using var app = new SpeechesApp { Clock = _clock };
        var account = await app.AddAccount(Role.Annotator);
        var browser = await SignIn(app, account);
        var generation = app.Get<Database>().Generation;
        var began = await Seen();
        await browser.Page("/account");
        Assert.Equal(generation, app.Get<Database>().Generation);
        Assert.Equal(began, await Seen());
        _clock.Now += TimeSpan.FromHours(2);
        await browser.Page("/account");
        var seen = await Seen();
        Assert.InRange(seen - began, TimeSpan.FromHours(2), TimeSpan.FromHours(2.1));
        generation = app.Get<Database>().Generation;
        await browser.Page("/account");
        Assert.Equal(generation, app.Get<Database>().Generation);

        async Task<DateTimeOffset> Seen() => Assert.Single(await app.Get<SessionStore>().List(account.Id)).LastSeen;
    }

    private static async Task<HttpClient> SignIn(SpeechesApp app, Account account, string userAgent = "")
    {
        var browser = app.Anonymous();
        if (userAgent.Length > 0)
            browser.DefaultRequestHeaders.Add("User-Agent", userAgent);
        var answer = await browser.PostForm("/account/sign-in", new { email = account.Email, password = SpeechesApp.Password });
        Assert.Equal(302, (int)answer.StatusCode);
        return browser;
    }

    private static async Task<int> Status(SpeechesApp app, string cookie)
    {
        var copy = app.Anonymous();
        copy.DefaultRequestHeaders.Add("Cookie", cookie);
        return (int)(await copy.Get("/account")).StatusCode;
    }

    private static async Task<(HttpClient Browser, string Cookie)> WithCookie(SpeechesApp app, Account account)
    {
        var jar = new CookieContainerHandler();
        var browser = app.CreateDefaultClient(jar);
        await browser.PostForm("/account/sign-in", new { email = account.Email, password = SpeechesApp.Password });
        return (browser, jar.Container.GetCookieHeader(browser.BaseAddress!));
    }
}

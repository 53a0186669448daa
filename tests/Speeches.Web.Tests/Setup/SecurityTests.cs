using System.Runtime.Versioning;

namespace Speeches.Web.Tests.Setup;

public class SecurityTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/account")]
    [InlineData("/nothing/here")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/css/base.css")]
    [InlineData("/setup?token=guessed")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        var answer = await app.Anonymous().Get(address);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        foreach (var rule in new[] { "default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'" })
            Assert.Contains(rule, policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Single(answer.Headers.GetValues("Referrer-Policy"));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/nothing/here")]
    public async Task No_page_has_inline_script_or_style_or_fetches_from_elsewhere(string address)
    {
        var page = await (await app.Anonymous().Get(address)).Document();
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onload], base, iframe"));
        var loaded = page.QuerySelectorAll("script[src], link[rel=stylesheet], link[rel=icon], img")
            .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href"));
        Assert.All(loaded, source => Assert.Matches("^/[^/]", source));
    }

    [Fact]
    public async Task On_this_machine_cookies_are_closed_to_scripts_and_other_sites()
    {
        var browser = app.Anonymous();
        var answer = await browser.PostForm("/account/register", new { name = "First annotator", email = SpeechesApp.NewEmail(), password = SpeechesApp.Password });
        var session = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("speeches-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", session);
        Assert.Contains("samesite=lax", session);
        Assert.DoesNotContain("secure", session);
        Assert.DoesNotContain("domain", session);
    }

    [Fact]
    public async Task To_the_outside_cookies_travel_over_tls_only_and_belong_to_one_host()
    {
        await using var outside = new SpeechesApp { Settings = [("Urls", "http://0.0.0.0:0")] };
        var answer = await outside.Anonymous().Get("/account/sign-in");
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-speeches-form=", cookie);
        foreach (var flag in new[] { "secure", "httponly", "samesite=lax", "path=/" })
            Assert.Contains(flag, cookie);
    }

    [Fact]
    public async Task On_this_machine_a_foreign_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "elsewhere.example" } };
        var answer = await app.Anonymous().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_keys_and_the_data_folder_are_for_the_servers_user_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows folders inherit their access.");
        await app.SignedIn();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(app.DataDirectory));
        var keys = Directory.GetFiles(Path.Combine(app.DataDirectory, "keys"));
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key)));
    }

    [Fact]
    public async Task Over_the_limit_attempts_to_sign_in_are_told_to_wait()
    {
        await using var strict = new SpeechesApp { Settings = [("RateLimits:SignInPerMinute", "2")] };
        var browser = strict.Anonymous();
        for (var attempt = 0; attempt < 2; attempt++)
            Assert.Equal(422, (int)(await browser.PostForm("/account/sign-in", new { email = "user@example.org", password = "wrong" })).StatusCode);
        var third = await browser.PostForm("/account/sign-in", new { email = "user@example.org", password = "wrong" });
        Assert.Equal(429, (int)third.StatusCode);
        Assert.True(third.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Contains("Wait a little", await third.Text());
    }
}

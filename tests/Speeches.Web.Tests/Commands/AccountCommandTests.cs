using System.Net.Http.Headers;

namespace Speeches.Web.Tests.Commands;

public sealed class AccountCommandTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    [Fact]
    public async Task A_user_is_added_listed_promoted_and_disabled()
    {
        var added = await Run(["user", "add", "user@example.org", "--name", "First annotator", "--role", "annotator"], input: SpeechesApp.Password + "\n");
        Assert.Equal(0, added.Code);
        Assert.DoesNotContain(added.Output, line => line.Contains("token=", StringComparison.Ordinal));

        Assert.Equal(0, (await Run(["user", "role", "USER@example.org", "editor"])).Code);
        Assert.Equal(0, (await Run(["user", "disable", "user@example.org"])).Code);
        var row = Assert.Single((await Run(["user", "list"])).Output).Split('\t');
        Assert.Equal(["user@example.org", "First annotator", "editor"], row[..3]);
        Assert.NotEqual("-", row[4]);
    }

    [Fact]
    public async Task A_piped_password_signs_in()
    {
        await Run(["user", "add", "user@example.org", "--name", "First annotator", "--role", "annotator"], input: SpeechesApp.Password + "\n");
        var (program, address) = await RunningProgram.Serve(_data.Path);
        await using var _ = program;
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        var answer = await browser.PostForm("/account/sign-in", new { email = "user@example.org", password = SpeechesApp.Password });
        Assert.Equal(302, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_password_the_last_line_is_a_one_time_link()
    {
        var added = await Run(["user", "add", "user@example.org", "--name", "First annotator", "--role", "annotator"]);
        Assert.Equal(0, added.Code);
        Assert.Matches("^http://localhost:5080/account/password\\?token=[A-Za-z0-9_-]{43}$", added.Output[^1]);
    }

    [Theory]
    [InlineData(2, "user", "add", "user@example.org", "--name", "First annotator", "--role", "king")]
    [InlineData(2, "user", "add", "nobody", "--name", "First annotator", "--role", "reader")]
    [InlineData(2, "user", "add", "user@example.org")]
    [InlineData(2, "user", "promote")]
    [InlineData(2, "--port=80")]
    [InlineData(2, "serve")]
    [InlineData(1, "user", "role", "nobody@example.org", "reader")]
    [InlineData(1, "token", "create", "--user", "nobody@example.org", "--scope", "read")]
    [InlineData(2, "token", "create", "--user", "nobody@example.org", "--scope", "all")]
    [InlineData(1, "token", "revoke", "nothing")]
    [InlineData(1, "token", "create", "--user", "nobody@example.org", "--scope", "read", "--expires", "30")]
    public async Task What_cannot_be_done_is_told_on_standard_error(int code, params string[] arguments)
    {
        var outcome = await Run(arguments);
        Assert.Equal(code, outcome.Code);
        Assert.Empty(outcome.Output);
        Assert.DoesNotContain("   at ", Assert.Single(outcome.Error));
    }

    [Fact]
    public async Task The_same_address_twice_is_refused()
    {
        string[] add = ["user", "add", "user@example.org", "--name", "First annotator", "--role", "reader"];
        Assert.Equal(0, (await Run(add)).Code);
        Assert.Equal(1, (await Run(add)).Code);
    }

    [Fact]
    public async Task A_token_gets_the_end_it_is_made_with_and_none_beyond_the_most_days()
    {
        await Run(["user", "add", "user@example.org", "--name", "First annotator", "--role", "annotator"]);
        var last = DateTime.UtcNow.Date.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var after = DateTime.UtcNow.Date.AddDays(31).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(0, (await Run(["token", "create", "--user", "user@example.org", "--scope", "read", "--expires", last])).Code);
        Assert.Equal(2, (await Run(["token", "create", "--user", "user@example.org", "--scope", "read", "--expires", "366"])).Code);
        Assert.Equal($"{after} 00:00Z", Assert.Single((await Run(["token", "list"])).Output).Split('\t')[5]);
    }

    [Fact]
    public async Task A_token_works_while_the_library_is_served_until_it_is_revoked()
    {
        var (program, address) = await RunningProgram.Serve(_data.Path);
        await using var _ = program;
        await Run(["user", "add", "user@example.org", "--name", "First annotator", "--role", "annotator"]);
        var created = await Run(["token", "create", "--user", "user@example.org", "--scope", "write"]);
        Assert.Equal(0, created.Code);
        var secret = created.Output[^1];
        Assert.Matches("^speeches_[A-Za-z0-9_-]{43}$", secret);

        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        Assert.Equal(200, (int)(await client.Get("/api/v1/speeches")).StatusCode);

        var listed = Assert.Single((await Run(["token", "list"])).Output).Split('\t');
        Assert.Equal(["user@example.org", "write"], listed[1..3]);
        Assert.DoesNotContain(secret, string.Join('\t', listed));
        Assert.Equal(0, (await Run(["token", "revoke", listed[0]])).Code);
        Assert.Equal(401, (int)(await client.Get("/api/v1/speeches")).StatusCode);
    }

    public void Dispose() => _data.Dispose();

    private Task<Outcome> Run(string[] arguments, string? input = null) => RunningProgram.Run(_data.Path, arguments, input);
}

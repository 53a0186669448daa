namespace Speeches.Web.Tests.Accounts;

public class RegistrationTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Fact]
    public async Task Who_registers_is_signed_in_as_an_annotator_under_their_name()
    {
        var browser = await app.SignedIn("First annotator");
        var page = await browser.Page("/account");
        Assert.Contains("annotator", page.QuerySelector(".lead")!.TextContent);
        Assert.Equal("First annotator", page.QuerySelector("input[name=name]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("", "user@example.org", SpeechesApp.Password, "name")]
    [InlineData("A\u202ename", "user@example.org", SpeechesApp.Password, "name")]
    [InlineData("First annotator", "nobody", SpeechesApp.Password, "email")]
    [InlineData("First annotator", "two@example.org words", SpeechesApp.Password, "email")]
    [InlineData("First annotator", "user@example.org", "short", "password")]
    [InlineData("First annotator", "user@example.org", "aaaaaaaaaaaa", "password")]
    [InlineData("First annotator", "user@example.org", "user@example.org", "password")]
    public async Task What_is_refused_is_said_at_its_field_and_the_rest_is_kept(string name, string email, string password, string field)
    {
        var answer = await app.Anonymous().PostForm("/account/register", new { name, email, password });
        Assert.Equal(422, (int)answer.StatusCode);
        var page = await answer.Document();
        var input = page.QuerySelector("[aria-invalid=true]")!;
        Assert.Equal(field, input.GetAttribute("name"));
        Assert.NotNull(page.GetElementById(input.GetAttribute("aria-describedby")!.Split(' ')[0]));
        Assert.Equal(email, page.QuerySelector("input[name=email]")!.GetAttribute("value"));
        Assert.DoesNotContain(password.Length > 0 ? $"value=\"{password}\" autocomplete=\"new-password\"" : "\0", await answer.Text());
    }

    [Fact]
    public async Task An_address_makes_one_account_however_it_is_spelt()
    {
        var email = SpeechesApp.NewEmail();
        await app.Anonymous().PostForm("/account/register", new { name = "First annotator", email, password = SpeechesApp.Password });
        var again = await app.Anonymous()
            .PostForm("/account/register", new { name = "Second annotator", email = email.ToUpperInvariant(), password = SpeechesApp.Password });
        Assert.Equal(409, (int)again.StatusCode);
        Assert.Equal("email", (await again.Document()).QuerySelector("[aria-invalid=true]")!.GetAttribute("name"));
    }

    [Fact]
    public async Task Nobody_registers_where_registration_is_closed()
    {
        await using var closed = new SpeechesApp { Settings = [("Accounts:Registration", "Closed")] };
        var browser = closed.Anonymous();
        var page = await browser.Get("/account/register");
        Assert.Equal(403, (int)page.StatusCode);
        Assert.Empty((await page.Document()).QuerySelectorAll("input[type=password]"));

        // A form kept open from before does not get in either: its token is good, the mode is not.
        var form = (await browser.Page("/account/sign-in")).Forms.First(candidate => candidate.GetAttribute("action") == "/account/sign-in");
        form.SetAttribute("action", "/account/register");
        var answer = await browser.Send(form, new { name = "First annotator", email = "user@example.org", password = SpeechesApp.Password });
        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Empty(await closed.Get<Store.AccountStore>().List());
    }

    [Fact]
    public async Task Served_to_the_outside_accounts_are_by_invitation_unless_set_otherwise()
    {
        await using var outside = new SpeechesApp { Settings = [("Urls", "http://0.0.0.0:0")] };
        var page = await outside.Anonymous().Get("/account/register");
        Assert.Equal(403, (int)page.StatusCode);
        Assert.Contains("administrator", await page.Text());
    }
}

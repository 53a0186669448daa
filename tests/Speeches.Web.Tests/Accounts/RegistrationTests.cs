namespace Speeches.Web.Tests.Accounts;

public class RegistrationTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Fact]
    public async Task Who_registers_is_signed_in_under_their_name()
    {
        var browser = await app.SignedIn("First annotator");
        var page = await browser.Page("/account");
        Assert.Contains("annotator", page.QuerySelector(".lead")!.TextContent);
        Assert.Equal("First annotator", page.QuerySelector("input[name=name]")!.GetAttribute("value"));
    }
}

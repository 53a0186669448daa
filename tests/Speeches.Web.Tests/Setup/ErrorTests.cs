using System.Net.Http.Json;
using System.Text.Json;

namespace Speeches.Web.Tests.Setup;

public class ErrorTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Fact]
    public async Task People_get_a_page_in_the_sites_frame_that_says_what_to_do()
    {
        var answer = await app.Anonymous().Get("/nothing/here");
        Assert.Equal(404, (int)answer.StatusCode);
        var page = await answer.Document();
        Assert.NotNull(page.QuerySelector("header .brand"));
        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
    }

    [Fact]
    public async Task The_api_gets_problem_json()
    {
        var answer = await app.Anonymous().Get("/api/v1/nothing");
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(404, problem.GetProperty("status").GetInt32());
        foreach (var member in new[] { "type", "title", "detail" })
            Assert.NotEmpty(problem.GetProperty(member).GetString()!);
    }

    [Theory]
    [InlineData("TRACE", "/")]
    [InlineData("OPTIONS", "/quotations")]
    [InlineData("OPTIONS", "/account/sign-in")]
    public async Task A_page_refuses_verbs_that_it_has_no_handler_for(string verb, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), address);
        var answer = await app.Anonymous().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(405, (int)answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task The_error_page_asked_for_by_itself_is_not_there() =>
        Assert.Equal(404, (int)(await app.Anonymous().Get("/errors")).StatusCode);
}

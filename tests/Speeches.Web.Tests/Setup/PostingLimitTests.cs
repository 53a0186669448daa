using System.Net.Http.Json;
using Speeches.Annotations;

namespace Speeches.Web.Tests.Setup;

public class PostingLimitTests
{
    [Fact]
    public async Task A_session_is_slowed_down_where_a_token_is_not()
    {
        await using var app = new SpeechesApp { Settings = [("RateLimits:PostingBurst", "2"), ("RateLimits:TokenPostingBurst", "50")] };
        var address = $"/speeches/{await app.SeedSlug()}/annotations";
        var browser = await app.SignedIn();
        var page = $"/speeches/{await app.SeedSlug()}/annotations?block=p2";
        List<int> statuses = [];
        HttpResponseMessage last = null!;
        for (var post = 0; post < 3; post++)
        {
            last = await browser.PostForm(page, new { body = $"Number {post}" }, address);
            statuses.Add((int)last.StatusCode);
        }
        Assert.Equal(429, statuses[2]);
        Assert.All(statuses[..2], status => Assert.InRange(status, 200, 399));
        Assert.True(last.Headers.RetryAfter!.Delta > TimeSpan.Zero);

        var client = await app.WithToken(role: Role.Annotator);
        for (var post = 0; post < 10; post++)
        {
            var answer = await client.PostAsJsonAsync($"/api/v1{address}", new { paragraph = 2, body = $"Number {post}" }, TestContext.Current.CancellationToken);
            Assert.Equal(201, (int)answer.StatusCode);
        }
    }
}

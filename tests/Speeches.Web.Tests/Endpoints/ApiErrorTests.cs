using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Speeches.Web.Tests.Endpoints;

/// <summary>Every way in which the API says no, as one table.</summary>
public sealed class ApiErrorTests(ApiApp app) : IClassFixture<ApiApp>
{
    private const string Annotations = $"/api/v1/speeches/{ApiApp.Slug}/annotations";
    private const string Nobody = "";

    public static TheoryData<string, string, string, string?, int, string?> Refusals => new()
    {
        // who, verb, address, body, status, field
        { Nobody, "GET", "/api/v1/speeches/unknown", null, 404, null },
        { Nobody, "GET", "/api/v1/speeches/unknown/text", null, 404, null },
        { Nobody, "GET", "/api/v1/speeches/unknown/quotations", null, 404, null },
        { Nobody, "GET", "/api/v1/speeches/unknown/annotations", null, 404, null },
        { Nobody, "GET", $"/api/v1/speeches/{ApiApp.Slug}/text?version=2", null, 404, "version" },
        { Nobody, "GET", $"/api/v1/speeches/{ApiApp.Slug}/text?version=x", null, 400, "version" },
        { Nobody, "GET", "/api/v1/speeches?page=0", null, 400, "page" },
        { Nobody, "GET", "/api/v1/speeches?limit=-1", null, 400, "limit" },
        { Nobody, "GET", "/api/v1/speeches?year=MMXXI", null, 400, "year" },
        { Nobody, "GET", Annotations + "?paragraph=one", null, 400, "paragraph" },
        { Nobody, "GET", Annotations + "?resolved=perhaps", null, 400, "resolved" },
        { Nobody, "GET", Annotations + "?since=yesterday", null, 400, "since" },
        { Nobody, "GET", "/api/v1/search?q=law&kind=poem", null, 422, "kind" },
        { Nobody, "GET", "/api/v1/annotations/unknown", null, 404, null },
        { Nobody, "GET", "/api/v1/annotations/unknown/history", null, 404, null },
        { Nobody, "GET", "/api/v1/nothing", null, 404, null },
        { Nobody, "PUT", "/api/v1/speeches", "{}", 405, null },
        { Nobody, "DELETE", Annotations, null, 405, null },
        { Nobody, "POST", Annotations, """{"paragraph":1,"body":"x"}""", 401, null },
        { Nobody, "PATCH", "/api/v1/annotations/unknown", """{"body":"x"}""", 401, null },
        { Nobody, "DELETE", "/api/v1/annotations/unknown", null, 401, null },
        { "bad token", "POST", Annotations, """{"paragraph":1,"body":"x"}""", 401, null },
        { "bad token", "GET", "/api/v1/speeches", null, 401, null },
        { "first reading", "POST", Annotations, """{"paragraph":1,"body":"x"}""", 403, null },
        { "first reading", "PUT", "/api/v1/annotations/unknown/resolution", null, 403, null },
        { "reader", "POST", Annotations, """{"paragraph":1,"body":"x"}""", 403, null },
        { "first", "POST", "/api/v1/speeches/unknown/annotations", """{"paragraph":1,"body":"x"}""", 404, null },
        { "first", "POST", "/api/v1/annotations/unknown/replies", """{"body":"x"}""", 404, null },
        { "first", "PATCH", "/api/v1/annotations/unknown", """{"body":"x"}""", 404, null },
        { "first", "DELETE", "/api/v1/annotations/unknown", null, 404, null },
        { "first", "PUT", "/api/v1/annotations/unknown/resolution", null, 404, null },
        { "first", "POST", Annotations, "", 400, null },
        { "first", "POST", Annotations, "{", 400, null },
        { "first", "POST", Annotations, """{"paragraph":1,"body":"x"} {}""", 400, null },
        { "first", "POST", Annotations, "null", 400, null },
        { "first", "POST", Annotations, "[]", 400, null },
        { "first", "POST", Annotations, "{}", 422, "paragraph" },
        { "first", "POST", Annotations, """{"body":"x"}""", 422, "paragraph" },
        { "first", "POST", Annotations, """{"paragraph":0,"body":"x"}""", 422, "paragraph" },
        { "first", "POST", Annotations, """{"paragraph":99,"body":"x"}""", 422, "paragraph" },
        { "first", "POST", Annotations, """{"paragraph":"one","body":"x"}""", 422, "paragraph" },
        { "first", "POST", Annotations, """{"paragraph":1.5,"body":"x"}""", 422, "paragraph" },
        { "first", "POST", Annotations, """{"paragraph":1,"block":"p1","body":"x"}""", 422, "paragraph" },
        { "first", "POST", Annotations, """{"paragraph":1,"body":" "}""", 422, "body" },
        { "first", "POST", Annotations, """{"paragraph":1}""", 422, "body" },
        { "first", "POST", Annotations, """{"paragraph":1,"body":7}""", 422, "body" },
        { "first", "POST", Annotations, """{"paragraph":1,"body":"x","start":3}""", 422, "end" },
        { "first", "POST", Annotations, """{"paragraph":1,"body":"x","end":3}""", 422, "start" },
        { "first", "POST", Annotations, """{"paragraph":1,"body":"x","tags":["a,b"]}""", 422, "tags" },
        { "first", "POST", Annotations, """{"paragraph":1,"body":"x","tags":"a"}""", 422, "tags" },
        { "first", "POST", Annotations, """{"paragraph":1,"body":"x","audience":"everyone"}""", 422, "audience" },
        { "first", "POST", Annotations, """{"paragraph":1,"body":"x","audience":"group:a"}""", 422, "audience" },
        { "first", "POST", Annotations, """{"paragraph":1,"body":"x","audiance":"private"}""", 422, "audiance" },
        { "first", "POST", Annotations, """{"paragraph":1,"body":"x","body":"y"}""", 422, "body" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_request_that_cannot_be_carried_out_is_refused_in_words(
        string who, string verb, string address, string? body, int status, string? field)
    {
        using var client = app.Client(who is Nobody or "bad token" ? null : who);
        using var request = new HttpRequestMessage(new HttpMethod(verb), address);
        if (who == "bad token") request.Headers.Authorization = new("Bearer", "speeches_" + new string('x', 43));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Equal(field, problem.TryGetProperty("field", out var named) ? named.GetString() : null);
        if (status == 405) Assert.NotEmpty(answer.Content.Headers.Allow);
        if (status == 401) Assert.NotEmpty(answer.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task A_range_outside_the_paragraph_is_refused()
    {
        using var client = app.Client("first");
        foreach (var (start, end) in new[] { (0, 999), (5, 5), (9, 4), (-1, 3) })
        {
            using var answer = await client.PostAsync(
                Annotations, ApiApp.Json(new { paragraph = 1, start, end, body = "x" }), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_body_that_is_not_declared_as_json_is_an_unknown_format()
    {
        using var client = app.Client("first");
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "application/xml" })
        {
            using var body = new StringContent("""{"paragraph":1,"body":"x"}""", Encoding.UTF8, type);
            using var answer = await client.PostAsync(Annotations, body, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_body_over_the_limit_is_too_large_whether_or_not_it_says_so_beforehand()
    {
        using var client = app.Client("first");
        using var known = ApiApp.Json(new { paragraph = 1, body = new string('x', 300_000) });
        using var answer = await client.PostAsync(Annotations, known, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Post, Annotations);
        request.Content = ApiApp.Json(new { paragraph = 1, body = new string('x', 300_000) });
        request.Headers.TransferEncodingChunked = true;
        using var second = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, second.StatusCode);
    }

    [Fact]
    public async Task Words_over_the_limit_are_refused_with_the_field()
    {
        using var client = app.Client("first");
        using var body = ApiApp.Json(new { paragraph = 1, body = new string('x', 20_001) });
        using var answer = await client.PostAsync(Annotations, body, TestContext.Current.CancellationToken);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.UnprocessableEntity, HttpStatusCode.RequestEntityTooLarge });
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("body", problem.GetProperty("field").GetString());
    }
}

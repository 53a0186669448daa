using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Speeches.Web.Tests.Endpoints;

/// <summary>Annotating over the API.</summary>
public sealed class AnnotationApiTests(ApiApp app) : IClassFixture<ApiApp>
{
    private const string Annotations = $"/api/v1/speeches/{ApiApp.Slug}/annotations";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_annotation_comes_back_with_its_address_and_everything_about_it()
    {
        using var client = app.Client("first");
        using var answer = await client.PostAsync(
            Annotations, ApiApp.Json(new { paragraph = 2, start = 0, end = 11, body = "*Compare* this.", tags = Array.Empty<string>(), audience = "public" }), Stop);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var annotation = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        var id = annotation.GetProperty("id").GetString();
        Assert.Equal($"/api/v1/annotations/{id}", answer.Headers.Location?.ToString());
        Assert.Equal("\"1\"", answer.Headers.ETag?.ToString());
        Assert.Equal(ApiApp.Slug, annotation.GetProperty("speech").GetString());
        Assert.Equal(2, annotation.GetProperty("paragraph").GetInt32());
        Assert.Equal("Sovereignty", annotation.GetProperty("quote").GetProperty("exact").GetString());
        Assert.Equal("first person", annotation.GetProperty("author").GetProperty("name").GetString());
        Assert.Contains("<em>Compare</em>", annotation.GetProperty("html").GetString());
        Assert.Equal("exact", annotation.GetProperty("anchor").GetString());
        Assert.False(annotation.GetProperty("resolved").GetBoolean());
        Assert.EndsWith("Z", annotation.GetProperty("created").GetString());

        var got = await client.GetFromJsonAsync<JsonElement>(answer.Headers.Location, Stop);
        Assert.Equal(annotation.GetRawText(), got.GetRawText());
    }

    [Fact]
    public async Task An_item_without_a_number_is_annotated_by_its_block()
    {
        using var client = app.Client("first");
        using var answer = await client.PostAsync(Annotations, ApiApp.Json(new { block = "l1", body = "On the item." }), Stop);
        var annotation = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal("l1", annotation.GetProperty("block").GetString());
        Assert.Equal(JsonValueKind.Null, annotation.GetProperty("paragraph").ValueKind);
    }

    [Fact]
    public async Task Replies_come_with_their_thread_and_carry_their_parent()
    {
        var id = (await app.Annotate("first", "A question.")).GetProperty("id").GetString();
        using var client = app.Client("second");
        using var answer = await client.PostAsync($"/api/v1/annotations/{id}/replies", ApiApp.Json(new { body = "An answer." }), Stop);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var reply = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(id, reply.GetProperty("parent").GetString());
        var thread = await client.GetFromJsonAsync<JsonElement>($"/api/v1/annotations/{id}", Stop);
        Assert.Equal("An answer.", Assert.Single(thread.GetProperty("replies").EnumerateArray()).GetProperty("body").GetString());
        var alone = await client.GetFromJsonAsync<JsonElement>(answer.Headers.Location, Stop);
        Assert.Equal("An answer.", alone.GetProperty("body").GetString());
    }

    [Fact]
    public async Task An_annotation_may_be_sent_back_as_it_was_received_with_other_words_only()
    {
        var received = await app.Annotate("first", "Before.");
        var address = $"/api/v1/annotations/{received.GetProperty("id").GetString()}";
        using var client = app.Client("first");
        Dictionary<string, object?> Sent(string name, object? value) => new(received.Deserialize<Dictionary<string, object?>>()!) { [name] = value };

        foreach (var (name, value) in new (string, object?)[] { ("audience", "everyone"), ("audience", "group:unknown"), ("resolved", true), ("paragraph", 2), ("audeince", "public") })
        {
            using var refused = await client.PatchAsync(address, ApiApp.Json(Sent(name, value)), Stop);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Equal(name, (await refused.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("field").GetString());
        }

        using var edited = await client.PatchAsync(address, ApiApp.Json(Sent("body", "After.")), Stop);
        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
        using var stale = await client.PatchAsync(address, ApiApp.Json(Sent("body", "Once more.")), Stop);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        using var reply = await client.PostAsync(address + "/replies", ApiApp.Json(new { body = "A reply.", audience = "public", tags = Array.Empty<string>() }), Stop);
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
    }

    [Fact]
    public async Task An_edit_with_the_tag_of_an_older_state_is_stale_and_changes_nothing()
    {
        var id = (await app.Annotate("first", "Before.")).GetProperty("id").GetString();
        using var client = app.Client("first");
        using var edited = await Patch(client, id, "After.", "\"1\"");
        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
        Assert.Equal("\"2\"", edited.Headers.ETag?.ToString());
        Assert.NotEqual(JsonValueKind.Null, (await edited.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("modified").ValueKind);

        foreach (var stale in new[] { "\"1\"", "\"3\"", "\"abc\"", "W/\"2\"" })
        {
            using var refused = await Patch(client, id, "Overwritten.", stale);
            Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
            using var kept = await Delete(client, id, stale);
            Assert.Equal(HttpStatusCode.PreconditionFailed, kept.StatusCode);
        }

        var now = await client.GetFromJsonAsync<JsonElement>($"/api/v1/annotations/{id}", Stop);
        Assert.Equal("After.", now.GetProperty("body").GetString());
        using var any = await Patch(client, id, "Whatever it was.", "*");
        Assert.Equal(HttpStatusCode.OK, any.StatusCode);
    }

    [Fact]
    public async Task Only_its_author_edits_and_only_the_author_or_an_administrator_deletes()
    {
        var id = (await app.Annotate("first", "Mine.")).GetProperty("id").GetString();
        using var second = app.Client("second");
        using var edit = await Patch(second, id, "Yours.", null);
        Assert.Equal(HttpStatusCode.Forbidden, edit.StatusCode);
        using var delete = await Delete(second, id, null);
        Assert.Equal(HttpStatusCode.Forbidden, delete.StatusCode);
        using var administrator = app.Client("administrator");
        using var removed = await Delete(administrator, id, null);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    [Fact]
    public async Task What_was_deleted_is_gone_for_every_verb()
    {
        var id = (await app.Annotate("first", "Short-lived.")).GetProperty("id").GetString();
        using var client = app.Client("first");
        using var deleted = await Delete(client, id, "\"1\"");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);

        foreach (var (verb, suffix, body) in new[]
        {
            ("GET", "", null), ("GET", "/history", null), ("PATCH", "", """{"body":"x"}"""), ("DELETE", "", null),
            ("POST", "/replies", """{"body":"x"}"""), ("PUT", "/resolution", null),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(verb), $"/api/v1/annotations/{id}{suffix}");
            if (body is not null) request.Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
            using var answer = await client.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_deleted_root_with_replies_is_gone_by_itself_and_a_placeholder_in_the_list()
    {
        var id = (await app.Annotate("first", "Withdrawn words.")).GetProperty("id").GetString();
        using var client = app.Client("first");
        using var reply = await client.PostAsync($"/api/v1/annotations/{id}/replies", ApiApp.Json(new { body = "Still here." }), Stop);
        using var deleted = await Delete(client, id, null);

        using var answer = await client.GetAsync($"/api/v1/annotations/{id}", Stop);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        var list = await client.GetFromJsonAsync<JsonElement>(Annotations, Stop);
        var placeholder = list.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString() == id);
        Assert.Empty(placeholder.GetProperty("body").GetString()!);
        Assert.NotEqual(JsonValueKind.Null, placeholder.GetProperty("deleted").ValueKind);
        Assert.Single(placeholder.GetProperty("replies").EnumerateArray());
    }

    [Fact]
    public async Task A_private_annotation_is_nobody_elses_to_know()
    {
        var id = (await app.Annotate("first", "For me.", audience: "private")).GetProperty("id").GetString();
        using var owner = app.Client("first");
        Assert.Equal("private", (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/annotations/{id}", Stop)).GetProperty("audience").GetString());
        foreach (var other in new[] { null, "second", "administrator" })
        {
            using var client = app.Client(other);
            using var answer = await client.GetAsync($"/api/v1/annotations/{id}", Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain(id!, await client.GetStringAsync(Annotations, Stop));
        }
    }

    [Fact]
    public async Task A_thread_is_resolved_and_reopened_and_its_history_tells_so()
    {
        var id = (await app.Annotate("first", "To settle.")).GetProperty("id").GetString();
        using var client = app.Client("second");
        using var resolved = await client.PutAsync($"/api/v1/annotations/{id}/resolution", null, Stop);
        Assert.True((await resolved.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("resolved").GetBoolean());
        var open = await client.GetFromJsonAsync<JsonElement>(Annotations + "?resolved=false", Stop);
        Assert.DoesNotContain(open.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetString() == id);

        using var reopened = await client.DeleteAsync($"/api/v1/annotations/{id}/resolution", Stop);
        Assert.False((await reopened.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("resolved").GetBoolean());

        using var author = app.Client("first");
        using var edited = await Patch(author, id, "Settled otherwise.", null);
        var history = await client.GetFromJsonAsync<JsonElement>($"/api/v1/annotations/{id}/history", Stop);
        Assert.Equal(4, history.GetProperty("total").GetInt32());
        Assert.Equal(
            ["created", "resolved", "reopened", "edited"],
            history.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("kind").GetString()!));
        Assert.Equal("Settled otherwise.", history.GetProperty("items")[3].GetProperty("body").GetString());
        Assert.Equal("second person", history.GetProperty("items")[1].GetProperty("by").GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_list_is_narrowed_by_paragraph_author_and_time()
    {
        var earlier = await app.Annotate("first", "Earlier.", paragraph: 2);
        var later = await app.Annotate("second", "Later.", paragraph: 1);
        using var client = app.Client();
        async Task<List<string?>> Ids(string query) =>
            [.. (await client.GetFromJsonAsync<JsonElement>(Annotations + query, Stop)).GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("id").GetString())];

        string? one = earlier.GetProperty("id").GetString(), two = later.GetProperty("id").GetString();
        Assert.Contains(one, await Ids("?paragraph=2"));
        Assert.DoesNotContain(two, await Ids("?paragraph=2"));
        Assert.Contains(two, await Ids("?author=second%20person"));
        Assert.DoesNotContain(one, await Ids("?author=second%20person"));
        var since = Uri.EscapeDataString(later.GetProperty("created").GetString()!);
        Assert.Contains(two, await Ids($"?since={since}"));
        Assert.Empty(await Ids("?since=2999-01-01"));
    }

    [Fact]
    public async Task A_long_list_comes_in_parts_that_name_the_next()
    {
        for (var i = 0; i < 3; i++) await app.Annotate("first", $"Part {i}.");
        using var client = app.Client();
        var whole = await client.GetFromJsonAsync<JsonElement>(Annotations, Stop);
        List<string?> ids = [];
        for (string? next = Annotations + "?limit=2"; next is not null;)
        {
            var part = await client.GetFromJsonAsync<JsonElement>(next, Stop);
            Assert.Equal(whole.GetProperty("total").GetInt32(), part.GetProperty("total").GetInt32());
            ids.AddRange(part.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
            next = part.GetProperty("next").GetString();
        }

        Assert.Equal(whole.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()), ids);
        Assert.Equal(JsonValueKind.Null, whole.GetProperty("next").ValueKind);
    }

    private static Task<HttpResponseMessage> Patch(HttpClient client, string? id, string body, string? ifMatch) =>
        Send(client, HttpMethod.Patch, id, ifMatch, ApiApp.Json(new { body }));

    private static Task<HttpResponseMessage> Delete(HttpClient client, string? id, string? ifMatch) =>
        Send(client, HttpMethod.Delete, id, ifMatch, null);

    private static async Task<HttpResponseMessage> Send(HttpClient client, HttpMethod verb, string? id, string? ifMatch, HttpContent? content)
    {
        using var request = new HttpRequestMessage(verb, $"/api/v1/annotations/{id}") { Content = content };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.SendAsync(request, Stop);
    }
}

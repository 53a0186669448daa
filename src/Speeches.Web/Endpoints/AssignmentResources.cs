using System.Text.Json;
using System.Text.Json.Serialization;
using Speeches.Formats.Writing.Json;
using Speeches.Store;

namespace Speeches.Web.Endpoints;

/// <summary>Assignments in the API.</summary>
internal static class AssignmentResources
{
    /// <summary><c>PUT /api/v1/annotations/{id}/assignment</c>.</summary>
    public static async Task Assign(HttpContext context)
    {
        var actor = await context.Writer();
        var body = await RequestBody.Read(context, ApiJson.Compact.AssignmentBody, context.Get<ApiOptions>());
        if (string.IsNullOrWhiteSpace(body.To))
            throw new SpeechesError(ErrorKind.Refused, "Say to whom the thread is assigned; nothing was changed.", "to");
        var root = await context.Get<AssignmentStore>().Assign(actor, context.Route("id"), body.To, body.Due);
        await context.Json(AnnotationJson.From(root), ApiJson.Compact.AnnotationJson);
    }

    /// <summary><c>DELETE /api/v1/annotations/{id}/assignment</c>.</summary>
    public static async Task GiveBack(HttpContext context)
    {
        var actor = await context.Writer();
        var root = await context.Get<AssignmentStore>().Assign(actor, context.Route("id"), null, null);
        await context.Json(AnnotationJson.From(root), ApiJson.Compact.AnnotationJson);
    }

    /// <summary><c>GET /api/v1/assignments</c>: the open threads that are assigned to the reader.</summary>
    public static async Task List(HttpContext context)
    {
        var actor = InboxResources.Reader(context);
        var part = Part.Of(context, usual: int.MaxValue, context.Get<ApiOptions>());
        var today = DateOnly.FromDateTime(context.Get<TimeProvider>().GetUtcNow().UtcDateTime);
        var threads = await context.Get<AssignmentStore>().Of(actor);
        var items = threads.Skip(part.Before).Take(part.Limit).Select(thread => new AssignedJson(
            thread.Id, thread.Slug, thread.Paragraph, new AuthorJson(thread.By), thread.Body, thread.Group, thread.Due, thread.Due < today, $"/annotations/{thread.Id}"));
        await context.Json(part.List(context, [.. items], threads.Count), ApiJson.Compact.ListJsonAssignedJson);
    }
}

/// <summary>An assignment as sent.</summary>
internal sealed record AssignmentBody : IStrictBody
{
    /// <summary>A display name.</summary>
    public string? To { get; init; }

    /// <summary>Until the end of which day, or absent.</summary>
    public DateOnly? Due { get; init; }

    /// <inheritdoc />
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>A thread that is assigned to the reader.</summary>
/// <param name="Annotation">The root's id.</param>
/// <param name="Speech">The slug of the speech.</param>
/// <param name="Paragraph">The number of its paragraph, or null.</param>
/// <param name="By">Who began it.</param>
/// <param name="Body">Its words, Markdown.</param>
/// <param name="Group">The group that may see it, or null.</param>
/// <param name="Due">Until the end of which day, or null.</param>
/// <param name="Overdue">Whether that day is over (UTC).</param>
/// <param name="Address">The path that leads to it.</param>
internal sealed record AssignedJson(
    string Annotation, string Speech, int? Paragraph, AuthorJson By, string Body, string? Group, DateOnly? Due, bool Overdue, string Address);

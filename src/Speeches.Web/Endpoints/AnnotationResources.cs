using System.Globalization;
using Speeches.Annotations;
using Speeches.Formats.Writing.Json;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Endpoints;

/// <summary>Annotations in the API. Who may do what is the store's to decide.</summary>
internal static class AnnotationResources
{
    /// <summary><c>GET /api/v1/speeches/{slug}/annotations</c>.</summary>
    public static async Task List(HttpContext context)
    {
        var part = Part.Of(context, usual: int.MaxValue, context.Get<ApiOptions>());
        var query = context.Request.Query;
        var filter = new AnnotationFilter
        {
            Paragraph = query.Number("paragraph"),
            Author = query.Text("author"),
            Tag = query.Text("tag"),
            Resolved = query.Flag("resolved"),
            Since = query.Moment("since"),
        };
        var speech = await context.Get<SpeechStore>().Find(context.Route("slug")) ?? throw SpeechResources.Unknown();
        var version = query.Number("version");
        if (version is not null && await context.Get<SpeechStore>().Text(speech.Id, version) is null) throw SpeechResources.UnknownVersion(speech, version);
        var threads = await context.Get<AnnotationStore>().Threads(speech.Id, context.User.Actor(), filter, version);
        var items = threads.Skip(part.Before).Take(part.Limit).Select(AnnotationJson.From);
        await context.Json(part.List(context, [.. items], threads.Count), ApiJson.Compact.ListJsonAnnotationJson);
    }

    /// <summary><c>POST /api/v1/speeches/{slug}/annotations</c>.</summary>
    public static async Task Add(HttpContext context)
    {
        var actor = await context.Writer();
        var body = await RequestBody.Read(context, ApiJson.Compact.NewAnnotationBody, context.Get<ApiOptions>());
        var added = await context.Get<AnnotationStore>().Add(actor, body.For(context.Route("slug")) with { Version = context.Request.Query.Number("version") });
        await Created(context, added);
    }

    /// <summary><c>POST /api/v1/annotations/{id}/replies</c>.</summary>
    public static async Task Reply(HttpContext context)
    {
        var actor = await context.Writer();
        var body = await Words(context, actor);
        await OfThread(context, body, actor);
        var added = await context.Get<AnnotationStore>().Reply(actor, context.Route("id"), body.WordsOfReply());
        await Created(context, added);
    }

    /// <summary><c>GET /api/v1/annotations/{id}</c>.</summary>
    public static async Task Get(HttpContext context) => await Show(context, context.Route("id"), context.User.Actor());

    /// <summary><c>PATCH /api/v1/annotations/{id}</c>: new words, other tags, another audience, or several at once, if it still is as <c>If-Match</c> says.</summary>
    public static async Task Edit(HttpContext context)
    {
        var actor = await context.Writer();
        var body = await Words(context, actor);
        var id = context.Route("id");
        var isReply = (body.Audience ?? (object?)body.Tags) is not null && (await context.Get<AnnotationStore>().Find(id, actor)).IsReply;
        var change = new AnnotationChange
        {
            Body = isReply ? body.WordsOfReply() : body.Body,
            Tags = isReply ? null : body.Tags,
            Audience = isReply ? await OfThread(context, body, actor) : body.Sight(),
        };
        await context.Get<AnnotationStore>().Change(actor, id, change, EntityTags.Revision(context.Request.Headers.IfMatch));
        await Show(context, id, actor);
    }

    /// <summary><c>DELETE /api/v1/annotations/{id}</c>.</summary>
    public static async Task Delete(HttpContext context)
    {
        var actor = await context.Writer();
        await context.Get<AnnotationStore>().Delete(actor, context.Route("id"), EntityTags.Revision(context.Request.Headers.IfMatch));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary><c>PUT /api/v1/annotations/{id}/resolution</c>.</summary>
    public static Task Resolve(HttpContext context) => Resolve(context, resolved: true);

    /// <summary><c>DELETE /api/v1/annotations/{id}/resolution</c>.</summary>
    public static Task Reopen(HttpContext context) => Resolve(context, resolved: false);

    /// <summary><c>GET /api/v1/annotations/{id}/history</c>.</summary>
    public static async Task History(HttpContext context)
    {
        var part = Part.Of(context, usual: int.MaxValue, context.Get<ApiOptions>());
        var events = await context.Get<AnnotationHistory>().Of(context.Route("id"), context.User.Actor());
        var items = events.Skip(part.Before).Take(part.Limit).Select(EventJson.From);
        await context.Json(part.List(context, [.. items], events.Count), ApiJson.Compact.ListJsonEventJson);
    }

    private static async Task Resolve(HttpContext context, bool resolved)
    {
        var actor = await context.Writer();
        var root = await context.Get<AnnotationStore>().Resolve(actor, context.Route("id"), resolved);
        await Show(context, root.Id, actor);
    }

    private static async Task<WordsBody> Words(HttpContext context, Actor actor)
    {
        var body = await RequestBody.Read(context, ApiJson.Compact.WordsBody, context.Get<ApiOptions>());
        if (body.Others is { Count: > 0 })
        {
            var (thread, annotation) = await Find(context, context.Route("id"), actor);
            body.RefuseChanges(Json(thread, annotation));
        }

        return body;
    }

    // A reply has the audience of its thread; said again, it changes nothing.
    private static async Task<Audience?> OfThread(HttpContext context, WordsBody body, Actor actor)
    {
        if (body.Sight() is { } audience && (await context.Get<AnnotationStore>().Find(context.Route("id"), actor)).Audience.Name != audience.Name)
            throw RequestBody.CannotBeSet("audience");
        return null;
    }

    private static Task Created(HttpContext context, Annotation added)
    {
        context.Response.Headers.Location = "/api/v1/annotations/" + added.Id;
        Tag(context, added);
        return context.Json(AnnotationJson.From(added), ApiJson.Compact.AnnotationJson, StatusCodes.Status201Created);
    }

    // A root comes with its replies. The tag is the annotation's own revision, which replies do not raise: so it guards changes
    // (If-Match) and is no reason to answer 304.
    private static async Task Show(HttpContext context, string id, Actor? actor)
    {
        var (thread, annotation) = await Find(context, id, actor);
        Tag(context, annotation);
        await context.Json(Json(thread, annotation), ApiJson.Compact.AnnotationJson);
    }

    private static async Task<(AnnotationThread Thread, Annotation Annotation)> Find(HttpContext context, string id, Actor? actor)
    {
        var thread = await context.Get<AnnotationStore>().Thread(id, actor);
        var annotation = thread.Root.Id == id ? thread.Root : thread.Replies.First(reply => reply.Id == id);
        return annotation.Deleted is null
            ? (thread, annotation)
            : throw new SpeechesError(ErrorKind.Gone, "This annotation was deleted; its replies are still there.");
    }

    private static AnnotationJson Json(AnnotationThread thread, Annotation annotation) =>
        annotation.IsReply ? AnnotationJson.From(annotation) : AnnotationJson.From(thread);

    private static void Tag(HttpContext context, Annotation annotation) =>
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{annotation.Revision}\"");
}

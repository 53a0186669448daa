using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Antiforgery;
using Speeches.Annotations;
using Speeches.Web.Setup;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Endpoints;

/// <summary>The JSON API: which address takes which verbs. docs/api.md describes it.</summary>
internal static class Api
{
    /// <summary>Maps <c>/api/v1</c>.</summary>
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.Resource("/speeches", ("GET", SpeechResources.List), ("POST", ImportResources.Add));
        api.Resource("/speeches/{slug}", ("GET", SpeechResources.Get));
        api.Resource("/speeches/{slug}/text", ("GET", SpeechResources.Text));
        api.Resource("/speeches/{slug}/versions", ("POST", ImportResources.AddVersion));
        api.Resource("/speeches/{slug}/quotations", ("GET", SpeechResources.Quotations));
        api.Resource("/speeches/{slug}/annotations", ("GET", AnnotationResources.List), ("POST", AnnotationResources.Add));
        api.Resource("/annotations/{id}",
            ("GET", AnnotationResources.Get), ("PATCH", AnnotationResources.Edit), ("DELETE", AnnotationResources.Delete));
        api.Resource("/annotations/{id}/replies", ("POST", AnnotationResources.Reply));
        api.Resource("/annotations/{id}/resolution", ("PUT", AnnotationResources.Resolve), ("DELETE", AnnotationResources.Reopen));
        api.Resource("/annotations/{id}/assignment", ("PUT", AssignmentResources.Assign), ("DELETE", AssignmentResources.GiveBack));
        api.Resource("/assignments", ("GET", AssignmentResources.List));
        api.Resource("/annotations/{id}/history", ("GET", AnnotationResources.History));
        api.Resource("/tags", ("GET", TagResources.List));
        api.Resource("/inbox", ("GET", InboxResources.List));
        api.Resource("/inbox/read", ("PUT", InboxResources.ReadAll));
        api.Resource("/inbox/{id}/read", ("PUT", InboxResources.Read), ("DELETE", InboxResources.Unread));
        api.Resource("/following", ("GET", FollowResources.List));
        api.Resource("/following/{kind}/{target}", ("PUT", FollowResources.Follow), ("DELETE", FollowResources.Unfollow));
        api.Resource("/search", ("GET", SearchResource.Search));
    }

    /// <summary>Maps the verbs of one address. HEAD comes with GET, and OPTIONS says what there is.</summary>
    private static void Resource(this RouteGroupBuilder api, string address, params ReadOnlySpan<(string Verb, RequestDelegate Answer)> verbs)
    {
        List<string> allowed = [];
        foreach (var (verb, answer) in verbs)
        {
            var isRead = HttpMethods.IsGet(verb);
            string[] methods = isRead ? [verb, HttpMethods.Head] : [verb];
            var endpoint = api.MapMethods(address, methods, context => Known(context, answer));
            if (!isRead) endpoint.RequireRateLimiting(RateLimits.Posting);
            allowed.AddRange(methods);
        }

        var allow = string.Join(", ", allowed.Append(HttpMethods.Options));
        api.MapMethods(address, [HttpMethods.Options], context =>
        {
            context.Response.Headers.Allow = allow;
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    // A client whose token has been revoked must learn so, and not be taken for an anonymous reader who sees less.
    private static Task Known(HttpContext context, RequestDelegate answer) =>
        BearerTokens.IsOn(context.Request) && !context.User.IsTokenHolder()
            ? throw new SpeechesError(ErrorKind.NotSignedIn, "This API token is unknown or revoked, or its account is disabled; nothing was changed.")
            : answer(context);

    /// <summary>A service.</summary>
    public static T Get<T>(this HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();

    /// <summary>A part of the address.</summary>
    public static string Route(this HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    /// <summary>Who changes something in this request.</summary>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.NotSignedIn"/>, or <see cref="ErrorKind.Forbidden"/> for a token that only reads.
    /// </exception>
    /// <exception cref="AntiforgeryValidationException">
    /// A session without its antiforgery token. Another site can make a browser send the cookie, but not that; nor a bearer token.
    /// </exception>
    public static async ValueTask<Actor> Writer(this HttpContext context)
    {
        var actor = context.User.Actor() ?? throw new SpeechesError(
            ErrorKind.NotSignedIn, "Changing something needs an API token or a session; nothing was changed.");
        if (!context.User.MayWrite())
            throw new SpeechesError(ErrorKind.Forbidden, "This token may only read; nothing was changed. Make one with the scope write.");
        if (!context.User.IsTokenHolder()) await context.Get<IAntiforgery>().ValidateRequestAsync(context);
        return actor;
    }

    /// <summary>Answers with JSON; a HEAD request gets the same header fields.</summary>
    public static Task Json<T>(this HttpContext context, T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        // What a reader may see depends on who they are, and must be asked for again each time.
        response.Headers.CacheControl = "private, no-cache";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}

using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Speeches.Web.Setup;

/// <summary>
/// Renders a page by running the rest of the pipeline on a request of its own, which holds a path and nothing of the reader's: no
/// cookie, host or header of theirs can reach what is then shown to everybody.
/// </summary>
internal sealed class PageCapture(IServiceScopeFactory scopes, SiteAddress site)
{
    // Made anew for each answer, or with it by the server.
    private static readonly HashSet<string> NotKept = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.CacheControl, HeaderNames.ContentEncoding, HeaderNames.ContentLength, HeaderNames.ContentType, HeaderNames.Date,
        HeaderNames.ETag, HeaderNames.Expires, HeaderNames.Pragma, HeaderNames.Vary,
    };

    /// <summary>The page as rendered; null where it is anything else than a plain page that may be shown to everybody.</summary>
    /// <param name="rest">The pipeline after the cache.</param>
    /// <param name="path">The path to ask for.</param>
    public async Task<(byte[] Body, string ContentType, KeyValuePair<string, StringValues>[] Headers)?> Render(RequestDelegate rest, string path)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream();
        var starting = new StartingResponse();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature());
        features.Set<IHttpResponseFeature>(starting);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        var context = new DefaultHttpContext(features) { RequestServices = scope.ServiceProvider };
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = site.Root.Scheme;
        context.Request.Host = HostString.FromUriComponent(site.Root);
        context.Request.Protocol = HttpProtocol.Http11;
        context.Request.Path = path;
        await rest(context);
        await context.Response.CompleteAsync();
        await starting.Start();
        var response = context.Response;
        if (response.StatusCode != StatusCodes.Status200OK
            || response.ContentType is not { } type
            || !type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
            || response.Headers.ContainsKey(HeaderNames.SetCookie)
            || response.Headers.ContentEncoding.Count > 0)
        {
            return null;
        }

        return (body.ToArray(), type, [.. response.Headers.Where(header => !NotKept.Contains(header.Key))]);
    }

    /// <summary>Header fields and cookies that are set when an answer starts are seen too.</summary>
    private sealed class StartingResponse : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Callback, object State)> _callbacks = [];

        public override void OnStarting(Func<object, Task> callback, object state) => _callbacks.Push((callback, state));

        public async Task Start()
        {
            while (_callbacks.TryPop(out var entry)) await entry.Callback(entry.State);
        }
    }
}

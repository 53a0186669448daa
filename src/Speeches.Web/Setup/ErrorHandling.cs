using Microsoft.AspNetCore.Antiforgery;

namespace Speeches.Web.Setup;

/// <summary>
/// Answers what failed: an exception, or an error status without a body. People get the page <c>Pages/Errors</c> in the site's frame; the
/// API (<c>/api</c>) and scripts (<c>X-Requested-With: fetch</c>) get <c>application/problem+json</c> with a <c>field</c> where one was
/// refused. So pages and endpoints throw <see cref="SpeechesError"/> or return a bare status and write no error bodies of their own.
/// </summary>
internal sealed partial class ErrorHandling(RequestDelegate next, ILogger<ErrorHandling> log)
{
    /// <summary>Passes the request on and answers its failure.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // The reader has gone; nobody is there to be told.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            var failure = exception is AntiforgeryValidationException ? ErrorTable.Describe(400) : ErrorTable.Describe(exception);
            if (failure.Status >= 500)
                LogFailure(exception, context.Request.Method, context.Request.Path);
            context.Response.Clear();
            SecurityHeaders.Apply(context);
            await Answer(context, failure);
            return;
        }
        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            await Answer(context, ErrorTable.Describe(context.Response.StatusCode));
    }

    /// <summary>Whether the one who asks reads problem+json rather than pages.</summary>
    public static bool WantsProblem(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || request.Headers.XRequestedWith == "fetch";

    private async Task Answer(HttpContext context, Failure failure)
    {
        context.Response.StatusCode = failure.Status;
        context.Response.Headers.CacheControl = "no-store";
        if (failure.Status == 401)
            context.Response.Headers.WWWAuthenticate = Accounts.BearerTokens.Scheme; // RFC 9110 asks for it on every 401
        if (WantsProblem(context.Request))
        {
            await TypedResults.Problem(failure.Detail, statusCode: failure.Status, title: failure.Title, type: "about:blank",
                extensions: Extensions(failure)).ExecuteAsync(context);
            return;
        }
        try
        {
            // The page is asked for as if it had been the address all along; routing runs again, further down.
            var (method, path, query) = (context.Request.Method, context.Request.Path, context.Request.QueryString);
            context.Features.Set(failure);
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            (context.Request.Method, context.Request.Path, context.Request.QueryString) = (HttpMethods.Get, "/errors", QueryString.Empty);
            await next(context);
            (context.Request.Method, context.Request.Path, context.Request.QueryString) = (method, path, query);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            // Not even the page can be shown (the store is gone, say): plain words.
            LogFailure(exception, context.Request.Method, context.Request.Path);
            context.Response.StatusCode = failure.Status;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync($"{failure.Heading}. {failure.Detail}\n");
        }
    }

    private static Dictionary<string, object?> Extensions(Failure failure)
    {
        Dictionary<string, object?> extensions = [];
        if (failure.Field is not null) extensions["field"] = failure.Field;
        if (failure.Code is not null) extensions["code"] = failure.Code;
        return extensions;
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private partial void LogFailure(Exception exception, string method, string path);
}

using System.Globalization;
using Serilog.Events;

namespace Speeches.Web.Setup;

/// <summary>
/// One line a request: method, path, status, milliseconds. Never the query string, a header, a body, an address or a name: what people look
/// for and one-time tokens stay out of the log. Written out because the general way through <c>ILogger</c> costs several times as much.
/// </summary>
internal sealed class RequestLog(RequestDelegate next, Serilog.ILogger log, TimeProvider clock)
{
    /// <summary>Passes the request on, then logs it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        // Kept now, because an error page is shown under another path.
        var (method, path, start) = (context.Request.Method, context.Request.Path.Value ?? "", clock.GetTimestamp());
        try
        {
            await next(context);
        }
        finally
        {
            var aborted = context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted;
            Write(method, path, aborted ? 499 : context.Response.StatusCode, clock.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    private void Write(string method, string path, int status, double milliseconds)
    {
        var level = status >= 500 ? LogEventLevel.Error : LogEventLevel.Information;
        if (!log.IsEnabled(level))
            return;
        log.Write(new RequestEvent(clock.GetUtcNow(), level, method, Readable(path), status, milliseconds));
    }

    // A path is what a stranger sent: no line breaks or escape sequences in the log, and no kilometre of it.
    private static string Readable(string path)
    {
        if (path.Length <= 256 && !path.AsSpan().ContainsAnyInRange('\0', '\x1f') && !path.AsSpan().ContainsAnyInRange('\x7f', '\x9f'))
            return path;
        return string.Concat((path.Length > 256 ? path[..256] + "…" : path).Select(character =>
            char.IsControl(character) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}") : character.ToString()));
    }
}

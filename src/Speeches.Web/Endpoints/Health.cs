using Speeches.Store;

namespace Speeches.Web.Endpoints;

/// <summary>What a supervisor asks.</summary>
internal static class Health
{
    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: and it can read its data.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapMethods("/health/live", ReadMethods, Live);
        app.MapMethods("/health/ready", ReadMethods, Ready);
    }

    internal static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    private static Task Live(HttpContext context) => Say(context, StatusCodes.Status200OK, "live");

    private static async Task Ready(HttpContext context)
    {
        bool ready;
        try
        {
            var stores = context.RequestServices;
            await stores.GetRequiredService<SpeechStore>().IsEmpty();
            ready = true;
        }
        catch (Exception error) when (error is SpeechesError or System.Data.Common.DbException)
        {
            ready = false;
        }

        await (ready ? Say(context, StatusCodes.Status200OK, "ready") : Say(context, StatusCodes.Status503ServiceUnavailable, "not ready"));
    }

    private static Task Say(HttpContext context, int status, string word)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(word);
    }
}

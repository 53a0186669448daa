namespace Speeches.Web.Setup;

/// <summary>Puts the page cache into the host.</summary>
internal static class PageCaching
{
    /// <summary>Registers the cache.</summary>
    public static IServiceCollection AddPageCache(this IServiceCollection services, PageCacheOptions options) => services
        .AddSingleton(options)
        .AddSingleton<PageCapture>()
        .AddSingleton<PageCache>();

    /// <summary>
    /// Answers anonymous readers from memory. It stands behind what every answer gets (the line in the log, the security headers, the
    /// check of the host's name) and before everything that a cached page has no need of; what comes after it renders the pages.
    /// </summary>
    public static void UsePageCache(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<PageCacheOptions>().Enabled) return;
        var cache = app.Services.GetRequiredService<PageCache>();
        app.Use(rest => context =>
        {
            if (!PageCache.IsForEverybody(context.Request) || context.Request.Path.Value is not { } path) return rest(context);
            var generation = cache.Generation;
            return cache.Fresh(path, generation) is { } page ? page.Write(context) : Answer(cache, rest, context, path, generation);
        });
    }

    private static async Task Answer(PageCache cache, RequestDelegate rest, HttpContext context, string path, long generation)
    {
        if (await cache.Current(rest, path, generation) is { } page) await page.Write(context);
        else await rest(context);
    }
}

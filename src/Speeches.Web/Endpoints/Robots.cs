namespace Speeches.Web.Endpoints;

/// <summary>What search engines are asked to leave alone.</summary>
internal static class Robots
{
    private const string Rules = """
        User-agent: *
        Disallow: /account
        Disallow: /administration
        Disallow: /annotations/
        Disallow: /api/
        Disallow: /health/
        Disallow: /search
        Disallow: /setup
        Disallow: /speeches/*/annotations
        Disallow: /speeches/*/export
        Disallow: /*?

        """;

    /// <summary><c>/robots.txt</c>: the speeches and the library are to be found, everything else is not.</summary>
    public static void MapRobots(this WebApplication app) =>
        app.MapMethods("/robots.txt", Health.ReadMethods, context =>
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            context.Response.Headers.CacheControl = "public, max-age=86400";
            return context.Response.WriteAsync(Rules);
        });
}

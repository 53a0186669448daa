using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Endpoints;

/// <summary>Puts everything that is not a page into the host.</summary>
internal static class EndpointSetup
{
    /// <summary>Registers what the endpoints need.</summary>
    public static IServiceCollection AddEndpoints(this IServiceCollection services, ApiOptions api) => services
        .AddSingleton(api)
        .AddSingleton<SiteAddress>()
        .AddSingleton<AnnotatedCopies>()
        .AddSingleton<AnnotationHistory>();

    /// <summary>Maps the copies by suffix, the JSON API, health and robots.txt.</summary>
    public static void MapEndpoints(this WebApplication app)
    {
        app.MapExports();
        app.MapApi();
        app.MapHealth();
        app.MapRobots();
    }
}

using Speeches.Store;
using Speeches.Web.Live;
using Speeches.Web.Setup;

namespace Speeches.Web.Endpoints;

/// <summary>Puts everything that is not a page into the host.</summary>
internal static class EndpointSetup
{
    /// <summary>Registers what the endpoints need.</summary>
    public static IServiceCollection AddEndpoints(this IServiceCollection services, Settings settings) => services
        .AddSingleton(settings.Api)
        .AddSingleton(settings.Live)
        .AddSingleton<ChangeFeed>()
        .AddSingleton<NewSpeeches>()
        .AddSingleton<LiveChanges>()
        .AddHostedService(provider => provider.GetRequiredService<LiveChanges>())
        .AddSingleton<SiteAddress>()
        .AddSingleton<AnnotatedCopies>()
        .AddSingleton<AnnotationHistory>()
        .AddSingleton<PastThreads>();

    /// <summary>Maps the copies by suffix, feeds, live changes, the JSON API, health and robots.txt.</summary>
    public static void MapEndpoints(this WebApplication app)
    {
        app.MapExports();
        app.MapFeeds();
        app.MapLiveEvents();
        app.MapApi();
        app.MapHealth();
        app.MapRobots();
    }
}

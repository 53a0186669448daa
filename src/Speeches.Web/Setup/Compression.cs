using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace Speeches.Web.Setup;

/// <summary>Compresses what is made for one reader, at the level that costs least; cached pages and static files come compressed.</summary>
internal static class Compression
{
    /// <summary>Registers gzip and Brotli.</summary>
    public static IServiceCollection AddCompression(this IServiceCollection services)
    {
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            // The first that the client takes equally well. At its fastest gzip makes a page smaller than Brotli, in half the time.
            options.Providers.Add<GzipCompressionProvider>();
            options.Providers.Add<BrotliCompressionProvider>();
            options.MimeTypes = ["text/html", "application/json", "application/problem+json"];
        });
    }

    /// <summary>
    /// Compresses pages and the API's answers. Not the copies by suffix: their entity tags are strong, so each has one form only.
    /// And over HTTPS nothing that repeats what was sent with the request: the length of such an answer, compressed, can tell an
    /// onlooker who chooses the request what else the page holds (BREACH).
    /// </summary>
    public static void UseCompression(this WebApplication app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments("/speeches") || context.Request.Path.Value!.IndexOf('.', StringComparison.Ordinal) < 0,
        branch =>
        {
            branch.UseResponseCompression();
            branch.Use((context, next) =>
            {
                var request = context.Request;
                if (request.QueryString.HasValue || !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
                    context.Features.Get<IHttpsCompressionFeature>()?.Mode = HttpsCompressionMode.DoNotCompress;
                return next(context);
            });
        });
}

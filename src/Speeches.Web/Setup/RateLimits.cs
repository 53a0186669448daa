using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;

namespace Speeches.Web.Setup;

/// <summary>
/// The named limits. Put <c>[EnableRateLimiting(RateLimits.Posting)]</c> on a page, or <c>.RequireRateLimiting(RateLimits.Posting)</c> on an
/// endpoint; only requests that change something count. Over the limit: 429 with Retry-After.
/// </summary>
internal static class RateLimits
{
    /// <summary>Signing in, by network address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Registering, by network address.</summary>
    public const string Registration = "registration";

    /// <summary>Annotating and replying, by account; holders of API tokens have a limit of their own.</summary>
    public const string Posting = "posting";

    /// <summary>Registers the limits.</summary>
    /// <remarks>
    /// The bare limiter is <see cref="Posting"/> for a page that asks it itself, to show a refused form again with its words.
    /// </remarks>
    public static void AddRateLimits(this IServiceCollection services, RateLimitOptions limits) => services
        .AddSingleton(_ => PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(context, limits)))
        .AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            SayWhen(context.HttpContext, context.Lease);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(SignIn, context => EachMinute(context, limits.SignInPerMinute));
        options.AddPolicy(Registration, context => EachMinute(context, limits.RegistrationPerMinute));
        options.AddPolicy(Posting, context => Bucket(context, limits));
    });

    /// <summary>Tells in Retry-After how many seconds to wait after a refused attempt.</summary>
    public static void SayWhen(HttpContext context, RateLimitLease refused)
    {
        var wait = refused.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(1);
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    private static RateLimitPartition<string> EachMinute(HttpContext context, int permits) =>
        ChangesNothing(context.Request)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetSlidingWindowLimiter(Network(context), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = permits,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            });

    private static RateLimitPartition<string> Bucket(HttpContext context, RateLimitOptions limits)
    {
        if (ChangesNothing(context.Request))
            return RateLimitPartition.GetNoLimiter("");
        var byToken = context.User.IsTokenHolder();
        var who = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Network(context);
        return RateLimitPartition.GetTokenBucketLimiter((byToken ? "token " : "session ") + who, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = byToken ? limits.TokenPostingBurst : limits.PostingBurst,
            TokensPerPeriod = byToken ? limits.TokenPostingPerSecond : limits.PostingPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });
    }

    private static bool ChangesNothing(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    // One machine has a whole /64 of IPv6 addresses to itself.
    private static string Network(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes.Length == 16 ? Convert.ToHexString(bytes, 0, 8) : address.ToString();
    }
}

using Speeches.Store;

namespace Speeches.Web.Endpoints;

/// <summary>What one follows, in the API.</summary>
internal static class FollowResources
{
    /// <summary><c>GET /api/v1/following</c>.</summary>
    public static async Task List(HttpContext context)
    {
        var actor = InboxResources.Reader(context);
        var part = Part.Of(context, usual: int.MaxValue, context.Get<ApiOptions>());
        var follows = await context.Get<FollowStore>().Of(actor);
        var items = follows.Skip(part.Before).Take(part.Limit).Select(follow => new FollowJson(Word(follow.Kind), follow.Target, follow.Label));
        await context.Json(part.List(context, [.. items], follows.Count), ApiJson.Compact.ListJsonFollowJson);
    }

    /// <summary><c>PUT /api/v1/following/{kind}/{target}</c>.</summary>
    public static Task Follow(HttpContext context) => Set(context, isOn: true);

    /// <summary><c>DELETE /api/v1/following/{kind}/{target}</c>.</summary>
    public static Task Unfollow(HttpContext context) => Set(context, isOn: false);

    private static async Task Set(HttpContext context, bool isOn)
    {
        var actor = await context.Writer();
        var kind = Enum.GetValues<FollowKind>().Select(one => (FollowKind?)one).FirstOrDefault(one => Word(one!.Value) == context.Route("kind"))
            ?? throw new SpeechesError(ErrorKind.NotFound, "One can follow a speech, a speaker, a tag or a thread; nothing was changed.");
        await context.Get<FollowStore>().Set(actor, kind, context.Route("target"), isOn);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

#pragma warning disable CA1308 // a word of the API, not a comparison key
    private static string Word(FollowKind kind) => kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}

/// <summary>Something that one follows.</summary>
/// <param name="Kind"><c>speech</c>, <c>speaker</c> or <c>tag</c>.</param>
/// <param name="Target">A slug, a speaker's name, or a tag without regard to case.</param>
/// <param name="Label">What it is called.</param>
internal sealed record FollowJson(string Kind, string Target, string Label);

using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Endpoints;

/// <summary>Tags in the API.</summary>
internal static class TagResources
{
    /// <summary><c>GET /api/v1/tags</c>: those on threads that the reader may see, those used most first.</summary>
    public static async Task List(HttpContext context)
    {
        var part = Part.Of(context, usual: int.MaxValue, context.Get<ApiOptions>());
        var tags = await context.Get<TagStore>().Used(context.User.Actor());
        var items = tags.Skip(part.Before).Take(part.Limit).Select(tag => new TagJson(tag.Tag, tag.Threads));
        await context.Json(part.List(context, [.. items], tags.Count), ApiJson.Compact.ListJsonTagJson);
    }
}

/// <summary>A tag.</summary>
/// <param name="Tag">Its words, as they are written most often.</param>
/// <param name="Threads">How many threads bear it, of those that the reader may see.</param>
internal sealed record TagJson(string Tag, int Threads);

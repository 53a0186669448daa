using Microsoft.AspNetCore.WebUtilities;

namespace Speeches.Web.Endpoints;

/// <summary>A list as the API gives it.</summary>
/// <param name="Items">One part of it.</param>
/// <param name="Total">How many there are in all parts.</param>
/// <param name="Next">The address of the next part, or null at the end.</param>
internal sealed record ListJson<T>(IReadOnlyList<T> Items, int Total, string? Next);

/// <summary>Which part of a list is asked for: <c>page</c> from 1 and <c>limit</c> items on each.</summary>
internal readonly record struct Part(int Page, int Limit)
{
    /// <summary>Reads the part from a request.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Malformed"/>.</exception>
    public static Part Of(HttpContext context, int usual, ApiOptions limits) => new(
        context.Request.Query.Number("page") ?? 1,
        Math.Min(context.Request.Query.Number("limit") ?? usual, limits.MaximumItems));

    /// <summary>Items before the part; capped, so that an absurd page is empty rather than an overflow.</summary>
    public int Before => (int)Math.Min((long)(Page - 1) * Limit, int.MaxValue);

    /// <summary>The list with this part of its items, and the address of what follows.</summary>
    public ListJson<T> List<T>(HttpContext context, IReadOnlyList<T> items, int total)
    {
        if ((long)Page * Limit >= total) return new ListJson<T>(items, total, null);
        var query = context.Request.Query.Where(value => value.Key != "page").Append(new("page", $"{Page + 1}"));
        return new ListJson<T>(items, total, QueryHelpers.AddQueryString(context.Request.Path.Value ?? "", query));
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Speeches.Store;
using Speeches.Web.Pages.Search;

namespace Speeches.Web.Pages.Library;

/// <summary>A library filter as the address bar shows it, both ways. Only what narrows is written.</summary>
internal static class LibraryAddress
{
    /// <summary>Reads the filter; a value that makes no sense counts as absent, so that an old or mangled link still opens.</summary>
    public static LibraryFilter Read(IQueryCollection query) => new()
    {
        Query = TypedWords.Read(query["q"]),
        Speaker = TypedWords.Read(query["speaker"]),
        Year = int.TryParse(TypedWords.Read(query["year"]), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 10_000
            ? year
            : null,
        Organ = TypedWords.Read(query["organ"]),
        Kind = TypedWords.Read(query["kind"]),
        Language = TypedWords.Read(query["language"]),
        Page = TypedWords.Page(query["page"]),
    };

    /// <summary>The path and query of the filter.</summary>
    public static string Of(LibraryFilter filter)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Parameters(filter))
            query.Add(name, value);
        if (filter.Page > 1)
            query.Add("page", filter.Page.ToString(CultureInfo.InvariantCulture));
        return "/" + query.ToQueryString();
    }

    /// <summary>The query parameters that narrow, the page left out.</summary>
    public static IEnumerable<(string Name, string Value)> Parameters(LibraryFilter filter)
    {
        (string Name, string? Value)[] all =
        [
            ("q", filter.Query),
            ("speaker", filter.Speaker),
            ("year", filter.Year?.ToString(CultureInfo.InvariantCulture)),
            ("organ", filter.Organ),
            ("kind", filter.Kind),
            ("language", filter.Language),
        ];
        foreach (var (name, value) in all)
        {
            if (value is not null)
                yield return (name, value);
        }
    }
}

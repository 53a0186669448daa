using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Speeches.Store;

namespace Speeches.Web.Pages.Search;

/// <summary>Addresses of search results, and where each hit leads.</summary>
internal static class SearchAddress
{
    /// <summary>The kind named in a query string; null for none and for a word that names none.</summary>
    public static HitKind? Kind(string? typed) => typed?.ToLowerInvariant() switch
    {
        "speech" => HitKind.Speech,
        "paragraph" => HitKind.Paragraph,
        "quotation" => HitKind.Quotation,
        "annotation" => HitKind.Annotation,
        _ => null,
    };

    /// <summary>The path and query of a page of results.</summary>
    public static string Of(string? words, HitKind? kind, int page = 1)
    {
        var query = new QueryBuilder();
        if (words is not null)
            query.Add("q", words);
        if (kind is { } one)
            query.Add("kind", Name(one));
        if (page > 1)
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return "/search" + query.ToQueryString();
    }

    /// <summary>The kind's word in a query string.</summary>
    public static string Name(HitKind kind) => kind switch
    {
        HitKind.Speech => "speech",
        HitKind.Paragraph => "paragraph",
        HitKind.Quotation => "quotation",
        _ => "annotation",
    };

    /// <summary>Where a hit stands: the thread, else the block, else the speech.</summary>
    public static string Of(SearchHit hit) => hit switch
    {
        { AnnotationId: { } id } => $"/speeches/{hit.Speech.Slug}#a-{id}",
        { BlockId: { } block } => $"/speeches/{hit.Speech.Slug}#{block}",
        _ => $"/speeches/{hit.Speech.Slug}",
    };
}

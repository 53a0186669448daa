using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Endpoints;

/// <summary>The hits of a search.</summary>
/// <param name="Items">Best first.</param>
/// <param name="Total">How many in all parts.</param>
/// <param name="Next">The address of the next part, or null at the end.</param>
/// <param name="Kinds">How many hits of each kind.</param>
internal sealed record SearchJson(IReadOnlyList<HitJson> Items, int Total, string? Next, IReadOnlyDictionary<string, int> Kinds);

/// <summary>One hit.</summary>
/// <param name="Kind"><c>speech</c>, <c>paragraph</c>, <c>quotation</c> or <c>annotation</c>.</param>
/// <param name="Address">The path of the place, with its fragment.</param>
/// <param name="Speech">The slug of the speech.</param>
/// <param name="Title">Its title.</param>
/// <param name="Block">The block's id; null for a header.</param>
/// <param name="Paragraph">The paragraph's number, or null.</param>
/// <param name="Annotation">The annotation's id, or null.</param>
/// <param name="By">Who wrote the annotation or is quoted, or null.</param>
/// <param name="Excerpt">Plain text around what was found.</param>
/// <param name="Found">The words found, in UTF-16 code units of the excerpt.</param>
internal sealed record HitJson(
    HitKind Kind, string Address, string Speech, string Title, string? Block, int? Paragraph, string? Annotation, string? By,
    string Excerpt, IReadOnlyList<FoundJson> Found)
{
    /// <summary>A hit in this shape.</summary>
    public static HitJson From(SearchHit hit) => new(
        hit.Kind,
        $"/speeches/{hit.Speech.Slug}" + (hit.AnnotationId is { } id ? "#a-" + id : hit.BlockId is { } block ? "#" + block : ""),
        hit.Speech.Slug, hit.Speech.DisplayTitle, hit.BlockId, hit.Paragraph, hit.AnnotationId, hit.By, hit.Excerpt,
        [.. hit.Found.Select(found => new FoundJson(found.Start, found.End))]);
}

/// <summary>A stretch of an excerpt, half-open.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last.</param>
internal sealed record FoundJson(int Start, int End);

/// <summary>Search in the API.</summary>
internal static class SearchResource
{
    /// <summary><c>GET /api/v1/search</c>.</summary>
    public static async Task Search(HttpContext context)
    {
        var part = Part.Of(context, usual: 25, context.Get<ApiOptions>());
        var query = context.Request.Query;
        var page = await context.Get<SearchStore>().Search(
            query.Text("q"), Kind(query.Text("kind")), context.User.Actor(), part.Page, part.Limit);
        var list = part.List<HitJson>(context, [.. page.Hits.Select(HitJson.From)], page.Total);
        var kinds = Enum.GetValues<HitKind>().ToDictionary(Word, kind => page.ByKind.GetValueOrDefault(kind));
        await context.Json(new SearchJson(list.Items, list.Total, list.Next, kinds), ApiJson.Compact.SearchJson);
    }

    private static HitKind? Kind(string? word) =>
        word is null ? null
        : Enum.GetValues<HitKind>().Cast<HitKind?>().FirstOrDefault(kind => Word(kind!.Value) == word)
        ?? throw new SpeechesError(ErrorKind.Refused, "The kind must be speech, paragraph, quotation or annotation.", "kind");

    private static string Word(HitKind kind) => kind.ToString().ToLowerInvariant();
}

using System.Text.Json.Serialization;
using Speeches.Formats.Writing.Json;
using Speeches.Store;

namespace Speeches.Web.Endpoints;

/// <summary>A speech in a list.</summary>
internal record SpeechItemJson
{
    /// <summary>Its name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>The path of its reading page.</summary>
    public required string Address { get; init; }

    /// <summary>The header.</summary>
    public required SpeechHeaderJson Header { get; init; }

    /// <summary>The number of the current version of its text.</summary>
    public required int Version { get; init; }

    /// <summary>Raised by every visible change.</summary>
    public required long Revision { get; init; }

    /// <summary>When it entered the library, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Numbered paragraphs in the current version.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>Passages in quotation marks in the current version, titles included.</summary>
    public required int Quotations { get; init; }

    /// <summary>Public annotations and replies.</summary>
    public required int Annotations { get; init; }
}

/// <summary>A speech by itself.</summary>
internal sealed record SpeechDetailJson : SpeechItemJson
{
    /// <summary>Parts of the text in the current version, headings and salutations included.</summary>
    [JsonPropertyOrder(1)]
    public required int Blocks { get; init; }

    /// <summary>Every version of its text, oldest first.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<VersionJson> Versions { get; init; }
}

/// <summary>A version of a text.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Language">A BCP 47 tag, or null.</param>
/// <param name="Imported">When it was stored, UTC.</param>
/// <param name="Source">The file it was read from.</param>
internal sealed record VersionJson(int Version, string? Language, DateTimeOffset Imported, SourceJson Source);

/// <summary>Speeches in the API.</summary>
internal static class SpeechResources
{
    /// <summary><c>GET /api/v1/speeches</c>.</summary>
    public static async Task List(HttpContext context)
    {
        var part = Part.Of(context, usual: 50, context.Get<ApiOptions>());
        var query = context.Request.Query;
        var page = await context.Get<SpeechStore>().List(new LibraryFilter
        {
            Query = query.Text("q"),
            Speaker = query.Text("speaker"),
            Year = query.Number("year"),
            Organ = query.Text("organ"),
            Kind = query.Text("kind"),
            Language = query.Text("language"),
            Page = part.Page,
            PageSize = part.Limit,
        });
        await context.Json(part.List(context, [.. page.Items.Select(Item)], page.Total), ApiJson.Compact.ListJsonSpeechItemJson);
    }

    /// <summary><c>GET /api/v1/speeches/{slug}</c>.</summary>
    public static async Task Get(HttpContext context)
    {
        var (speeches, speech) = await Find(context);
        var current = (await speeches.Text(speech.Id, speech.Version))!;
        var versions = await speeches.Versions(speech.Id);
        var threads = await context.Get<AnnotationStore>().Threads(speech.Id, viewer: null);
        await context.Json(
            new SpeechDetailJson
            {
                Slug = speech.Slug,
                Address = "/speeches/" + speech.Slug,
                Header = SpeechHeaderJson.From(speech.Header),
                Version = speech.Version,
                Revision = speech.Revision,
                Created = speech.Created,
                Blocks = current.Blocks.Count,
                Paragraphs = current.Blocks.Count(block => block.Number is not null),
                Quotations = current.Quotations.Count,
                Annotations = threads.Sum(thread => thread.Count),
                Versions = [.. versions.Select(text => new VersionJson(
                    text.Version,
                    text.Language,
                    text.Imported,
                    new SourceJson(text.Source.Name, text.Source.MediaType, text.Source.Length, text.Source.Sha256)))],
            },
            ApiJson.Compact.SpeechDetailJson);
    }

    /// <summary><c>GET /api/v1/speeches/{slug}/text</c>.</summary>
    public static async Task Text(HttpContext context) =>
        await context.Json(TextJson.From(await Version(context)), ApiJson.Compact.TextJson);

    /// <summary><c>GET /api/v1/speeches/{slug}/quotations</c>.</summary>
    public static async Task Quotations(HttpContext context)
    {
        var part = Part.Of(context, usual: int.MaxValue, context.Get<ApiOptions>());
        var text = await Version(context);
        var items = text.Quotations.Skip(part.Before).Take(part.Limit).Select(quotation => QuotationJson.From(quotation, text));
        await context.Json(part.List(context, [.. items], text.Quotations.Count), ApiJson.Compact.ListJsonQuotationJson);
    }

    private static SpeechItemJson Item(SpeechSummary summary) => new()
    {
        Slug = summary.Speech.Slug,
        Address = "/speeches/" + summary.Speech.Slug,
        Header = SpeechHeaderJson.From(summary.Speech.Header),
        Version = summary.Speech.Version,
        Revision = summary.Speech.Revision,
        Created = summary.Speech.Created,
        Paragraphs = summary.Paragraphs,
        Quotations = summary.Quotations,
        Annotations = summary.Annotations,
    };

    private static async Task<(SpeechStore Store, Speech Speech)> Find(HttpContext context)
    {
        var speeches = context.Get<SpeechStore>();
        return (speeches, await speeches.Find(context.Route("slug")) ?? throw Unknown());
    }

    private static async Task<SpeechText> Version(HttpContext context)
    {
        var version = context.Request.Query.Number("version");
        var (speeches, speech) = await Find(context);
        return await speeches.Text(speech.Id, version) ?? throw UnknownVersion(speech, version);
    }

    /// <summary>There is no such version.</summary>
    public static SpeechesError UnknownVersion(Speech speech, int? version) =>
        new(ErrorKind.NotFound, $"This speech has no version {version}; the current one is {speech.Version}.", "version");

    /// <summary>There is no such speech.</summary>
    public static SpeechesError Unknown() => new(ErrorKind.NotFound, "There is no speech under this address.");
}

using Speeches.Annotations;

namespace Speeches.Formats.Writing.Json;

/// <summary>The JSON copy of a speech: the same shapes as the API, in one file.</summary>
public sealed record SpeechCopyJson
{
    /// <summary>What the copy says of itself.</summary>
    public required CopyJson Copy { get; init; }

    /// <summary>The speech's name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>The header.</summary>
    public required SpeechHeaderJson Header { get; init; }

    /// <summary>The version of the text.</summary>
    public required int Version { get; init; }

    /// <summary>The language of the text as a BCP 47 tag, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The file the text was read from.</summary>
    public required SourceJson Source { get; init; }

    /// <summary>The text, as at <c>/api/v1/speeches/{slug}/text</c>.</summary>
    public required IReadOnlyList<BlockJson> Blocks { get; init; }

    /// <summary>The passages in quotation marks.</summary>
    public required IReadOnlyList<QuotationJson> Quotations { get; init; }

    /// <summary>The annotations with their replies.</summary>
    public required IReadOnlyList<AnnotationJson> Annotations { get; init; }

    /// <summary>A copy in this shape.</summary>
    public static SpeechCopyJson From(AnnotatedCopy copy) => new()
    {
        Copy = new CopyJson(copy.Address.AbsoluteUri, copy.Text.Version, copy.Made, copy.Audience, copy.AnnotationCount),
        Slug = copy.Speech.Slug,
        Header = SpeechHeaderJson.From(copy.Speech.Header),
        Version = copy.Text.Version,
        Language = copy.Text.Language,
        Source = new SourceJson(copy.Text.Source.Name, copy.Text.Source.MediaType, copy.Text.Source.Length, copy.Text.Source.Sha256),
        Blocks = TextJson.From(copy.Text).Blocks,
        Quotations = [.. copy.Text.Quotations.Select(quotation => QuotationJson.From(quotation, copy.Text))],
        Annotations = [.. copy.Threads.Select(AnnotationJson.From)],
    };
}

/// <summary>What a copy says of itself.</summary>
/// <param name="Address">The reading page.</param>
/// <param name="Version">The version of the text.</param>
/// <param name="Made">When what is in it last changed, UTC.</param>
/// <param name="Audience">Whose sight it was made for.</param>
/// <param name="Annotations">How many annotations and replies it holds, placeholders not counted.</param>
public sealed record CopyJson(string Address, int Version, DateTimeOffset Made, string Audience, int Annotations);

/// <summary>The file a text was read from.</summary>
/// <param name="Name">Without folders.</param>
/// <param name="MediaType">As recognised from the content.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record SourceJson(string Name, string MediaType, long Length, string Sha256);

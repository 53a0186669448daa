namespace Speeches.Store;

/// <summary>What a search hit is.</summary>
public enum HitKind
{
    /// <summary>The speech's header.</summary>
    Speech,

    /// <summary>A block of the text.</summary>
    Paragraph,

    /// <summary>A quotation.</summary>
    Quotation,

    /// <summary>An annotation or a reply.</summary>
    Annotation,
}

/// <summary>One hit.</summary>
public sealed record SearchHit
{
    /// <summary>What was found.</summary>
    public required HitKind Kind { get; init; }

    /// <summary>In which speech.</summary>
    public required Speech Speech { get; init; }

    /// <summary>The block it stands in or is anchored to; null for a header.</summary>
    public string? BlockId { get; init; }

    /// <summary>The paragraph's number, where it has one.</summary>
    public int? Paragraph { get; init; }

    /// <summary>The annotation's id, for an annotation.</summary>
    public string? AnnotationId { get; init; }

    /// <summary>Who wrote the annotation or is quoted, where known.</summary>
    public string? By { get; init; }

    /// <summary>An excerpt of plain text around the hits, "…" where it was cut.</summary>
    public required string Excerpt { get; init; }

    /// <summary>The words found, as half-open ranges of <see cref="Excerpt"/> in order.</summary>
    public required IReadOnlyList<(int Start, int End)> Found { get; init; }
}

/// <summary>One page of hits.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Total">How many in all kinds asked for.</param>
/// <param name="ByKind">How many of each kind, for the filter.</param>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, int Total, IReadOnlyDictionary<HitKind, int> ByKind);

namespace Speeches.Store;

/// <summary>What is shown of a speech in a list.</summary>
public sealed record SpeechSummary
{
    /// <summary>The speech.</summary>
    public required Speech Speech { get; init; }

    /// <summary>Numbered paragraphs in the current version.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>Passages in quotation marks in the current version, titles included.</summary>
    public required int Quotations { get; init; }

    /// <summary>Public annotations and replies on it.</summary>
    public required int Annotations { get; init; }
}

/// <summary>What the library is narrowed to; null means any.</summary>
public sealed record LibraryFilter
{
    /// <summary>Words that all occur somewhere in the header or the paragraphs, or null.</summary>
    public string? Query { get; init; }

    /// <summary>A speaker's name, exactly.</summary>
    public string? Speaker { get; init; }

    /// <summary>The year of the date.</summary>
    public int? Year { get; init; }

    /// <summary>The office on the letterhead, exactly.</summary>
    public string? Organ { get; init; }

    /// <summary>The kind as printed, exactly.</summary>
    public string? Kind { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>The page from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Speeches a page.</summary>
    public int PageSize { get; init; } = 50;
}

/// <summary>A value that speeches can be narrowed by, and how many have it under the other filters.</summary>
/// <param name="Value">The value, as it goes into the filter.</param>
/// <param name="Count">How many speeches.</param>
public sealed record Facet(string Value, int Count);

/// <summary>One page of the library.</summary>
public sealed record LibraryPage
{
    /// <summary>Newest first, undated last.</summary>
    public required IReadOnlyList<SpeechSummary> Items { get; init; }

    /// <summary>How many match in all.</summary>
    public required int Total { get; init; }

    /// <summary>Facets, most frequent first (years: newest first); each counted with every filter but its own.</summary>
    public required IReadOnlyList<Facet> Speakers { get; init; }

    /// <inheritdoc cref="Speakers"/>
    public required IReadOnlyList<Facet> Years { get; init; }

    /// <inheritdoc cref="Speakers"/>
    public required IReadOnlyList<Facet> Organs { get; init; }

    /// <inheritdoc cref="Speakers"/>
    public required IReadOnlyList<Facet> Kinds { get; init; }

    /// <inheritdoc cref="Speakers"/>
    public required IReadOnlyList<Facet> Languages { get; init; }
}

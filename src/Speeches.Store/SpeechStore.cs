#pragma warning disable CS9113 // stub
using Speeches.Parsing;

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
    /// <summary>Words to find in header, paragraphs, or null.</summary>
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

/// <summary>What came of adding a speech.</summary>
/// <param name="Slug">The speech it is now, or already was.</param>
/// <param name="Version">The version of its text.</param>
/// <param name="IsNew">False where the same bytes were there already; nothing was written then.</param>
public sealed record AddedSpeech(string Slug, int Version, bool IsNew);

/// <summary>A quotation of the library with the speech it stands in.</summary>
/// <param name="Speech">The speech.</param>
/// <param name="Paragraph">The number of its paragraph, or null.</param>
/// <param name="Quotation">The quotation.</param>
public sealed record LibraryQuotation(Speech Speech, int? Paragraph, Quotation Quotation);

/// <summary>Speeches and their texts.</summary>
public sealed class SpeechStore(Database database, TimeProvider clock)
{
    /// <summary>Adds a speech with version 1 of its text, its search entries, quotations and source bytes; one transaction.</summary>
    /// <param name="parsed">What was read.</param>
    /// <param name="fileName">The source's file name; folders are dropped.</param>
    /// <param name="mediaType">As recognised.</param>
    /// <param name="source">The bytes of the source.</param>
    public Task<AddedSpeech> Add(ParsedSpeech parsed, string fileName, string mediaType, ReadOnlyMemory<byte> source) =>
        throw new NotImplementedException();

    /// <summary>Whether the library holds no speech at all.</summary>
    public Task<bool> IsEmpty() => throw new NotImplementedException();

    /// <summary>A page of the library.</summary>
    public Task<LibraryPage> List(LibraryFilter filter) => throw new NotImplementedException();

    /// <summary>The speech of that name, or null.</summary>
    public Task<Speech?> Find(string slug) => throw new NotImplementedException();

    /// <summary>Its current revision, or null where there is no such speech.</summary>
    public Task<long?> Revision(string slug) => throw new NotImplementedException();

    /// <summary>A version of its text (the current one where <paramref name="version"/> is null), or null where there is none.</summary>
    public Task<SpeechText?> Text(long speechId, int? version = null) => throw new NotImplementedException();

    /// <summary>Quotations of the whole library, newest speech first, with the total.</summary>
    /// <param name="query">Words in the quotation or in who is quoted, or null.</param>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">Quotations a page.</param>
    public Task<(IReadOnlyList<LibraryQuotation> Items, int Total)> Quotations(string? query, int page, int pageSize) =>
        throw new NotImplementedException();
}

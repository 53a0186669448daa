using System.ComponentModel.DataAnnotations;
using Speeches.Formats.Reading;

namespace Speeches.Web.Importing;

/// <summary>What reading one source may take; <c>Import</c> in the settings.</summary>
public sealed record ImportOptions
{
    /// <summary>The largest source file, in bytes.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaximumFileBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The largest upload, in bytes: all files of one form together.</summary>
    [Range(1024, int.MaxValue)]
    public int MaximumUploadBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>Seconds after which the reading of a source is broken off.</summary>
    [Range(1, 3600)]
    public int TimeLimitSeconds { get; init; } = 30;

    /// <summary>Megabytes of memory that the reading of a source may take.</summary>
    [Range(32, 65_536)]
    public int MemoryLimitMegabytes { get; init; } = 1024;

    /// <summary>The most bytes that the parts of a Word file may have together, unpacked.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaximumUnpackedBytes { get; init; } = ReadingLimits.Default.UnpackedBytes;

    /// <summary>The most parts of a Word file.</summary>
    [Range(10, 65_535)]
    public int MaximumPackedParts { get; init; } = ReadingLimits.Default.PackedParts;

    /// <summary>How deep the elements of a Word file or a web page may stand inside each other.</summary>
    [Range(10, 1_000_000)]
    public int MaximumNesting { get; init; } = ReadingLimits.Default.Nesting;

    /// <summary>The most letters' styles (<c>b</c>, <c>font</c>) that a web page leaves open at once, and the most of its preformatted parts.</summary>
    [Range(10, 10_000)]
    public int MaximumOpenTags { get; init; } = ReadingLimits.Default.OpenTags;

    /// <summary>The most links in one paragraph of Markdown; a text with more is read as plain text.</summary>
    [Range(10, 10_000)]
    public int MaximumParagraphLinks { get; init; } = ReadingLimits.Default.ParagraphLinks;

    /// <summary>The most pages of a PDF.</summary>
    [Range(1, 100_000)]
    public int MaximumPages { get; init; } = ReadingLimits.Default.Pages;

    /// <summary>The most letters on one page of a PDF.</summary>
    [Range(1, 10_000_000)]
    public int MaximumPageLetters { get; init; } = ReadingLimits.Default.PageLetters;

    /// <summary>The most characters of a text, in UTF-16 code units.</summary>
    [Range(1, 500_000_000)]
    public int MaximumCharacters { get; init; } = ReadingLimits.Default.Characters;

    /// <summary>The most characters of one line of it: of a paragraph, where the format does not break its lines.</summary>
    [Range(1, 500_000_000)]
    public int MaximumLineCharacters { get; init; } = ReadingLimits.Default.LineCharacters;

    /// <summary>The most blocks (paragraphs, headings, list items, notes) that a speech may have.</summary>
    public int MaximumBlocks { get; init; } = 20_000;

    /// <summary>The most processes that read sources at the same time.</summary>
    [Range(1, 64)]
    public int MaximumWorkers { get; init; } = 2;

    /// <summary>Those of the limits that readers keep themselves.</summary>
    internal ReadingLimits ForReaders => new()
    {
        UnpackedBytes = MaximumUnpackedBytes,
        PackedParts = MaximumPackedParts,
        Nesting = MaximumNesting,
        OpenTags = MaximumOpenTags,
        ParagraphLinks = MaximumParagraphLinks,
        Pages = MaximumPages,
        PageLetters = MaximumPageLetters,
        Characters = MaximumCharacters,
        LineCharacters = MaximumLineCharacters,
    };
}

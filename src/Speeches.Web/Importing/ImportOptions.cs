using System.ComponentModel.DataAnnotations;

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

    /// <summary>The most blocks (paragraphs, headings, list items, notes) that a speech may have.</summary>
    public int MaximumBlocks { get; init; } = 200_000;

    /// <summary>The most processes that read sources at the same time.</summary>
    [Range(1, 64)]
    public int MaximumWorkers { get; init; } = 2;
}

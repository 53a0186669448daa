namespace Speeches;

/// <summary>One version of a speech's text. Immutable once stored.</summary>
public sealed record SpeechText
{
    /// <summary>From 1, in the order of import.</summary>
    public required int Version { get; init; }

    /// <summary>The language of the text as a BCP 47 tag, or null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>When this version was stored, UTC.</summary>
    public required DateTimeOffset Imported { get; init; }

    /// <summary>The file it was read from.</summary>
    public required SourceFile Source { get; init; }

    /// <summary>The parts in reading order, footnotes last.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The passages in quotation marks, in reading order.</summary>
    public required IReadOnlyList<Quotation> Quotations { get; init; }

    /// <summary>The block with this id, or null.</summary>
    public Block? Find(string blockId) => Blocks.FirstOrDefault(block => block.Id == blockId);

    /// <summary>The paragraph with this number, or null.</summary>
    public Block? Paragraph(int number) => Blocks.FirstOrDefault(block => block.Number == number);
}

/// <summary>What is known of a source file; its bytes stay in the store.</summary>
/// <param name="Name">The file name without folders.</param>
/// <param name="MediaType">As recognised from the content ("text/markdown").</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal, 64 characters.</param>
public sealed record SourceFile(string Name, string MediaType, long Length, string Sha256);

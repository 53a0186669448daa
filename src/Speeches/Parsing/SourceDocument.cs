namespace Speeches.Parsing;

/// <summary>What a source's own markup says a line belongs to.</summary>
public enum SourceRole
{
    /// <summary>Ordinary running text.</summary>
    Text,

    /// <summary>A heading of the given level.</summary>
    Heading,

    /// <summary>A list item.</summary>
    ListItem,

    /// <summary>A block quotation.</summary>
    Quotation,

    /// <summary>The text of a footnote.</summary>
    Footnote,
}

/// <summary>One line of a source with the style hints that its format gives. Readers make these; the parser reads them.</summary>
public sealed record SourceLine
{
    /// <summary>The line's number in the source, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The words, without markup and line end.</summary>
    public required string Text { get; init; }

    /// <summary>Emphasis, strong, links and note marks over <see cref="Text"/>.</summary>
    public IReadOnlyList<Span> Spans { get; init; } = [];

    /// <summary>What the format says the line is.</summary>
    public SourceRole Role { get; init; }

    /// <summary>Heading level or list depth from 1, else 0.</summary>
    public int Level { get; init; }

    /// <summary>The marker of a list item or footnote as printed, on its first line; else null.</summary>
    public string? Marker { get; init; }

    /// <summary>Whether the format begins a new block here (a paragraph, an item): always so after an empty line.</summary>
    public bool StartsBlock { get; init; }

    /// <summary>How many empty lines stand before it in the source; a run longer than one hints at a page end.</summary>
    public int BlankLinesBefore { get; init; }

    /// <summary>Whether the format asks for a line break after it (Markdown's two spaces).</summary>
    public bool HardBreakAfter { get; init; }
}

/// <summary>A source as lines.</summary>
/// <param name="MediaType">The format recognised from the content ("text/markdown").</param>
/// <param name="Lines">In order; empty lines are not in it but counted in <see cref="SourceLine.BlankLinesBefore"/>.</param>
public sealed record SourceDocument(string MediaType, IReadOnlyList<SourceLine> Lines);

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

    /// <summary>Whether the line is full: the first word of the next had no room on it, as pages show and other sources do not.</summary>
    public bool IsFull { get; init; }

    /// <summary>The page of the source it stands on, from 1; 0 where the format has no pages.</summary>
    public int Page { get; init; }
}

/// <summary>A comment that the source file brings along (a word processor's), offered to be imported as an annotation.</summary>
public sealed record SourceComment
{
    /// <summary>The index in <see cref="SourceDocument.Lines"/> of the line it begins on.</summary>
    public required int Line { get; init; }

    /// <summary>First code unit of the range in that line's text; the range ends in the same line.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>The author as printed, or null.</summary>
    public string? Author { get; init; }

    /// <summary>When it was written, UTC, or null.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Its words, paragraphs parted by empty lines.</summary>
    public required string Body { get; init; }

    /// <summary>Whether it is marked as done.</summary>
    public bool IsResolved { get; init; }

    /// <summary>Answers to it, oldest first; they have its range and no answers of their own.</summary>
    public IReadOnlyList<SourceComment> Replies { get; init; } = [];
}

/// <summary>A source as lines.</summary>
/// <param name="MediaType">The format recognised from the content ("text/markdown").</param>
/// <param name="Lines">In order; empty lines are not in it but counted in <see cref="SourceLine.BlankLinesBefore"/>.</param>
public sealed record SourceDocument(string MediaType, IReadOnlyList<SourceLine> Lines)
{
    /// <summary>The language that the file declares of itself as a BCP 47 tag, or null; the words decide where they are clear.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>What the reader was not sure of: an encoding guessed, a page without text.</summary>
    public IReadOnlyList<ParseDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>Comments that the file brings along, in the order of their places.</summary>
    public IReadOnlyList<SourceComment> Comments { get; init; } = [];
}

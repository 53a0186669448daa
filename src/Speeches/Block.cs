namespace Speeches;

/// <summary>The parts a speech's text is made of.</summary>
public enum BlockKind
{
    /// <summary>A heading inside the body; <see cref="Block.Level"/> is 1 to 6.</summary>
    Heading,

    /// <summary>"Excellencies, Ladies and Gentlemen,": unnumbered.</summary>
    Salutation,

    /// <summary>A numbered paragraph.</summary>
    Paragraph,

    /// <summary>A quotation set as a block of its own.</summary>
    BlockQuotation,

    /// <summary>One item of a list; <see cref="Block.Level"/> is its depth from 1, <see cref="Block.Marker"/> its printed marker.</summary>
    ListItem,

    /// <summary>The text of a footnote; <see cref="Block.Marker"/> is its printed mark.</summary>
    Footnote,
}

/// <summary>A part of the text: a plain string with standoff spans over it. Nothing is stored as HTML.</summary>
public sealed record Block
{
    /// <summary>
    /// Unique within a version and usable as a fragment: <c>p7</c> for the seventh paragraph, else a letter by kind and a
    /// running number (<c>h1</c>, <c>s1</c>, <c>q1</c>, <c>l1</c>, <c>n1</c>).
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What the block is.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>The paragraph's number in reading order from 1; null for what is not numbered.</summary>
    public int? Number { get; init; }

    /// <summary>Heading level or list depth, from 1; 0 where neither applies.</summary>
    public int Level { get; init; }

    /// <summary>The marker as printed ("(a)", "•", "3."), or null.</summary>
    public string? Marker { get; init; }

    /// <summary>The words, with no markup; line feeds only under <see cref="SpanKind.LineBreak"/> spans.</summary>
    public required string Text { get; init; }

    /// <summary>Spans ordered by start, then by end descending; they may overlap.</summary>
    public IReadOnlyList<Span> Spans { get; init; } = [];

    /// <summary>The line of the source file on which the block starts, from 1; 0 where unknown.</summary>
    public int SourceLine { get; init; }

    /// <summary>The page of the source file on which the block starts, from 1; 0 where it has no pages.</summary>
    public int SourcePage { get; init; }

    /// <summary>Whether annotations can be put on it: everything that is said, so not headings and salutations.</summary>
    public bool CanBeAnnotated => Kind is BlockKind.Paragraph or BlockKind.BlockQuotation or BlockKind.ListItem or BlockKind.Footnote;
}

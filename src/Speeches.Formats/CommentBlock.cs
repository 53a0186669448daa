namespace Speeches.Formats;

/// <summary>What a <see cref="CommentBlock"/> is.</summary>
public enum CommentBlockKind
{
    /// <summary>A paragraph, at the top or inside a list item or quotation.</summary>
    Paragraph,

    /// <summary>A heading, which comments show as a strong paragraph.</summary>
    Heading,

    /// <summary>Lines of code, separated by line feeds.</summary>
    Code,

    /// <summary>A rule between parts; it has no runs.</summary>
    Rule,
}

/// <summary>A comment's words between two block boundaries, with the nesting flattened into numbers.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Runs">The words.</param>
/// <param name="ListDepth">How many lists it stands in.</param>
/// <param name="Marker">"•" or "3." on the first block of a list item, else null.</param>
/// <param name="QuotationDepth">How many block quotations it stands in.</param>
public sealed record CommentBlock(
    CommentBlockKind Kind, IReadOnlyList<CommentRun> Runs, int ListDepth = 0, string? Marker = null, int QuotationDepth = 0)
{
    /// <summary>The words without markup; line breaks are line feeds.</summary>
    public string PlainText => string.Concat(Runs.Select(run => run.Text));
}

/// <summary>Words of one look.</summary>
/// <param name="Text">The words; a line feed is a forced line break.</param>
/// <param name="Bold">Strong emphasis.</param>
/// <param name="Italic">Emphasis.</param>
/// <param name="Code">Set as code.</param>
/// <param name="Link">Where they lead, an absolute http, https or mailto address, or null.</param>
public sealed record CommentRun(string Text, bool Bold = false, bool Italic = false, bool Code = false, string? Link = null);

namespace Speeches;

/// <summary>What a <see cref="Span"/> says about the words it covers.</summary>
public enum SpanKind
{
    /// <summary>Emphasis, printed in italics.</summary>
    Emphasis,

    /// <summary>Strong emphasis, printed in bold.</summary>
    Strong,

    /// <summary>Another's words between quotation marks; the marks themselves are outside the span.</summary>
    Quotation,

    /// <summary>A title between quotation marks (of a report, a book, a process); the marks are outside the span.</summary>
    Title,

    /// <summary>A link; <see cref="Span.Target"/> is its address.</summary>
    Link,

    /// <summary>The mark of a footnote; <see cref="Span.Target"/> is the id of the footnote's block.</summary>
    NoteMark,

    /// <summary>A forced line break; the span covers the one line feed in the text.</summary>
    LineBreak,
}

/// <summary>A stretch of a block's text: half-open <c>[Start, End)</c> in UTF-16 code units of <see cref="Block.Text"/>.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last code unit; never inside a surrogate pair or a grapheme cluster.</param>
/// <param name="Kind">What the span says.</param>
/// <param name="Target">The address of a link, the block id of a note, or null.</param>
public sealed record Span(int Start, int End, SpanKind Kind, string? Target = null);

namespace Speeches.Annotations;

/// <summary>
/// Where an annotation sits: a block and, unless it is on the whole block, a range of its text; with the words it was made on,
/// so that it can be found again in another version (the W3C Web Annotation Data Model calls these a FragmentSelector, a
/// TextPositionSelector and a TextQuoteSelector).
/// </summary>
public sealed record TextAnchor
{
    /// <summary>How many characters of context are kept on each side of the words.</summary>
    public const int ContextLength = 32;

    /// <summary>The <see cref="Block.Id"/>.</summary>
    public required string BlockId { get; init; }

    /// <summary>First code unit of the range, or null for the whole block; set together with <see cref="End"/>.</summary>
    public int? Start { get; init; }

    /// <summary>One past the last code unit of the range, or null for the whole block.</summary>
    public int? End { get; init; }

    /// <summary>The words annotated: the range, or the whole block's text.</summary>
    public required string Exact { get; init; }

    /// <summary>Up to <see cref="ContextLength"/> code units before the words, never half a character.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Up to <see cref="ContextLength"/> code units after the words, never half a character.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Anchors to a whole block, or to a range of it.</summary>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.Refused"/> where the block cannot be annotated, or the range is empty, outside the text or cuts a
    /// character in two.
    /// </exception>
    public static TextAnchor To(Block block, int? start = null, int? end = null)
    {
        if (!block.CanBeAnnotated)
            throw Refusal("Headings and salutations cannot be annotated: choose a paragraph.", "paragraph");
        if (start is null && end is null)
            return new TextAnchor { BlockId = block.Id, Exact = block.Text };

        var text = block.Text;
        var from = start ?? throw Refusal("A range needs both its start and its end: the start is missing.", "start");
        var to = end ?? throw Refusal("A range needs both its start and its end: the end is missing.", "end");
        if (from < 0 || from >= text.Length)
            throw Refusal("The start of the range lies outside the paragraph.", "start");
        if (to > text.Length)
            throw Refusal("The end of the range lies outside the paragraph.", "end");
        if (to <= from)
            throw Refusal("The range is empty: its end must come after its start.", "end");
        if (!Graphemes.IsBoundary(text, from))
            throw Refusal("The start of the range cuts a character in two.", "start");
        if (!Graphemes.IsBoundary(text, to))
            throw Refusal("The end of the range cuts a character in two.", "end");

        return new TextAnchor
        {
            BlockId = block.Id,
            Start = from,
            End = to,
            Exact = text[from..to],
            Prefix = text[Graphemes.Ceiling(text, Math.Max(0, from - ContextLength))..from],
            Suffix = text[to..Graphemes.Floor(text, Math.Min(text.Length, to + ContextLength))],
        };
    }

    /// <summary>Whether its words stand at its place in a block.</summary>
    public bool Fits(Block block) => (Start, End) switch
    {
        ({ } start, { } end) => start >= 0 && start < end && end <= block.Text.Length && block.Text.AsSpan(start, end - start).SequenceEqual(Exact),
        (null, null) => block.Text.Length > 0 && block.Text == Exact,
        _ => false,
    };

    private static SpeechesError Refusal(string message, string field) => new(ErrorKind.Refused, message, field);
}

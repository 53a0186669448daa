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
    public static TextAnchor To(Block block, int? start = null, int? end = null) => throw new NotImplementedException();
}

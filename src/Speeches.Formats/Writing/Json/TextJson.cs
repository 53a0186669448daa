namespace Speeches.Formats.Writing.Json;

/// <summary>A version of a speech's text.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Blocks">In reading order, footnotes last.</param>
public sealed record TextJson(int Version, IReadOnlyList<BlockJson> Blocks)
{
    /// <summary>A text in this shape.</summary>
    public static TextJson From(SpeechText text) => new(text.Version, [.. text.Blocks.Select(BlockJson.From)]);
}

/// <summary>A part of a text.</summary>
/// <param name="Id">Unique in the version; the fragment of its address ("p7").</param>
/// <param name="Kind"><c>heading</c>, <c>salutation</c>, <c>paragraph</c>, <c>block-quotation</c>, <c>list-item</c> or <c>footnote</c>.</param>
/// <param name="Number">The paragraph's number; null where unnumbered.</param>
/// <param name="Level">Heading level or list depth from 1, else 0.</param>
/// <param name="Marker">The printed marker of a list item or footnote, or null.</param>
/// <param name="Text">The words, without markup.</param>
/// <param name="Spans">What lies over the words.</param>
public sealed record BlockJson(string Id, BlockKind Kind, int? Number, int Level, string? Marker, string Text, IReadOnlyList<SpanJson> Spans)
{
    /// <summary>A block in this shape.</summary>
    public static BlockJson From(Block block) => new(
        block.Id, block.Kind, block.Number, block.Level, block.Marker, block.Text,
        [.. block.Spans.Select(span => new SpanJson(span.Start, span.End, span.Kind, span.Target))]);
}

/// <summary>A stretch of a block's text, half-open, in UTF-16 code units.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Kind"><c>emphasis</c>, <c>strong</c>, <c>quotation</c>, <c>title</c>, <c>link</c>, <c>note-mark</c> or <c>line-break</c>.</param>
/// <param name="Target">The address of a link, the block id of a note, or null.</param>
public sealed record SpanJson(int Start, int End, SpanKind Kind, string? Target);

/// <summary>A passage in quotation marks.</summary>
/// <param name="Block">The id of the block it stands in.</param>
/// <param name="Paragraph">That block's number; null where unnumbered.</param>
/// <param name="Start">First code unit of the words, after the opening mark.</param>
/// <param name="End">One past the last, before the closing mark.</param>
/// <param name="Words">The words between the marks.</param>
/// <param name="Kind"><c>quotation</c> or <c>title</c>.</param>
/// <param name="SaidBy">Who is quoted in the words of the text, or null where it does not say.</param>
public sealed record QuotationJson(string Block, int? Paragraph, int Start, int End, string Words, SpanKind Kind, string? SaidBy)
{
    /// <summary>A quotation in this shape.</summary>
    /// <param name="quotation">The quotation.</param>
    /// <param name="text">The text it stands in, for the paragraph's number.</param>
    public static QuotationJson From(Quotation quotation, SpeechText text) => new(
        quotation.BlockId, text.Find(quotation.BlockId)?.Number, quotation.Start, quotation.End, quotation.Words,
        quotation.IsTitle ? SpanKind.Title : SpanKind.Quotation, quotation.SaidBy);
}

using Speeches.Annotations;
using Speeches.Rendering;

namespace Speeches.Formats.Writing;

/// <summary>A thread with its number in the copy, from 1 in reading order.</summary>
internal sealed record NumberedThread(int Number, AnnotationThread Thread)
{
    public Annotation Root => Thread.Root;

    /// <summary>The root, unless it was deleted, and the replies.</summary>
    public IEnumerable<Annotation> Said => Root.Deleted is null ? Thread.Replies.Prepend(Root) : Thread.Replies;
}

/// <summary>A stretch of a block's text that the same spans and threads cover from end to end.</summary>
/// <param name="Text">The words, without characters that XML forbids.</param>
/// <param name="Spans">What covers it, outermost first.</param>
/// <param name="Threads">The threads on a range that covers it.</param>
/// <param name="Starting">Those of them that start with it.</param>
/// <param name="Ending">Those of them that end with it.</param>
internal sealed record Piece(
    string Text, IReadOnlyList<Span> Spans, IReadOnlyList<NumberedThread> Threads,
    IReadOnlyList<NumberedThread> Starting, IReadOnlyList<NumberedThread> Ending)
{
    public bool Has(SpanKind kind) => Spans.Any(span => span.Kind == kind);

    public string? Target(SpanKind kind) => Spans.LastOrDefault(span => span.Kind == kind)?.Target;

    /// <summary>The address of the link that covers it, if that is safe to follow.</summary>
    public string? Link => SafeLink.TryRead(Target(SpanKind.Link), out var address) ? address : null;
}

/// <summary>A block with its text cut into pieces.</summary>
/// <param name="Block">The block.</param>
/// <param name="Pieces">The whole text, in order.</param>
/// <param name="Whole">The threads on the block as a whole.</param>
internal sealed record AnnotatedBlock(Block Block, IReadOnlyList<Piece> Pieces, IReadOnlyList<NumberedThread> Whole);

/// <summary>A copy as writers need it: threads numbered and laid over the words they are about.</summary>
/// <param name="Body">Everything that is said, in reading order.</param>
/// <param name="Footnotes">The footnotes of the speech.</param>
/// <param name="Threads">All threads, in the order of their numbers.</param>
/// <param name="Unplaced">
/// Threads whose words are not in this version where they were made. They are listed by themselves: an annotation never
/// lands silently on other words.
/// </param>
internal sealed record CopyLayout(
    IReadOnlyList<AnnotatedBlock> Body, IReadOnlyList<AnnotatedBlock> Footnotes,
    IReadOnlyList<NumberedThread> Threads, IReadOnlyList<NumberedThread> Unplaced)
{
    public static CopyLayout Of(AnnotatedCopy copy)
    {
        NumberedThread[] threads = [.. copy.Threads.Select((thread, index) => new NumberedThread(index + 1, thread))];
        var byBlock = threads.ToLookup(thread => thread.Root.Place is { } place && copy.Text.Find(place.BlockId) is { } block && Holds(block, place) ? block.Id : null);
        var blocks = copy.Text.Blocks.Select(block => Lay(block, [.. byBlock[block.Id]])).ToLookup(laid => laid.Block.Kind == BlockKind.Footnote);
        return new([.. blocks[false]], [.. blocks[true]], threads, [.. byBlock[null]]);
    }

    private static bool Holds(Block block, TextAnchor anchor) => anchor is { Start: { } start, End: { } end }
        ? start >= 0 && start < end && end <= block.Text.Length && block.Text.AsSpan(start, end - start).SequenceEqual(anchor.Exact)
        : block.Text == anchor.Exact;

    private static AnnotatedBlock Lay(Block block, IReadOnlyList<NumberedThread> threads)
    {
        var laid = block.Spans.Select(span => new Layer(span.Start, span.End, span, null))
            .Concat(threads.Where(thread => thread.Root.Anchor.Start is not null)
                .Select(thread => new Layer(thread.Root.Anchor.Start!.Value, thread.Root.Anchor.End!.Value, null, thread)));
        var pieces = Segments.Cut(block.Text.Length, laid, layer => (layer.Start, layer.End)).Select(segment => new Piece(
            Xml.Allowed(block.Text[segment.Start..segment.End]),
            [.. segment.Covering.Select(layer => layer.Span).OfType<Span>()],
            Of(segment.Covering),
            Of(segment.Covering.Where(layer => layer.Start == segment.Start)),
            Of(segment.Covering.Where(layer => layer.End == segment.End))));
        return new(block, [.. pieces], [.. threads.Where(thread => thread.Root.Anchor.Start is null)]);
    }

    private static NumberedThread[] Of(IEnumerable<Layer> layers) => [.. layers.Select(layer => layer.Thread).OfType<NumberedThread>()];

    private sealed record Layer(int Start, int End, Span? Span, NumberedThread? Thread);
}

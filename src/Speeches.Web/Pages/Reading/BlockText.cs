using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Speeches.Annotations;
using Speeches.Rendering;

namespace Speeches.Web.Pages.Reading;

/// <summary>
/// The words of a block as HTML: its spans and the ranges of its annotations, cut into segments. Elements stay open from one
/// segment to the next as long as the same items cover both, so that a quotation with emphasis in it is one element.
/// No character is added to the text: offsets in the document are offsets in <see cref="Block.Text"/>.
/// </summary>
internal sealed class BlockText(Block block, IReadOnlyList<Quotation> quotations, IReadOnlyList<AnnotationThread> threads) : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var items = Items();
        if (items.Count == 0)
        {
            encoder.Encode(writer, block.Text);
            return;
        }

        var open = new List<Item>();
        foreach (var segment in Segments.Cut(block.Text.Length, items, item => (item.Start, item.End)))
        {
            CloseTo(Shared(open, segment.Covering), segment.Start);
            for (var i = open.Count; i < segment.Covering.Count; i++)
            {
                Open(segment.Covering[i]);
                open.Add(segment.Covering[i]);
            }

            // The element of a line break stands for the line feed that it covers.
            if (!segment.Covering.Any(item => item.Kind == SpanKind.LineBreak))
                encoder.Encode(writer, block.Text, segment.Start, segment.End - segment.Start);
        }

        CloseTo(0, block.Text.Length);

        void CloseTo(int depth, int at)
        {
            while (open.Count > depth)
            {
                Close(open[^1], at);
                open.RemoveAt(open.Count - 1);
            }
        }

        void Open(Item item)
        {
            writer.Write(item switch
            {
                { Thread: not null } => "<mark data-thread=\"a-",
                { Kind: SpanKind.Emphasis } => "<em>",
                { Kind: SpanKind.Strong } => "<strong>",
                { Kind: SpanKind.Title } => "<cite>",
                { Kind: SpanKind.Quotation, Detail: null } => "<q>",
                { Kind: SpanKind.Quotation } => "<q title=\"Said by: ",
                { Kind: SpanKind.Link } => "<a rel=\"noopener\" href=\"",
                { Kind: SpanKind.NoteMark } => "<sup><a role=\"doc-noteref\" href=\"#",
                _ => "<br>",
            });
            if (item.Detail is null)
                return;
            encoder.Encode(writer, item.Detail);
            if (item.Kind == SpanKind.NoteMark)
            {
                writer.Write("\" id=\"to-");
                encoder.Encode(writer, item.Detail);
            }

            writer.Write("\">");
        }

        void Close(Item item, int at)
        {
            writer.Write(item switch
            {
                { Thread: not null } => "</mark>",
                { Kind: SpanKind.Emphasis } => "</em>",
                { Kind: SpanKind.Strong } => "</strong>",
                { Kind: SpanKind.Title } => "</cite>",
                { Kind: SpanKind.Quotation } => "</q>",
                { Kind: SpanKind.Link } => "</a>",
                { Kind: SpanKind.NoteMark } => "</a></sup>",
                _ => "",
            });

            // An empty link, drawn by the style sheet: it leads by keyboard from the words to their thread. Links do not nest.
            if (item.Thread is null || at != Math.Min(item.End, block.Text.Length)
                || open.Any(other => other.Kind is SpanKind.Link or SpanKind.NoteMark))
                return;
            writer.Write("<a class=\"to\" href=\"#a-");
            writer.Write(item.Thread.Root.Id);
            writer.Write("\" aria-label=\"Annotation by ");
            encoder.Encode(writer, item.Thread.Root.Author.Name);
            writer.Write("\"></a>");
        }
    }

    private List<Item> Items()
    {
        var items = new List<Item>();
        foreach (var span in block.Spans)
        {
            // What the text links to was written by others: an address that could run script stays plain words.
            if (span.Kind == SpanKind.Link && !IsSafe(span.Target))
                continue;
            var detail = span.Kind switch
            {
                SpanKind.Link or SpanKind.NoteMark => span.Target ?? "",
                SpanKind.Quotation => quotations.FirstOrDefault(
                    quotation => quotation.Start == span.Start && quotation.End == span.End && quotation.BlockId == block.Id)?.SaidBy,
                _ => null,
            };
            items.Add(new Item(span.Start, span.End, span.Kind, detail, null));
        }

        foreach (var thread in threads)
        {
            if (thread.Root.Anchor is { Start: { } start, End: { } end })
                items.Add(new Item(start, end, null, thread.Root.Id, thread));
        }

        return items;
    }

    private static bool IsSafe(string? target) =>
        target is not null && (target.StartsWith('#') || (Uri.TryCreate(target, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto)));

    private static int Shared(List<Item> open, IReadOnlyList<Item> covering)
    {
        var shared = 0;
        while (shared < open.Count && shared < covering.Count && open[shared] == covering[shared])
            shared++;
        return shared;
    }

    private sealed record Item(int Start, int End, SpanKind? Kind, string? Detail, AnnotationThread? Thread);
}

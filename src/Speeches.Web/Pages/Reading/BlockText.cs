using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Speeches.Annotations;
using Speeches.Rendering;

namespace Speeches.Web.Pages.Reading;

/// <summary>
/// The words of a block as HTML: its spans and the ranges of its annotations, cut into segments. Elements stay open from one
/// segment to the next as long as the same items cover both, so that a quotation with emphasis in it is one element. However many
/// annotations lie over a stretch, it is one <c>mark</c>, with the place where it begins.
/// No character is added to the text: offsets in the document are offsets in <see cref="Block.Text"/>.
/// </summary>
/// <param name="block">The block.</param>
/// <param name="quotations">Those of its text.</param>
/// <param name="threads">Those on the block, in the order in which they are shown.</param>
/// <param name="named">How many of them, from the first on, have a link behind their words.</param>
internal sealed class BlockText(
    Block block, IReadOnlyList<Quotation> quotations, IReadOnlyList<AnnotationThread>? threads = null, int named = 0) : IHtmlContent
{
    private const int Deep = 2;

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
                { Over: > 0 } => item.Over < Deep ? "<mark data-at=\"" : "<mark class=\"deep\" data-at=\"",
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
                { Over: > 0 } => "</mark>",
                { Kind: SpanKind.Emphasis } => "</em>",
                { Kind: SpanKind.Strong } => "</strong>",
                { Kind: SpanKind.Title } => "</cite>",
                { Kind: SpanKind.Quotation } => "</q>",
                { Kind: SpanKind.Link } => "</a>",
                { Kind: SpanKind.NoteMark } => "</a></sup>",
                _ => "",
            });

            // An empty link, drawn by the style sheet: it leads by keyboard from the words to their thread. Links do not nest.
            if (item.Over == 0 || at != item.End || open.Any(other => other.Kind is SpanKind.Link or SpanKind.NoteMark))
                return;
            foreach (var root in threads!.Take(named).Select(thread => thread.Root).Where(root => root.Anchor.End == item.End))
            {
                writer.Write("<a class=\"to\" href=\"#a-");
                writer.Write(root.Id);
                writer.Write("\" aria-label=\"Annotation by ");
                encoder.Encode(writer, root.Author.Name);
                writer.Write("\"></a>");
            }
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
            items.Add(new Item(span.Start, span.End, span.Kind, detail, 0));
        }

        var ranges = (threads ?? []).Select(thread => thread.Root.Anchor).Where(anchor => anchor.Start is not null).ToList();
        foreach (var (start, end, over) in Segments.Cut(block.Text.Length, ranges, anchor => (anchor.Start!.Value, anchor.End!.Value)))
        {
            if (over.Count > 0)
                items.Add(new Item(start, end, null, start.ToString(CultureInfo.InvariantCulture), over.Count));
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

    private sealed record Item(int Start, int End, SpanKind? Kind, string? Detail, int Over);
}

using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownBlock = Markdig.Syntax.Block;

namespace Speeches.Formats;

/// <summary>Turns a comment's syntax tree into flat blocks of runs.</summary>
internal static class CommentMarkdownBlocks
{
    /// <summary>The tree's blocks, or the text as plain paragraphs where there is no tree.</summary>
    public static IReadOnlyList<CommentBlock> Read(MarkdownDocument? document, string markdown)
    {
        var blocks = new List<CommentBlock>();
        if (document is not null) Read(document, new Place(blocks));
        else
        {
            foreach (var paragraph in PlainParagraphs(markdown))
                blocks.Add(new(CommentBlockKind.Paragraph, [new CommentRun(paragraph)]));
        }

        return blocks;
    }

    /// <summary>Paragraphs between empty lines, each with its lines separated by line feeds.</summary>
    public static IEnumerable<string> PlainParagraphs(string text) =>
        CommentMarkdownLimits.WithoutControls(text).ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The words of an inline that has no children.</summary>
    public static string LeafText(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        CodeInline code => code.Content,
        AutolinkInline auto => auto.Url,
        LineBreakInline { IsHard: true } => "\n",
        // Prose broken over lines is one line of words; a browser would show this line feed as a space anyway.
        LineBreakInline => " ",
        HtmlInline html => html.Tag,
        MentionInline mention => mention.Words,
        _ => "",
    };

    private static void Read(ContainerBlock blocks, Place place)
    {
        foreach (var block in blocks) place = Read(block, place);
    }

    /// <summary>Adds a block and returns the place for its next sibling (a list item's marker is used up by its first block).</summary>
    private static Place Read(MarkdownBlock block, Place place)
    {
        switch (block)
        {
            case ListBlock list:
                // A list that opens an item would swallow the item's own marker.
                if (place.Marker is not null) place.Add(CommentBlockKind.Paragraph, []);
                ReadList(list, place);
                break;
            case QuoteBlock quote:
                if (place.Marker is not null) place.Add(CommentBlockKind.Paragraph, []);
                Read(quote, place with { QuotationDepth = place.QuotationDepth + 1, Marker = null });
                break;
            case HeadingBlock heading:
                place.Add(CommentBlockKind.Heading, Runs(heading.Inline, new CommentRun("", Bold: true)));
                break;
            case CodeBlock code:
                place.Add(CommentBlockKind.Code, [new CommentRun(code.Lines.ToString(), Code: true)]);
                break;
            case ThematicBreakBlock:
                place.Add(CommentBlockKind.Rule, []);
                break;
            case ParagraphBlock paragraph:
                place.Add(CommentBlockKind.Paragraph, Runs(paragraph.Inline, new CommentRun("")));
                break;
            default:
                return place;
        }

        return place with { Marker = null };
    }

    private static void ReadList(ListBlock list, Place place)
    {
        _ = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var marker = list.IsOrdered ? number++.ToString(CultureInfo.InvariantCulture) + "." : "•";
            Read(item, place with { ListDepth = place.ListDepth + 1, Marker = marker });
        }
    }

    private static List<CommentRun> Runs(ContainerInline? inlines, CommentRun look)
    {
        var runs = new List<CommentRun>();
        ReadRuns(inlines, look, runs);
        return runs;
    }

    private static void ReadRuns(ContainerInline? inlines, CommentRun look, List<CommentRun> runs)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LinkInline { IsImage: false } link when SafeLink.TryRead(link.GetDynamicUrl?.Invoke() ?? link.Url, out var address):
                    ReadRuns(link, look with { Link = address }, runs);
                    break;
                case AutolinkInline auto:
                    SafeLink.TryRead(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, out var target);
                    Add(runs, look with { Text = auto.Url, Link = target ?? look.Link });
                    break;
                case EmphasisInline emphasis:
                    ReadRuns(emphasis, emphasis.DelimiterCount == 2 ? look with { Bold = true } : look with { Italic = true }, runs);
                    break;
                case ContainerInline container:
                    ReadRuns(container, look, runs);
                    break;
                default:
                    Add(runs, look with { Text = CommentMarkdownLimits.WithoutControls(LeafText(inline)), Code = inline is CodeInline });
                    break;
            }
        }
    }

    /// <summary>Joins what looks the same, so that a word is not cut into runs where Markdig saw an entity or an escape.</summary>
    private static void Add(List<CommentRun> runs, CommentRun run)
    {
        if (run.Text.Length == 0) return;
        if (runs is [.., var last] && last with { Text = run.Text } == run) runs[^1] = last with { Text = last.Text + run.Text };
        else runs.Add(run);
    }

    private sealed record Place(List<CommentBlock> Blocks, int ListDepth = 0, int QuotationDepth = 0, string? Marker = null)
    {
        public void Add(CommentBlockKind kind, IReadOnlyList<CommentRun> runs) =>
            Blocks.Add(new CommentBlock(kind, runs, ListDepth, Marker, QuotationDepth));
    }
}

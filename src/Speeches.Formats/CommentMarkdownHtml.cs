using System.Globalization;
using System.Net;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownBlock = Markdig.Syntax.Block;

namespace Speeches.Formats;

/// <summary>
/// Writes a comment's syntax tree as HTML. Own code and not Markdig's renderer: a short list of what may come out is easier to
/// trust than a list of what must not. Recursion is bounded by Markdig's own limit of 128 levels.
/// </summary>
internal static class CommentMarkdownHtml
{
    /// <summary>The tree, or the text as escaped paragraphs where there is no tree.</summary>
    public static string Write(MarkdownDocument? document, string markdown)
    {
        var html = new StringBuilder();
        if (document is null) WritePlain(html, markdown);
        else WriteBlocks(html, document, tight: false);
        return html.ToString().TrimEnd('\n');
    }

    private static void WritePlain(StringBuilder html, string text)
    {
        foreach (var paragraph in CommentMarkdownBlocks.PlainParagraphs(text))
            html.Append("<p>").Append(Escape(paragraph).Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
    }

    private static void WriteBlocks(StringBuilder html, ContainerBlock blocks, bool tight)
    {
        foreach (var block in blocks) WriteBlock(html, block, tight);
    }

    private static void WriteBlock(StringBuilder html, MarkdownBlock block, bool tight)
    {
        switch (block)
        {
            case HeadingBlock heading:
                html.Append("<p><strong>");
                WriteInlines(html, heading.Inline);
                html.Append("</strong></p>\n");
                break;
            case ParagraphBlock paragraph when tight:
                WriteInlines(html, paragraph.Inline);
                html.Append('\n');
                break;
            case ParagraphBlock paragraph:
                html.Append("<p>");
                WriteInlines(html, paragraph.Inline);
                html.Append("</p>\n");
                break;
            case CodeBlock code:
                html.Append("<pre><code>").Append(Escape(code.Lines.ToString())).Append("</code></pre>\n");
                break;
            case ThematicBreakBlock:
                html.Append("<hr>\n");
                break;
            case QuoteBlock quote:
                html.Append("<blockquote>\n");
                WriteBlocks(html, quote, tight: false);
                html.Append("</blockquote>\n");
                break;
            case ListBlock list:
                WriteList(html, list);
                break;
        }
    }

    private static void WriteList(StringBuilder html, ListBlock list)
    {
        html.Append(list.IsOrdered ? "<ol" : "<ul");
        if (list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start != 1)
            html.Append(CultureInfo.InvariantCulture, $" start=\"{start}\"");
        html.Append(">\n");
        foreach (var item in list.OfType<ListItemBlock>())
        {
            html.Append("<li>");
            WriteBlocks(html, item, tight: !list.IsLoose);
            if (html[^1] == '\n') html.Length--;
            html.Append("</li>\n");
        }

        html.Append(list.IsOrdered ? "</ol>\n" : "</ul>\n");
    }

    private static void WriteInlines(StringBuilder html, ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling) WriteInline(html, inline);
    }

    private static void WriteInline(StringBuilder html, Inline inline)
    {
        switch (inline)
        {
            case LinkInline { IsImage: false } link when SafeLink.TryRead(link.GetDynamicUrl?.Invoke() ?? link.Url, out var address):
                html.Append("<a href=\"").Append(Escape(address)).Append("\" rel=\"nofollow ugc noopener\">");
                WriteInlines(html, link);
                html.Append("</a>");
                break;
            case AutolinkInline auto:
                if (SafeLink.TryRead(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, out var target))
                    html.Append("<a href=\"").Append(Escape(target)).Append("\" rel=\"nofollow ugc noopener\">").Append(Escape(auto.Url)).Append("</a>");
                else html.Append(Escape(auto.Url));
                break;
            case EmphasisInline emphasis:
                html.Append(emphasis.DelimiterCount == 2 ? "<strong>" : "<em>");
                WriteInlines(html, emphasis);
                html.Append(emphasis.DelimiterCount == 2 ? "</strong>" : "</em>");
                break;
            case CodeInline code:
                html.Append("<code>").Append(Escape(code.Content)).Append("</code>");
                break;
            case MentionInline mention:
                html.Append("<bdi>").Append(Escape(mention.Words)).Append("</bdi>");
                break;
            case LineBreakInline { IsHard: true }:
                html.Append("<br>\n");
                break;
            // An image shows its description, and a link that leads nowhere safe shows its words: both are containers.
            case ContainerInline container:
                WriteInlines(html, container);
                break;
            default:
                html.Append(Escape(CommentMarkdownBlocks.LeafText(inline)));
                break;
        }
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(CommentMarkdownLimits.WithoutControls(text));
}

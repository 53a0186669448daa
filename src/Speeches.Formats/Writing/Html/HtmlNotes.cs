using System.Globalization;
using System.Text;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.Html;

/// <summary>Writes the annotations as numbered notes after the text.</summary>
internal static class HtmlNotes
{
    public static void Append(StringBuilder html, AnnotatedCopy copy, IReadOnlyList<NumberedThread> threads)
    {
        html.Append("<section class=\"notes\" aria-labelledby=\"annotations\">\n<h2 id=\"annotations\">Annotations</h2>\n");
        if (threads.Count == 0) html.Append("<p class=\"quiet\">There are no annotations in this copy.</p>\n");
        else
        {
            html.Append("<ol>\n");
            foreach (var thread in threads) AppendThread(html, copy, thread);
            html.Append("</ol>\n");
        }

        html.Append("</section>\n");
    }

    private static void AppendThread(StringBuilder html, AnnotatedCopy copy, NumberedThread thread)
    {
        var root = thread.Root;
        html.Append(CultureInfo.InvariantCulture, $"<li id=\"a-{HtmlText.Escape(root.Id)}\" value=\"{thread.Number}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"place\"><a href=\"#ref-{thread.Number}\">{HtmlText.Escape(Place(copy, root))}</a>");
        if (CopyWords.Sight(root) is { } sight) html.Append(CultureInfo.InvariantCulture, $" <span class=\"tag\" dir=\"auto\">{HtmlText.Escape(sight)}</span>");
        foreach (var tag in root.Tags) html.Append(CultureInfo.InvariantCulture, $" <span class=\"tag\" dir=\"auto\"># {HtmlText.Escape(tag)}</span>");
        if (root.Resolution is { } resolution)
            html.Append(CultureInfo.InvariantCulture, $" <span class=\"resolved\">✓ Resolved by {HtmlText.Escape(resolution.By.Name)} on {Time(resolution.At)}</span>");
        html.Append("</p>\n");
        if (root.Place?.Start is not null)
            html.Append(CultureInfo.InvariantCulture, $"<blockquote class=\"words\"{HtmlText.Language(copy.Text.Language)}>{HtmlText.Escape(root.Anchor.Exact)}</blockquote>\n");
        if (CopyWords.Standing(root) is { } standing) html.Append(CultureInfo.InvariantCulture, $"<p class=\"quiet\" dir=\"auto\">{HtmlText.Escape(standing)}</p>\n");
        if (root.Deleted is not null) html.Append(CultureInfo.InvariantCulture, $"<p class=\"quiet\">{CopyWords.Deleted}</p>\n");
        else AppendComment(html, root);
        if (thread.Thread.Replies.Count > 0)
        {
            html.Append("<ul class=\"replies\" aria-label=\"Replies\">\n");
            foreach (var reply in thread.Thread.Replies)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li id=\"a-{HtmlText.Escape(reply.Id)}\">\n");
                AppendComment(html, reply);
                html.Append("</li>\n");
            }

            html.Append("</ul>\n");
        }

        html.Append("</li>\n");
    }

    private static void AppendComment(StringBuilder html, Annotation annotation)
    {
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"who\"><b>{HtmlText.Escape(annotation.Author.Name)}</b> {Time(annotation.Created)}");
        if (annotation.Modified is { } modified) html.Append(CultureInfo.InvariantCulture, $" · edited {Time(modified)}");
        html.Append(CultureInfo.InvariantCulture, $"</p>\n<div class=\"comment\" dir=\"auto\">\n{CommentMarkdown.ToHtml(annotation.Body)}\n</div>\n");
    }

    private static string Place(AnnotatedCopy copy, Annotation root) => copy.Text.Find(root.Place?.BlockId ?? "") switch
    {
        _ when root.Place is null => "Without a place",
        { Number: { } number } => $"Paragraph {number}",
        { Kind: BlockKind.BlockQuotation } => "Quotation",
        { Kind: BlockKind.ListItem } => "List item",
        { Kind: BlockKind.Footnote } => "Footnote",
        _ => "Text",
    };

    private static string Time(DateTimeOffset moment) =>
        $"<time datetime=\"{moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\">{CopyWords.Moment(moment)}</time>";
}

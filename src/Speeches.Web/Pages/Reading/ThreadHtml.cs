using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Speeches.Annotations;

namespace Speeches.Web.Pages.Reading;

/// <summary>
/// Threads of a passage as HTML. Written by hand: a page has a hundred annotations, and Razor hands on each word between two values by
/// itself. Everything that was typed goes through the encoder or <c>CommentMarkdown</c>.
/// </summary>
/// <param name="passage">With its view.</param>
/// <param name="from">The first thread to write.</param>
/// <param name="to">One past the last.</param>
internal sealed class ThreadHtml(Passage passage, int from, int to) : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        for (var i = from; i < to; i++)
            Write(writer, encoder, passage.Threads[i]);
    }

    private void Write(TextWriter writer, HtmlEncoder encoder, AnnotationThread thread)
    {
        var (root, actor) = (thread.Root, passage.View.Actor);
        writer.Write(root.Resolution is null ? "<article class=\"thread\" id=\"a-" : "<article class=\"thread is-resolved\" id=\"a-");
        writer.Write(root.Id);
        writer.Write("\" tabindex=\"-1\" aria-label=\"Annotation by ");
        encoder.Encode(writer, root.Author.Name);
        writer.Write(" on ");
        encoder.Encode(writer, passage.Name);
        writer.Write("\">\n");
        if (root.Deleted is not null)
        {
            writer.Write("<p class=\"removed\">Deleted by ");
            writer.Write(root.DeletedBy is null || root.DeletedBy.Id == root.Author.Id ? "its author" : "an administrator");
            writer.Write("; the replies stay.</p>\n");
        }
        else
        {
            if (root.Anchor.Start is not null)
                WriteWords(writer, encoder, root.Anchor.Exact);
            AnnotationHtml.Write(writer, encoder, root, root, actor);
        }

        var replies = thread.Replies;
        var folded = replies.Count > Passage.UnfoldedReplies ? replies.Count - Passage.UnfoldedReplies + 1 : 0;
        if (folded > 0)
        {
            writer.Write("<details class=\"more\">\n<summary>");
            writer.Write(folded.ToString(CultureInfo.InvariantCulture));
            writer.Write(" earlier replies</summary>\n");
        }

        for (var i = 0; i < replies.Count; i++)
        {
            if (folded > 0 && i == folded)
                writer.Write("</details>\n");
            writer.Write("<div class=\"reply\" id=\"a-");
            writer.Write(replies[i].Id);
            writer.Write("\" tabindex=\"-1\">\n");
            AnnotationHtml.Write(writer, encoder, replies[i], root, actor);
            writer.Write("</div>\n");
        }

        writer.Write("</article>\n");
    }

    private void WriteWords(TextWriter writer, HtmlEncoder encoder, string words)
    {
        writer.Write("<blockquote");
        if (passage.View.Text.Language is { } language)
        {
            writer.Write(" lang=\"");
            encoder.Encode(writer, language);
            writer.Write('"');
        }

        writer.Write(" dir=\"auto\">");
        encoder.Encode(writer, Letterhead.Opening(words, 120));
        writer.Write("</blockquote>\n");
    }
}

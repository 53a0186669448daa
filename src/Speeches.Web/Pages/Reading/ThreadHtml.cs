using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Speeches.Annotations;

namespace Speeches.Web.Pages.Reading;

/// <summary>
/// Threads on one place as HTML. Written by hand: a page has a hundred annotations, and Razor hands on each word between two values by
/// itself. Everything that was typed goes through the encoder or <c>CommentMarkdown</c>.
/// </summary>
/// <param name="view">Of which they are a part.</param>
/// <param name="place">What to call the place in a sentence.</param>
/// <param name="threads">Those to write.</param>
internal sealed class ThreadHtml(ReadingView view, string place, IEnumerable<AnnotationThread> threads) : IHtmlContent
{
    private const int MostWords = 120;
    private const int MostWordsBefore = 300;

    /// <summary>Some of the threads of a passage.</summary>
    public ThreadHtml(Passage passage, int from, int to) : this(passage.View, passage.Name, passage.Threads.Take(from..to))
    {
    }

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var thread in threads)
            Write(writer, encoder, thread);
    }

    private void Write(TextWriter writer, HtmlEncoder encoder, AnnotationThread thread)
    {
        var (root, actor) = (thread.Root, view.Actor);
        writer.Write(root.Resolution is null ? "<article class=\"thread\" id=\"a-" : "<article class=\"thread is-resolved\" id=\"a-");
        writer.Write(root.Id);
        if (root.Place is { Start: { } start, End: { } end })
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"\" data-range=\"{start}:{end}"));
        writer.Write("\" tabindex=\"-1\" aria-label=\"Annotation by ");
        encoder.Encode(writer, root.Author.Name);
        writer.Write(" on ");
        encoder.Encode(writer, place);
        writer.Write("\">\n");
        if (root.Deleted is not null)
        {
            writer.Write("<p class=\"removed\">Deleted by ");
            writer.Write(root.DeletedBy is null || root.DeletedBy.Id == root.Author.Id ? "its author"
                : root.Audience.Group is null ? "an administrator" : "a moderator of the group");
            writer.Write("; the replies stay.</p>\n");
        }
        else
        {
            if (root.Anchor.Start is not null || root.State == AnchorState.Orphan)
                WriteWords(writer, encoder, root.Anchor.Exact, MostWords);
            if (root.Carriage is { } carriage && root.State is AnchorState.Changed or AnchorState.Orphan)
                WriteOrigin(writer, encoder, root, carriage);
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

    // Of a changed one the words before, which stand nowhere else on the page; and where they can be read.
    private void WriteOrigin(TextWriter writer, HtmlEncoder encoder, Annotation root, AnchorCarriage carriage)
    {
        var isChanged = root.State == AnchorState.Changed;
        var version = carriage.MadeOn.ToString(CultureInfo.InvariantCulture);
        writer.Write($"<div class=\"origin\">\n<p>{(isChanged ? "Changed since" : "Made on")} <a href=\"/speeches/{root.Slug}/v/{version}#a-{root.Id}\">version {version}</a>");
        writer.Write(isChanged ? ", where it said:</p>\n" : "</p>\n");
        if (isChanged)
            WriteWords(writer, encoder, carriage.Original.Exact, MostWordsBefore);
        writer.Write("</div>\n");
    }

    private void WriteWords(TextWriter writer, HtmlEncoder encoder, string words, int most)
    {
        writer.Write("<blockquote");
        if (view.Text.Language is { } language)
        {
            writer.Write(" lang=\"");
            encoder.Encode(writer, language);
            writer.Write('"');
        }

        writer.Write(" dir=\"auto\">");
        encoder.Encode(writer, Letterhead.Opening(words, most));
        writer.Write("</blockquote>\n");
    }
}

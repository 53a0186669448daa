using Markdig;
using Markdig.Syntax;

namespace Speeches.Formats;

/// <summary>What people type in annotations, as safe HTML and as blocks of runs for other formats.</summary>
public static class CommentMarkdown
{
    private static readonly CommentMarkdownCache Html = new(CommentMarkdownCache.DefaultCapacity);

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .Use<MentionParser>()
        .UseAutoLinks(new() { UseHttpsForWWWLinks = true })
        .Build();

    /// <summary>
    /// CommonMark without raw HTML; links only http, https and mailto, with <c>rel="nofollow ugc noopener"</c>; no images (their
    /// description is shown), no ids, classes or styles; headings become strong paragraphs, so that the page's outline stays right.
    /// Rendered results are kept in a bounded cache keyed by the words. Safe to call from many threads.
    /// </summary>
    /// <param name="markdown">Any text; what is too deeply nested or too long to be read as Markdown comes back as escaped text.</param>
    /// <returns>HTML without control characters and without characters that override the direction of text.</returns>
    public static string ToHtml(string markdown)
    {
        if (Html.Find(markdown) is { } known) return known;
        var html = CommentMarkdownSanitizer.Sanitize(CommentMarkdownHtml.Write(Parse(markdown), markdown));
        Html.Keep(markdown, html);
        return html;
    }

    /// <summary>The same as a flat list of blocks, for formats that have no HTML. Links are only those that <see cref="SafeLink"/> lets through.</summary>
    public static IReadOnlyList<CommentBlock> ToBlocks(string markdown) =>
        CommentMarkdownBlocks.Read(Parse(markdown), markdown);

    /// <summary>The syntax tree, or null where the text is to be taken as it stands.</summary>
    private static MarkdownDocument? Parse(string markdown)
    {
        if (!CommentMarkdownLimits.Allow(markdown)) return null;
        try
        {
            return Markdown.Parse(CommentMarkdownLimits.WithoutControls(markdown), Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses trees deeper than 128 with this exception. Nobody writes such a comment to be read.
            return null;
        }
    }
}

namespace Speeches.Formats;

/// <summary>What people type in annotations, as safe HTML.</summary>
public static class CommentMarkdown
{
    /// <summary>
    /// CommonMark without raw HTML; links only http, https and mailto, with <c>rel="nofollow ugc noopener"</c>; no images.
    /// Rendered results are kept in a bounded cache keyed by the words.
    /// </summary>
    public static string ToHtml(string markdown) => throw new NotImplementedException();

    /// <summary>The same words without markup, lines joined by spaces; for search, titles and folded threads.</summary>
    public static string ToPlainText(string markdown) => throw new NotImplementedException();
}

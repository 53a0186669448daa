using Ganss.Xss;

namespace Speeches.Formats;

/// <summary>
/// The second belt: the HTML is safe by the way it is made, and is then parsed as a browser would and stripped of everything that
/// is not on these short lists. Costs about as much as a database read, so callers keep the result.
/// </summary>
internal static class CommentMarkdownSanitizer
{
    // One instance serves all threads: it is never changed after it is made, which is what HtmlSanitizer asks for.
    private static readonly HtmlSanitizer Sanitizer = Create();

    public static string Sanitize(string html) => Sanitizer.Sanitize(html);

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a", "bdi",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "rel", "start" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
        });
        sanitizer.AllowDataAttributes = false;
        return sanitizer;
    }
}

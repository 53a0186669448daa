using System.Text;
using System.Text.Encodings.Web;

namespace Speeches.Web.Mailing;

/// <summary>The words of a mail as simple HTML: the same, with paragraphs, quoted lines set apart and addresses as links.</summary>
internal static class MailHtml
{
    /// <summary>A whole document.</summary>
    /// <param name="text">Plain text; an empty line between paragraphs, "&gt; " before quoted lines, an address alone on its line.</param>
    public static string Of(string text)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\"></head><body>\n");
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var isQuoted = lines.All(line => line.StartsWith('>'));
            html.Append(isQuoted ? "<blockquote><p>" : "<p>")
                .AppendJoin("<br>\n", lines.Select(line => Line(isQuoted ? line[1..].TrimStart() : line)))
                .Append(isQuoted ? "</p></blockquote>\n" : "</p>\n");
        }

        return html.Append("</body></html>\n").ToString();
    }

    // Only a line that is an address becomes a link: what people wrote leads nowhere from a mail.
    private static string Line(string line)
    {
        var encoded = HtmlEncoder.Default.Encode(line);
        var isAddress = (line.StartsWith("https://", StringComparison.Ordinal) || line.StartsWith("http://", StringComparison.Ordinal))
            && !line.Contains(' ', StringComparison.Ordinal);
        return isAddress ? $"<a href=\"{encoded}\">{encoded}</a>" : encoded;
    }
}

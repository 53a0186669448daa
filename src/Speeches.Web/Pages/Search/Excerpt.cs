using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Speeches.Rendering;

namespace Speeches.Web.Pages.Search;

/// <summary>Plain text with the words that were found marked. The text is escaped here, segment by segment; none of it is ever HTML.</summary>
/// <param name="text">The plain text.</param>
/// <param name="found">Half-open ranges of it.</param>
internal sealed class Excerpt(string text, IReadOnlyList<(int Start, int End)> found) : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var segment in Segments.Cut(text.Length, found, range => range))
        {
            var isFound = segment.Covering.Count > 0;
            writer.Write(isFound ? "<mark>" : "");
            encoder.Encode(writer, text, segment.Start, segment.End - segment.Start);
            writer.Write(isFound ? "</mark>" : "");
        }
    }
}

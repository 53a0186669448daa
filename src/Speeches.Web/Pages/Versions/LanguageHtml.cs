using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Speeches.Web.Pages.Library;

namespace Speeches.Web.Pages.Versions;

/// <summary>The name of a language in that language, marked as such; "language unknown" without one.</summary>
/// <param name="tag">BCP 47, or null.</param>
internal sealed class LanguageHtml(string? tag) : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (tag is null)
        {
            writer.Write("language unknown");
            return;
        }

        writer.Write("<bdi lang=\"");
        encoder.Encode(writer, tag);
        writer.Write("\">");
        encoder.Encode(writer, LanguageNames.Of(tag));
        writer.Write("</bdi>");
    }
}

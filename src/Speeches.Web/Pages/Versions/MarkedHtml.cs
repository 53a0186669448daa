using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Speeches.Web.Pages.Versions;

/// <summary>A text with a stretch of it marked; none where it is empty.</summary>
internal sealed class MarkedHtml(string text, int start, int end) : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var (from, to) = (Math.Clamp(start, 0, text.Length), Math.Clamp(end, 0, text.Length));
        encoder.Encode(writer, text, 0, from);
        if (from < to)
        {
            writer.Write("<mark>");
            encoder.Encode(writer, text, from, to - from);
            writer.Write("</mark>");
        }

        encoder.Encode(writer, text, Math.Max(from, to), text.Length - Math.Max(from, to));
    }
}

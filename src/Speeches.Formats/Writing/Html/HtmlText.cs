using System.Text;

namespace Speeches.Formats.Writing.Html;

/// <summary>Words and attribute values as HTML.</summary>
internal static class HtmlText
{
    /// <summary>The words with the four characters escaped that could end them; letters of every script stay themselves.</summary>
    public static string Escape(string? text) => Xml.Allowed(text ?? "")
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>Words as the value of a CSS <c>content</c>: nothing in them can end the string or the style element.</summary>
    public static string CssString(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var rune in Xml.Allowed(text).EnumerateRunes())
        {
            if (rune.Value is '"' or '\\' or '<' or '>' or '&' || rune.Value < ' ') result.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\{rune.Value:x6}");
            else result.Append(rune);
        }

        return result.Append('"').ToString();
    }

    /// <summary><c>lang</c> and <c>dir</c> attributes for a text in a language, with a space before them.</summary>
    public static string Language(string? language) =>
        language is null ? " dir=\"auto\"" : $" lang=\"{Escape(language)}\" dir=\"{(Direction.IsRightToLeft(language) ? "rtl" : "ltr")}\"";
}

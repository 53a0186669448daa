using System.Text;

namespace Speeches.Formats.Writing;

/// <summary>What XML 1.0 allows in text (production 2, Char), which HTML and Word share.</summary>
internal static class Xml
{
    /// <summary>The text without characters that XML forbids; half a surrogate pair becomes U+FFFD.</summary>
    public static string Allowed(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '\uD7FF')) return text;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is >= ' ' and not (0xFFFE or 0xFFFF) or '\t' or '\n' or '\r') result.Append(rune);
        return result.ToString();
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Speeches.Formats;

/// <summary>Which addresses may become links, in comments and in speeches alike.</summary>
public static class SafeLink
{
    /// <summary>
    /// The address, percent-encoded where needed, if it is absolute, its scheme is http, https or mailto, it holds no control
    /// character, and it names no user before the host (<c>https://un.org@example.org</c> reads as another host than it leads to).
    /// </summary>
    public static bool TryRead([NotNullWhen(true)] string? address, [NotNullWhen(true)] out string? safe)
    {
        safe = null;
        if (address is not { Length: > 0 and <= 2048 } || address.Any(char.IsControl)) return false;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return false;
        if (uri.Scheme is not ("http" or "https" or "mailto")) return false;
        if (uri.Scheme != "mailto" && (uri.UserInfo.Length > 0 || uri.Host.Length == 0)) return false;
        // Uri is lenient about white space and backslashes around the scheme; a browser might read such a string otherwise.
        if (!address.StartsWith(uri.Scheme + (uri.Scheme == "mailto" ? ":" : "://"), StringComparison.OrdinalIgnoreCase)) return false;
        safe = Encode(address);
        return true;
    }

    private static string Encode(string address)
    {
        if (address.All(IsPlain)) return address;
        var result = new StringBuilder(address.Length + 16);
        foreach (var rune in address.EnumerateRunes())
        {
            if (rune.IsAscii && IsPlain((char)rune.Value)) result.Append(rune);
            else result.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return result.ToString();
    }

    // Unreserved and reserved characters of RFC 3986, and the percent sign of what is encoded already.
    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || "-._~:/?#[]@!$&'()*+,;=%".Contains(c, StringComparison.Ordinal);
}

using System.Globalization;
using System.Text;

namespace Speeches.Web.Importing;

/// <summary>Names of source files as they are kept and shown.</summary>
internal static class SourceName
{
    private const int MostCharacters = 200;

    /// <summary>
    /// The last part of a path, without control characters and without the format characters that turn the direction of what follows:
    /// "speech&#x202E;cod.exe" must not look like a Word file.
    /// </summary>
    public static string Of(string? path)
    {
        var name = Visible((path ?? "").Replace('\\', '/').Split('/')[^1]).Trim();
        if (name.Length > MostCharacters)
            name = name[..MostCharacters].TrimEnd();
        return name is "" or "." or ".." ? "source" : name;
    }

    /// <summary>A text without control and format characters, to be shown on one line.</summary>
    public static string Visible(string text) => string.Concat(text.EnumerateRunes().Where(rune =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)));
}

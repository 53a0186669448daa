using System.Text;

namespace Speeches.Annotations;

/// <summary>
/// People named in Markdown: <c>@[Name]</c>. A display name may hold blanks and need not be unique, so it stands in brackets as it is, can
/// be read where nothing renders it, and needs no second name that people would have to choose and remember. Who is meant is decided
/// when the words are stored, by who may see them.
/// </summary>
public static class Mentions
{
    private const int LongestName = 80;

    /// <summary>What opens one.</summary>
    public const string Opening = "@[";

    /// <summary>The mention of a name; brackets and line feeds in it are left out.</summary>
    public static string Of(string name) => $"{Opening}{Plain(name)}]";

    /// <summary>The same for all spellings of a name that differ in case, white space or brackets only.</summary>
    public static string Key(string name) => Plain(name).ToUpperInvariant();

    /// <summary>The names mentioned, each once, in order; none from code.</summary>
    public static IReadOnlyList<string> In(string markdown)
    {
        var names = new List<string>();
        if (!markdown.Contains(Opening, StringComparison.Ordinal))
            return names;
        var fence = "";
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var text = line.TrimStart();
            var mark = text.StartsWith("```", StringComparison.Ordinal) ? "```" : text.StartsWith("~~~", StringComparison.Ordinal) ? "~~~" : "";
            if (mark.Length > 0 && (fence.Length == 0 || fence == mark))
                fence = fence.Length == 0 ? mark : "";
            else if (fence.Length == 0 && !line.StartsWith("    ", StringComparison.Ordinal) && !line.StartsWith('\t'))
                ReadLine(line, names);
        }

        return names;
    }

    /// <summary>Reads a mention that begins at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the <c>@</c> stands.</param>
    /// <param name="length">How long the mention is, with its brackets.</param>
    /// <returns>The name, or null where none is mentioned there.</returns>
    public static string? At(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 0;
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '\\') || !text[at..].StartsWith(Opening))
            return null;
        var rest = text[(at + Opening.Length)..];
        var end = rest[..Math.Min(rest.Length, LongestName + 1)].IndexOfAny("[]\n\r");
        if (end <= 0 || rest[end] != ']' || (end + 1 < rest.Length && rest[end + 1] is '(' or '['))
            return null; // a link, or nobody
        var name = Plain(rest[..end].ToString());
        length = name.Length == 0 ? 0 : Opening.Length + end + 1;
        return name.Length == 0 ? null : name;
    }

    private static void ReadLine(string line, List<string> names)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '`')
            {
                var ticks = line.AsSpan(i).IndexOfAnyExcept('`') is var run and >= 0 ? run : line.Length - i;
                var close = line.IndexOf(new string('`', ticks), i + ticks, StringComparison.Ordinal);
                i = close < 0 ? i + ticks - 1 : close + ticks - 1;
            }
            else if (line[i] == '@' && At(line, i, out var length) is { } name)
            {
                if (!names.Exists(known => Key(known) == Key(name)))
                    names.Add(name);
                i += length - 1;
            }
        }
    }

    private static string Plain(string name)
    {
        // Half a surrogate pair cannot be normalized.
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)).Normalize(NormalizationForm.FormC);
        return string.Join(' ', whole.Split(['[', ']', ' ', '\t', '\n', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
    }
}

using System.Text;

namespace Speeches.Formats.Writing.Markdown;

/// <summary>Words with a look, as CommonMark that reads back as the same words.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]<>~|$";

    /// <summary>Words escaped so that none of them is taken for markup, wherever they stand in a line.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            // An ampersand alone is itself; before a letter or a number sign it may open an entity. One at the end may be continued.
            var entity = c == '&' && (i + 1 == text.Length || text[i + 1] == '#' || char.IsAsciiLetter(text[i + 1]));
            if (entity || Special.Contains(c, StringComparison.Ordinal)) result.Append('\\');
            result.Append(c is '\n' or '\r' or '\t' ? ' ' : c);
        }

        return result.ToString();
    }

    /// <summary>
    /// The words within delimiters where CommonMark is sure to read them so, else within the elements they stand for: a
    /// delimiter beside a letter and a quotation mark, or beside another delimiter, can be read as an asterisk.
    /// </summary>
    /// <param name="output">What stands before.</param>
    /// <param name="text">Plain words.</param>
    /// <param name="bold">Strong emphasis.</param>
    /// <param name="italic">Emphasis.</param>
    /// <param name="next">The character of the text that follows, or null at the end.</param>
    public static void AppendStyled(StringBuilder output, string text, bool bold, bool italic, char? next)
    {
        var words = text.Trim();
        if (words.Length == 0 || !(bold || italic))
        {
            output.Append(Escape(text));
            return;
        }

        var lead = text.IndexOf(words, StringComparison.Ordinal);
        output.Append(Escape(text[..lead]));
        var trail = text[(lead + words.Length)..];
        var sure = Edge(output.Length == 0 ? null : output[^1]) && Edge(trail.Length > 0 ? trail[0] : next);
        var (open, close) = (bold, italic) switch
        {
            (true, true) => sure ? ("***", "***") : ("<strong><em>", "</em></strong>"),
            (true, false) => sure ? ("**", "**") : ("<strong>", "</strong>"),
            _ => sure ? ("*", "*") : ("<em>", "</em>"),
        };
        output.Append(open).Append(Escape(words)).Append(close).Append(Escape(trail));
    }

    /// <summary>A link's address as CommonMark takes it whatever it holds.</summary>
    /// <param name="address">From <see cref="SafeLink"/>, so without white space and angle brackets.</param>
    public static string Destination(string address) => address.AsSpan().ContainsAny("()*_") ? $"<{address}>" : address;

    /// <summary>
    /// A paragraph's lines with what would open a block (a list, a heading, a rule, a quotation, code) escaped at the start of each.
    /// </summary>
    public static string AtLineStart(string paragraph) =>
        string.Join('\n', paragraph.Split('\n').Select(line => StartLine(line)));

    private static string StartLine(string line)
    {
        var text = line.TrimStart(' ', '\t');
        if (text.Length == 0) return "";
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits > 0 && digits < text.Length && text[digits] is '.' or ')') return text.Insert(digits, "\\");
        return text[0] is '#' or '+' or '-' or '=' or ':' ? "\\" + text : text;
    }

    private static bool Edge(char? c) => c is null || char.IsWhiteSpace(c.Value) || (char.IsPunctuation(c.Value) && c is not ('*' or '_' or '\\'));
}

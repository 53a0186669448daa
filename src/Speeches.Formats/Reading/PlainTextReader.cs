using Speeches.Parsing;

namespace Speeches.Formats.Reading;

/// <summary>
/// Reads text that was laid out with spaces and form feeds, as programs that turn pages into text leave it: there a star or a
/// number at the start of a line is no markup, and a centred line is no code. Empty lines part blocks; a form feed is a page end.
/// </summary>
public sealed class PlainTextReader : ISpeechReader
{
    private const int Centred = 8;
    private const int FirstBytes = 2_000;

    // A page end counts as this many empty lines; more than one tells the parser that a paragraph may go on behind it.
    private const int PageEnd = 2;

    /// <inheritdoc />
    public bool Recognizes(ReadOnlySpan<byte> source)
    {
        if (!SourceText.IsText(source))
            return false;
        if (source.Contains((byte)'\f'))
            return true;

        var start = source[..Math.Min(source.Length, FirstBytes)];
        foreach (var range in start.Split((byte)'\n'))
        {
            var line = start[range];
            var indent = line.IndexOfAnyExcept((byte)' ');
            if (indent >= Centred && line[indent] is >= (byte)'A' and <= (byte)'Z')
                return true;
        }

        return false;
    }

    /// <inheritdoc />
    public SourceDocument Read(ReadOnlyMemory<byte> source, ReadingLimits? limits = null)
    {
        var text = SourceText.Decode(source.Span);
        var lines = new List<SourceLine>();
        var (number, blank, from) = (1, 0, 0);
        var page = text.Contains('\f', StringComparison.Ordinal) ? 1 : 0;
        while (from <= text.Length)
        {
            var length = text.AsSpan(from).IndexOfAny('\n', '\r', '\f');
            var end = length < 0 ? text.Length : from + length;
            var words = text.AsSpan(from, end - from).Trim();
            if (!words.IsEmpty)
            {
                lines.Add(new SourceLine
                {
                    Number = number,
                    Text = words.ToString(),
                    BlankLinesBefore = blank,
                    StartsBlock = blank > 0 || lines.Count == 0,
                    Page = page,
                });
                blank = 0;
            }
            else if (end > from || end == text.Length || text[end] != '\f')
            {
                blank++;
            }

            if (end < text.Length && text[end] == '\f')
                (blank, page) = (blank + PageEnd, page + 1);
            else
                number++;
            from = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return new SourceDocument("text/plain", lines.ToArray());
    }
}

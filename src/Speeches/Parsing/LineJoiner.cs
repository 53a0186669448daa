using System.Text;

namespace Speeches.Parsing;

/// <summary>
/// Joins the lines of one block to its text: with a space, with nothing (see <see cref="LineEndHyphens"/>), or with a line feed
/// under a <see cref="SpanKind.LineBreak"/> where the source asks for a break. A break before a lower-case word is one that a
/// converter left where the line was full, and counts as a space.
/// </summary>
internal sealed class LineJoiner(LineEndHyphens hyphens)
{
    // How many spans may be open at the end of a line: emphasis in strong in a link is three.
    private const int MostOpen = 8;
    private readonly StringBuilder _text = new();

    /// <summary>Joins lines; the offsets of their spans are carried along, and a span cut by a line end is one again.</summary>
    internal (string Text, List<Span>? Spans) Join(ReadOnlySpan<SourceLine> lines)
    {
        if (lines.Length == 1)
            return (lines[0].Text, lines[0].Spans.Count == 0 ? null : [.. lines[0].Spans]);

        _text.Clear();
        List<Span>? spans = null;
        SourceLine? before = null;
        foreach (var line in lines)
        {
            if (line.Text.Length == 0)
                continue;
            var end = _text.Length;
            if (before is not null)
                Meet(before, line, ref end, ref spans);
            var offset = _text.Length;
            _text.Append(line.Text);
            foreach (var span in line.Spans)
                Add(spans ??= [], span, offset, end);
            before = line;
        }

        return (_text.ToString(), spans);
    }

    private void Meet(SourceLine before, SourceLine line, ref int end, ref List<Span>? spans)
    {
        if (before.HardBreakAfter && !char.IsLower(line.Text[0]))
        {
            (spans ??= []).Add(new Span(end, end + 1, SpanKind.LineBreak));
            _text.Append('\n');
            return;
        }

        switch (hyphens.Between(before.Text, line.Text))
        {
            case LineEndHyphens.Join.Space:
                _text.Append(' ');
                break;
            case LineEndHyphens.Join.DropHyphen:
                _text.Length--;
                if (spans is not null)
                    Clip(spans, _text.Length);
                end--;
                break;
            default:
                break;
        }
    }

    private static void Add(List<Span> spans, Span span, int offset, int endOfLineBefore)
    {
        if (span.Start == 0 && offset > 0 && span.Kind is SpanKind.Emphasis or SpanKind.Strong or SpanKind.Link)
        {
            // The reader cuts a span at the end of each line; a stretch that reaches it goes on here.
            for (var i = spans.Count - 1; i >= Math.Max(0, spans.Count - MostOpen); i--)
            {
                if (spans[i].End == endOfLineBefore && spans[i].Kind == span.Kind && spans[i].Target == span.Target)
                {
                    spans[i] = spans[i] with { End = offset + span.End };
                    return;
                }
            }
        }

        spans.Add(span with { Start = offset + span.Start, End = offset + span.End });
    }

    private static void Clip(List<Span> spans, int length)
    {
        for (var i = spans.Count - 1; i >= Math.Max(0, spans.Count - MostOpen); i--)
        {
            if (spans[i].End > length)
                spans[i] = spans[i] with { End = length };
            if (spans[i].Start >= spans[i].End)
                spans.RemoveAt(i);
        }
    }
}

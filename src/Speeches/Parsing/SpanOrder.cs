namespace Speeches.Parsing;

/// <summary>Brings spans into the order that a block promises.</summary>
internal static class SpanOrder
{
    /// <summary>By start, then the longer one first, then by kind.</summary>
    internal static List<Span> Sort(List<Span> spans)
    {
        if (spans.Count > 1)
            spans.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? b.End.CompareTo(a.End) : a.Kind.CompareTo(b.Kind));
        return spans;
    }

    /// <summary>Widens spans that a source's markup lets begin or end inside a character, and puts them in order.</summary>
    internal static List<Span> Tidy(string text, List<Span> spans)
    {
        for (var i = spans.Count - 1; i >= 0; i--)
        {
            var span = spans[i];
            var (start, end) = (Graphemes.Floor(text, span.Start), Graphemes.Ceiling(text, span.End));
            if (start >= end)
                spans.RemoveAt(i);
            else if (start != span.Start || end != span.End)
                spans[i] = span with { Start = start, End = end };
        }

        return Sort(spans);
    }
}

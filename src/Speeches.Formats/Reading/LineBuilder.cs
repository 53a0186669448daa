using System.Text;
using Speeches.Parsing;

namespace Speeches.Formats.Reading;

/// <summary>Collects the lines of a source that is a tree of blocks and runs: words with a look become lines with spans.</summary>
internal sealed class LineBuilder
{
    private readonly List<SourceLine> _lines = [];
    private readonly StringBuilder _text = new();
    private readonly List<Span> _spans = [];
    private SourceRole _role;
    private int _level;
    private string? _marker;
    private bool _starts = true;
    private int _blank;

    /// <summary>Called with the index of a line that was added, how many code units were cut off its front, and its length.</summary>
    internal Action<int, int, int>? Added { get; init; }

    /// <summary>How many code units the line being built has.</summary>
    internal int Length => _text.Length;

    /// <summary>Whether the line being built is empty or ends in a space, so that another would show nowhere.</summary>
    internal bool EndsInSpace => _text.Length == 0 || _text[^1] == ' ';

    /// <summary>Whether no line of the block has been added yet.</summary>
    internal bool IsAtBlockStart => _starts;

    /// <summary>The line of the source that is being read, from 1; null where lines are counted as they come.</summary>
    internal int? Number { get; set; }

    /// <summary>The lines so far.</summary>
    internal int Count => _lines.Count;

    internal IReadOnlyList<SourceLine> Lines => _lines;

    /// <summary>Says what the block is that the next words belong to. Words that wait for their line's end belong to it as well.</summary>
    internal void Begin(SourceRole role, int level = 0, string? marker = null) => (_role, _level, _marker, _starts) = (role, level, marker, true);

    /// <summary>Adds words to the line; tabs, line ends and other controls are spaces, soft hyphens are nothing.</summary>
    internal void Append(ReadOnlySpan<char> words, Look look = default)
    {
        var start = _text.Length;
        foreach (var c in words)
        {
            // Controls of direction are left over from page layout, or hide what is written: the text is in its logical order without them.
            if (c is '\u00AD' or '\uFFFE' or '\uFFFF' || SourceText.BidiControls.Contains(c))
                continue;
            _text.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        if (look.Strong)
            Cover(start, SpanKind.Strong, null);
        if (look.Emphasis)
            Cover(start, SpanKind.Emphasis, null);
        if (look.Link is not null)
            Cover(start, SpanKind.Link, look.Link);
    }

    /// <summary>Adds the mark of a note, printed between brackets as Markdown's are.</summary>
    internal void AppendNote(string label)
    {
        var start = _text.Length;
        _text.Append('[').Append(label).Append(']');
        _spans.Add(new Span(start, _text.Length, SpanKind.NoteMark, label));
    }

    /// <summary>Ends the line, not the block.</summary>
    internal void Break(bool hard) => Flush(hard);

    /// <summary>Ends the block; one without words counts as an empty line.</summary>
    internal void End()
    {
        if (!Flush(hard: false) && _starts)
            _blank++;
        _starts = true;
    }

    private void Cover(int start, SpanKind kind, string? target)
    {
        if (_text.Length == start)
            return;
        // Word processors cut runs anywhere: what goes on with the same look is one span.
        for (var i = _spans.Count - 1; i >= 0 && i >= _spans.Count - 3; i--)
        {
            if (_spans[i].Kind == kind && _spans[i].End == start && _spans[i].Target == target)
            {
                _spans[i] = _spans[i] with { End = _text.Length };
                return;
            }
        }

        _spans.Add(new Span(start, _text.Length, kind, target));
    }

    private bool Flush(bool hard)
    {
        var raw = _text.ToString();
        var text = raw.Trim();
        var lead = raw.Length - raw.AsSpan().TrimStart().Length;
        var spans = new List<Span>(_spans.Count);
        foreach (var span in _spans)
        {
            var (start, end) = (Math.Max(0, span.Start - lead), Math.Min(text.Length, span.End - lead));
            if (start < end)
                spans.Add(span with { Start = start, End = end });
        }

        _text.Clear();
        _spans.Clear();
        if (text.Length == 0)
            return false;

        _lines.Add(new SourceLine
        {
            Number = Number ?? _lines.Count + 1,
            Text = text,
            Spans = spans,
            Role = _role,
            Level = _level,
            Marker = _marker,
            StartsBlock = _starts,
            BlankLinesBefore = _starts ? _blank : 0,
            HardBreakAfter = hard,
        });
        (_marker, _starts, _blank) = (null, false, 0);
        Added?.Invoke(_lines.Count - 1, lead, text.Length);
        return true;
    }

    /// <summary>How words are printed.</summary>
    internal readonly record struct Look(bool Strong, bool Emphasis, string? Link);
}

namespace Speeches.Formats.Reading.Docx;

/// <summary>Finds the words that each comment stands on, cut at the end of the line on which it begins.</summary>
internal sealed class CommentRanges
{
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Start, int End)> _closed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Line, int Start, int End)> _found = new(StringComparer.Ordinal);

    /// <summary>The place of a comment, or null.</summary>
    internal (int Line, int Start, int End)? Place(string id) => _found.TryGetValue(id, out var place) ? place : null;

    /// <summary>A comment begins at an offset of the line being built.</summary>
    internal void Start(string? id, int offset)
    {
        if (id is not null && !_found.ContainsKey(id))
            _open.TryAdd(id, offset);
    }

    /// <summary>A comment ends.</summary>
    internal void End(string? id, int offset)
    {
        if (id is not null && _open.Remove(id, out var start))
            _closed.TryAdd(id, (start, offset));
    }

    /// <summary>The mark of a comment; one without a range is on the whole line.</summary>
    internal void Mark(string? id)
    {
        if (id is not null && !_found.ContainsKey(id) && !_closed.ContainsKey(id) && !_open.ContainsKey(id))
            _closed.Add(id, (0, 0));
    }

    /// <summary>A line was added: the comments that were waiting for it are placed.</summary>
    internal void Added(int line, int lead, int length)
    {
        if (_closed.Count == 0 && _open.Count == 0)
            return;
        foreach (var (id, (start, end)) in _closed)
        {
            var (from, to) = (Math.Clamp(start - lead, 0, length), Math.Clamp(end - lead, 0, length));
            _found.TryAdd(id, from < to ? (line, from, to) : (line, 0, length));
        }

        _closed.Clear();
        foreach (var (id, start) in _open.ToArray())
        {
            var from = Math.Clamp(start - lead, 0, length);
            if (from == length)
                _open[id] = 0;
            else if (_open.Remove(id))
                _found.TryAdd(id, (line, from, length));
        }
    }

    /// <summary>Gives what still waits the last line.</summary>
    internal void Finish(LineBuilder lines)
    {
        if (lines.Count > 0)
            Added(lines.Count - 1, 0, lines.Lines[^1].Text.Length);
    }
}

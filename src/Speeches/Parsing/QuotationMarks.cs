using System.Buffers;

namespace Speeches.Parsing;

/// <summary>A passage between two quotation marks of one text.</summary>
/// <param name="Open">Where the opening mark stands.</param>
/// <param name="Start">First code unit of the words.</param>
/// <param name="End">One past the last code unit of the words.</param>
/// <param name="Close">One past the closing mark.</param>
internal readonly record struct Passage(int Open, int Start, int End, int Close);

/// <summary>
/// Pairs the quotation marks of a text: “ ”, „ “, « », ‘ ’ and the straight ones, nested as they are printed. A single mark between
/// letters is an apostrophe; one that never closes is an apostrophe too; a double one that never closes is reported. Two
/// passages are apart or one holds the other; they never cross.
/// </summary>
internal sealed class QuotationMarks
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("“”„\"«»‘’'");
    // Nobody quotes a quotation of a quotation of … deeper than this; a soup of marks must not make words without end of it.
    private const int DeepestNesting = 8;
    private readonly List<(int At, char Closes)> _open = [];

    /// <summary>The passages of the last text, ordered by their opening marks.</summary>
    internal List<Passage> Passages { get; } = [];

    /// <summary>Where the double marks of the last text stand that never closed.</summary>
    internal List<int> Unclosed { get; } = [];

    /// <summary>Reads a text.</summary>
    /// <param name="text">One block's text: a quotation does not run on from one block to the next.</param>
    /// <param name="next">The text of the next block: where it opens with the same mark, the quotation goes on there by convention.</param>
    internal void Read(string text, string? next)
    {
        Passages.Clear();
        Unclosed.Clear();
        _open.Clear();
        for (var i = text.AsSpan().IndexOfAny(Marks); i >= 0;)
        {
            Mark(text, i);
            var rest = text.AsSpan(i + 1).IndexOfAny(Marks);
            i = rest < 0 ? -1 : i + 1 + rest;
        }

        if (_open is [var (at, closes), ..] && IsDouble(closes) && next is [var reopened, ..] && reopened == text[at])
        {
            Discard(1);
            _open.Clear();
            Add(text, at, text.Length, text.Length);
        }

        Discard(0);
        if (Passages.Count > 1)
            Passages.Sort(static (a, b) => a.Open.CompareTo(b.Open));
        if (Unclosed.Count > 1)
            Unclosed.Sort();
    }

    private void Mark(string text, int i)
    {
        switch (text[i])
        {
            case '“' when _open is [.., (_, '“')]:
                Close(text, i, '“');
                break;
            case '“':
                _open.Add((i, '”'));
                break;
            case '„':
                _open.Add((i, '“'));
                break;
            case '”':
                if (!Close(text, i, '”'))
                    Close(text, i, '“');
                break;
            case '«':
                _open.Add((i, '»'));
                break;
            case '»':
                Close(text, i, '»');
                break;
            case '"':
                Straight(text, i);
                break;
            case '‘':
                if (OpensBefore(text, i) && StartsWord(text, i))
                    _open.Add((i, '’'));
                break;
            default:
                Single(text, i);
                break;
        }
    }

    private void Straight(string text, int i)
    {
        var opens = OpensBefore(text, i) && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
        var isOpen = IndexOf('"') >= 0;
        if (opens && (!isOpen || StartsWord(text, i)))
            _open.Add((i, '"'));
        else if (isOpen)
            Close(text, i, '"');
    }

    private void Single(string text, int i)
    {
        var mark = text[i];
        if (mark == '\'' && OpensBefore(text, i) && StartsWord(text, i))
        {
            _open.Add((i, '\''));
            return;
        }

        // Only the innermost one closes: inside a double quotation an apostrophe does not end what stands around it.
        if (StartsWord(text, i) || i == 0 || char.IsWhiteSpace(text[i - 1]) || _open is not [.., var (_, closes)] || closes != mark)
            return;
        if (!IsPossessive(text, i, mark))
            Close(text, i, mark);
    }

    /// <summary>"the States’ actions": a plural's apostrophe, where a better closing mark follows.</summary>
    private static bool IsPossessive(string text, int i, char mark)
    {
        if (text[i - 1] is not ('s' or 'S') || i + 2 >= text.Length || text[i + 1] != ' ' || !char.IsLower(text[i + 2]))
            return false;
        var end = text.AsSpan(i + 1).IndexOfAny('“', '”', '‘');
        var rest = text.AsSpan(i + 1, end < 0 ? Math.Min(text.Length - i - 1, 500) : Math.Min(end, 500));
        for (var at = rest.IndexOf(mark); at >= 0;)
        {
            if (at > 0 && !char.IsWhiteSpace(rest[at - 1]) && (at + 1 == rest.Length || !char.IsLetterOrDigit(rest[at + 1])))
                return true;
            var more = rest[(at + 1)..].IndexOf(mark);
            at = more < 0 ? -1 : at + 1 + more;
        }

        return false;
    }

    private bool Close(string text, int at, char closes)
    {
        var index = IndexOf(closes);
        if (index < 0)
            return false;
        Discard(index + 1);
        var open = _open[index].At;
        _open.RemoveAt(index);
        if (index < DeepestNesting)
            Add(text, open, at, at + 1);
        return true;
    }

    private void Add(string text, int open, int end, int close)
    {
        var start = open + 1;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        // A combining mark may sit on the mark itself.
        (start, end) = (Graphemes.Ceiling(text, start), Graphemes.Floor(text, end));
        if (start < end)
            Passages.Add(new Passage(open, start, end, close));
    }

    private void Discard(int from)
    {
        for (var i = from; i < _open.Count; i++)
        {
            if (IsDouble(_open[i].Closes))
                Unclosed.Add(_open[i].At);
        }

        _open.RemoveRange(from, _open.Count - from);
    }

    private int IndexOf(char closes)
    {
        // Marks nest two or three deep; a soup of opening marks must not make this quadratic.
        for (var i = _open.Count - 1; i >= Math.Max(0, _open.Count - 16); i--)
        {
            if (_open[i].Closes == closes)
                return i;
        }

        return -1;
    }

    private static bool IsDouble(char closes) => closes is not ('’' or '\'');

    private static bool StartsWord(string text, int i) => i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);

    private static bool OpensBefore(string text, int i) =>
        i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '–' or '—' or '-' or '/' or '“' or '„' or '«' or '‘' or '"' or '\'';
}

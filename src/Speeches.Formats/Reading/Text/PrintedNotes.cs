using System.Globalization;
using Speeches.Parsing;

namespace Speeches.Formats.Reading.Text;

/// <summary>
/// Finds the notes that text without markup prints below itself: blocks at its end that count from 1 ("1 See …", "[1] See …", "¹ See …"),
/// each with its mark in the text above, printed without a space before it ("the past year.1"), or all of them below a rule.
/// </summary>
internal static class PrintedNotes
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string BeforeMark = ".,;:!?”\"’»)]。，؟";
    private const int MostNotes = 99;

    /// <summary>The document with its notes as such, and their marks in brackets; the same document where it has none.</summary>
    internal static SourceDocument Mark(SourceDocument document)
    {
        var lines = document.Lines;
        if (First(lines) is not (> 0 and var first) || Notes(lines, first) is not { Count: > 0 } notes)
            return document;
        var marked = new SourceLine[lines.Count];
        for (var i = 0; i < lines.Count; i++)
            marked[i] = lines[i];

        var (line, from, found) = (0, 0, 0);
        for (var number = 1; number <= notes.Count; number++)
        {
            if (!Link(marked, first, number, notes[number - 1].Style, ref line, ref from))
                break;
            found++;
        }

        if (found < notes.Count && !(found == 0 && IsRule(lines[first - 1].Text)))
            return document;
        for (var i = first; i < marked.Length; i++)
        {
            var note = notes.FindIndex(note => note.Line == i);
            marked[i] = note < 0 ? marked[i] with { Role = SourceRole.Footnote, StartsBlock = false } : marked[i] with
            {
                Role = SourceRole.Footnote,
                Level = 0,
                StartsBlock = true,
                Marker = (note + 1).ToString(CultureInfo.InvariantCulture),
                Text = marked[i].Text[notes[note].Length..],
                Spans = [],
            };
        }

        return document with { Lines = marked };
    }

    /// <summary>The last line that begins a note 1; -1 where there is none.</summary>
    private static int First(IReadOnlyList<SourceLine> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (lines[i].Role == SourceRole.Text && (lines[i].StartsBlock || (i > 0 && IsRule(lines[i - 1].Text))) && Begins(lines[i].Text, 1) > 0)
                return i;
        }

        return -1;
    }

    /// <summary>The notes from a line to the end; null where anything else stands among them.</summary>
    private static List<Note>? Notes(IReadOnlyList<SourceLine> lines, int first)
    {
        var notes = new List<Note>();
        for (var i = first; i < lines.Count; i++)
        {
            if (lines[i].Role != SourceRole.Text || notes.Count > MostNotes)
                return null;
            if (Begins(lines[i].Text, notes.Count + 1) is > 0 and var length)
                notes.Add(new Note(i, length, lines[i].Text[0]));
            else if (lines[i].StartsBlock)
                return null;
        }

        return notes;
    }

    /// <summary>How long the mark of a note is that a line begins with, and the space behind it; 0 where it begins with none.</summary>
    private static int Begins(string text, int number)
    {
        if (text.Length == 0 || (text[0] != '[' && !char.IsAsciiDigit(text[0]) && !Superscripts.Contains(text[0], StringComparison.Ordinal)))
            return 0;
        var digits = number.ToString(CultureInfo.InvariantCulture);
        foreach (var (mark, space) in (ReadOnlySpan<(string, bool)>)[($"[{digits}]", false), (Raised(digits), false), (digits, true)])
        {
            if (!text.StartsWith(mark, StringComparison.Ordinal) || text.Length < mark.Length + 3 || (space && text[mark.Length] is not (' ' or '\t')))
                continue;
            var end = mark.Length;
            while (end < text.Length && char.IsWhiteSpace(text[end]))
                end++;
            return end < text.Length && !char.IsLower(text[end]) && !char.IsDigit(text[end]) ? end : 0;
        }

        return 0;
    }

    /// <summary>Finds the mark of a note behind the place of the last one, and sets it in brackets.</summary>
    private static bool Link(SourceLine[] lines, int first, int number, char style, ref int line, ref int from)
    {
        var label = number.ToString(CultureInfo.InvariantCulture);
        for (; line < first; line++, from = 0)
        {
            var text = lines[line].Text;
            foreach (var mark in style == '[' ? [$"[{label}]"] : (string[])[Raised(label), label])
            {
                for (var at = text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.Ordinal); at > 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
                {
                    if (!IsMark(text, at, at + mark.Length, isRaised: mark != label))
                        continue;
                    lines[line] = WithMark(lines[line], at, mark.Length, label);
                    from = at + label.Length + 2;
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsMark(string text, int start, int end, bool isRaised) =>
        (end == text.Length || !char.IsLetterOrDigit(text[end])) && (isRaised || char.IsLetter(text[start - 1]) || BeforeMark.Contains(text[start - 1], StringComparison.Ordinal))
        && !(end < text.Length && text[end] is '/' or '-' && !isRaised);

    private static SourceLine WithMark(SourceLine line, int start, int length, string label)
    {
        var longer = label.Length + 2 - length;
        var spans = new List<Span>(line.Spans.Count + 1);
        foreach (var span in line.Spans)
            spans.Add(span with { Start = span.Start > start ? span.Start + longer : span.Start, End = span.End > start ? span.End + longer : span.End });
        spans.Add(new Span(start, start + label.Length + 2, SpanKind.NoteMark, label));
        return line with { Text = $"{line.Text[..start]}[{label}]{line.Text[(start + length)..]}", Spans = spans };
    }

    private static string Raised(string digits) => string.Concat(digits.Select(digit => Superscripts[digit - '0']));

    private static bool IsRule(string text) => text.Length >= 3 && text.AsSpan().IndexOfAnyExcept("_-–—") < 0;

    private readonly record struct Note(int Line, int Length, char Style);
}

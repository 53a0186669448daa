using System.Text;

namespace Speeches.Formats.Writing.Markdown;

/// <summary>Writes the words of a block, with emphasis, links, line breaks and the marks of notes.</summary>
/// <param name="footnotes">The ids of the speech's footnotes; a mark that leads to none of them stays as printed.</param>
internal sealed class MarkdownInlines(IReadOnlySet<string> footnotes)
{
    private readonly StringBuilder _output = new();
    private readonly List<string> _waiting = [];
    private string? _link;

    /// <summary>The block's words, each range of an annotation followed by its mark.</summary>
    public static string Write(AnnotatedBlock block, IReadOnlySet<string> footnotes)
    {
        var inlines = new MarkdownInlines(footnotes);
        var pieces = block.Pieces;
        for (var i = 0; i < pieces.Count; i++)
        {
            var first = i;
            // An annotation that starts here changes nothing in Markdown: what looks the same is written as one.
            while (i + 1 < pieces.Count && pieces[i].Ending.Count == 0 && Look(pieces[i]) == Look(pieces[i + 1]) && !IsSign(pieces[i]) && !IsSign(pieces[i + 1])) i++;
            var text = string.Concat(pieces.Skip(first).Take(i - first + 1).Select(piece => piece.Text));
            var next = pieces[i].Ending.Count > 0 ? '[' : i + 1 < pieces.Count ? pieces[i + 1].Text.FirstOrDefault(' ') : (char?)null;
            inlines.Append(pieces[i], text, next);
        }

        inlines.EndLink();
        foreach (var thread in block.Whole) inlines.Mark(Label(thread));
        return inlines._output.ToString();
    }

    /// <summary>The label of an annotation's footnote.</summary>
    public static string Label(NumberedThread thread) => $"[^a{thread.Number}]";

    private static (bool, bool, string?) Look(Piece piece) => (piece.Has(SpanKind.Strong), piece.Has(SpanKind.Emphasis), piece.Link);

    private static bool IsSign(Piece piece) => piece.Has(SpanKind.NoteMark) || piece.Has(SpanKind.LineBreak);

    private void Append(Piece piece, string text, char? next)
    {
        if (piece.Link != _link)
        {
            EndLink();
            if (piece.Link is not null) Bracket("[");
            _link = piece.Link;
        }

        if (piece.Has(SpanKind.LineBreak)) _output.Append("\\\n");
        else if (piece.Target(SpanKind.NoteMark) is { } note && footnotes.Contains(note)) Mark($"[^{note}]");
        else
        {
            // "[^a1](" would be read as a link.
            var followsMark = text.StartsWith('(') && _output is [.., ']'];
            if (followsMark) _output.Append("\\(");
            MarkdownText.AppendStyled(_output, followsMark ? text[1..] : text, piece.Has(SpanKind.Strong), piece.Has(SpanKind.Emphasis), next);
        }

        foreach (var thread in piece.Ending) Mark(Label(thread));
    }

    /// <summary>A footnote's mark; within a link it waits for the link's end, since a link cannot hold another.</summary>
    private void Mark(string label)
    {
        if (_link is not null) _waiting.Add(label);
        else Bracket(label);
    }

    private void EndLink()
    {
        if (_link is not null) _output.Append("](").Append(MarkdownText.Destination(_link)).Append(')');
        _link = null;
        foreach (var label in _waiting) Bracket(label);
        _waiting.Clear();
    }

    private void Bracket(string label)
    {
        // "![" would be read as an image.
        if (_output is [.., '!']) _output.Insert(_output.Length - 1, '\\');
        _output.Append(label);
    }
}

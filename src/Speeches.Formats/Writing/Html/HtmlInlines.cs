using System.Globalization;
using System.Text;

namespace Speeches.Formats.Writing.Html;

/// <summary>Writes the words of a block: emphasis, links, marked words and the numbers of notes.</summary>
/// <param name="html">Where to.</param>
/// <param name="footnotes">The ids of the speech's footnotes; a mark that leads to none of them stays as printed.</param>
internal sealed class HtmlInlines(StringBuilder html, IReadOnlySet<string> footnotes)
{
    private readonly List<NumberedThread> _waiting = [];
    private readonly HashSet<string> _marks = new(StringComparer.Ordinal);

    /// <summary>The block's words; each annotated range is marked and followed by the number of its note.</summary>
    public void Append(AnnotatedBlock block)
    {
        string? link = null;
        foreach (var piece in block.Pieces)
        {
            if (piece.Link != link)
            {
                if (link is not null) EndLink();
                if (piece.Link is not null) html.Append("<a href=\"").Append(HtmlText.Escape(piece.Link)).Append("\" rel=\"noopener noreferrer\">");
                link = piece.Link;
            }

            AppendPiece(piece, link is not null);
            _waiting.AddRange(piece.Ending);
            if (link is null) Notes();
        }

        if (link is not null) EndLink();
        _waiting.AddRange(block.Whole);
        Notes();
    }

    /// <summary>The number of a note as a link to it.</summary>
    public static string Note(NumberedThread thread) => string.Create(
        CultureInfo.InvariantCulture,
        $"<sup class=\"ref\"><a id=\"ref-{thread.Number}\" href=\"#a-{HtmlText.Escape(thread.Root.Id)}\" aria-label=\"Annotation {thread.Number}\">{thread.Number}</a></sup>");

    private void AppendPiece(Piece piece, bool inLink)
    {
        if (piece.Has(SpanKind.LineBreak))
        {
            html.Append("<br>");
            return;
        }

        if (piece.Target(SpanKind.NoteMark) is { } note && footnotes.Contains(note) && !inLink)
        {
            // Only the first mark of a note can be what its way back leads to.
            var id = _marks.Add(note) ? $" id=\"mark-{HtmlText.Escape(note)}\"" : "";
            html.Append(CultureInfo.InvariantCulture, $"<sup><a{id} href=\"#{HtmlText.Escape(note)}\" aria-label=\"Footnote {HtmlText.Escape(piece.Text)}\">{HtmlText.Escape(piece.Text)}</a></sup>");
            return;
        }

        (bool On, string Open, string Close)[] looks =
        [
            (piece.Threads.Count > 0, "<mark>", "</mark>"),
            (piece.Has(SpanKind.Quotation), "<span class=\"said\">", "</span>"),
            (piece.Has(SpanKind.Strong), "<strong>", "</strong>"),
            (piece.Has(SpanKind.Emphasis), "<em>", "</em>"),
            (piece.Has(SpanKind.NoteMark), "<sup>", "</sup>"),
        ];
        foreach (var look in looks.Where(look => look.On)) html.Append(look.Open);
        html.Append(HtmlText.Escape(piece.Text));
        foreach (var look in looks.Reverse().Where(look => look.On)) html.Append(look.Close);
    }

    /// <summary>A link cannot hold another, so the numbers of notes on its words wait for its end.</summary>
    private void EndLink()
    {
        html.Append("</a>");
        Notes();
    }

    private void Notes()
    {
        foreach (var thread in _waiting) html.Append(Note(thread));
        _waiting.Clear();
    }
}

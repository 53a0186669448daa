using System.Text;
using AngleSharp.Dom;
using Speeches.Parsing;

namespace Speeches.Formats.Reading.Html;

/// <summary>Goes through a page and gathers its lines. White space is laid out as browsers do.</summary>
internal sealed class HtmlWalk(LineBuilder lines, HtmlPage page, HtmlNotes notes)
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul",
    };

    private string? _note;
    private int _breaks;

    /// <summary>Reads an element as the text.</summary>
    internal void Read(IElement root)
    {
        Children(root, default, default);
        EndBlock();
    }

    /// <summary>Reads a note.</summary>
    internal void ReadNote((string Label, IElement Block) note)
    {
        EndBlock();
        _note = note.Label;
        var place = new Place(SourceRole.Footnote, 0, new Marker { Text = note.Label });
        Begin(note.Block, place);
        Children(note.Block, place, default);
        EndBlock();
        _note = null;
    }

    private void Children(INode parent, Place place, LineBuilder.Look look)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
                Words(text.Data, parent, place, look);
            else if (node is IElement element && !page.IsSite(element) && (_note is not null || !notes.IsNote(element)))
                Element(element, place, look);
        }
    }

    private void Element(IElement element, Place place, LineBuilder.Look look)
    {
        if (_note is { } label && HtmlNotes.LeadsBack(element, label))
            return;
        if (Blocks.Contains(element.LocalName))
        {
            Block(element, place, look);
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                Break(element, place);
                break;
            case "a" when notes.Mark(element) is { } mark:
                Before(element, place);
                lines.AppendNote(mark);
                break;
            case "a" when SafeLink.TryRead(element.GetAttribute("href")?.Trim(), out var address):
                Children(element, place, look with { Link = address });
                break;
            case "em" or "i" or "cite" or "dfn":
                Children(element, place, look with { Emphasis = true });
                break;
            case "strong" or "b":
                // A heading is bold as a whole; that says nothing.
                Children(element, place, look with { Strong = place.Role != SourceRole.Heading });
                break;
            case "q":
                Words("“", element, place, look);
                Children(element, place, look);
                Words("”", element, place, look);
                break;
            default:
                Children(element, place, look);
                break;
        }
    }

    private void Block(IElement element, Place place, LineBuilder.Look look)
    {
        EndBlock();
        switch (element.LocalName)
        {
            case ['h', >= '1' and <= '6'] when place.Role is SourceRole.Text or SourceRole.ListItem:
                place = new Place(SourceRole.Heading, element.LocalName[1] - '0', null);
                break;
            case "blockquote" when place.Role != SourceRole.Footnote:
                place = new Place(SourceRole.Quotation, 0, null);
                break;
            case "ul" or "ol" or "dir":
                Items(element, place, look);
                return;
            case "tr":
                Row(element, place, look);
                return;
            default:
                break;
        }

        Begin(element, place);
        Children(element, place, look);
        EndBlock();
    }

    private void Items(IElement list, Place place, LineBuilder.Look look)
    {
        if (place.Role is SourceRole.Text or SourceRole.ListItem)
            place = new Place(SourceRole.ListItem, place.Level + 1, null);
        var step = list.HasAttribute("reversed") ? -1 : 1;
        var number = list.GetAttribute("start").Number() ?? (step > 0 ? 1 : list.Children.Count(child => child.LocalName == "li"));
        var format = list.GetAttribute("type") switch
        {
            "a" => "lowerLetter",
            "A" => "upperLetter",
            "i" => "lowerRoman",
            "I" => "upperRoman",
            _ => "decimal",
        };
        foreach (var item in list.Children)
        {
            if (page.IsSite(item))
                continue;
            if (item.LocalName != "li")
            {
                Element(item, place, look);
                continue;
            }

            number = item.GetAttribute("value").Number() ?? number;
            var marker = list.LocalName == "ol" ? NumberFormats.Print(number, format) + "." : "•";
            number = unchecked(number + step);
            if (_note is null && notes.IsNote(item))
                continue;
            EndBlock();
            var inside = place with { Marker = place.Role == SourceRole.Footnote ? place.Marker : new Marker { Text = marker } };
            Begin(item, inside);
            Children(item, inside, look);
            EndBlock();
        }
    }

    /// <summary>A row of plain cells is one block with a line a cell; a table that lays out a page is read cell by cell.</summary>
    private void Row(IElement row, Place place, LineBuilder.Look look)
    {
        var cells = row.Children.Where(cell => cell.LocalName is "td" or "th").ToArray();
        if (cells.Length < 2 || cells.Any(cell => cell.Children.Any(child => Blocks.Contains(child.LocalName))))
        {
            foreach (var cell in cells)
                Block(cell, place, look);
            return;
        }

        Begin(row, place);
        foreach (var cell in cells)
        {
            Children(cell, place, look);
            lines.Break(hard: cell != cells[^1]);
        }

        EndBlock();
    }

    private void Begin(IElement element, Place place)
    {
        lines.Number = element.SourceReference?.Position.Line ?? lines.Number;
        lines.Begin(place.Role, place.Level);
        _breaks = 0;
    }

    /// <summary>Before the first words of a line: the block they belong to may have been ended by one inside it.</summary>
    private void Before(INode node, Place place)
    {
        _breaks = 0;
        if (lines.Length > 0)
            return;
        if (node is IElement { SourceReference: { } source })
            lines.Number = source.Position.Line;
        if (lines.IsAtBlockStart)
            lines.Begin(place.Role, place.Level, place.Marker?.Take());
    }

    private void Break(IElement element, Place place)
    {
        // Two in a row part paragraphs, as pages without paragraphs have them.
        if (++_breaks == 2)
        {
            EndBlock();
            Begin(element, place);
            _breaks = 2;
            return;
        }

        lines.Break(hard: true);
    }

    private void Words(string text, INode parent, Place place, LineBuilder.Look look)
    {
        var isLaidOut = parent is IElement { LocalName: "pre" };
        var words = new StringBuilder(text.Length);
        var atSpace = lines.EndsInSpace;
        foreach (var c in text)
        {
            if (isLaidOut && c == '\n')
            {
                Flush();
                lines.Break(hard: true);
                atSpace = true;
            }
            else if (c is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                if (!atSpace)
                    words.Append(' ');
                atSpace = true;
            }
            else
            {
                words.Append(c);
                atSpace = false;
            }
        }

        Flush();

        void Flush()
        {
            if (words.Length == 0)
                return;
            if (words.Length > 1 || words[0] != ' ')
                Before(parent, place);
            lines.Append(words.ToString(), look);
            words.Clear();
        }
    }

    private void EndBlock()
    {
        if (lines.Length > 0 || !lines.IsAtBlockStart)
            lines.End();
    }

    /// <summary>What the words of an element are.</summary>
    private readonly record struct Place(SourceRole Role, int Level, Marker? Marker);

    /// <summary>A marker, printed before the first words of its item only.</summary>
    private sealed class Marker
    {
        internal string? Text { get; set; }

        internal string? Take()
        {
            var text = Text;
            Text = null;
            return text;
        }
    }
}

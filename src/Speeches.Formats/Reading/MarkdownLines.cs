using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Speeches.Parsing;
using MarkdownBlock = Markdig.Syntax.Block;

namespace Speeches.Formats.Reading;

/// <summary>Collects the lines of Markdown blocks: words with spans, cut at line ends.</summary>
internal sealed class MarkdownLines(string source)
{
    // An empty line or two is layout; this many tells the parser that a page may have ended.
    private const int PageEnd = 2;
    private readonly List<SourceLine> _lines = [];
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, SpanKind Kind, string? Target)> _open = [];
    private List<Span>? _spans;
    private MarkdownReader.Place _place;
    private int _number;
    private int _blank;
    private bool _starts;
    private bool _pageEnded;

    /// <summary>The printed marker for the next line; taken by it.</summary>
    internal string? Marker { get; set; }

    internal SourceLine[] ToArray() => [.. _lines];

    /// <summary>Remembers a rule across the page, which often stands where a page ended.</summary>
    internal void EndPage() => _pageEnded = true;

    /// <summary>The printed mark of a note.</summary>
    internal static string Label(Footnote note) => note.Label is ['^', .. var label] ? label : note.Label ?? "";

    /// <summary>Adds a block with inline markup.</summary>
    internal void Add(LeafBlock block, MarkdownReader.Place place)
    {
        Begin(block, place);
        if (block.Inline?.FirstChild is LiteralInline { NextSibling: null } only)
        {
            Flush(only.Content.AsSpan(), hardBreak: false);
            return;
        }

        Walk(block.Inline!);
        Flush(hardBreak: false);
    }

    /// <summary>Adds a block of preformatted lines as text; each keeps its own line.</summary>
    internal void AddLines(LeafBlock block, MarkdownReader.Place place)
    {
        Begin(block, place);
        // A fenced block's first line is the fence.
        if (block is FencedCodeBlock)
            _number++;
        for (var i = 0; i < block.Lines.Count; i++)
            Flush(block.Lines.Lines[i].Slice.AsSpan(), hardBreak: true);
    }

    /// <summary>Adds words that stand for a block.</summary>
    internal void AddText(MarkdownBlock block, string words, MarkdownReader.Place place)
    {
        Begin(block, place);
        Flush(words, hardBreak: false);
    }

    private void Begin(MarkdownBlock block, MarkdownReader.Place place)
    {
        (_place, _number, _starts, _spans) = (place, block.Line + 1, true, null);
        _blank = BlankLinesBefore(block.Span.Start);
        if (_pageEnded)
            _blank = Math.Max(_blank, PageEnd);
        _pageEnded = false;
        _text.Clear();
        _open.Clear();
    }

    private void Walk(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    _text.Append(literal.Content.AsSpan());
                    break;
                case LineBreakInline end:
                    Flush(end.IsHard);
                    break;
                case EmphasisInline emphasis:
                    Over(emphasis, emphasis.DelimiterCount >= 2 ? SpanKind.Strong : SpanKind.Emphasis);
                    break;
                case LinkInline { IsImage: false } link when Address(link.Url) is { } address:
                    Over(link, SpanKind.Link, address);
                    break;
                case AutolinkInline link:
                    Open(SpanKind.Link, Address(link.IsEmail ? $"mailto:{link.Url}" : link.Url));
                    _text.Append(link.Url);
                    Close();
                    break;
                case FootnoteLink { IsBackLink: false } mark:
                    Open(SpanKind.NoteMark, Label(mark.Footnote));
                    _text.Append('[').Append(Label(mark.Footnote)).Append(']');
                    Close();
                    break;
                case CodeInline code:
                    AppendPlain(code.Content);
                    break;
                case HtmlEntityInline entity:
                    AppendPlain(entity.Transcoded.AsSpan());
                    break;
                case HtmlInline html:
                    AppendPlain(html.Tag);
                    break;
                case ContainerInline other:
                    Walk(other);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Appends words that may spell out line ends and controls ("&amp;#10;"): they are spaces in a line.</summary>
    private void AppendPlain(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
            _text.Append(char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' || SourceText.BidiControls.Contains(c, StringComparison.Ordinal) ? ' ' : c);
    }

    private void Over(ContainerInline container, SpanKind kind, string? target = null)
    {
        Open(kind, target);
        Walk(container);
        Close();
    }

    private void Open(SpanKind kind, string? target) => _open.Add((_text.Length, kind, target));

    private void Close()
    {
        var (start, kind, target) = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        // A link to what is no address is only its words.
        if (_text.Length > start && (kind != SpanKind.Link || target is not null))
            (_spans ??= []).Add(new Span(start, _text.Length, kind, target));
    }

    private void Flush(bool hardBreak)
    {
        for (var i = 0; i < _open.Count; i++)
        {
            var (start, kind, target) = _open[i];
            if (_text.Length > start)
                (_spans ??= []).Add(new Span(start, _text.Length, kind, target));
            _open[i] = (0, kind, target);
        }

        var text = _text.ToString();
        _text.Clear();
        Flush(text, hardBreak);
    }

    private void Flush(ReadOnlySpan<char> text, bool hardBreak)
    {
        var trimmed = text.Trim();
        if (!trimmed.IsEmpty)
        {
            var line = trimmed.ToString();
            _lines.Add(new SourceLine
            {
                Number = _number,
                Text = line,
                Spans = _spans is null ? [] : Moved(_spans, text.Length - text.TrimStart().Length, line.Length),
                Role = _place.Role,
                Level = _place.Level,
                Marker = Marker,
                BlankLinesBefore = _starts ? _blank : 0,
                StartsBlock = _starts,
                HardBreakAfter = hardBreak,
            });
            (_starts, Marker) = (false, null);
        }

        _spans = null;
        _number++;
    }

    /// <summary>The spans on the trimmed line.</summary>
    private static List<Span> Moved(List<Span> spans, int trimmed, int length)
    {
        var moved = new List<Span>(spans.Count);
        foreach (var span in spans)
        {
            var (start, end) = (Math.Max(0, span.Start - trimmed), Math.Min(length, span.End - trimmed));
            if (start < end)
                moved.Add(span.Start == start && span.End == end ? span : span with { Start = start, End = end });
        }

        return moved;
    }

    /// <summary>Lines above a place that hold nothing but white space and the marks of a block quotation.</summary>
    private int BlankLinesBefore(int position)
    {
        var before = source.AsSpan(0, Math.Clamp(position, 0, source.Length));
        var blank = 0;
        for (var end = before.LastIndexOf('\n'); end >= 0; blank++)
        {
            before = before[..end];
            end = before.LastIndexOf('\n');
            if (before[(end + 1)..].ContainsAnyExcept(" \t\r>"))
                break;
        }

        return blank;
    }

    private static string? Address(string? url) =>
        url is not null && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            ? url : null;
}

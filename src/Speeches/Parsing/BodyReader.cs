namespace Speeches.Parsing;

/// <summary>
/// Turns the lines below the header into blocks: salutations, numbered paragraphs, headings, list items, block quotations, and
/// the footnotes last. A block is a run of lines that its format holds together; a paragraph that a page end cut in two is one.
/// </summary>
internal sealed class BodyReader(SourceLine[] lines, Vocabulary vocabulary)
{
    /// <summary>The first letter of a block's id: one for each <see cref="BlockKind"/>, in its order.</summary>
    internal const string Letters = "hspqln";

    // The title is of the first level.
    private const int UnmarkedHeading = 2;
    private const int LongItem = 120;
    private readonly LineJoiner _joiner = new(new LineEndHyphens(lines, vocabulary));
    private readonly List<BlockLines> _text = [];
    private readonly List<BlockLines> _notes = [];

    /// <summary>The blocks from a line to the end of the source.</summary>
    internal List<Block> Read(int from)
    {
        Gather(from);
        var itemsAreParagraphs = NumbersItsParagraphs();
        var notes = NoteIds();
        var blocks = new List<Block>(_text.Count + _notes.Count);
        Span<int> running = stackalloc int[Letters.Length];
        foreach (var part in _text)
            Add(blocks, part, itemsAreParagraphs, notes, running);
        foreach (var part in _notes)
            Add(blocks, part, false, notes, running);
        return blocks;
    }

    private void Gather(int from)
    {
        var (afterSalutation, blockEnd) = (false, from);
        for (var i = from; i < lines.Length;)
        {
            if (i >= blockEnd)
                blockEnd = HeaderReader.BlockEnd(lines, i);
            var end = blockEnd;
            var salutation = Salutations.Lines(lines.AsSpan(i), end - i, afterSalutation, vocabulary);
            afterSalutation = salutation > 0;
            if (afterSalutation)
                end = i + salutation;
            else if (lines[i].Role == SourceRole.Text)
                end = OverPageEnds(end);

            var kind = lines[i].Role switch
            {
                SourceRole.Heading => BlockKind.Heading,
                SourceRole.ListItem => BlockKind.ListItem,
                SourceRole.Quotation => BlockKind.BlockQuotation,
                SourceRole.Footnote => BlockKind.Footnote,
                _ => afterSalutation ? BlockKind.Salutation
                    : Headings.Is(lines.AsSpan(i, end - i), lines.AsSpan(end)) ? BlockKind.Heading : BlockKind.Paragraph,
            };
            (kind == BlockKind.Footnote ? _notes : _text).Add(new BlockLines(kind, i, end));
            i = end;
        }
    }

    /// <summary>Goes on over page ends: more than one empty line, in the middle of a sentence that goes on in lower case.</summary>
    private int OverPageEnds(int end)
    {
        while (end < lines.Length && lines[end] is { Role: SourceRole.Text, BlankLinesBefore: > 1, Text: [var first, ..] }
            && !EndsSentence(lines[end - 1].Text) && (char.IsLower(first) || EndsOpen(lines[end - 1].Text)))
        {
            end++;
            while (end < lines.Length && !lines[end].StartsBlock && lines[end].Role == SourceRole.Text)
                end++;
        }

        return end;
    }

    /// <summary>Whether a line ends with a word that none can end with ("of the" / "United Nations").</summary>
    private bool EndsOpen(string text) => vocabulary.OpenEnded.Contains(text.AsSpan(text.LastIndexOf(' ') + 1));

    private static bool EndsSentence(string text)
    {
        var words = text.AsSpan().TrimEnd(" \t”\"’'»)]");
        return words.IsEmpty || words[^1] is '.' or '!' or '?' or ':' or ';' or '…' or '。' or '؟';
    }

    /// <summary>
    /// Whether the printed numbers are those of the paragraphs ("1. It is a great honour …"): numbered items of the first level
    /// that hold more than every other paragraph, and are long on average or have no paragraph before them to announce a list.
    /// </summary>
    private bool NumbersItsParagraphs()
    {
        var (items, inItems, elsewhere, announced) = (0, 0, 0, false);
        foreach (var part in _text)
        {
            if (part.Kind is BlockKind.Salutation or BlockKind.Heading)
                continue;
            var length = 0;
            for (var i = part.Start; i < part.End; i++)
                length += lines[i].Text.Length;
            if (IsNumbered(part))
                (items, inItems) = (items + 1, inItems + length);
            else
                (elsewhere, announced) = (elsewhere + length, announced || items == 0);
        }

        return items > 0 && inItems > elsewhere && (!announced || inItems / items >= LongItem);
    }

    private bool IsNumbered(BlockLines part) =>
        part.Kind == BlockKind.ListItem && lines[part.Start] is { Level: 1, Marker: [>= '0' and <= '9', ..] };

    private Dictionary<string, string>? NoteIds()
    {
        Dictionary<string, string>? ids = null;
        foreach (var part in _notes)
            _ = lines[part.Start].Marker is { } marker && (ids ??= []).TryAdd(marker, $"n{ids.Count + 1}");
        return ids;
    }

    private void Add(List<Block> blocks, BlockLines part, bool itemsAreParagraphs, Dictionary<string, string>? notes, Span<int> running)
    {
        var first = lines[part.Start];
        var (text, spans) = _joiner.Join(lines.AsSpan(part.Start, part.End - part.Start));
        var kind = itemsAreParagraphs && IsNumbered(part) ? BlockKind.Paragraph : part.Kind;
        var number = ++running[(int)kind];
        blocks.Add(new Block
        {
            Id = $"{Letters[(int)kind]}{number}",
            Kind = kind,
            Number = kind == BlockKind.Paragraph ? number : null,
            Level = kind is BlockKind.Heading ? Math.Max(first.Level, first.Role == SourceRole.Heading ? 0 : UnmarkedHeading)
                : kind is BlockKind.ListItem ? first.Level : 0,
            Marker = first.Marker,
            Text = text,
            Spans = spans is null ? [] : SpanOrder.Tidy(text, Linked(spans, notes)),
            SourceLine = first.Number,
            SourcePage = first.Page,
        });
    }

    /// <summary>Points note marks, which carry the printed mark, to the blocks of their notes.</summary>
    private static List<Span> Linked(List<Span> spans, Dictionary<string, string>? notes)
    {
        for (var i = spans.Count - 1; i >= 0; i--)
        {
            if (spans[i].Kind != SpanKind.NoteMark)
                continue;
            if (notes is not null && spans[i].Target is { } mark && notes.TryGetValue(mark, out var id))
                spans[i] = spans[i] with { Target = id };
            else
                spans.RemoveAt(i);
        }

        return spans;
    }

    private readonly record struct BlockLines(BlockKind Kind, int Start, int End);
}

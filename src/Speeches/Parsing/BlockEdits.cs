using System.Globalization;
using Speeches.Annotations;

namespace Speeches.Parsing;

/// <summary>
/// What a person changes in how a text is parted: joins a block with the next, splits one, says what one is. No word is added or
/// lost; spans stay on their words; ids and numbers follow; and quotations are found again. All are pure.
/// </summary>
/// <remarks>All throw <see cref="SpeechesError"/>: <see cref="ErrorKind.NotFound"/> for an unknown block, <see cref="ErrorKind.Refused"/> for what makes no sense.</remarks>
public static class BlockEdits
{
    /// <summary>Puts the words of the next block behind those of a block, which stays what it is.</summary>
    public static (ParsedSpeech Speech, string BlockId) Join(ParsedSpeech speech, string blockId)
    {
        var (blocks, at) = Find(speech, blockId);
        if (at + 1 == blocks.Count || (blocks[at].Kind == BlockKind.Footnote) != (blocks[at + 1].Kind == BlockKind.Footnote))
            throw new SpeechesError(ErrorKind.Refused, "There is nothing behind this part that it could be joined with. Nothing was changed.");
        var (first, second) = (blocks[at], MarkerInText(blocks[at + 1]));
        var space = BetweenWords(first.Text, second.Text);
        var offset = first.Text.Length + space.Length;
        var text = first.Text + space + second.Text;
        var spans = new List<Span>(first.Spans);
        foreach (var span in second.Spans)
        {
            // Emphasis up to the end and emphasis from the beginning are one, as they were before a split.
            var moved = span with { Start = span.Start + offset, End = span.End + offset };
            var touching = span.Start > 0 ? -1 : spans.FindIndex(before => before.End == first.Text.Length && before.Kind == span.Kind && before.Target == span.Target);
            if (touching < 0)
                spans.Add(moved);
            else
                spans[touching] = spans[touching] with { End = moved.End };
        }

        blocks[at] = first with { Text = text, Spans = spans };
        blocks.RemoveAt(at + 1);
        return Settle(speech, blocks, at, second.Id);
    }

    /// <summary>Splits a block before each of these places; white space there goes.</summary>
    /// <param name="speech">The speech.</param>
    /// <param name="blockId">The block.</param>
    /// <param name="places">Indexes in the block's text, in UTF-16 code units; one inside a character counts as before it.</param>
    public static (ParsedSpeech Speech, string BlockId) Split(ParsedSpeech speech, string blockId, IReadOnlyList<int> places)
    {
        var (blocks, at) = Find(speech, blockId);
        var block = blocks[at];
        List<Block> parts = [];
        var start = 0;
        foreach (var place in places.Select(place => Graphemes.Floor(block.Text, place)).Append(block.Text.Length).Distinct().Order())
        {
            if (Cut(block, start, place) is { } part)
                parts.Add(parts.Count == 0 ? part : part with { Marker = null });
            start = place;
        }

        if (parts.Count < 2)
            throw new SpeechesError(ErrorKind.Refused, "A part is split where words stand on both sides. Nothing was changed.", "words");
        blocks.RemoveAt(at);
        blocks.InsertRange(at, parts);
        return Settle(speech, blocks, at, null);
    }

    /// <summary>Says what a block is. A printed marker goes back among the words where the new kind shows none, and out of them where it does.</summary>
    public static (ParsedSpeech Speech, string BlockId) Retype(ParsedSpeech speech, string blockId, BlockKind kind)
    {
        var (blocks, at) = Find(speech, blockId);
        var block = blocks[at];
        if (block.Kind == kind)
            return (speech, blockId);
        var changed = kind is BlockKind.ListItem or BlockKind.Footnote ? MarkerFromText(block)
            : kind == BlockKind.Paragraph && block.Marker is [>= '0' and <= '9', ..] ? block // as the numbered paragraphs of a source keep theirs
            : MarkerInText(block);
        blocks.RemoveAt(at);
        // Notes come last, whatever becomes one or no longer is one.
        var to = Math.Min(at, blocks.Count);
        if (kind == BlockKind.Footnote || block.Kind == BlockKind.Footnote)
            to = blocks.FindIndex(other => other.Kind == BlockKind.Footnote) is var note && note < 0 ? blocks.Count
                : kind == BlockKind.Footnote ? blocks.FindIndex(note, other => other.SourceLine > block.SourceLine) is var after && after < 0 ? blocks.Count : after
                : note;
        blocks.Insert(to, changed with { Kind = kind, Level = kind is BlockKind.Heading or BlockKind.ListItem ? Math.Max(1, block.Level) : 0 });
        return Settle(speech, blocks, to, null);
    }

    /// <summary>
    /// The places where somebody who may only add line breaks to a block's words has added some: as many more line breaks stand
    /// there as in the text itself. Other white space may differ.
    /// </summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> where the words differ.</exception>
    public static IReadOnlyList<int> PlacesOfLineBreaks(string text, string typed)
    {
        List<int> places = [];
        var (i, j) = (0, 0);
        while (true)
        {
            var (breaks, added) = (0, 0);
            for (; i < text.Length && char.IsWhiteSpace(text[i]); i++)
                breaks += text[i] == '\n' ? 1 : 0;
            for (; j < typed.Length && char.IsWhiteSpace(typed[j]); j++)
                added += typed[j] == '\n' ? 1 : 0;
            if (i == text.Length && j == typed.Length)
                return places;
            if (i == text.Length || j == typed.Length || text[i] != typed[j])
                throw new SpeechesError(ErrorKind.Refused, "The words themselves cannot be changed here: only line breaks may be added. Nothing was changed.", "words");
            if (added > breaks && i > 0)
                places.Add(i);
            (i, j) = (i + 1, j + 1);
        }
    }

    /// <summary>The speech with its quotations as they are now: after its parts or its language changed.</summary>
    public static ParsedSpeech FindQuotations(ParsedSpeech speech)
    {
        List<Block> blocks = [.. speech.Blocks.Select(block => block with
        {
            Spans = SpanOrder.Sort([.. block.Spans.Where(span => span.Kind is not (SpanKind.Quotation or SpanKind.Title))]),
        })];
        List<ParseDiagnostic> diagnostics = [.. speech.Diagnostics.Where(found => found.Code != QuotationFinder.Unclosed)];
        var quotations = new QuotationFinder(Vocabulary.For(speech.Header.Language), diagnostics).Find(blocks);
        return speech with { Blocks = blocks, Quotations = quotations, Diagnostics = diagnostics };
    }

    private static (List<Block> Blocks, int At) Find(ParsedSpeech speech, string blockId)
    {
        var at = speech.Blocks.ToList().FindIndex(block => block.Id == blockId);
        return at >= 0 ? (speech.Blocks.ToList(), at)
            : throw new SpeechesError(ErrorKind.NotFound, "There is no such part of the text any more. Nothing was changed.");
    }

    private static Block? Cut(Block block, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(block.Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(block.Text[end - 1]))
            end--;
        if (start == end)
            return null;
        var spans = block.Spans
            .Select(span => span with { Start = Math.Max(span.Start, start) - start, End = Math.Min(span.End, end) - start })
            .Where(span => span.Start < span.End);
        return block with { Text = block.Text[start..end], Spans = [.. spans] };
    }

    // Words are apart by a space, but not in scripts that write none.
    private static string BetweenWords(string before, string after) =>
        before.Length > 0 && after.Length > 0 && IsIdeographic(before[^1]) && IsIdeographic(after[0]) ? "" : " ";

    private static bool IsIdeographic(char c) => c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF');

    private static Block MarkerInText(Block block)
    {
        if (block.Marker is not { } marker)
            return block;
        var offset = marker.Length + 1;
        return block with
        {
            Marker = null,
            Text = $"{marker} {block.Text}",
            Spans = [.. block.Spans.Select(span => span with { Start = span.Start + offset, End = span.End + offset })],
        };
    }

    private static Block MarkerFromText(Block block)
    {
        var length = block.Text.IndexOf(' ', StringComparison.Ordinal);
        if (block.Marker is not null || length is < 1 or > 5 || !IsMarker(block.Text.AsSpan(0, length)))
            return block;
        return Cut(block, length, block.Text.Length) is { } rest ? rest with { Marker = block.Text[..length] } : block;
    }

    // "3", "3.", "(a)", "iv)", "•", "*", "[2]": something short that is no word.
    private static bool IsMarker(ReadOnlySpan<char> word)
    {
        var inner = word.Trim("()[].");
        return inner.Length switch
        {
            0 => false,
            1 => inner.Length < word.Length || char.IsDigit(inner[0]) || !char.IsLetter(inner[0]),
            _ => IsNumber(inner) || (inner.Length < word.Length && inner.TrimStart("ivxlcIVXLC").IsEmpty),
        };
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber))
                return false;
        }

        return true;
    }

    /// <summary>Names and numbers the blocks anew, leads marks to their notes under the new names, and finds the quotations again.</summary>
    private static (ParsedSpeech Speech, string BlockId) Settle(ParsedSpeech speech, List<Block> blocks, int at, string? joined)
    {
        Span<int> running = stackalloc int[BodyReader.Letters.Length];
        Dictionary<string, string> notes = [];
        for (var i = 0; i < blocks.Count; i++)
        {
            var (block, number) = (blocks[i], ++running[(int)blocks[i].Kind]);
            var id = $"{BodyReader.Letters[(int)block.Kind]}{number}";
            if (block.Kind == BlockKind.Footnote)
                notes.TryAdd(block.Id, id);
            if (block.Kind == BlockKind.Footnote && i == at && joined is not null)
                notes.TryAdd(joined, id);
            blocks[i] = block with { Id = id, Number = block.Kind == BlockKind.Paragraph ? number : null };
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            var spans = blocks[i].Spans
                .Where(span => span.Kind != SpanKind.NoteMark || (span.Target is { } note && notes.ContainsKey(note)))
                .Select(span => span.Kind == SpanKind.NoteMark ? span with { Target = notes[span.Target!] } : span);
            blocks[i] = blocks[i] with { Spans = [.. spans] };
        }

        var comments = PrintedComment.Carried(speech.Comments, speech.Blocks, blocks);
        return (FindQuotations(speech with { Blocks = blocks, Comments = comments }), blocks[at].Id);
    }
}

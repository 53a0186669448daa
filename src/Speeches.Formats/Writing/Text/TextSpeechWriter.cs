using System.Globalization;
using System.Text;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.Text;

/// <summary>Plain text in 80 columns, annotations as numbered notes after the speech.</summary>
internal sealed class TextSpeechWriter : ISpeechWriter
{
    private const string Rule = "--------------------------------------------------------------------------------";

    public string Format => "txt";

    public string MediaType => "text/plain; charset=utf-8";

    public string Label => "Plain text";

    public string Description => "Words only, annotations as numbered notes; leaves out emphasis and where links lead in the speech.";

    public void Write(AnnotatedCopy copy, Stream output)
    {
        var layout = CopyLayout.Of(copy);
        var paragraphs = Head(copy)
            .Concat(Body(layout))
            .Concat(layout.Threads.Count == 0 ? [] : layout.Threads.SelectMany(thread => Thread(copy, thread)).Prepend("ANNOTATIONS").Prepend(Rule));
        output.Write(Encoding.UTF8.GetBytes(string.Join("\n\n", paragraphs.Where(paragraph => paragraph.Length > 0)) + "\n"));
    }

    private static IEnumerable<string> Head(AnnotatedCopy copy)
    {
        var header = copy.Speech.Header;
        var title = copy.Speech.DisplayTitle;
        yield return Lines([header.Organization, header.Office]);
        yield return Lines([title]);
        yield return Lines([header.Occasion == title ? null : header.Occasion]);
        yield return Lines([header.Kind == title ? null : header.Kind]);
        foreach (var speaker in header.Speakers) yield return Lines(CopyWords.Capacities(speaker).Prepend(CopyWords.Name(speaker)));
        yield return Lines([header.DeliveredBy is null ? null : "Delivered by " + header.DeliveredBy, CopyWords.Occasion(header), header.Symbol, .. header.Notes]);
        yield return Rule;
        yield return string.Join('\n', CopyWords.Facts(copy).Select(fact => TextWrap.Wrap(fact.Words, fact.Label.PadRight(11), new string(' ', 11))));
        yield return Rule;
    }

    private static IEnumerable<string> Body(CopyLayout layout)
    {
        foreach (var block in layout.Body.Concat(layout.Footnotes))
        {
            var source = block.Block;
            var words = Words(block);
            yield return source.Kind switch
            {
                BlockKind.Heading => TextWrap.Wrap(words.ToUpperInvariant()),
                BlockKind.Paragraph when source.Number is { } number =>
                    TextWrap.Wrap(words, (number.ToString(CultureInfo.InvariantCulture) + ".").PadRight(5), "     "),
                BlockKind.BlockQuotation => TextWrap.Wrap(words, "         ", "         "),
                BlockKind.ListItem => Item(source, words),
                BlockKind.Footnote => TextWrap.Wrap(words, (source.Marker is null ? "*" : $"({source.Marker})").PadRight(5), "     "),
                _ => TextWrap.Wrap(words),
            };
        }

        if (layout.Unplaced.Count > 0)
            yield return TextWrap.Wrap("Annotations on words that are not in this version: " + string.Join(' ', layout.Unplaced.Select(Mark)));
    }

    private static string Item(Block item, string words)
    {
        var indent = new string(' ', 1 + 4 * Math.Clamp(item.Level, 1, 6));
        return TextWrap.Wrap(words, indent + (item.Marker ?? "•").PadRight(3) + " ", indent + "    ");
    }

    /// <summary>The words, the mark of a footnote in parentheses and that of an annotation in brackets.</summary>
    private static string Words(AnnotatedBlock block)
    {
        var words = new StringBuilder();
        foreach (var piece in block.Pieces)
        {
            words.Append(piece.Has(SpanKind.NoteMark) ? $"({piece.Text})" : piece.Text);
            foreach (var thread in piece.Ending) words.Append(Mark(thread));
        }

        foreach (var thread in block.Whole) words.Append(Mark(thread));
        return words.ToString();
    }

    private static IEnumerable<string> Thread(AnnotatedCopy copy, NumberedThread thread)
    {
        var root = thread.Root;
        var on = root.Place is { } place && copy.Text.Find(place.BlockId)?.Number is { } number ? $"paragraph {number}" : "the text";
        if (root.Place?.Start is not null) on += $", “{root.Anchor.Exact}”";
        var label = Mark(thread).PadRight(5);
        if (root.Deleted is not null) yield return TextWrap.Wrap($"On {on}. {CopyWords.Deleted}", label, "     ");
        else
        {
            yield return TextWrap.Wrap($"{root.Author.Name}, {CopyWords.Circumstances(root)}, on {on}:", label, "     ");
            foreach (var paragraph in Comment(root, "     ")) yield return paragraph;
        }

        if (CopyWords.Standing(root) is { } standing) yield return TextWrap.Wrap(standing, "     ", "     ");

        foreach (var reply in thread.Thread.Replies)
        {
            yield return TextWrap.Wrap($"Reply by {reply.Author.Name}, {CopyWords.Circumstances(reply)}:", "       > ", "       > ");
            foreach (var paragraph in Comment(reply, "       > ")) yield return paragraph;
        }
    }

    private static IEnumerable<string> Comment(Annotation annotation, string indent)
    {
        foreach (var block in CommentMarkdown.ToBlocks(annotation.Body))
        {
            var depth = indent + new string(' ', 2 * (block.ListDepth + block.QuotationDepth));
            var words = block.Kind == CommentBlockKind.Rule ? "* * *" : string.Concat(block.Runs.Select(WithAddress));
            yield return block.Marker is null ? TextWrap.Wrap(words, depth, depth) : TextWrap.Wrap(words, depth + block.Marker + " ", depth + "  ");
        }
    }

    private static string WithAddress(CommentRun run) =>
        run.Link is null || run.Link == run.Text || run.Link == "mailto:" + run.Text ? run.Text : $"{run.Text} <{run.Link}>";

    private static string Mark(NumberedThread thread) => $"[{thread.Number.ToString(CultureInfo.InvariantCulture)}]";

    private static string Lines(IEnumerable<string?> lines) => string.Join('\n', lines.OfType<string>().Select(line => TextWrap.Wrap(line)));
}

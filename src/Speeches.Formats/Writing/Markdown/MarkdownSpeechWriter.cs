using System.Text;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.Markdown;

/// <summary>
/// CommonMark with footnotes: the speech as people would type it, annotations as footnotes <c>[^a1]</c>. A paragraph's number is
/// set as <c>**7.**</c>: it reads as a number and, unlike <c>7.</c>, can never turn the paragraph into a list item.
/// </summary>
internal sealed class MarkdownSpeechWriter : ISpeechWriter
{
    public string Format => "md";

    public string MediaType => "text/markdown; charset=utf-8";

    public string Label => "Markdown";

    public string Description => "Readable plain text with light markup; annotations are footnotes. Leaves out which words a range starts at.";

    public void Write(AnnotatedCopy copy, Stream output)
    {
        var layout = CopyLayout.Of(copy);
        var footnotes = layout.Footnotes.Select(note => note.Block.Id).ToHashSet(StringComparer.Ordinal);
        using var lines = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        WriteHead(lines, copy);
        WriteBody(lines, layout.Body, footnotes);
        if (layout.Unplaced.Count > 0)
        {
            var marks = string.Concat(layout.Unplaced.Select(MarkdownInlines.Label));
            lines.WriteLine($"\n*Annotations on words that are not in this version:*{marks}");
        }

        foreach (var note in layout.Footnotes)
            WriteNote(lines, $"[^{note.Block.Id}]: {MarkdownInlines.Write(note, footnotes)}".Split('\n'));
        foreach (var thread in layout.Threads) WriteThread(lines, thread);
    }

    private static void WriteHead(StreamWriter lines, AnnotatedCopy copy)
    {
        var header = copy.Speech.Header;
        string?[] letterhead = [header.Organization, header.Office];
        WriteParagraph(lines, letterhead.OfType<string>());
        lines.WriteLine("# " + MarkdownText.Escape(Xml.Allowed(copy.Speech.DisplayTitle)));
        if (header.Occasion is { } occasion && occasion != copy.Speech.DisplayTitle) WriteParagraph(lines, [occasion], before: true);
        if (header.Kind is not null && header.Kind != copy.Speech.DisplayTitle) WriteParagraph(lines, [header.Kind], before: true);
        foreach (var speaker in header.Speakers)
        {
            lines.WriteLine();
            lines.WriteLine(string.Join("\\\n", CopyWords.Capacities(speaker).Select(Line).Prepend($"**{MarkdownText.Escape(Xml.Allowed(CopyWords.Name(speaker)))}**")));
        }

        string?[] facts =
        [
            header.DeliveredBy is null ? null : "Delivered by " + header.DeliveredBy, CopyWords.Occasion(header), header.Symbol, .. header.Notes,
        ];
        WriteParagraph(lines, facts.OfType<string>(), before: true);
        lines.WriteLine("\n---\n");
        var about = CopyWords.Facts(copy).Select(fact => fact.Label == "Address" ? $"Address: <{fact.Words}>" : Line($"{fact.Label}: {fact.Words}"));
        lines.WriteLine(string.Join("\\\n", about));
        lines.WriteLine("\n---");
    }

    private static void WriteBody(StreamWriter lines, IReadOnlyList<AnnotatedBlock> blocks, HashSet<string> footnotes)
    {
        var list = new MarkdownLists();
        foreach (var block in blocks)
        {
            var words = MarkdownInlines.Write(block, footnotes);
            if (block.Block.Kind != BlockKind.ListItem)
            {
                list.End();
                lines.WriteLine();
            }

            lines.WriteLine(block.Block.Kind switch
            {
                // A heading is one line, so a break in it becomes a space.
                BlockKind.Heading => new string('#', Math.Clamp(block.Block.Level + 1, 2, 6)) + " " + words.Replace("\\\n", " ", StringComparison.Ordinal),
                BlockKind.Paragraph when block.Block.Number is { } number => $"**{number}.** {Continued(words, "")}",
                BlockKind.BlockQuotation => "> " + Continued(MarkdownText.AtLineStart(words), "> "),
                BlockKind.ListItem => list.Item(block.Block, words),
                _ => MarkdownText.AtLineStart(words),
            });
        }
    }

    private static void WriteThread(StreamWriter lines, NumberedThread thread)
    {
        var root = thread.Root;
        List<string> note = [$"{MarkdownInlines.Label(thread)}: " + (root.Deleted is null ? Head(root) + Quote(root) : CopyWords.Deleted)];
        if (root.Deleted is null) note.AddRange(MarkdownComments.Lines(root.Body).Prepend(""));
        if (CopyWords.Standing(root) is { } standing) note.AddRange(["", $"*{Line(standing)}*"]);
        foreach (var reply in thread.Thread.Replies)
        {
            // An asterisk: after a list of hyphens in the comment, another hyphen would go on with that list.
            note.AddRange(["", $"*   Reply by {Head(reply)}:", ""]);
            note.AddRange(MarkdownComments.Lines(reply.Body).Select(line => line.Length == 0 ? line : "    " + line));
        }

        WriteNote(lines, note);
    }

    private static string Head(Annotation annotation) =>
        $"**{MarkdownText.Escape(Xml.Allowed(annotation.Author.Name))}**, {Line(CopyWords.Circumstances(annotation))}";

    private static string Quote(Annotation root) => root.Place?.Start is null ? ":" : $", on “{Line(root.Anchor.Exact)}”:";

    /// <summary>A footnote's further lines are its own as long as they are indented by four.</summary>
    private static void WriteNote(StreamWriter lines, IEnumerable<string> note)
    {
        lines.WriteLine();
        lines.WriteLine(string.Join('\n', note.Select((line, index) => index == 0 || line.Length == 0 ? line : "    " + line)).TrimEnd());
    }

    private static void WriteParagraph(StreamWriter lines, IEnumerable<string> words, bool before = false)
    {
        var text = string.Join("\\\n", words.Select(Line));
        if (text.Length == 0) return;
        if (before) lines.WriteLine();
        lines.WriteLine(MarkdownText.AtLineStart(text));
        if (!before) lines.WriteLine();
    }

    private static string Line(string words) => MarkdownText.Escape(Xml.Allowed(words));

    private static string Continued(string words, string prefix)
    {
        var lines = words.Split('\n');
        return string.Join('\n', lines.Skip(1).Select(line => prefix + MarkdownText.AtLineStart(line)).Prepend(lines[0]));
    }
}

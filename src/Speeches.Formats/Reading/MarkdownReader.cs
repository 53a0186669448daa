using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;
using Speeches.Parsing;
using MarkdownBlock = Markdig.Syntax.Block;

namespace Speeches.Formats.Reading;

/// <summary>
/// Reads Markdown: CommonMark with footnotes, parsed by Markdig. Its tree becomes lines with spans; nothing becomes HTML. HTML in
/// the source stays the words that it is, and an indented line is text, not code: speeches are set with spaces and hold no code.
/// </summary>
public sealed class MarkdownReader : ISpeechReader
{
    // Markdig's own limit is 128, with the marks of what stands in a line.
    private const int MostNested = 100;
    private static readonly MarkdownPipeline Pipeline = Build();

    /// <inheritdoc />
    public bool Recognizes(ReadOnlySpan<byte> source) => SourceText.IsText(source);

    /// <inheritdoc />
    public SourceDocument Read(ReadOnlyMemory<byte> source, ReadingLimits? limits = null)
    {
        var text = SourceText.Decode(source.Span);
        if (HasTooManyLinks(text, (limits ?? ReadingLimits.Default).ParagraphLinks) || IsTooDeep(text))
            return new PlainTextReader().Read(source, limits);
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses markup nested more than 128 deep. That is no speech's markup: its words are read as they stand.
            return new PlainTextReader().Read(source, limits);
        }

        var lines = new MarkdownLines(text);
        Walk(document, lines, new Place(SourceRole.Text, 0));
        foreach (var orphan in Orphans(document))
            WalkNote(orphan, lines);
        return new SourceDocument("text/markdown", lines.ToArray());
    }

    /// <summary>
    /// Whether a paragraph has more links than any person sets. Where one is not closed, Markdig looks for its end through all that follows,
    /// again for each: such a text is read as it stands.
    /// </summary>
    private static bool HasTooManyLinks(ReadOnlySpan<char> text, int most)
    {
        var links = 0;
        for (int at; (at = text.IndexOf("](")) >= 0; text = text[(at + 2)..])
        {
            var before = text[..at];
            links = before.IndexOf("\n\n") >= 0 || before.IndexOf("\n\r\n") >= 0 ? 1 : links + 1;
            if (links > most)
                return true;
        }

        return false;
    }

    /// <summary>Whether a line begins with more marks of quotations and lists than Markdig lets nest; it looks at all of them again for each line.</summary>
    private static bool IsTooDeep(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            var (marks, at) = (0, 0);
            for (; at < line.Length && (line[at] is ' ' or '\t' or '>' || (line[at] is '*' or '+' or '-' && at + 1 < line.Length && line[at + 1] is ' ' or '\t')); at++)
                marks += line[at] is ' ' or '\t' ? 0 : 1;
            if (marks > MostNested)
                return true;
        }

        return false;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().UseFootnotes().DisableHtml();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return builder.Build();
    }

    private static void Walk(ContainerBlock parent, MarkdownLines lines, Place place)
    {
        foreach (var block in parent)
            Walk(block, lines, place);
    }

    private static void Walk(MarkdownBlock block, MarkdownLines lines, Place place)
    {
        switch (block)
        {
            case HeadingBlock heading:
                lines.Add(heading, new Place(SourceRole.Heading, heading.Level));
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case LeafBlock { Inline: not null } leaf:
                lines.Add(leaf, place);
                break;
            case ThematicBreakBlock:
                lines.EndPage();
                break;
            case LeafBlock code:
                lines.AddLines(code, place);
                break;
            case ListBlock list:
                WalkItems(list, lines, place);
                break;
            case QuoteBlock quote:
                Walk(quote, lines, place.Role == SourceRole.Footnote ? place : new Place(SourceRole.Quotation, 0));
                break;
            case Footnote note:
                WalkNote(note, lines);
                break;
            case ContainerBlock container:
                Walk(container, lines, place);
                break;
            default:
                break;
        }
    }

    private static void WalkItems(ListBlock list, MarkdownLines lines, Place place)
    {
        // An item inside a quotation or a note is theirs.
        if (place.Role is SourceRole.Text or SourceRole.ListItem)
            place = new Place(SourceRole.ListItem, place.Level + 1);
        foreach (var item in list.Cast<ListItemBlock>())
        {
            // "2021." alone on its line is a number, not an empty item.
            if (item.Count == 0 && list.IsOrdered)
                lines.AddText(item, Marker(list, item), place with { Role = SourceRole.Text });
            lines.Marker = Marker(list, item);
            Walk((ContainerBlock)item, lines, place);
            lines.Marker = null;
        }
    }

    private static void WalkNote(Footnote note, MarkdownLines lines)
    {
        lines.Marker = MarkdownLines.Label(note);
        Walk((ContainerBlock)note, lines, new Place(SourceRole.Footnote, 0));
        lines.Marker = null;
    }

    /// <summary>Notes that nothing refers to: Markdig takes them out of the tree, but they are words of the source.</summary>
    private static IEnumerable<Footnote> Orphans(MarkdownDocument document) =>
        document.GetLinkReferenceDefinitions(addGroup: false) is { } definitions
            ? definitions.Links.Values.OfType<FootnoteLinkReferenceDefinition>().Select(link => link.Footnote)
                .Where(note => note.Order < 0).OrderBy(note => note.Line)
            : [];

    private static string Marker(ListBlock list, ListItemBlock item) =>
        list.IsOrdered ? $"{item.Order}{list.OrderedDelimiter}" : "•";

    /// <summary>What the lines of a block are.</summary>
    internal readonly record struct Place(SourceRole Role, int Level);
}

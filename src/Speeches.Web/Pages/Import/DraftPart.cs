using Speeches.Parsing;
using Speeches.Store;

namespace Speeches.Web.Pages.Import;

/// <summary>A part of a draft beside the lines of the source that it begins on.</summary>
/// <param name="Block">The part; null for what stands above the first: the header.</param>
/// <param name="Lines">From the line the part begins on up to where the next one begins; empty where it shares its line with the one before.</param>
internal sealed record DraftPart(Block? Block, IReadOnlyList<PrintedLine> Lines)
{
    /// <summary>The parts in reading order, the header first.</summary>
    public static IReadOnlyList<DraftPart> Of(IReadOnlyList<PrintedLine> lines, IReadOnlyList<Block> blocks)
    {
        // Footnotes come last in the text, but their lines stand where they are printed.
        int[] starts = [.. blocks.Select(block => block.SourceLine).Where(line => line > 0).Distinct().Order()];
        var byStart = lines.ToLookup(line => Array.BinarySearch(starts, line.Number) is var at && at >= 0 ? at : ~at - 1);
        List<DraftPart> parts = [new DraftPart(null, [.. byStart[-1]])];
        HashSet<int> shown = [0];
        foreach (var block in blocks)
            parts.Add(new DraftPart(block, shown.Add(block.SourceLine) ? [.. byStart[Array.BinarySearch(starts, block.SourceLine)]] : []));
        return parts;
    }

    /// <summary>What to call a block.</summary>
    public static string NameOf(Block block) => block.Kind switch
    {
        BlockKind.Heading => "Heading",
        BlockKind.Salutation => "Salutation",
        BlockKind.BlockQuotation => "Quotation",
        BlockKind.ListItem => $"List item {block.Marker}".TrimEnd(),
        BlockKind.Footnote => $"Note {block.Marker}".TrimEnd(),
        _ => $"Paragraph {block.Number}",
    };
}

/// <summary>A draft as its page shows it: parts beside lines, a stretch of them where there are very many.</summary>
internal sealed class DraftView(Draft draft, int page)
{
    private const int PartsOnPage = 300;
    private readonly IReadOnlyList<DraftPart> _parts = DraftPart.Of(draft.Lines, draft.Parsed.Blocks);

    /// <summary>The draft.</summary>
    public Draft Draft => draft;

    /// <summary>The part that a change leads to, or null.</summary>
    public string? Target { get; init; }

    /// <summary>Its language, or null.</summary>
    public string? Language => draft.Parsed.Header.Language;

    /// <summary>The pages that the parts fill.</summary>
    public int Pages => (_parts.Count - 2) / PartsOnPage + 1;

    /// <summary>Which of them is shown, from 1.</summary>
    public int Page => Math.Clamp(page, 1, Math.Max(1, Pages));

    /// <summary>The lines above the first part.</summary>
    public IReadOnlyList<PrintedLine> Head => _parts[0].Lines;

    /// <summary>The parts on this page.</summary>
    public IEnumerable<DraftPart> Parts => _parts.Skip(1 + (Page - 1) * PartsOnPage).Take(PartsOnPage);

    /// <summary>The page that a part is on, from 1.</summary>
    public int PageOf(string blockId) => Math.Max(0, draft.Parsed.Blocks.ToList().FindIndex(block => block.Id == blockId)) / PartsOnPage + 1;

    /// <summary>What was doubtful about a line.</summary>
    public IEnumerable<ParseDiagnostic> On(int line) => draft.Parsed.Diagnostics.Where(remark => remark.Line == line);
}

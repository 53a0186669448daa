using Speeches.Annotations;
using Speeches.Formats.Writing.Json;
using Speeches.Parsing;

namespace Speeches.Web.Importing;

/// <summary>What became of a source.</summary>
internal enum ImportStatus
{
    /// <summary>It is in the library now; on a dry run, it would be.</summary>
    Imported,

    /// <summary>The same bytes were there already; nothing was written.</summary>
    Unchanged,

    /// <summary>Nothing was stored; <see cref="ImportResult.Error"/> says why.</summary>
    Failed,
}

/// <summary>What came of importing one file, as the API, <c>import --json</c> and the page tell it.</summary>
internal sealed record ImportResult
{
    private const int FirstCharacters = 120;

    /// <summary>The file: a path on the command line, else a name.</summary>
    public required string File { get; init; }

    /// <summary>What became of it.</summary>
    public required ImportStatus Status { get; init; }

    /// <summary>The speech it is in addresses; null where it failed and on a dry run.</summary>
    public string? Slug { get; init; }

    /// <summary>The version of the text; null where it failed and on a dry run.</summary>
    public int? Version { get; init; }

    /// <summary>The header; null where the file could not be read.</summary>
    public SpeechHeaderJson? Header { get; init; }

    /// <summary>The first 120 characters (code points) of the first paragraph, or null.</summary>
    public string? FirstParagraph { get; init; }

    /// <summary>Parts of the text, headings and salutations included.</summary>
    public int Blocks { get; init; }

    /// <summary>Numbered paragraphs.</summary>
    public int Paragraphs { get; init; }

    /// <summary>Passages in quotation marks, titles included.</summary>
    public int Quotations { get; init; }

    /// <summary>Legal references: none are recognised yet.</summary>
    public int References { get; init; }

    /// <summary>What becomes of the public threads on the speech; null where the file is no new version of one.</summary>
    public CarriedJson? Annotations { get; init; }

    /// <summary>The comments that the file brings along.</summary>
    public CommentsJson Comments { get; init; } = CommentsJson.None;

    /// <summary>What was doubtful, in source order.</summary>
    public IReadOnlyList<DiagnosticJson> Diagnostics { get; init; } = [];

    /// <summary>Why nothing was stored, or null.</summary>
    public ImportErrorJson? Error { get; init; }

    /// <summary>What was read from a file, as the result of its import.</summary>
    public static ImportResult Of(string file, ImportStatus status, ParsedSpeech parsed) => new()
    {
        File = file,
        Status = status,
        Header = SpeechHeaderJson.From(parsed.Header),
        FirstParagraph = parsed.Blocks.FirstOrDefault(block => block.Number == 1) is { } first ? Start(first.Text) : null,
        Blocks = parsed.Blocks.Count,
        Paragraphs = parsed.Blocks.Count(block => block.Number is not null),
        Quotations = parsed.Quotations.Count,
        Comments = CommentsJson.From(parsed),
        Diagnostics = [.. parsed.Diagnostics.Select(found => new DiagnosticJson(found.Severity, found.Code, found.Line, found.Message))],
    };

    private static string Start(string text)
    {
        var end = 0;
        foreach (var rune in text.EnumerateRunes().Take(FirstCharacters))
            end += rune.Utf16SequenceLength;
        return text[..end];
    }
}

/// <summary>How many threads come to a new version of a text in which way; those that stay with another version are not counted.</summary>
/// <param name="Exact">Their words stand where they stood.</param>
/// <param name="Moved">Their words stand elsewhere.</param>
/// <param name="Changed">Their words were edited.</param>
/// <param name="Orphan">There is no place that is sure.</param>
internal sealed record CarriedJson(int Exact, int Moved, int Changed, int Orphan)
{
    /// <summary>The counts in this shape.</summary>
    public static CarriedJson From(IReadOnlyDictionary<AnchorState, int> carried) =>
        new(carried[AnchorState.Exact], carried[AnchorState.Moved], carried[AnchorState.Changed], carried[AnchorState.Orphan]);
}

/// <summary>Something that was not sure.</summary>
/// <param name="Severity"><c>information</c> or <c>warning</c>.</param>
/// <param name="Code">A stable word.</param>
/// <param name="Line">The source line from 1; 0 for the whole.</param>
/// <param name="Message">One sentence for a person.</param>
internal sealed record DiagnosticJson(DiagnosticSeverity Severity, string Code, int Line, string Message);

/// <summary>Why a file was not imported.</summary>
/// <param name="Code">A stable word; docs/importing.md lists them.</param>
/// <param name="Message">One sentence for a person.</param>
internal sealed record ImportErrorJson(string Code, string Message)
{
    /// <summary>A failure in this shape.</summary>
    public static ImportErrorJson From(SpeechesError error) => new(ImportCodes.Of(error), error.Message);
}

/// <summary>The stable words for files that cannot be imported.</summary>
internal static class ImportCodes
{
    /// <summary>The file is over a limit of size, time or memory.</summary>
    public const string TooLarge = "too-large";

    /// <summary>No reader knows the format.</summary>
    public const string UnknownFormat = "unknown-format";

    /// <summary>The format is known, but the file is broken.</summary>
    public const string Damaged = "damaged";

    /// <summary>There is nothing below the header.</summary>
    public const string NoBody = "no-body";

    /// <summary>The operating system does not let the file be read.</summary>
    public const string UnreadableFile = "unreadable-file";

    /// <summary>The word of a failure; by its kind where it brings none.</summary>
    public static string Of(SpeechesError error) => error.Code ?? error.Kind switch
    {
        ErrorKind.TooLarge => TooLarge,
        ErrorKind.UnknownFormat => UnknownFormat,
        _ => Damaged,
    };
}

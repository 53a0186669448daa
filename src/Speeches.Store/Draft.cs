using Speeches.Parsing;

namespace Speeches.Store;

/// <summary>An upload that is not published yet, as a list shows it.</summary>
public sealed record DraftItem
{
    /// <summary>Its name in addresses.</summary>
    public required string Id { get; init; }

    /// <summary>When it was uploaded, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Whether it was changed since it was uploaded.</summary>
    public bool IsChanged => Modified != Created;

    /// <summary>From 1, raised by each change.</summary>
    public required int Revision { get; init; }

    /// <summary>What the header has for a heading, <see cref="SpeechHeader.Heading()"/>, or null.</summary>
    public string? Title { get; init; }

    /// <summary>What to call it: its heading, else the file's name.</summary>
    public string Name => Title ?? SourceName;

    /// <summary>Numbered paragraphs.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>What was doubtful.</summary>
    public required int Remarks { get; init; }

    /// <summary>The file's name.</summary>
    public required string SourceName { get; init; }

    /// <summary>As recognised from the content.</summary>
    public required string SourceMediaType { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public required string SourceSha256 { get; init; }
}

/// <summary>An upload that is not published yet.</summary>
/// <param name="Item">What a list shows of it.</param>
/// <param name="Parsed">The speech as it stands now.</param>
/// <param name="Lines">The source as it was read.</param>
public sealed record Draft(DraftItem Item, ParsedSpeech Parsed, IReadOnlyList<PrintedLine> Lines);

/// <summary>Limits on drafts; <c>Drafts</c> in the settings.</summary>
public sealed record DraftLimits
{
    /// <summary>The most drafts that one person may hold.</summary>
    public int MaximumCount { get; init; } = 200;

    /// <summary>The most bytes that the drafts of one person may take together, with their sources.</summary>
    public int MaximumBytes { get; init; } = 512 * 1024 * 1024;

    /// <summary>Days after its last change for which a draft is kept.</summary>
    public int Days { get; init; } = 30;
}

namespace Speeches.Formats.Reading;

/// <summary>How much a source may make of itself. Far above any speech: it keeps a bomb from filling memory and time.</summary>
public sealed record ReadingLimits
{
    /// <summary>The limits where nobody sets others.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Bytes that the parts of a packed file may have together when they are unpacked.</summary>
    public int UnpackedBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>Parts of a packed file.</summary>
    public int PackedParts { get; init; } = 10_000;

    /// <summary>How deep elements may stand inside each other.</summary>
    public int Nesting { get; init; } = 400;

    /// <summary>Pages of a PDF.</summary>
    public int Pages { get; init; } = 1_000;

    /// <summary>Letters on one page of a PDF.</summary>
    public int PageLetters { get; init; } = 100_000;

    /// <summary>Characters (UTF-16 code units) of the whole text.</summary>
    public int Characters { get; init; } = 10_000_000;

    /// <summary>
    /// Tags of one kind in a web page that its parser takes time by their square for, or calls itself for: letters' styles left open
    /// (<c>b</c>, <c>font</c>), and preformatted parts.
    /// </summary>
    public int OpenTags { get; init; } = 2_000;

    /// <summary>Links in one paragraph of Markdown; with more, it is read as plain text.</summary>
    public int ParagraphLinks { get; init; } = 500;

    /// <summary>Characters of one line of the text: of a paragraph, where the format does not break its lines.</summary>
    public int LineCharacters { get; init; } = 1_000_000;
}

namespace Speeches;

/// <summary>A speech in the library: its header as it stands now, and which version of its text is current.</summary>
public sealed record Speech
{
    /// <summary>The store's key; never shown.</summary>
    public required long Id { get; init; }

    /// <summary>The name in addresses: lower-case ASCII letters, digits and hyphens, unique in the library.</summary>
    public required string Slug { get; init; }

    /// <summary>The header as it stands now.</summary>
    public required SpeechHeader Header { get; init; }

    /// <summary>The number of the current version of the text, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Raised by every visible change in the transaction that makes it: the ETag and the cache key.</summary>
    public required long Revision { get; init; }

    /// <summary>When it entered the library, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The heading to show: that of the header, else the slug.</summary>
    public string DisplayTitle => Header.Heading() ?? Slug;
}

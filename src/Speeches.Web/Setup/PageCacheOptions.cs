namespace Speeches.Web.Setup;

/// <summary>Pages for readers who are not signed in, kept in memory; <c>PageCache</c> in the settings.</summary>
public sealed record PageCacheOptions
{
    /// <summary>Whether pages for readers who are not signed in are kept in memory.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The most bytes that these take together; those unused for longest go first.</summary>
    public int MaximumBytes { get; init; } = 64 * 1024 * 1024;
}

namespace Speeches.Web.Setup;

/// <summary>Pages for readers who are not signed in, kept in memory; <c>PageCache</c> in the settings.</summary>
public sealed record PageCacheOptions
{
    /// <summary>Whether they are kept at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The most bytes they take together; those unused for longest go first.</summary>
    public int MaximumBytes { get; init; } = 64 * 1024 * 1024;
}

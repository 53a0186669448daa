namespace Speeches.Store.Sqlite;

/// <summary>Settings of the SQLite engine; <c>Data</c> in the settings.</summary>
public sealed record SqliteOptions
{
    /// <summary>The folder that holds the database (<c>speeches.db</c>), the keys and nothing else; made where it is missing.</summary>
    public string Directory { get; init; } = "data";

    /// <summary>The most writes that one commit takes.</summary>
    public int MaximumGroup { get; init; } = 256;

    /// <summary>
    /// The most entries that the full-text index may be behind after a commit; taking in many at once costs much less. A search has
    /// those that wait taken in before it looks.
    /// </summary>
    public int MaximumUnindexed { get; init; } = 1000;

    /// <summary>The most writes that may wait; one more is refused (<see cref="ErrorKind.Unavailable"/>).</summary>
    public int MaximumQueue { get; init; } = 4096;
}

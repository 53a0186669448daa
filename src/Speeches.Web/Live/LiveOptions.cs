namespace Speeches.Web.Live;

/// <summary>Changes as they happen (<c>/speeches/{slug}/events</c>); <c>Live</c> in the settings.</summary>
public sealed record LiveOptions
{
    /// <summary>How many may listen at once; who comes later is asked to try again, and reads on without.</summary>
    public int MaximumReaders { get; init; } = 5_000;

    /// <summary>After how many seconds a connection is ended, to be opened again: who may no longer see something is found out then.</summary>
    public int MaximumSeconds { get; init; } = 600;

    /// <summary>After how many seconds without news a sign of life is sent, so that no proxy takes the connection for dead.</summary>
    public int BeatSeconds { get; init; } = 20;

    /// <summary>The most changes that one reader is told one by one; who missed more is told to load the page again.</summary>
    public int MaximumBehind { get; init; } = 500;
}

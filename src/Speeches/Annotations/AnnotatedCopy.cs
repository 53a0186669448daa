namespace Speeches.Annotations;

/// <summary>A speech with the annotations that leave with it: what every export writes.</summary>
public sealed record AnnotatedCopy
{
    /// <summary>The speech.</summary>
    public required Speech Speech { get; init; }

    /// <summary>The version of the text in the copy.</summary>
    public required SpeechText Text { get; init; }

    /// <summary>The threads, in the order of their blocks, then of their ranges, then of time.</summary>
    public required IReadOnlyList<AnnotationThread> Threads { get; init; }

    /// <summary>Whose sight the copy is made for: <c>public</c>, <c>mine</c> (that and one's own private threads), or <c>group:NAME</c> (that and the group's).</summary>
    public required string Audience { get; init; }

    /// <summary>The absolute address of the reading page, without a fragment.</summary>
    public required Uri Address { get; init; }

    /// <summary>The date it bears, UTC: when what is in it last changed.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>How many annotations and replies it holds, placeholders not counted.</summary>
    public int AnnotationCount => Threads.Sum(thread => thread.Count);

    /// <summary>The threads on a block, in order.</summary>
    public IEnumerable<AnnotationThread> On(string blockId) => Threads.Where(thread => thread.Root.Place?.BlockId == blockId);
}

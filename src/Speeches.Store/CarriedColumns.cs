using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>The part of a row that says where its thread stands on a later version.</summary>
internal sealed record CarriedColumns
{
    public int Version { get; init; }

    public AnchorState State { get; init; }

    public double Score { get; init; }

    public string? BlockId { get; init; }

    public int? Position { get; init; }

    public int? RangeStart { get; init; }

    public int? RangeEnd { get; init; }

    public string? Exact { get; init; }

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    public AnchorDecision? Decision { get; init; }

    public long? DecidedBy { get; init; }

    public string? DecidedByName { get; init; }

    public DateTimeOffset? Decided { get; init; }

    /// <summary>The anchor there; null for an orphan.</summary>
    public TextAnchor? Place => BlockId is null ? null : new()
    {
        BlockId = BlockId,
        Start = RangeStart,
        End = RangeEnd,
        Exact = Exact!,
        Prefix = Prefix ?? "",
        Suffix = Suffix ?? "",
    };

    public AnchorCarriage ToCarriage(int madeOn, TextAnchor made) => new(State, Score, madeOn, made)
    {
        Decision = Decision,
        DecidedBy = DecidedBy is { } decider ? new(decider, DecidedByName!) : null,
        Decided = Decided,
    };
}

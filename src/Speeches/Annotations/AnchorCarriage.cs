namespace Speeches.Annotations;

/// <summary>What a person decided about an anchor on a version of the text.</summary>
public enum AnchorDecision
{
    /// <summary>Put at a place by hand.</summary>
    Placed,

    /// <summary>Left as it is: a changed one is right where it stands, an orphan stays listed without a place.</summary>
    Kept,

    /// <summary>Let go: it has no place on that version and stays with the one before.</summary>
    Released,
}

/// <summary>How a thread came to a version of the text that is later than the one it was made on.</summary>
/// <param name="State">What became of its anchor, as it was made, on that version.</param>
/// <param name="Score">How alike the words before and after are: 1 the same, 0 for an orphan.</param>
/// <param name="MadeOn">The version that it was made on.</param>
/// <param name="Original">The anchor as it was made; its <see cref="TextAnchor.Exact"/> are the words before.</param>
public sealed record AnchorCarriage(AnchorState State, double Score, int MadeOn, TextAnchor Original)
{
    /// <summary>A person's decision, by which it stands as it does; null where the program carried it.</summary>
    public AnchorDecision? Decision { get; init; }

    /// <summary>Who decided; set together with <see cref="Decision"/>.</summary>
    public Author? DecidedBy { get; init; }

    /// <summary>When, UTC; set together with <see cref="Decision"/>.</summary>
    public DateTimeOffset? Decided { get; init; }
}

/// <summary>An anchor, as it was made, against a place that it has come to by more than one step or by hand.</summary>
public static class AnchorStanding
{
    // What was changed again and again is no longer the same passage, though each step was sure.
    private const double LeastLike = 0.5;

    /// <summary>Against a place that a person vouches for, whatever its words.</summary>
    public static CarriedAnchor At(TextAnchor original, TextAnchor place) => original.Exact == place.Exact
        ? new(original, (place.BlockId, place.Start, place.End) == (original.BlockId, original.Start, original.End) ? AnchorState.Exact : AnchorState.Moved, place, 1)
        : new(original, AnchorState.Changed, place, Likeness.Of(original.Exact, place.Exact));

    /// <summary>After one more step.</summary>
    /// <param name="original">As it was made.</param>
    /// <param name="step">From where it stood into the next version.</param>
    /// <param name="isVouchedFor">Whether a person said that it stood there.</param>
    public static CarriedAnchor After(TextAnchor original, CarriedAnchor step, bool isVouchedFor)
    {
        if (step.Place is not { } place)
            return new(original, AnchorState.Orphan, null, 0);
        if (step.Original == original)
            return step;
        var standing = At(original, place);
        return standing.Score >= LeastLike || isVouchedFor ? standing : new(original, AnchorState.Orphan, null, 0);
    }
}

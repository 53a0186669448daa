namespace Speeches.Annotations;

/// <summary>What became of an anchor in another version of the text.</summary>
public enum AnchorState
{
    /// <summary>The same words at the same place.</summary>
    Exact,

    /// <summary>The same words at another place.</summary>
    Moved,

    /// <summary>The same place, whose words were edited: similar, not the same.</summary>
    Changed,

    /// <summary>No place that is sure; the old words are all there is.</summary>
    Orphan,
}

/// <summary>An anchor carried over into another version.</summary>
/// <param name="Original">As it was made.</param>
/// <param name="State">What became of it.</param>
/// <param name="Place">Where it stands now, its <see cref="TextAnchor.Exact"/> the words after; null for an orphan.</param>
/// <param name="Score">How alike the words before and after are: 1 the same, 0 for an orphan.</param>
public sealed record CarriedAnchor(TextAnchor Original, AnchorState State, TextAnchor? Place, double Score);

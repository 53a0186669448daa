namespace Speeches;

/// <summary>Who gives the speech.</summary>
public sealed record Speaker
{
    /// <summary>"Mr.", "H.E. Ms.", as printed; null where absent.</summary>
    public string? Honorific { get; init; }

    /// <summary>The name without honorific and capacities.</summary>
    public required string Name { get; init; }

    /// <summary>The offices held, one an entry, in printed order.</summary>
    public IReadOnlyList<string> Capacities { get; init; } = [];

    /// <summary>The state, group or organ spoken for, or null.</summary>
    public string? OnBehalfOf { get; init; }
}

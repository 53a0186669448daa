namespace Speeches;

/// <summary>Who gives the speech.</summary>
public sealed record Speaker
{
    /// <summary>"Mr.", "H.E. Ms.", as printed; null where absent.</summary>
    public string? Honorific { get; init; }

    /// <summary>The name without honorific and capacities; empty where only an office or a party is printed ("Statement by the President of the Court").</summary>
    public required string Name { get; init; }

    /// <summary>The offices held, one an entry, in printed order.</summary>
    public IReadOnlyList<string> Capacities { get; init; } = [];

    /// <summary>The state, group or organ spoken for, or null.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>What to call them in a list: the name, else the first office, else whom is spoken for ("Statement by the delegation of …").</summary>
    public string Called => Name.Length > 0 ? Name : Capacities is [var office, ..] ? office : OnBehalfOf ?? "";

    /// <summary>The same with the honorific, where there is a name for it to stand before.</summary>
    public string Addressed => Name.Length > 0 ? $"{Honorific} {Name}".TrimStart() : Called;

    /// <summary>The party to name below <see cref="Called"/>; null where that says it.</summary>
    public string? OtherParty => Name.Length > 0 || Capacities.Count > 0 ? OnBehalfOf : null;

    /// <summary>The offices to list below <see cref="Called"/>.</summary>
    public IEnumerable<string> OtherCapacities => Name.Length > 0 ? Capacities : Capacities.Skip(1);
}

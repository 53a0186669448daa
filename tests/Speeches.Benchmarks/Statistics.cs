namespace Speeches.Benchmarks;

/// <summary>Repetitions of one measurement.</summary>
/// <param name="Values">As measured, in any unit.</param>
internal sealed record Sample(IReadOnlyList<double> Values)
{
    /// <summary>The middle value.</summary>
    public double Median { get; } = Values.Order().ElementAt(Values.Count / 2);

    /// <summary>(largest - smallest) / median.</summary>
    public double Spread => (Values.Max() - Values.Min()) / Median;

    /// <inheritdoc />
    public override string ToString() => $"{Median,10:N1} (spread {Spread:P0})";
}

/// <summary>One line a ratio, against its limit.</summary>
internal static class Report
{
    /// <summary>Prints a ratio that should be at least the limit, or at most where <paramref name="atMost"/>.</summary>
    public static void Ratio(string name, double ratio, double limit, bool atMost = false)
    {
        var holds = atMost ? ratio <= limit : ratio >= limit;
        Console.WriteLine($"{(holds ? "holds" : "FAILS"),-6} {name}: {ratio:0.000} (limit {(atMost ? "at most" : "at least")} {limit:0.###})");
    }
}

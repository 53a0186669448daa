using System.Globalization;

namespace Speeches.Fuzzing;

/// <summary>What to do, as the command line says.</summary>
internal sealed record FuzzOptions
{
    /// <summary>All that is random follows from it.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many spoilt files are read.</summary>
    public int Count { get; init; } = 5_000;

    /// <summary>After so many minutes no new one is begun; 0 for no end but <see cref="Count"/>.</summary>
    public double Minutes { get; init; }

    /// <summary>The number of the first.</summary>
    public int From { get; init; }

    /// <summary>Only sources whose name begins so.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where files are kept that something was found with.</summary>
    public string Keep { get; init; } = Path.Combine(Path.GetTempPath(), "speeches-fuzzing");

    /// <summary>Whether this is the process that may die.</summary>
    public bool IsChild { get; init; }

    /// <summary>Files to read as they are, instead.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Reads the command line; null where it is wrong.</summary>
    public static FuzzOptions? Parse(string[] args)
    {
        var options = new FuzzOptions();
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
                return options with { Files = args[i..] };
            if (args[i] == "--child")
            {
                options = options with { IsChild = true };
                continue;
            }

            if (++i == args.Length)
                return null;
            var isNumber = int.TryParse(args[i], CultureInfo.InvariantCulture, out var number);
            switch (args[i - 1])
            {
                case "--seed" when isNumber:
                    options = options with { Seed = number };
                    break;
                case "--count" when isNumber:
                    options = options with { Count = number };
                    break;
                case "--from" when isNumber:
                    options = options with { From = number };
                    break;
                case "--minutes" when double.TryParse(args[i], CultureInfo.InvariantCulture, out var minutes):
                    options = options with { Minutes = minutes, Count = int.MaxValue };
                    break;
                case "--source":
                    options = options with { Source = args[i] };
                    break;
                case "--keep":
                    options = options with { Keep = args[i] };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}

using System.Data.Common;

namespace Speeches.Store;

/// <summary>Finds a name in addresses that no speech has. Used by the one writer.</summary>
internal sealed class FreeSlugs
{
    private const int MostRemembered = 1000;

    private static readonly Prepared Taken = new("SELECT 1 FROM speeches WHERE slug = @slug");

    // The highest number given out, by name. A speech that was not stored in the end leaves its number here, so it is looked up.
    private readonly Dictionary<string, int> _highest = new(StringComparer.Ordinal);

    /// <summary>The name itself or, where it is taken, with the first number found free.</summary>
    public string For(DbConnection connection, string wanted)
    {
        if (!IsTaken(connection, wanted))
            return wanted;
        var known = _highest.GetValueOrDefault(wanted, 1);
        var number = After(connection, wanted, known > 1 && IsTaken(connection, $"{wanted}-{known}") ? known : 1);
        if (_highest.Count >= MostRemembered)
            _highest.Clear();
        _highest[wanted] = number;
        return $"{wanted}-{number}";
    }

    // Steps that double until one is free, then halves the way back: a thousand speeches of one name are asked for twenty times.
    private static int After(DbConnection connection, string wanted, int taken)
    {
        var free = taken + 1;
        for (var step = 1; IsTaken(connection, $"{wanted}-{free}"); step *= 2)
            (taken, free) = (free, free + step);
        while (free - taken > 1)
        {
            var between = (taken + free) / 2;
            (taken, free) = IsTaken(connection, $"{wanted}-{between}") ? (between, free) : (taken, between);
        }

        return free;
    }

    private static bool IsTaken(DbConnection connection, string slug)
    {
        using var rows = Taken.Read(connection, slug);
        return rows.Next();
    }
}

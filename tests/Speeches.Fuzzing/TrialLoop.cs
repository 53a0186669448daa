using System.Globalization;

namespace Speeches.Fuzzing;

/// <summary>
/// The process that reads: it tells its supervisor the number of each file before it reads it, so that it may die of one. What a file does
/// wrong is told with an exclamation mark.
/// </summary>
internal sealed class TrialLoop(FuzzOptions options)
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private TimeSpan _begun;
    private readonly FuzzSources _sources = new(options.Source);
    private readonly SortedDictionary<string, int> _ends = [];
    private int _current = -1;

    /// <summary>Reads until the end, or until a file is not to be survived.</summary>
    public int Run()
    {
        var code = 0;
        // As much stack as a worker has.
        var thread = new Thread(() => code = Loop(), 16 * 1024 * 1024);
        thread.Start();
        thread.Join();
        return code;
    }

    private int Loop()
    {
        var last = options.Minutes > 0 ? DateTime.UtcNow.AddMinutes(options.Minutes) : DateTime.MaxValue;
        using var watch = new Timer(_ => End(), null, Timeout.Infinite, Timeout.Infinite);
        for (_current = options.From; _current < options.Count && DateTime.UtcNow < last; _current++)
        {
            Tell(_current.ToString(CultureInfo.InvariantCulture));
            var (name, source) = _sources.Make(options.Seed, _current);
            _begun = Environment.CpuUsage.TotalTime;
            watch.Change(Look, Look);
            var finding = Trial.Run(source, out _, out var refusal);
            watch.Change(Timeout.Infinite, Timeout.Infinite);
            if (finding is not null)
                Tell($"! {_current} {finding}");
            var end = $"{name} {refusal ?? "read"}";
            _ends[end] = _ends.GetValueOrDefault(end) + 1;
        }

        foreach (var (end, times) in _ends)
            Tell($"  {end} {times}");
        Tell("done");
        return 0;
    }

    private void End()
    {
        if (Environment.CpuUsage.TotalTime - _begun < Hang)
            return;
        Tell(string.Create(CultureInfo.InvariantCulture, $"! {_current} hang: more than {Hang.TotalSeconds} s"));
        Environment.Exit(9);
    }

    private static void Tell(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}

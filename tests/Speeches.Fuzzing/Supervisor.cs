using System.Diagnostics;
using System.Globalization;

namespace Speeches.Fuzzing;

/// <summary>Has files read by a process that may die, begins anew behind the file it died of, and keeps what was found.</summary>
internal static class Supervisor
{
    private const int MostOfOneKind = 3;

    /// <summary>Reads all; 0 where nothing was found, else 1.</summary>
    public static int Run(FuzzOptions options)
    {
        var (found, watch, next) = (new Dictionary<string, int>(), Stopwatch.StartNew(), options.From);
        while (Child(options with { From = next, Minutes = options.Minutes > 0 ? Math.Max(0.01, options.Minutes - watch.Elapsed.TotalMinutes) : 0 }) is (var last, var words, false))
        {
            // The last words of a process that was ended name the cause: "Stack overflow", "Out of memory".
            if (!words.StartsWith("! ", StringComparison.Ordinal))
                Keep(last, "death", words);
            next = last + 1;
        }

        var read = _last + 1 - options.From;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read} files read in {watch.Elapsed.TotalSeconds:F0} s with seed {options.Seed}; {found.Count} kinds of faults, {found.Values.Sum()} in all."));
        if (found.Count > 0)
            Console.WriteLine($"Kept in {options.Keep}. Mend them and add each to the tests.");
        return found.Count == 0 ? 0 : 1;

        (int Last, string Words, bool IsDone) Child(FuzzOptions part)
        {
            using var process = Process.Start(Start(part))!;
            var errors = "";
            process.ErrorDataReceived += (_, line) => errors = errors.Length < 200 ? errors + line.Data + " " : errors;
            process.BeginErrorReadLine();
            var (current, final, isDone) = (part.From, "", false);
            while (process.StandardOutput.ReadLine() is { } line)
            {
                isDone = line == "done";
                final = line;
                if (int.TryParse(line, CultureInfo.InvariantCulture, out var number))
                    _last = current = number;
                else if (line.StartsWith("  ", StringComparison.Ordinal))
                    Console.WriteLine(line);
                else if (line.StartsWith("! ", StringComparison.Ordinal) && line.Split(' ', 3) is [_, _, var rest] && rest.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
                    Keep(current, rest[..colon], rest[(colon + 2)..]);
            }

            process.WaitForExit();
            return (current, final.StartsWith("! ", StringComparison.Ordinal) ? final : errors.Trim(), isDone);
        }

        void Keep(int number, string kind, string detail)
        {
            var (name, source) = new FuzzSources(options.Source).Make(options.Seed, number);
            var of = $"{name} {kind}";
            found[of] = found.GetValueOrDefault(of) + 1;
            if (found[of] > MostOfOneKind)
                return;
            Directory.CreateDirectory(options.Keep);
            var file = Path.Combine(options.Keep, string.Create(CultureInfo.InvariantCulture, $"{name}-{options.Seed}-{number}"));
            File.WriteAllBytes(file, source);
            Console.WriteLine($"{file}: {kind}: {detail}");
        }
    }

    private static int _last = -1;

    private static ProcessStartInfo Start(FuzzOptions options)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(Supervisor).Assembly.Location, "--seed", Text(options.Seed)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (options.Minutes > 0)
            Add("--minutes", options.Minutes.ToString(CultureInfo.InvariantCulture));
        Add("--count", Text(options.Count));
        Add("--from", Text(options.From));
        Add("--source", options.Source);
        start.ArgumentList.Add("--child");
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x40000000";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;

        void Add(string name, string value)
        {
            start.ArgumentList.Add(name);
            start.ArgumentList.Add(value);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

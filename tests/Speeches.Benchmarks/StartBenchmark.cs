using System.Diagnostics;

namespace Speeches.Benchmarks;

/// <summary>From the start of the built program to the first answered page, against an empty Razor Pages app from the template.</summary>
internal static class StartBenchmark
{
    private const int Repetitions = 7;

    /// <summary>Alternates the two, so that the machine's mood meets both.</summary>
    public static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("speeches-start-").FullName;
        try
        {
            var empty = await BuildEmptyApp(Path.Combine(folder, "Empty"));
            var data = Path.Combine(folder, "data");
            List<double> ours = [], theirs = [], first = [];
            for (var i = 0; i < Repetitions; i++)
            {
                theirs.Add(await Time(empty, "--urls"));
                first.Add(await Time(Places.Product, "--Urls", $"--Data:Directory={data}-{i}"));
                ours.Add(await Time(Places.Product, "--Urls", $"--Data:Directory={data}-{i}"));
            }

            var (empties, starts, firsts) = (new Sample(theirs), new Sample(ours), new Sample(first));
            Console.WriteLine($"empty Razor Pages app, ms: {empties}");
            Console.WriteLine($"Speeches, ms:              {starts}");
            Console.WriteLine($"Speeches, first start, ms: {firsts}");
            Report.Ratio("start to first page", starts.Median / empties.Median, 3, atMost: true);
            Report.Ratio("first start (migrate, load the seed) to first page", firsts.Median / empties.Median, 3, atMost: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> Time(string program, string urls, params string[] arguments)
    {
        var address = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, $"{urls}={address}", .. arguments])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        })!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        await ServerProcess.UntilAnswers(process, address + "/");
        var elapsed = clock.Elapsed.TotalMilliseconds;
        process.Kill();
        await process.WaitForExitAsync();
        return elapsed;
    }

    private static async Task<string> BuildEmptyApp(string folder)
    {
        await Dotnet("new", "webapp", "--no-https", "-o", folder);
        await Dotnet("build", folder, "-c", "Release", "-v", "quiet");
        return Path.Combine(folder, "bin", "Release", "net10.0", "Empty.dll");
    }

    private static async Task Dotnet(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(output);
    }
}

using BenchmarkDotNet.Running;
using Speeches.Benchmarks;

// What docs/performance.md reports, as ratios taken in one run. Without words: everything; else any of the names below.
string[] all = ["parse", "reanchor", "import", "start", "weight", "pages", "posts"];
switch (args.FirstOrDefault())
{
    case "bare":
        return await BareServer.Run(args[1], args[2]);
    case "client":
        return LoadClient.Run(args[1]);
}

var chosen = args.Length == 0 ? all : args;
if (chosen.Except(all).ToArray() is { Length: > 0 } unknown)
{
    Console.Error.WriteLine($"Unknown: {string.Join(", ", unknown)}. Choose from {string.Join(", ", all)}.");
    return 2;
}

if (chosen.Contains("parse"))
    BenchmarkRunner.Run<ParseBenchmark>();
if (chosen.Contains("reanchor"))
    BenchmarkRunner.Run<ReanchorBenchmark>();
if (chosen.Contains("import"))
    await ImportBenchmark.Run();
if (chosen.Contains("start"))
    await StartBenchmark.Run();
if (chosen.Contains("weight") || chosen.Contains("pages"))
    await PageBenchmark.Run(weightOnly: !chosen.Contains("pages"));
if (chosen.Contains("posts"))
    await PostBenchmark.Run();
return 0;

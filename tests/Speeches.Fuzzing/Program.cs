using System.Globalization;
using Speeches.Fuzzing;

// Spoils valid files at random and reads them, again and again: see docs/contributing.md. What is random follows from the seed alone.
var options = FuzzOptions.Parse(args);
if (options is null)
{
    Console.Error.WriteLine("Usage: [--seed N] [--count N] [--minutes N] [--from N] [--source NAME] [--keep FOLDER] | growth [PATTERN] | FILE…");
    return 2;
}

if (options.Files is ["sources", var folder])
{
    foreach (var (name, bytes) in new FuzzSources(options.Source).Valid)
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
    return 0;
}

if (options.Files.Count > 0)
    return options.Files[0] == "growth" ? Growth.Run(options.Files.Skip(1).FirstOrDefault()) : Again(options.Files);
return options.IsChild ? new TrialLoop(options).Run() : Supervisor.Run(options);

// Reads files as they are: what was found, once more.
static int Again(IReadOnlyList<string> files)
{
    var bad = 0;
    foreach (var file in files)
    {
        var finding = Trial.Run(File.ReadAllBytes(file), out var seconds, out var refusal);
        bad += finding is null ? 0 : 1;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {finding?.ToString() ?? refusal ?? "read"} ({seconds:F2} s)"));
    }

    return bad == 0 ? 0 : 1;
}

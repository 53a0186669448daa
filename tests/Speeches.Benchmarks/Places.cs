using System.Runtime.CompilerServices;

namespace Speeches.Benchmarks;

/// <summary>Where things are in the checkout this was built from.</summary>
internal static class Places
{
    /// <summary>The folder with Speeches.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The seed speech.</summary>
    public static string Seed { get; } = Directory.GetFiles(Path.Combine(Root, "seeds"), "*.txt").Single();

    /// <summary>The product, built in Release.</summary>
    public static string Product { get; } = Path.Combine(Root, "src", "Speeches.Web", "bin", "Release", "net10.0", "Speeches.Web.dll");

    /// <summary>This program.</summary>
    public static string Self { get; } = typeof(Places).Assembly.Location;

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Directory.GetParent(here);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Speeches.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("There is no Speeches.sln above the benchmarks.");
    }
}

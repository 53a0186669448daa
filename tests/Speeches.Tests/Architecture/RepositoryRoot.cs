using System.Runtime.CompilerServices;

namespace Speeches.Tests.Architecture;

/// <summary>The checkout this test was compiled from.</summary>
internal static class RepositoryRoot
{
    /// <summary>The absolute path of the folder that holds <c>Speeches.sln</c>.</summary>
    public static string Path { get; } = Find();

    /// <summary>The absolute path of something in it.</summary>
    public static string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find([CallerFilePath] string here = "")
    {
        for (var folder = Directory.GetParent(here); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Speeches.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"There is no Speeches.sln above {here}.");
    }
}

using System.Runtime.InteropServices;

namespace Speeches.Web.Importing;

/// <summary>Keeps a worker that dies from leaving its memory, and the source in it, on the disk.</summary>
internal static class CoreDumps
{
    // RLIMIT_CORE on Linux, macOS and the BSDs alike.
    private const int CoreFileSize = 4;

    /// <summary>Sets the largest core file of this process to nothing; where the system knows none, it does nothing.</summary>
    public static void Prevent()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetLimit(CoreFileSize, default);
    }

    [DllImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, in Limit limit);

    /// <summary>The soft and the hard limit.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(nuint Soft, nuint Hard);
}

using System.Runtime.InteropServices;
using System.Text;

namespace Speeches.Store.Sqlite;

/// <summary>What it takes for a renamed file to be found under its new name after a power failure.</summary>
internal static class Durable
{
    /// <summary>Renames a file and syncs the folder, which alone knows the name.</summary>
    /// <exception cref="IOException">Where the new name is taken, among the usual causes.</exception>
    public static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: false);
        if (!OperatingSystem.IsWindows())
            SyncFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    // .NET opens no folders. Where the file system cannot sync one there is nothing more to be done.
    private static void SyncFolder(string folder)
    {
        var descriptor = Open(Encoding.UTF8.GetBytes($"{folder}\0"), 0);
        if (descriptor < 0)
            return;
        _ = Sync(descriptor);
        _ = Close(descriptor);
    }

    [DllImport("libc", EntryPoint = "open"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}

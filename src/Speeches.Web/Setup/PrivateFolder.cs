namespace Speeches.Web.Setup;

/// <summary>Folders for the server's user only (0700); on Windows they inherit what the parent allows.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder where it is missing, and closes it to others where it is ours.</summary>
    public static DirectoryInfo Make(string path)
    {
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(path);
        var folder = Directory.CreateDirectory(path, OwnerOnly);
        try
        {
            folder.UnixFileMode = OwnerOnly;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Somebody else's folder (a mounted volume, say), or a read-only one: opening the database tells what does not work.
        }
        return folder;
    }
}

namespace Speeches.Store.Sqlite;

/// <summary>
/// Says who uses the data folder: shared by all who have the database open, alone for the one that makes, migrates or replaces it.
/// The system drops it when a process dies. SQLite's own locks cannot say this: they are let go between transactions.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Shares the folder, waiting while another process has it alone.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Unavailable"/> after ten seconds.</exception>
    public static async Task<FolderLock> Share(SqliteFiles files)
    {
        var since = Environment.TickCount64;
        while (true)
        {
            if (TryOpen(files, FileAccess.Read, FileShare.Read) is { } shared)
                return shared;
            if (IsPast(since))
            {
                throw new SpeechesError(
                    ErrorKind.Unavailable,
                    $"Another process is restoring or updating the database in {files.Folder}; nothing was changed. Try again when it is done.");
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>Waits a moment for others to let go of the folder, or to bring the database up to date themselves.</summary>
    /// <param name="files">The folder.</param>
    /// <param name="since">When the waiting began, in <see cref="Environment.TickCount64"/>.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Unavailable"/> after ten seconds.</exception>
    public static Task Wait(SqliteFiles files, long since) => IsPast(since)
        ? throw new SpeechesError(
            ErrorKind.Unavailable,
            $"The database in {files.Folder} must be updated, but another process is using it; nothing was changed. Stop that process first.")
        : Task.Delay(Pause);

    /// <summary>Has the folder alone, or gives null at once where another process uses it.</summary>
    public static FolderLock? TryAlone(SqliteFiles files) => TryOpen(files, FileAccess.ReadWrite, FileShare.None);

    public void Dispose() => _file.Dispose();

    private static bool IsPast(long since) => Environment.TickCount64 - since > Patience.TotalMilliseconds;

    private static FolderLock? TryOpen(SqliteFiles files, FileAccess access, FileShare share)
    {
        try
        {
            // Made by whoever comes first; opening for reading alone would take a shared lock but make no file.
            if (!File.Exists(files.Lock))
                File.Open(files.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
            return new(new FileStream(files.Lock, FileMode.Open, access, share, bufferSize: 0));
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            return null;
        }
    }

    // EWOULDBLOCK (Linux 11, macOS 35) or ERROR_SHARING_VIOLATION; .NET gives no better sign.
    private static bool IsHeldByAnother(IOException e) =>
        e.GetType() == typeof(IOException) && (e.HResult is 11 or 35 || (e.HResult & 0xFFFF) is 32 or 33);
}

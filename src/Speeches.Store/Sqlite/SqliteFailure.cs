using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Speeches.Store.Sqlite;

/// <summary>What SQLite's errors and the file system's mean to the person who runs the library.</summary>
internal static class SqliteFailure
{
    /// <summary>The failure to show, or null where the error is not of the file, the disk or the lock.</summary>
    /// <param name="error">What was caught.</param>
    /// <param name="folder">The data folder, for the message.</param>
    /// <param name="kept">What became of the work, as a sentence.</param>
    public static SpeechesError? Explain(Exception error, string folder, string kept) => Words(error, folder) is { } words
        ? new SpeechesError(ErrorKind.Unavailable, $"{words}: {kept}", inner: error)
        : null;

    private static string? Words(Exception error, string folder) => error switch
    {
        SqliteException sqlite => (sqlite.SqliteErrorCode & 0xFF) switch
        {
            raw.SQLITE_FULL => $"The disk that holds {folder} is full",
            raw.SQLITE_IOERR => IsFull(folder) ? $"The disk that holds {folder} is full" : $"The disk that holds {folder} reported an error",
            raw.SQLITE_READONLY or raw.SQLITE_PERM => $"The database in {folder} cannot be written",
            raw.SQLITE_CANTOPEN => $"The database in {folder} cannot be opened",
            raw.SQLITE_CORRUPT => $"The database in {folder} is damaged",
            raw.SQLITE_NOTADB => $"The file speeches.db in {folder} is not a database",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"Another process has kept the database in {folder} busy for too long",
            _ => null,
        },
        UnauthorizedAccessException => $"The data folder {folder} cannot be written",
        IOException => IsFull(folder) ? $"The disk that holds {folder} is full" : $"The data folder {folder} cannot be used",
        _ => null,
    };

    // SQLite and .NET report some full disks as plain input/output errors.
    private static bool IsFull(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace < 1 << 20;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}

using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>Backup, restore and check.</summary>
public static class Maintenance
{
    /// <summary>Copies a database while it may be in use, to a new file of its own, and verifies the copy.</summary>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.Conflict"/> where the file exists; <see cref="ErrorKind.NotFound"/> where there is no database;
    /// <see cref="ErrorKind.Unavailable"/> where it cannot be copied. No incomplete file is left.
    /// </exception>
    public static Task Backup(SqliteOptions options, string file) => Task.Run(() =>
    {
        var files = Existing(options);
        var target = Path.GetFullPath(file);
        if (Path.Exists(target))
            throw new SpeechesError(ErrorKind.Conflict, $"The file {target} exists already: it was left as it is. Choose another name.");
        var part = $"{target}.part";
        Explaining(Path.GetDirectoryName(target)!, "no backup was made.", () =>
        {
            try
            {
                Copy(files.Database, part);
                Verify(part, "The copy", "no backup was made.");
                Durable.Move(part, target);
            }
            finally
            {
                Delete(part);
            }
        });
    });

    /// <summary>
    /// Puts a backup in place of the database. The backup is copied, verified and migrated first; the database it replaces is kept
    /// beside it under another name.
    /// </summary>
    /// <returns>The path under which the replaced database is kept, or null where there was none.</returns>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.Unavailable"/> for a damaged backup, one from a newer version, or a database that is in use;
    /// <see cref="ErrorKind.NotFound"/> where there is no such file.
    /// </exception>
    public static Task<string?> Restore(SqliteOptions options, string file) => Task.Run(() =>
    {
        var source = Path.GetFullPath(file);
        if (!File.Exists(source))
            throw new SpeechesError(ErrorKind.NotFound, $"There is no file {source}: nothing was restored.");
        var files = SqliteFiles.In(options.Directory);
        return Explaining(files.Folder, "nothing was restored, and the database is as it was.", () =>
        {
            SqliteDatabase.MakeFolder(files.Folder);
            using var alone = FolderLock.TryAlone(files) ?? throw new SpeechesError(
                ErrorKind.Unavailable, $"The database in {files.Folder} is in use: nothing was restored. Stop the server first.");
            return Replace(files, source);
        });
    });

    /// <summary>Looks for problems: integrity, foreign keys, search index in step, anchors valid, state in step with the event log.</summary>
    /// <remarks>May run while the database is served; those who write wait while the search index is compared.</remarks>
    /// <returns>One line a problem; none where all is well.</returns>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.NotFound"/> where there is no database; <see cref="ErrorKind.Unavailable"/> for one that cannot be opened
    /// or is from a newer version.
    /// </exception>
    public static Task<IReadOnlyList<string>> Check(SqliteOptions options) => Task.Run(() =>
    {
        var files = Existing(options);
        return Explaining(files.Folder, "it was not checked.", () => Inspection.Run(files.Database));
    });

    private static string? Replace(SqliteFiles files, string source)
    {
        var part = $"{files.Database}.restoring";
        try
        {
            try
            {
                Copy(source, part);
            }
            catch (SqliteException e)
            {
                throw new SpeechesError(ErrorKind.Unavailable, $"The file {source} cannot be read as a database: nothing was restored.", inner: e);
            }

            if (!Verify(part, $"The file {source}", "nothing was restored."))
                Schema.Migrate(part);
            var kept = SetAside(files);
            try
            {
                Durable.Move(part, files.Database);
                Verify(files.Database, "The restored database", "the former one was put back.");
                return kept;
            }
            catch
            {
                PutBack(files, kept);
                throw;
            }
        }
        finally
        {
            Delete(part);
        }
    }

    // The log is folded in first: it would be taken for that of the database that comes in its place.
    private static string? SetAside(SqliteFiles files)
    {
        if (!File.Exists(files.Database))
            return null;
        var kept = Path.Combine(
            files.Folder, $"speeches.replaced-{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}.db");
        try
        {
            using var connection = SqliteFiles.Open(files.Database, SqliteOpenMode.ReadWrite);
            SqliteFiles.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // Too damaged to be opened, which may be why it is replaced: it is kept as it is, with its log.
        }

        if (File.Exists($"{files.Database}-wal"))
            File.Move($"{files.Database}-wal", $"{kept}-wal");
        File.Delete($"{files.Database}-shm");
        Durable.Move(files.Database, kept);
        return kept;
    }

    private static void PutBack(SqliteFiles files, string? kept)
    {
        Delete(files.Database);
        if (kept is null)
            return;
        if (File.Exists($"{kept}-wal"))
            File.Move($"{kept}-wal", $"{files.Database}-wal");
        Durable.Move(kept, files.Database);
    }

    // One read transaction, so that the copy is of one moment and writers do not wait for it.
    private static void Copy(string source, string copy)
    {
        Delete(copy);
        if (!OperatingSystem.IsWindows())
        {
            // A backup holds what the data folder's permissions keep from others.
            new FileStream(copy, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }).Dispose();
        }

        using var from = SqliteFiles.Open(source, SqliteOpenMode.ReadOnly);
        using var to = SqliteFiles.Open(copy, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(to);
        SqliteFiles.Run(to, "PRAGMA journal_mode = DELETE"); // one file, complete by itself
    }

    /// <returns>Whether it has every migration of this build.</returns>
    private static bool Verify(string file, string what, string kept)
    {
        try
        {
            using var connection = SqliteFiles.Open(file, SqliteOpenMode.ReadOnly);
            if (SqliteFiles.Value(connection, "PRAGMA integrity_check(1)") is not "ok")
                throw new SpeechesError(ErrorKind.Unavailable, $"{what} is damaged: {kept}");
            return Schema.Compare(connection) switch
            {
                SchemaState.Current => true,
                SchemaState.Older => false,
                SchemaState.Newer => throw new SpeechesError(ErrorKind.Unavailable, $"{what} is from a newer version of this program: {kept}"),
                _ => throw new SpeechesError(ErrorKind.Unavailable, $"{what} is not a library of speeches: {kept}"),
            };
        }
        catch (SqliteException e)
        {
            throw new SpeechesError(ErrorKind.Unavailable, $"{what} is damaged: {kept}", inner: e);
        }
    }

    private static SqliteFiles Existing(SqliteOptions options)
    {
        var files = SqliteFiles.In(options.Directory);
        return File.Exists(files.Database)
            ? files
            : throw new SpeechesError(ErrorKind.NotFound, $"There is no database in {files.Folder}.");
    }

    private static void Delete(string database)
    {
        foreach (var file in (string[])[database, $"{database}-wal", $"{database}-shm", $"{database}-journal"])
            File.Delete(file);
    }

    private static void Explaining(string folder, string kept, Action work) => Explaining(folder, kept, () =>
    {
        work();
        return true;
    });

    private static T Explaining<T>(string folder, string kept, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (SqliteFailure.Explain(e, folder, kept) is { } explained)
        {
            throw explained;
        }
    }
}

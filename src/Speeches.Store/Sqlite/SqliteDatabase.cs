using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>SQLite: write-ahead log, full sync, one writer that commits waiting writes in groups, pooled read-only connections.</summary>
public sealed class SqliteDatabase : Database, IAsyncDisposable
{
    private readonly FolderLock _use;
    private readonly WriterQueue _writer;
    private readonly ReaderPool _readers;
    private readonly ChangeCounter _changes;
    private readonly string _folder;

    private SqliteDatabase(FolderLock use, KeepingConnection writer, SqliteOptions options, SqliteFiles files)
    {
        _use = use;
        _folder = files.Folder;
        _changes = new(files.Database);
        _readers = new(files.Database);
        _writer = new(writer, options, files.Folder, _changes);
    }

    /// <summary>Opens the database in its folder, making and migrating it as needed.</summary>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.Unavailable"/> with one clear line for a folder that cannot be written, a full disk, a damaged file or a
    /// database from a newer version; nothing is overwritten.
    /// </exception>
    public static async Task<SqliteDatabase> Open(SqliteOptions options)
    {
        var files = SqliteFiles.In(options.Directory);
        try
        {
            MakeFolder(files.Folder);
            var since = Environment.TickCount64;
            var use = await FolderLock.Share(files);
            try
            {
                while (!File.Exists(files.Database) || !IsCurrent(files))
                {
                    use.Dispose();
                    using (var alone = FolderLock.TryAlone(files))
                    {
                        if (alone is not null)
                            MakeOrMigrate(files);
                        else // whoever uses it may be making it just now
                            await FolderLock.Wait(files, since);
                    }

                    use = await FolderLock.Share(files);
                }

                return new(use, OpenWriter(files), options, files);
            }
            catch
            {
                use.Dispose();
                throw;
            }
        }
        catch (Exception e) when (SqliteFailure.Explain(e, files.Folder, "nothing was changed.") is { } explained)
        {
            throw explained;
        }
    }

    /// <inheritdoc />
    public override long Generation => _changes.Current;

    /// <inheritdoc />
    public override long AccountsGeneration => _changes.OfAccounts;

    /// <inheritdoc />
    public override async Task<T> Read<T>(Func<DbConnection, Task<T>> work)
    {
        try
        {
            return await _readers.Read(work);
        }
        catch (SqliteException e) when (SqliteFailure.Explain(e, _folder, "nothing was changed.") is { } explained)
        {
            throw explained;
        }
    }

    /// <inheritdoc />
    public override async Task<T> Search<T>(Func<DbConnection, Task<T>> work)
    {
        var isInStep = true;
        var found = await Read(LookIfInStep);
        if (isInStep)
            return found!;
        await _writer.CatchUp();
        return await Read(work);

        // Asked in the snapshot that is searched, so that what another process adds meanwhile is not missed either.
        async Task<T?> LookIfInStep(DbConnection connection)
        {
            isInStep = ((KeepingConnection)connection).Statement(FullText.Waiting).Number() <= 0;
            return isInStep ? await work(connection) : default;
        }
    }

    /// <inheritdoc />
    public override Task<T> Write<T>(Func<DbConnection, Task<T>> work, bool leavesAccounts = false) => _writer.Add(work, leavesAccounts);

    /// <summary>Finishes the writes that wait, then closes.</summary>
    public ValueTask DisposeAsync()
    {
        _readers.Dispose();
        _changes.Dispose();
        _writer.Dispose(); // last, so that closing it folds the log into the file
        _use.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes the data folder where it is missing, for its owner alone: it will hold the passwords' hashes and the keys.</summary>
    internal static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static bool IsCurrent(SqliteFiles files)
    {
        using var connection = SqliteFiles.Open(files.Database, SqliteOpenMode.ReadWrite);
        var isCurrent = Schema.IsCurrent(connection, files.Database);
        Schema.Inspect(connection, files.Database);
        return isCurrent;
    }

    private static void MakeOrMigrate(SqliteFiles files)
    {
        if (!File.Exists(files.Database))
            Schema.Create(files.Database);
        else if (!IsCurrent(files)) // another process may have been first
            Schema.Migrate(files.Database);
    }

    private static KeepingConnection OpenWriter(SqliteFiles files)
    {
        var connection = SqliteFiles.Open(files.Database, SqliteOpenMode.ReadWrite);
        try
        {
            SqliteFiles.Run(connection, """
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA temp_store = MEMORY;
                """);
            SqliteFiles.Run(connection, "BEGIN IMMEDIATE; ROLLBACK"); // a file that cannot be written is found now, not at the first change
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Speeches.Store.Sqlite;

/// <summary>Where the database lies, and how it is opened.</summary>
/// <param name="Folder">The data folder, absolute.</param>
internal sealed record SqliteFiles(string Folder)
{
    static SqliteFiles()
    {
        Batteries_V2.Init();
        // A connection is used by one thread at a time here, and nobody asks SQLite how much memory it takes: without the locks that
        // it would take for either, some of them at each allocation, a write is a tenth cheaper. Where SQLite is in use already, it
        // goes on as it is.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <summary>The database file.</summary>
    public string Database => Path.Combine(Folder, "speeches.db");

    /// <summary>Held shared by every process that has the database open, and alone by the one that replaces or migrates it.</summary>
    public string Lock => Path.Combine(Folder, "speeches.lock");

    /// <summary>The files of a data folder; a relative path counts from where the process runs.</summary>
    public static SqliteFiles In(string folder) => new(Path.GetFullPath(folder));

    /// <summary>Opens a database file. Unpooled: the readers are pooled here, and a closed file must be closed at once.</summary>
    /// <exception cref="SqliteException">As SQLite reports it; a missing file is not made unless the mode says so.</exception>
    public static KeepingConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new KeepingConnection(ConnectionString(file, mode));
        try
        {
            connection.Open();
            Run(connection, "PRAGMA busy_timeout = 10000");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>For those who open the file by themselves.</summary>
    public static string ConnectionString(string file, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        Pooling = false,
        ForeignKeys = true,
    }.ToString();

    /// <summary>Runs a statement, or several, for their effect.</summary>
    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row, or null.</summary>
    public static object? Value(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

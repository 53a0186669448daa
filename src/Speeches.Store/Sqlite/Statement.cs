using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Speeches.Store.Sqlite;

/// <summary>
/// A statement without parameters, prepared once. Microsoft.Data.Sqlite prepares each new command again, which for BEGIN and COMMIT
/// costs more than running them.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <exception cref="SqliteException">As SQLite reports it.</exception>
    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database);
    }

    /// <summary>Whether no transaction is open on the connection.</summary>
    public bool IsAutoCommit => raw.sqlite3_get_autocommit(_database) != 0;

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="SqliteException">As SQLite reports it.</exception>
    public void Run() => Step();

    /// <summary>Runs it and gives the first column of its one row.</summary>
    /// <exception cref="SqliteException">As SQLite reports it.</exception>
    public long Number() => Step();

    private long Step()
    {
        var outcome = raw.sqlite3_step(_statement);
        var number = outcome == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_statement, 0) : 0;
        if (outcome is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            try
            {
                SqliteException.ThrowExceptionForRC(outcome, _database);
            }
            finally
            {
                _ = raw.sqlite3_reset(_statement);
            }
        }

        _ = raw.sqlite3_reset(_statement);
        return number;
    }

    public void Dispose() => _statement.Dispose();
}

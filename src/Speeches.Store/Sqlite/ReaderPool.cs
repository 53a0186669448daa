using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>Read-only connections, kept open between reads.</summary>
internal sealed class ReaderPool(string file) : IDisposable
{
    // Reads hold a thread while they run, so more connections than this are only open in a burst.
    private const int MostIdle = 16;
    private readonly ConcurrentBag<Reader> _idle = [];
    private volatile bool _closed;

    /// <summary>Runs a read in a transaction of its own: all that it reads is of one moment.</summary>
    public async Task<T> Read<T>(Func<DbConnection, Task<T>> work)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var reader = _idle.TryTake(out var idle) ? idle : new Reader(SqliteFiles.Open(file, SqliteOpenMode.ReadOnly));
        var isSound = false;
        try
        {
            reader.Begin.Run();
            try
            {
                return await work(reader.Connection);
            }
            finally
            {
                reader.End.Run();
                isSound = true;
            }
        }
        finally
        {
            if (isSound && !_closed && _idle.Count < MostIdle)
                _idle.Add(reader);
            else
                reader.Dispose();
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }

    private sealed class Reader(SqliteConnection connection) : IDisposable
    {
        public SqliteConnection Connection => connection;

        public Statement Begin { get; } = new(connection, "BEGIN");

        public Statement End { get; } = new(connection, "ROLLBACK");

        public void Dispose()
        {
            Begin.Dispose();
            End.Dispose();
            connection.Dispose();
        }
    }
}

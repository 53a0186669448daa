using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>
/// Counts commits by anyone. <c>PRAGMA data_version</c> changes on a connection whenever another one, here or in another process, has
/// committed a change; this connection never writes, so it sees them all, and a commit before its writer is told of it.
/// </summary>
internal sealed class ChangeCounter : IDisposable
{
    private readonly Lock _turn = new();
    private readonly SqliteConnection _connection;
    private readonly Statement _version;

    public ChangeCounter(string file)
    {
        _connection = SqliteFiles.Open(file, SqliteOpenMode.ReadOnly);
        _version = new(_connection, "PRAGMA data_version");
    }

    /// <summary>Goes up with each change seen; takes a few microseconds.</summary>
    public long Current
    {
        get
        {
            lock (_turn)
                return _version.Number();
        }
    }

    public void Dispose()
    {
        lock (_turn)
        {
            _version.Dispose();
            _connection.Dispose();
        }
    }
}

using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>
/// Counts commits by anyone, here or in another process, and each before its writer is told of it. They show in the head of the index
/// of the write-ahead log; where that cannot be looked at, <c>PRAGMA data_version</c> tells the same for a microsecond or two.
/// </summary>
internal sealed class ChangeCounter : IDisposable
{
    private readonly Lock _turn = new();
    private readonly SqliteConnection _connection; // never writes, and holds the index in place
    private readonly Statement _version;
    private readonly long[] _seen = new long[LogIndex.HeadLength];
    private LogIndex? _index;
    private long _changes;
    private long _changesOfAccounts;

    public ChangeCounter(string file)
    {
        _connection = SqliteFiles.Open(file, SqliteOpenMode.ReadOnly);
        _version = new(_connection, "PRAGMA data_version");
        _ = _version.Number(); // a read, after which the index is there
        _index = LogIndex.TryOpen(file);
    }

    /// <summary>Goes up with each change seen.</summary>
    public long Current
    {
        get
        {
            lock (_turn)
            {
                if (_index is null)
                    return _version.Number();
                Look(_index);
                return _changes;
            }
        }
    }

    /// <summary>Goes up with each change seen but those of <see cref="LeftAccounts"/>.</summary>
    public long OfAccounts
    {
        get
        {
            lock (_turn)
            {
                if (_index is null)
                    return _version.Number();
                Look(_index);
                return _changesOfAccounts;
            }
        }
    }

    /// <summary>Counts what was committed until now. To be called inside the transaction of a writer, when nobody else can commit.</summary>
    public void Look()
    {
        lock (_turn)
        {
            if (_index is not null)
                Look(_index);
        }
    }

    /// <summary>Counts the commit of a writer that called <see cref="Look()"/> and left accounts alone, unless others came after it.</summary>
    public void LeftAccounts()
    {
        lock (_turn)
        {
            if (_index is null)
                return;
            Span<long> head = stackalloc long[LogIndex.HeadLength];
            _index.ReadHead(head);
            if (LogIndex.Commits(head) != unchecked(LogIndex.Commits(_seen) + 1))
                return;
            head.CopyTo(_seen);
            _changes++;
        }
    }

    private void Look(LogIndex index)
    {
        Span<long> head = stackalloc long[LogIndex.HeadLength];
        index.ReadHead(head);
        if (head.SequenceEqual(_seen))
            return;
        head.CopyTo(_seen);
        _changes++;
        _changesOfAccounts++;
    }

    public void Dispose()
    {
        lock (_turn)
        {
            _index = null;
            _version.Dispose();
            _connection.Dispose();
        }
    }
}

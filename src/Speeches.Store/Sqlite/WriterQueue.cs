using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>
/// One thread that writes. It takes the first write that waits and all that come while it works, runs them and commits once, so that
/// many writers share one sync of the disk; then it tells them. Where one fails half-way, all are run again, each in its own savepoint.
/// </summary>
internal sealed class WriterQueue : IDisposable
{
    private const string NothingStored = "nothing of this was stored.";
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private readonly Lock _turn = new(); // of the three below
    private readonly Queue<QueuedWrite> _waiting = new();
    private int _wanted; // how many must wait before the writer is woken
    private bool _isClosing;
    private readonly AutoResetEvent _enough = new(false);
    private readonly List<QueuedWrite> _group = [];
    private readonly KeepingConnection _connection;
    private readonly SqliteOptions _options;
    private readonly string _folder;
    private readonly ChangeCounter _changes;
    private readonly Statement _begin, _commit, _rollback, _savepoint, _release, _undo, _unindexed, _index;
    private readonly Thread _thread;

    /// <param name="connection">The one connection that writes; closed with the queue.</param>
    /// <param name="options">Limits.</param>
    /// <param name="folder">The data folder, for messages.</param>
    /// <param name="changes">Is told which commits leave accounts alone.</param>
    public WriterQueue(KeepingConnection connection, SqliteOptions options, string folder, ChangeCounter changes)
    {
        (_connection, _options, _folder, _changes) = (connection, options, folder, changes);
        _begin = new(connection, "BEGIN IMMEDIATE");
        _commit = new(connection, "COMMIT");
        _rollback = new(connection, "ROLLBACK");
        _savepoint = new(connection, "SAVEPOINT write");
        _release = new(connection, "RELEASE write");
        _undo = new(connection, "ROLLBACK TO write");
        _unindexed = new(connection, FullText.Waiting);
        _index = new(connection, FullText.CatchUp);
        _thread = new(Loop) { Name = "database writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Puts a write in the queue; the task ends when it is on disk, or with what went wrong.</summary>
    public Task<T> Add<T>(Func<DbConnection, Task<T>> work, bool leavesAccounts)
    {
        var write = new QueuedWrite<T>(work) { LeavesAccounts = leavesAccounts };
        bool isEnough;
        lock (_turn)
        {
            if (_isClosing || _waiting.Count >= _options.MaximumQueue)
            {
                return Task.FromException<T>(new SpeechesError(
                    ErrorKind.Unavailable,
                    _isClosing
                        ? $"The library is closing: {NothingStored}"
                        : $"Too many changes are waiting to be stored: {NothingStored} Try again in a moment."));
            }

            _waiting.Enqueue(write);
            isEnough = _waiting.Count == _wanted;
        }

        // Outside the lock, which the writer wants at once.
        if (isEnough)
            Wake();
        return write.Done;
    }

    /// <summary>Has the full-text index take in all that was written before; the task ends when that can be read.</summary>
    public Task CatchUp() => Add(_ =>
    {
        _index.Run();
        return Task.FromResult(true);
    }, leavesAccounts: true);

    /// <summary>Finishes the writes that wait, then closes the connection.</summary>
    public void Dispose()
    {
        lock (_turn)
        {
            if (_isClosing)
                return;
            _isClosing = true;
        }

        Wake();

        _thread.Join();
        _enough.Dispose();
        foreach (var statement in (Statement[])[_begin, _commit, _rollback, _savepoint, _release, _undo, _unindexed, _index])
            statement.Dispose();
        _connection.Dispose();
    }

    private void Wake()
    {
        try
        {
            _enough.Set();
        }
        catch (ObjectDisposedException)
        {
            // Closed meanwhile; the writer has done what waited.
        }
    }

    // Blocking is the point: the work is SQLite's, which waits for the disk on whatever thread it runs on.
    private void Loop()
    {
        while (WaitForWrites() && TryTake(out var first))
            CommitWith(first);
    }

    // Who has just been told often writes again at once. Rather than commit for the first that does, and make the others wait for the
    // next sync, the writer lets a moment pass for as many as there were. False once nothing waits and nothing more will come.
    private bool WaitForWrites()
    {
        if (IsShortOf(Math.Min(_group.Count + Waiting, _options.MaximumGroup)))
            _enough.WaitOne(Moment);
        while (IsShortOf(1))
            _enough.WaitOne();
        return Waiting > 0;
    }

    private bool IsShortOf(int wanted)
    {
        lock (_turn)
        {
            var isShort = _waiting.Count < wanted && !_isClosing;
            _wanted = isShort ? wanted : 0;
            return isShort;
        }
    }

    private int Waiting
    {
        get
        {
            lock (_turn)
                return _waiting.Count;
        }
    }

    private bool TryTake([MaybeNullWhen(false)] out QueuedWrite next)
    {
        lock (_turn)
            return _waiting.TryDequeue(out next);
    }

    private void CommitWith(QueuedWrite first)
    {
        _group.Clear();
        try
        {
            Begin();
            if (!RunTogether(first))
            {
                _rollback.Run();
                Begin();
                foreach (var write in _group)
                    RunApart(write);
            }

            // A group of which nothing stays must not look like a change to those who watch.
            if (_group.Exists(write => write.Error is null))
            {
                if (_unindexed.Number() > _options.MaximumUnindexed)
                    _index.Run();
                _commit.Run();
                if (_group.TrueForAll(write => write.LeavesAccounts))
                    _changes.LeftAccounts();
            }
            else
            {
                _rollback.Run();
            }
        }
        catch (SqliteException e)
        {
            Abandon(e);
            return;
        }

        foreach (var write in _group)
            write.Finish(error => Explain(error) ?? error);
    }

    private void Begin()
    {
        _begin.Run();
        _connection.Begin();
        _changes.Look();
    }

    // False as soon as one has failed and may have left something behind. A refusal comes before anything is changed, as a rule, and so
    // costs the others nothing.
    private bool RunTogether(QueuedWrite first)
    {
        var next = first;
        do
        {
            _group.Add(next);
            var before = _begin.Changes;
            Run(next);
            if (next.Error is not null && (next.Error is not SpeechesError || _begin.Changes != before))
                return false;
        }
        while (_group.Count < _options.MaximumGroup && TryTake(out next));
        return true;
    }

    private void RunApart(QueuedWrite write)
    {
        _savepoint.Run();
        _connection.Begin();
        Run(write);
        if (write.Error is not null)
            _undo.Run();
        _release.Run();
    }

    private void Run(QueuedWrite write)
    {
        write.Run(_connection);
        if (write.Error is SqliteException fatal && _begin.IsAutoCommit)
            throw fatal; // SQLite has rolled back the whole transaction, as it does when the disk is full
    }

    // One that failed by itself is told so; all others are told why the group could not be stored.
    private void Abandon(SqliteException cause)
    {
        try
        {
            if (!_rollback.IsAutoCommit)
                _rollback.Run();
        }
        catch (SqliteException)
        {
            // The next BEGIN says what is wrong.
        }

        var error = Explain(cause) ?? new SpeechesError(ErrorKind.Unavailable, $"The database refused the change: {NothingStored}", inner: cause);
        foreach (var write in _group)
            write.GiveUp(error);
    }

    private SpeechesError? Explain(Exception error) => SqliteFailure.Explain(error, _folder, NothingStored);
}

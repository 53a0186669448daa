using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>
/// One thread that writes. It takes the first write that waits and all that come while it works, runs each in its own savepoint and
/// commits once, so that many writers share one sync of the disk; then it tells them.
/// </summary>
internal sealed class WriterQueue : IDisposable
{
    private const string NothingStored = "nothing of this was stored.";
    private readonly Channel<Write> _waiting;
    private readonly List<Write> _group = [];
    private readonly SqliteConnection _connection;
    private readonly SqliteOptions _options;
    private readonly string _folder;
    private readonly Statement _begin, _commit, _rollback, _savepoint, _release, _undo, _unindexed, _index;
    private readonly Thread _thread;

    /// <param name="connection">The one connection that writes; closed with the queue.</param>
    /// <param name="options">Limits.</param>
    /// <param name="folder">The data folder, for messages.</param>
    public WriterQueue(SqliteConnection connection, SqliteOptions options, string folder)
    {
        (_connection, _options, _folder) = (connection, options, folder);
        _waiting = Channel.CreateBounded<Write>(new BoundedChannelOptions(options.MaximumQueue) { SingleReader = true });
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
    public Task<T> Add<T>(Func<DbConnection, Task<T>> work)
    {
        var write = new Write<T>(work);
        return _waiting.Writer.TryWrite(write)
            ? write.Done
            : Task.FromException<T>(new SpeechesError(
                ErrorKind.Unavailable,
                _waiting.Reader.Completion.IsCompleted || !_thread.IsAlive
                    ? $"The library is closing: {NothingStored}"
                    : $"Too many changes are waiting to be stored: {NothingStored} Try again in a moment."));
    }

    /// <summary>Has the full-text index take in all that was written before; the task ends when that can be read.</summary>
    public Task CatchUp() => Add(_ =>
    {
        _index.Run();
        return Task.FromResult(true);
    });

    /// <summary>Finishes the writes that wait, then closes the connection.</summary>
    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _thread.Join();
        foreach (var statement in (Statement[])[_begin, _commit, _rollback, _savepoint, _release, _undo, _unindexed, _index])
            statement.Dispose();
        _connection.Dispose();
    }

    // Blocking is the point: the work is SQLite's, which waits for the disk on whatever thread it runs on.
    private void Loop()
    {
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            LetOthersJoin();
            if (_waiting.Reader.TryRead(out var first))
                CommitWith(first);
        }
    }

    // Writers whose turn on the processor is just coming share this commit rather than wait for the next; where nobody else is about
    // to write, this costs a microsecond.
    private void LetOthersJoin()
    {
        int known;
        do
        {
            known = _waiting.Reader.Count;
            Thread.Yield();
        }
        while (_waiting.Reader.Count > known && known < _options.MaximumGroup);
    }

    private void CommitWith(Write first)
    {
        _group.Clear();
        try
        {
            _group.Add(first);
            _begin.Run();
            var hasChanges = Run(first);
            while (_group.Count < _options.MaximumGroup && _waiting.Reader.TryRead(out var next))
            {
                _group.Add(next);
                hasChanges |= Run(next);
            }

            // A group of which nothing stays must not look like a change to those who watch.
            if (hasChanges)
            {
                if (_unindexed.Number() > _options.MaximumUnindexed)
                    _index.Run();
                _commit.Run();
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

    private bool Run(Write write)
    {
        _savepoint.Run();
        var failure = write.Run(_connection);
        if (failure is SqliteException fatal && _undo.IsAutoCommit)
            throw fatal; // SQLite has rolled back the whole transaction, as it does when the disk is full
        if (failure is not null)
            _undo.Run();
        _release.Run();
        return failure is null;
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

    private abstract class Write
    {
        /// <summary>Runs the work and gives what it threw, which <see cref="Finish"/> hands on to the caller.</summary>
        public abstract Exception? Run(SqliteConnection connection);

        /// <summary>Tells the caller how the work ended.</summary>
        public abstract void Finish(Func<Exception, Exception> explain);

        /// <summary>Tells the caller that it is not stored, whatever became of the work.</summary>
        public abstract void GiveUp(SpeechesError error);
    }

    private sealed class Write<T>(Func<DbConnection, Task<T>> work) : Write
    {
        // Continuations run elsewhere: the writer's thread only writes.
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;
        private Exception? _error;

        public Task<T> Done => _done.Task;

        public override Exception? Run(SqliteConnection connection)
        {
            try
            {
                _result = work(connection).GetAwaiter().GetResult();
                return null;
            }
#pragma warning disable CA1031 // whatever it is goes to the caller
            catch (Exception e)
            {
                return _error = e;
            }
#pragma warning restore CA1031
        }

        public override void Finish(Func<Exception, Exception> explain)
        {
            if (_error is null)
                _done.SetResult(_result);
            else
                _done.SetException(explain(_error));
        }

        public override void GiveUp(SpeechesError error) => _done.SetException(_error as SpeechesError ?? error);
    }
}

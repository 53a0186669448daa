using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>A write that waits in the <see cref="WriterQueue"/>.</summary>
internal abstract class QueuedWrite
{
    /// <summary>What the work threw when it last ran; <see cref="Finish"/> hands it on to the caller.</summary>
    public Exception? Error { get; protected set; }

    /// <summary>Whether the work does not touch accounts and tokens.</summary>
    public bool LeavesAccounts { get; init; }

    /// <summary>Runs the work, for the first time or again.</summary>
    public abstract void Run(SqliteConnection connection);

    /// <summary>Tells the caller how the work ended.</summary>
    public abstract void Finish(Func<Exception, Exception> explain);

    /// <summary>Tells the caller that it is not stored, whatever became of the work.</summary>
    public abstract void GiveUp(SpeechesError error);
}

/// <summary>A write and the task that its caller waits for.</summary>
/// <param name="work">What is written; it may be run twice.</param>
internal sealed class QueuedWrite<T>(Func<DbConnection, Task<T>> work) : QueuedWrite
{
    // Continuations run elsewhere: the writer's thread only writes.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    /// <summary>Ends as the work did.</summary>
    public Task<T> Done => _done.Task;

    /// <inheritdoc />
    public override void Run(SqliteConnection connection)
    {
        Error = null;
        try
        {
            _result = work(connection).GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // whatever it is goes to the caller
        catch (Exception e)
        {
            Error = e;
        }
#pragma warning restore CA1031
    }

    /// <inheritdoc />
    public override void Finish(Func<Exception, Exception> explain)
    {
        if (Error is null)
            _done.SetResult(_result);
        else
            _done.SetException(explain(Error));
    }

    /// <inheritdoc />
    public override void GiveUp(SpeechesError error) => _done.SetException(Error as SpeechesError ?? error);
}

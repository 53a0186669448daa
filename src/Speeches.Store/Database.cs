using System.Data.Common;

namespace Speeches.Store;

/// <summary>The one door to the data: many readers, one queue of writers.</summary>
public abstract class Database
{
    static Database() => Columns.Register();

    /// <summary>Runs a read on a pooled read-only connection, inside one snapshot. Never waits for writers.</summary>
    public abstract Task<T> Read<T>(Func<DbConnection, Task<T>> work);

    /// <summary>
    /// As <see cref="Read"/>, for what asks the full-text index: it holds whatever was acknowledged before. Waits for the writer where
    /// the index has yet to take something in.
    /// </summary>
    public abstract Task<T> Search<T>(Func<DbConnection, Task<T>> work);

    /// <summary>
    /// Runs a write in the queue and returns once it is on disk. Writes that wait together are committed together: one that throws is
    /// rolled back alone, and its exception comes back to its caller.
    /// </summary>
    /// <remarks>
    /// The work runs on the writer's thread: it must not ask for another write, and it waits for nothing but the database. It may be
    /// run twice, where another of its group fails, and what the first run did is taken back then: it does nothing that cannot be
    /// done again, and changes rows, not tables.
    /// </remarks>
    /// <param name="work">What is written.</param>
    /// <param name="leavesAccounts">
    /// Promises that accounts and tokens stay as they are, for what is done so often that reading them anew after each time would tell.
    /// </param>
    public abstract Task<T> Write<T>(Func<DbConnection, Task<T>> work, bool leavesAccounts = false);

    /// <summary>
    /// A number that is the same as long as nothing has been committed, by this process or another, since it was last asked for;
    /// cheap enough to ask before each cached answer. It goes up before a write is acknowledged.
    /// </summary>
    public abstract long Generation { get; }

    /// <summary>
    /// As <see cref="Generation"/>, for what is read of accounts and tokens alone: it may stay where nothing was committed but writes of
    /// this process that leave them as they are.
    /// </summary>
    public abstract long AccountsGeneration { get; }
}

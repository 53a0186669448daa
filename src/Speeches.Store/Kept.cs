using System.Collections.Concurrent;

namespace Speeches.Store;

/// <summary>
/// Values read from the database, each kept as long as nothing has been committed since it was read, by this process or another. What
/// nobody may change in place can be kept: many get the same one.
/// </summary>
/// <param name="generation">Asked for at each call: another number says that what was read may have changed.</param>
/// <param name="most">How many values at most; what is wanted of those dropped is read again at once.</param>
public sealed class Kept<TKey, TValue>(Func<long> generation, int most)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();

    /// <summary>Keeps what any commit may change.</summary>
    public Kept(Database database, int most)
        : this(() => database.Generation, most)
    {
    }

    /// <summary>The value under a key, from memory or read now; null is what reading gave, and is not kept.</summary>
    public async ValueTask<TValue?> Get(TKey key, Func<Task<TValue?>> read)
    {
        // Asked for before the value is read: a commit meanwhile is in the value or makes it be read again.
        var now = generation();
        if (_entries.TryGetValue(key, out var kept) && kept.Generation == now)
            return kept.Value;
        var value = await read();
        if (value is null)
            return null;
        if (_entries.Count >= most)
            _entries.Clear();
        _entries[key] = new(now, value);
        return value;
    }

    private sealed record Entry(long Generation, TValue Value);
}

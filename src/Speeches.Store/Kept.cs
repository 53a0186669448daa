using System.Collections.Concurrent;

namespace Speeches.Store;

/// <summary>
/// Values read from the database, each kept as long as nothing has been committed since it was read, by this process or another. What
/// nobody may change in place can be kept: many get the same one.
/// </summary>
/// <param name="database">Its generation is asked for at each call.</param>
/// <param name="most">How many values at most; what is wanted of those dropped is read again at once.</param>
public sealed class Kept<TKey, TValue>(Database database, int most)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();

    /// <summary>The value under a key, from memory or read now; null is what reading gave, and is not kept.</summary>
    public async ValueTask<TValue?> Get(TKey key, Func<Task<TValue?>> read)
    {
        // Asked for before the value is read: a commit meanwhile is in the value or makes it be read again.
        var generation = database.Generation;
        if (_entries.TryGetValue(key, out var kept) && kept.Generation == generation)
            return kept.Value;
        var value = await read();
        if (value is null)
            return null;
        if (_entries.Count >= most)
            _entries.Clear();
        _entries[key] = new(generation, value);
        return value;
    }

    private sealed record Entry(long Generation, TValue Value);
}

using System.Collections.Concurrent;

namespace Speeches.Formats;

/// <summary>
/// Rendered comments by their words. Two generations: new entries go into the young one; when that is full it becomes the old one
/// and the former old one is dropped, so what is asked for stays and memory is bounded. Reads take no lock.
/// </summary>
/// <param name="capacity">The most code units (keys and values together) in one generation; twice that is held at most.</param>
internal sealed class CommentMarkdownCache(int capacity)
{
    /// <summary>4 Mi code units: 16 MiB in both generations, about 15,000 ordinary comments.</summary>
    public const int DefaultCapacity = 4 * 1024 * 1024;

    private readonly Lock _turning = new();
    private volatile ConcurrentDictionary<string, string> _young = NewGeneration();
    private volatile ConcurrentDictionary<string, string> _old = NewGeneration();
    private int _size;

    /// <summary>How many entries both generations hold.</summary>
    public int Count => _young.Count + _old.Count;

    /// <summary>The value kept for these words, or null.</summary>
    public string? Find(string key)
    {
        if (_young.TryGetValue(key, out var value)) return value;
        if (!_old.TryGetValue(key, out value)) return null;
        Keep(key, value);
        return value;
    }

    /// <summary>Keeps a value; one that is larger than a sixteenth of the capacity is not worth keeping.</summary>
    public void Keep(string key, string value)
    {
        var size = key.Length + value.Length;
        if (size > capacity / 16 || !_young.TryAdd(key, value)) return;
        if (Interlocked.Add(ref _size, size) <= capacity) return;
        lock (_turning)
        {
            if (Volatile.Read(ref _size) <= capacity) return;
            _old = _young;
            _young = NewGeneration();
            Volatile.Write(ref _size, 0);
        }
    }

    private static ConcurrentDictionary<string, string> NewGeneration() => new(StringComparer.Ordinal);
}

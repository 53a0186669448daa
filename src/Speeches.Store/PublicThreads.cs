namespace Speeches.Store;

/// <summary>
/// The public threads of speeches as last read. Every change of one raises its speech's revision in the same transaction, so threads of
/// that revision are the current ones; and as long as it stays they are the same objects, on which others can keep what they make of them.
/// </summary>
internal sealed class PublicThreads
{
    // About a kilobyte each, and again as much for what is made of them.
    private const int MostAnnotations = 20_000;

    private readonly Lock _turn = new();
    private readonly Dictionary<(long SpeechId, int? Version), (long Revision, List<PlacedThread> Threads)> _kept = [];
    private int _annotations;

    /// <summary>Those of a speech, where they stand now or on one version, at a revision; or null.</summary>
    public List<PlacedThread>? Find(long speechId, int? version, long revision)
    {
        lock (_turn)
            return _kept.TryGetValue((speechId, version), out var kept) && kept.Revision == revision ? kept.Threads : null;
    }

    /// <summary>Keeps those of a speech.</summary>
    /// <param name="speechId">The speech.</param>
    /// <param name="version">A version, or null for where they stand now.</param>
    /// <param name="revision">Its revision, read in the transaction in which the threads were.</param>
    /// <param name="threads">In order; not to be changed from now on.</param>
    public void Keep(long speechId, int? version, long revision, List<PlacedThread> threads)
    {
        lock (_turn)
        {
            if (_kept.Remove((speechId, version), out var former))
                _annotations -= Size(former.Threads);
            if (_annotations + Size(threads) > MostAnnotations)
            {
                _kept.Clear();
                _annotations = 0;
            }

            _kept[(speechId, version)] = (revision, threads);
            _annotations += Size(threads);
        }
    }

    private static int Size(List<PlacedThread> threads) => threads.Sum(placed => 1 + placed.Thread.Replies.Count);
}

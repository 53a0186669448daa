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
    private readonly Dictionary<long, (long Revision, List<PlacedThread> Threads)> _bySpeech = [];
    private int _annotations;

    /// <summary>Those of a speech at a revision, or null.</summary>
    public List<PlacedThread>? Find(long speechId, long revision)
    {
        lock (_turn)
            return _bySpeech.TryGetValue(speechId, out var kept) && kept.Revision == revision ? kept.Threads : null;
    }

    /// <summary>Keeps those of a speech.</summary>
    /// <param name="speechId">The speech.</param>
    /// <param name="revision">Its revision, read in the transaction in which the threads were.</param>
    /// <param name="threads">In order; not to be changed from now on.</param>
    public void Keep(long speechId, long revision, List<PlacedThread> threads)
    {
        lock (_turn)
        {
            if (_bySpeech.Remove(speechId, out var former))
                _annotations -= Size(former.Threads);
            if (_annotations + Size(threads) > MostAnnotations)
            {
                _bySpeech.Clear();
                _annotations = 0;
            }

            _bySpeech[speechId] = (revision, threads);
            _annotations += Size(threads);
        }
    }

    private static int Size(List<PlacedThread> threads) => threads.Sum(placed => 1 + placed.Thread.Replies.Count);
}

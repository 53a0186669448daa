using System.Collections.Concurrent;

namespace Speeches.Web.Importing;

/// <summary>The workers that read sources: started when first needed, used again and again, replaced when one has ended.</summary>
internal sealed class ReadingWorkers(ImportOptions limits) : IDisposable
{
    // Until a worker has started and read its first source, others have read hundreds: one more helps only where sources take long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentQueue<ReadingWorker> _idle = new();
    private readonly SemaphoreSlim _changed = new(0); // one for each that has become idle or has ended
    private int _running;

    /// <summary>Reads a source in one of them; waits for one to be free.</summary>
    public async Task<ReadAnswer> Read(ReadOnlyMemory<byte> source, string? language, bool withLines = false)
    {
        var worker = await Take();
        try
        {
            return await worker.Read(source, language, withLines);
        }
        finally
        {
            if (worker.IsUsable)
            {
                _idle.Enqueue(worker);
            }
            else
            {
                worker.Dispose();
                Interlocked.Decrement(ref _running);
            }

            _changed.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        while (_idle.TryDequeue(out var worker))
            worker.Dispose();
        _changed.Dispose();
    }

    private async Task<ReadingWorker> Take()
    {
        while (true)
        {
            var isChanged = await _changed.WaitAsync(_running == 0 ? TimeSpan.Zero : Patience);
            if (isChanged && _idle.TryDequeue(out var known))
                return known;
            if (Interlocked.Increment(ref _running) <= limits.MaximumWorkers)
                return await Start();
            Interlocked.Decrement(ref _running);
        }
    }

    private async Task<ReadingWorker> Start()
    {
        try
        {
            return await ReadingWorker.Start(limits);
        }
        catch
        {
            Interlocked.Decrement(ref _running);
            _changed.Release();
            throw;
        }
    }
}

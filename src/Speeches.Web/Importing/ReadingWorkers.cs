using System.Collections.Concurrent;

namespace Speeches.Web.Importing;

/// <summary>The workers that read sources: started when first needed, used again and again, replaced when one has ended.</summary>
internal sealed class ReadingWorkers(ImportOptions limits) : IDisposable
{
    private readonly ConcurrentBag<ReadingWorker> _idle = [];
    private readonly SemaphoreSlim _free = new(limits.MaximumWorkers);

    /// <summary>Reads a source in one of them; waits for one to be free.</summary>
    public async Task<ReadAnswer> Read(ReadOnlyMemory<byte> source, string? language, bool withLines = false)
    {
        await _free.WaitAsync();
        try
        {
            var worker = _idle.TryTake(out var known) ? known : await ReadingWorker.Start(limits);
            var answer = await worker.Read(source, language, withLines);
            if (worker.IsUsable)
                _idle.Add(worker);
            else
                worker.Dispose();
            return answer;
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        while (_idle.TryTake(out var worker))
            worker.Dispose();
        _free.Dispose();
    }
}

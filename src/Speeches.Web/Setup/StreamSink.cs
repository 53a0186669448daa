using System.Collections.Concurrent;
using System.Text;
using Serilog.Core;
using Serilog.Debugging;
using Serilog.Events;
using Serilog.Formatting;

namespace Speeches.Web.Setup;

/// <summary>
/// Writes all events of a tenth of a second in one piece. Serilog's console sink makes a system call for every line, and its batches
/// wake a task for every event. A stream that is never read cannot stop the server: past the limit events are dropped.
/// </summary>
internal sealed class StreamSink : ILogEventSink, IDisposable
{
    private const int MostWaiting = 50_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<LogEvent> _waiting = new();
    private readonly Lock _turn = new(); // of the writer
    private readonly StreamWriter _writer;
    private readonly ITextFormatter _formatter;
    private readonly Timer _timer;
    private int _count;
    private int _isDue; // 1 from the first event until the timer has come

    /// <param name="stream">Closed with the sink.</param>
    /// <param name="formatter">Used by one thread at a time.</param>
    public StreamSink(Stream stream, ITextFormatter formatter)
    {
        _writer = new(stream, new UTF8Encoding(false), bufferSize: 16_384) { NewLine = "\n" };
        _formatter = formatter;
        _timer = new(_ => Write());
    }

    /// <inheritdoc />
    public void Emit(LogEvent logEvent)
    {
        if (Interlocked.Increment(ref _count) > MostWaiting)
        {
            Interlocked.Decrement(ref _count);
            return;
        }

        _waiting.Enqueue(logEvent);
        if (Volatile.Read(ref _isDue) == 0 && Interlocked.Exchange(ref _isDue, 1) == 0)
            _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Writes what waits, then closes the stream.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        Write();
        lock (_turn)
            _writer.Dispose();
    }

    private void Write()
    {
        lock (_turn)
        {
            Volatile.Write(ref _isDue, 0); // before looking: who adds something later comes again
            try
            {
                while (_waiting.TryDequeue(out var logEvent))
                {
                    Interlocked.Decrement(ref _count);
                    _formatter.Format(logEvent, _writer);
                }

                _writer.Flush();
            }
            catch (Exception failure) when (failure is IOException or ObjectDisposedException or UnauthorizedAccessException)
            {
                SelfLog.WriteLine("The log cannot be written: {0}", failure);
            }
        }
    }
}

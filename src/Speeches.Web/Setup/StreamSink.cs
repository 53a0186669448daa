using System.Text;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Speeches.Web.Setup;

/// <summary>Writes each batch of events in one piece; Serilog's console sink makes a system call for every line.</summary>
internal sealed class StreamSink(Stream stream, ITextFormatter formatter) : IBatchedLogEventSink, IAsyncDisposable
{
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(false), bufferSize: 16_384) { NewLine = "\n" };

    /// <inheritdoc />
    public Task EmitBatchAsync(IReadOnlyCollection<LogEvent> batch)
    {
        foreach (var logEvent in batch)
            formatter.Format(logEvent, _writer);
        return _writer.FlushAsync();
    }

    /// <inheritdoc />
    public Task OnEmptyBatchAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}

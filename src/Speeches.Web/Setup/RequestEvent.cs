using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

namespace Speeches.Web.Setup;

/// <summary>An answered request, as an event of the log. It gets its properties only where a format asks for them.</summary>
internal sealed class RequestEvent(DateTimeOffset at, LogEventLevel level, string method, string path, int status, double milliseconds)
    : LogEvent(at, level, exception: null, Template, [])
{
    private static readonly MessageTemplate Template = new MessageTemplateParser().Parse("{Method} {Path} {Status} {Elapsed:0.0} ms");

    /// <summary>Adds what the template names.</summary>
    public void AddProperties()
    {
        AddPropertyIfAbsent(new LogEventProperty("Method", new ScalarValue(method)));
        AddPropertyIfAbsent(new LogEventProperty("Path", new ScalarValue(path)));
        AddPropertyIfAbsent(new LogEventProperty("Status", new ScalarValue(status)));
        AddPropertyIfAbsent(new LogEventProperty("Elapsed", new ScalarValue(milliseconds)));
    }

    /// <summary>Writes the message of the template.</summary>
    public void WriteMessage(TextWriter output)
    {
        output.Write(method);
        output.Write(' ');
        output.Write(path);
        Span<char> rest = stackalloc char[64];
        rest.TryWrite(CultureInfo.InvariantCulture, $" {status} {milliseconds:0.0} ms", out var length);
        output.Write(rest[..length]);
    }
}

/// <summary>JSON for every event.</summary>
internal sealed class JsonLines(ITextFormatter json) : ITextFormatter
{
    /// <inheritdoc />
    public void Format(LogEvent logEvent, TextWriter output)
    {
        (logEvent as RequestEvent)?.AddProperties();
        json.Format(logEvent, output);
    }
}

/// <summary>Plain lines; those of requests, which are nearly all, without going through the templates.</summary>
internal sealed class PlainLines(ITextFormatter others) : ITextFormatter
{
    private const long None = -1;
    private long _second = None;
    private string _time = "", _offset = "";

    /// <inheritdoc />
    public void Format(LogEvent logEvent, TextWriter output)
    {
        if (logEvent is not RequestEvent request)
        {
            others.Format(logEvent, output);
            return;
        }

        var second = logEvent.Timestamp.Ticks / TimeSpan.TicksPerSecond;
        if (second != _second)
        {
            var local = logEvent.Timestamp.ToLocalTime();
            _time = local.ToString("yyyy-MM-ddTHH:mm:ss.", CultureInfo.InvariantCulture);
            _offset = local.ToString("zzz", CultureInfo.InvariantCulture);
            _second = second;
        }

        Span<char> milliseconds = stackalloc char[3];
        logEvent.Timestamp.Millisecond.TryFormat(milliseconds, out _, "000", CultureInfo.InvariantCulture);
        output.Write(_time);
        output.Write(milliseconds);
        output.Write(_offset);
        output.Write(logEvent.Level == LogEventLevel.Error ? " ERR " : " INF ");
        request.WriteMessage(output);
        output.Write(output.NewLine);
    }
}

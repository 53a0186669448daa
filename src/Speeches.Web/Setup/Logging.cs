using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace Speeches.Web.Setup;

/// <summary>The log: structured events on one stream, written in batches by a timer.</summary>
internal static class Logging
{
    /// <summary>Makes Serilog the one log.</summary>
    public static void AddLog(this WebApplicationBuilder builder, LogOptions options)
    {
        var logger = Create(options, Console.OpenStandardOutput());
        builder.Services.AddSingleton(logger);
        // The host makes an activity for each request as long as its own lines about requests might be logged; they never are. A filter
        // that does not name the provider would give way to Serilog's own, which lets everything through.
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true)
            .AddFilter<SerilogLoggerProvider>("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }

    /// <summary>A logger that writes to a stream.</summary>
    public static Serilog.ILogger Create(LogOptions options, Stream stream) => new LoggerConfiguration()
        .MinimumLevel.Is(options.Level)
        .MinimumLevel.Override("Microsoft", options.Level > LogEventLevel.Warning ? options.Level : LogEventLevel.Warning)
        // A refused token and a page that is not to be kept are in the line of their request; the framework would add its own.
        .MinimumLevel.Override(typeof(Accounts.BearerTokens).FullName!, LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Error)
        // Told on standard error in one line (Failures), or by the pages; the framework would add a stack trace.
        .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
        // Keys rest in a folder that only the server's user can read; the framework would warn about it at each start.
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        .WriteTo.Sink(new StreamSink(stream, options.Format == LogFormat.Json
            ? new JsonLines(new RenderedCompactJsonFormatter())
            : new PlainLines(new MessageTemplateTextFormatter("{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {Message:lj}{NewLine}{Exception}", CultureInfo.InvariantCulture))))
        .CreateLogger();
}

using System.Text;
using System.Text.Json;
using Serilog.Events;
using Speeches.Web.Setup;

namespace Speeches.Web.Tests.Setup;

public sealed class LogTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 6, 9, 39, 7, TimeSpan.Zero);

    [Fact]
    public async Task A_request_looks_like_any_other_line_of_the_log()
    {
        var lines = (await Write(LogFormat.Plain)).Split('\n');

        var time = At.ToLocalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            [$"{time} INF GET /speeches/a 304 1.3 ms", $"{time} ERR POST /b 503 20.0 ms", $"{time} WRN Something else", ""], lines);
    }

    [Fact]
    public async Task In_JSON_a_request_has_its_parts_as_properties()
    {
        using var line = JsonDocument.Parse((await Write(LogFormat.Json)).Split('\n')[0]);

        var request = line.RootElement;
        Assert.Equal("\"GET\" \"/speeches/a\" 304 1.3 ms", request.GetProperty("@m").GetString());
        Assert.Equal("GET", request.GetProperty("Method").GetString());
        Assert.Equal("/speeches/a", request.GetProperty("Path").GetString());
        Assert.Equal(304, request.GetProperty("Status").GetInt32());
        Assert.Equal(1.26, request.GetProperty("Elapsed").GetDouble());
    }

    private static async Task<string> Write(LogFormat format)
    {
        using var stream = new MemoryStream();
        var log = Logging.Create(new LogOptions { Format = format }, stream);
        log.Write(new RequestEvent(At, LogEventLevel.Information, "GET", "/speeches/a", 304, 1.26));
        log.Write(new RequestEvent(At, LogEventLevel.Error, "POST", "/b", 503, 20));
        log.Write(new LogEvent(At.ToLocalTime(), LogEventLevel.Warning, null, new Serilog.Parsing.MessageTemplateParser().Parse("Something else"), []));
        await ((IAsyncDisposable)log).DisposeAsync();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

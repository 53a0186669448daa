using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Speeches.Benchmarks;

/// <summary>A server under measurement: a process of its own on the first core.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>Where it listens, on loopback.</summary>
    public int Port { get; }

    /// <summary>The product on a data folder, with posting limits out of the way.</summary>
    public static Task<ServerProcess> Product(string data) => Serve(
        port => Start(0, Places.Product, $"--Data:Directory={data}", $"--Urls=http://127.0.0.1:{port}"), "/health/ready");

    /// <summary>The rival: bare Kestrel that answers these bytes with these headers from memory.</summary>
    public static Task<ServerProcess> Bare(string answerFile) => Serve(
        port => Start(0, Places.Self, "bare", $"http://127.0.0.1:{port}", answerFile), "/");

    /// <summary>Starts a .NET program pinned to one core (on Linux), its output readable.</summary>
    public static Process Start(int core, params string[] arguments)
    {
        var start = OperatingSystem.IsLinux()
            ? new ProcessStartInfo("taskset", ["-c", $"{core}", "dotnet", .. arguments])
            : new ProcessStartInfo("dotnet", arguments);
        start.RedirectStandardOutput = true;
        return Process.Start(start)!;
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Asks until the address answers; throws when the process has ended.</summary>
    public static async Task UntilAnswers(Process process, string address)
    {
        using var client = new HttpClient();
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server ended with {process.ExitCode} before it answered.");
            try
            {
                using var answer = await client.GetAsync(address);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(2);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<ServerProcess> Serve(Func<int, Process> start, string path)
    {
        var port = FreePort();
        var server = new ServerProcess(start(port), port);
        await UntilAnswers(server._process, $"http://127.0.0.1:{port}{path}");
        return server;
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Speeches.Benchmarks;

/// <summary>What a load is made of.</summary>
/// <param name="Port">On loopback.</param>
/// <param name="Request">The whole request, head and body; each connection sends it again and again.</param>
/// <param name="Status">The status every answer must have.</param>
/// <param name="Connections">Kept open; one request under way on each.</param>
/// <param name="Seconds">How long.</param>
internal sealed record Load(int Port, string Request, int Status, int Connections, double Seconds);

/// <summary>What came of it.</summary>
internal sealed record LoadResult(double RequestsPerSecond, long Wrong, long BytesPerAnswer, double CpuShare);

/// <summary>
/// A blocking socket and a thread for each connection: the cheapest client that .NET gives, so that the server is the limit.
/// Runs as a process of its own, pinned to the second core.
/// </summary>
internal static class LoadClient
{
    /// <summary>Runs the load in a child process on its own core.</summary>
    public static async Task<LoadResult> Measure(Load load)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(load));
            using var client = ServerProcess.Start(1, Places.Self, "client", file);
            var output = await client.StandardOutput.ReadToEndAsync();
            await client.WaitForExitAsync();
            return JsonSerializer.Deserialize<LoadResult>(output)
                ?? throw new InvalidOperationException("The load client said nothing.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The child's side.</summary>
    public static int Run(string file)
    {
        var load = JsonSerializer.Deserialize<Load>(File.ReadAllText(file))!;
        var request = Encoding.UTF8.GetBytes(load.Request);
        long answers = 0, wrong = 0, bytes = 0;
        var clock = Stopwatch.StartNew();
        var until = TimeSpan.FromSeconds(load.Seconds);
        var threads = Enumerable.Range(0, load.Connections).Select(_ => new Thread(() =>
        {
            using var connection = new HttpConnection(load.Port);
            long own = 0, ownWrong = 0, ownBytes = 0;
            while (clock.Elapsed < until)
            {
                var (status, length) = connection.Exchange(request);
                own++;
                ownBytes += length;
                if (status != load.Status)
                    ownWrong++;
            }

            Interlocked.Add(ref answers, own);
            Interlocked.Add(ref wrong, ownWrong);
            Interlocked.Add(ref bytes, ownBytes);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var seconds = clock.Elapsed.TotalSeconds;
        var cpu = Environment.CpuUsage.TotalTime.TotalSeconds / seconds;
        Console.Write(JsonSerializer.Serialize(new LoadResult(answers / seconds, wrong, bytes / Math.Max(answers, 1), cpu)));
        return 0;
    }
}

/// <summary>One kept-open HTTP/1.1 connection that understands Content-Length, chunks and answers without a body.</summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];

    /// <summary>Connects to a port on loopback.</summary>
    public HttpConnection(int port) => _socket.Connect(IPAddress.Loopback, port);

    /// <summary>Sends a request and reads the answer whole.</summary>
    public (int Status, int Length) Exchange(byte[] request)
    {
        _socket.Send(request);
        var have = 0;
        var head = -1;
        while (head < 0)
        {
            have += Receive(have);
            head = _buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8);
        }

        var status = (_buffer[9] - '0') * 100 + (_buffer[10] - '0') * 10 + (_buffer[11] - '0');
        if (_buffer.AsSpan(0, head).IndexOf("\r\nTransfer-Encoding: chunked"u8) >= 0)
        {
            // The last chunk ends the answer; nothing follows it, since the next request has not been sent.
            while (!_buffer.AsSpan(0, have).EndsWith("\r\n0\r\n\r\n"u8))
                have += Receive(have);
            return (status, have);
        }

        var total = head + 4 + ContentLength(_buffer.AsSpan(0, head));
        while (have < total)
            have += Receive(0);
        return (status, total);
    }

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();

    private int Receive(int offset) => _socket.Receive(_buffer, offset, _buffer.Length - offset, SocketFlags.None) is > 0 and var count
        ? count
        : throw new IOException("The server closed the connection.");

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("\r\nContent-Length: "u8);
        if (at < 0)
            return 0;
        var length = 0;
        foreach (var digit in head[(at + 18)..])
        {
            if (digit is < (byte)'0' or > (byte)'9')
                break;
            length = length * 10 + digit - '0';
        }

        return length;
    }
}

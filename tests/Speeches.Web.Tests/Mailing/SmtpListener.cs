using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Speeches.Web.Tests.Mailing;

/// <summary>A mail that the listener has taken.</summary>
/// <param name="To">The addresses it was handed over for.</param>
/// <param name="Message">What it says.</param>
internal sealed record TakenMail(IReadOnlyList<string> To, MimeMessage Message)
{
    /// <summary>Its plain text, lines ending as in source code.</summary>
    public string Text => Message.TextBody!.ReplaceLineEndings("\n");
}

/// <summary>A mail server on a free port of this machine that keeps what it is given: as much SMTP (RFC 5321) as a client needs.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<TakenMail> _taken = [];
    private readonly List<Task> _sessions = [];
    private readonly Task _listening;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SmtpListener()
    {
        _listener.Start();
        _listening = Listen();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The settings that lead a library's mail here.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("Mail:Host", "127.0.0.1"), ("Mail:Port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Mail:Security", "None"),
        ("Mail:From", "Speeches <speeches@library.example.org>"), ("Mail:LookSeconds", "1"), ("Mail:FirstPauseSeconds", "1"),
    ];

    /// <summary>As arguments of the program.</summary>
    public string[] Arguments => [.. Settings.Select(setting => $"--{setting.Name}={setting.Value}")];

    /// <summary>What it answers to a recipient ("550 5.1.1 No such mailbox"), or null to take the mail.</summary>
    public Func<string, string?> Refuse { get; set; } = _ => null;

    /// <summary>Called with a whole mail before it is taken; false leaves without an answer.</summary>
    public Func<MimeMessage, Task<bool>> BeforeTaking { get; set; } = _ => Task.FromResult(true);

    /// <summary>Called once the client was told that the mail was taken.</summary>
    public Action<int> Taken { get; set; } = _ => { };

    /// <summary>What it has taken so far.</summary>
    public IReadOnlyList<TakenMail> Mails
    {
        get
        {
            lock (_taken)
                return [.. _taken];
        }
    }

    /// <summary>Waits until it has taken so many, and gives them back.</summary>
    public async Task<IReadOnlyList<TakenMail>> Wait(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            Task more;
            lock (_taken)
            {
                if (_taken.Count >= count)
                    return [.. _taken];
                more = _more.Task;
            }

            await more.WaitAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _listening;
        await Task.WhenAll(_sessions);
        _end.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (true)
                _sessions.Add(Serve(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await Say("220 mail.example.org ESMTP");
            List<string> to = [];
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                var verb = line.Split(' ')[0].ToUpperInvariant();
                if (verb == "RCPT")
                {
                    var address = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    var refusal = Refuse(address);
                    if (refusal is null)
                        to.Add(address);
                    await Say(refusal ?? "250 2.1.5 Ok");
                }
                else if (verb == "DATA")
                {
                    await Say("354 Go ahead");
                    var message = Parse(await Body(reader));
                    if (!await BeforeTaking(message))
                        return;
                    int count;
                    lock (_taken)
                    {
                        _taken.Add(new([.. to], message));
                        count = _taken.Count;
                        _more.SetResult();
                        _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    }

                    to.Clear();
                    await Say("250 2.0.0 Taken");
                    Taken(count);
                }
                else if (verb == "QUIT")
                {
                    await Say("221 2.0.0 Goodbye");
                    return;
                }
                else
                {
                    if (verb is "RSET" or "MAIL")
                        to.Clear();
                    await Say(verb switch { "EHLO" => "250-mail.example.org\r\n250 ENHANCEDSTATUSCODES", _ => "250 2.0.0 Ok" });
                }
            }

            async Task Say(string answer) => await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), _end.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client is gone, which is what some tests are about.
        }
    }

    private async Task<string> Body(StreamReader reader)
    {
        var body = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
            body.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return body.ToString();
    }

    private static MimeMessage Parse(string text)
    {
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text));
        return MimeMessage.Load(bytes);
    }
}

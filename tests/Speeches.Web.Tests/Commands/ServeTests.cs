using System.Net.Sockets;
using System.Text;

namespace Speeches.Web.Tests.Commands;

public sealed class ServeTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    [Fact]
    public async Task It_says_where_it_is_and_how_to_set_it_up_and_stops_when_asked()
    {
        var (program, address) = await RunningProgram.Serve(_data.Path);
        await using var _ = program;
        using var browser = new HttpClient { BaseAddress = address };
        Assert.Contains("Oxford Process", await (await browser.Get("/")).Text());
        Assert.Equal(200, (int)(await browser.Get("/css/base.css")).StatusCode);

        Assert.Contains(program.Output, line => line.EndsWith(_data.Path, StringComparison.Ordinal));
        var link = program.Output.Single(line => line.Contains("/setup?token=", StringComparison.Ordinal));
        Assert.Equal(200, (int)(await browser.Get(link[link.IndexOf("http", StringComparison.Ordinal)..])).StatusCode);

        program.AskToStop();
        Assert.Equal(0, await program.Ended());
        Assert.Empty(program.Error);
    }

    [Fact]
    public async Task A_request_in_flight_is_finished_when_it_is_asked_to_stop()
    {
        var (program, address) = await RunningProgram.Serve(_data.Path);
        await using var _ = program;
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();
        // "Expect" makes the server say when it has begun to read the body, so that the request is known to be in flight.
        await Send("POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");
        using var reader = new StreamReader(stream, Encoding.ASCII);
        Assert.StartsWith("HTTP/1.1 100", await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        program.AskToStop();
        await Refused(address);
        await Send("email=a%40b");
        var rest = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("HTTP/1.1 400", rest);
        Assert.Contains("</html>", rest);
        Assert.Equal(0, await program.Ended());

        async Task Send(string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_log_has_a_line_for_each_request_and_nothing_private()
    {
        var (program, address) = await RunningProgram.Serve(_data.Path, "--Log:Format=Json");
        await using var _ = program;
        var token = program.Output.Single(line => line.Contains("token=", StringComparison.Ordinal)).Split("token=")[1];
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        await browser.PostForm("/setup?token=" + token, new { name = "First administrator", email = "user@example.org", password = SpeechesApp.Password });
        await browser.Get("/search?q=sovereignty");
        await browser.PostForm("/account", new { name = "Renamed administrator" });
        using var refused = new HttpRequestMessage(HttpMethod.Get, "/api/v1/speeches") { Headers = { { "Authorization", "Bearer unknown" } } };
        Assert.Equal(401, (int)(await browser.SendAsync(refused, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(404, (int)(await browser.Get("/nothing")).StatusCode); // with somebody's name in the frame, so not to be kept
        program.AskToStop();
        Assert.Equal(0, await program.Ended());

        var log = program.Output.Where(line => line.StartsWith('{')).ToArray();
        Assert.Contains(log, line => line.Contains("\"Path\":\"/search\"", StringComparison.Ordinal) && line.Contains("\"Status\":200", StringComparison.Ordinal)
            && line.Contains("\"Elapsed\":", StringComparison.Ordinal));
        Assert.Equal(7, log.Count(line => line.Contains("\"Path\":", StringComparison.Ordinal)));
        foreach (var secret in new[] { token, "user@example.org", "sovereignty", "administrator", SpeechesApp.Password, "127.0.0.1" })
            Assert.DoesNotContain(log, line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_are_not_logged_where_the_settings_say_so()
    {
        var (program, address) = await RunningProgram.Serve(_data.Path, "--Log:Format=Json", "--Log:Requests=false");
        await using var _ = program;
        using var browser = new HttpClient { BaseAddress = address };
        await browser.Get("/");
        program.AskToStop();
        Assert.Equal(0, await program.Ended());
        Assert.DoesNotContain(program.Output, line => line.StartsWith('{'));
    }

    public void Dispose() => _data.Dispose();

    // Waits until nobody answers any more at the port: the server has begun to stop.
    private static async Task Refused(Uri address)
    {
        while (true)
        {
            try
            {
                using var attempt = new TcpClient();
                await attempt.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }
}

using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Speeches.Web.Mailing;

/// <summary>A connection to the mail server, kept as long as there is mail for it.</summary>
internal sealed class SmtpSession : IDisposable
{
    private readonly SmtpClient _client = new();

    private SmtpSession()
    {
    }

    /// <summary>Connects and signs in.</summary>
    public static async Task<SmtpSession> Open(MailOptions options, CancellationToken stop)
    {
        var session = new SmtpSession();
        try
        {
            await session._client.ConnectAsync(options.Host!, options.Port, options.Security switch
            {
                MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                MailSecurity.StartTls => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.None,
            }, stop);
            if (!string.IsNullOrEmpty(options.User))
                await session._client.AuthenticateAsync(options.User, options.Password ?? "", stop);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Hands a mail over; it returns once the server has taken it.</summary>
    public Task Send(MimeMessage message, CancellationToken stop) => _client.SendAsync(message, stop);

    /// <summary>Says goodbye; a server that does not answer is left.</summary>
    public async Task Close(CancellationToken stop)
    {
        try
        {
            if (_client.IsConnected)
                await _client.DisconnectAsync(quit: true, stop);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or SmtpProtocolException or SmtpCommandException)
        {
            // What mattered was said before.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}

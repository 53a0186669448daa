using Speeches.Store;

namespace Speeches.Web.Mailing;

/// <summary>Hands the mail of the outbox to the mail server, for as long as the program runs. No address ever reaches the log.</summary>
internal sealed partial class Mailer(Outbox outbox, MailOptions options, TimeProvider clock, ILogger<Mailer> log) : BackgroundService
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.LookSeconds));
        var tidied = clock.GetUtcNow();
        try
        {
            do
            {
                try
                {
                    if (await outbox.HasDue())
                        await Task.WhenAll(Enumerable.Range(0, options.AtOnce).Select(_ => Empty(stoppingToken)));
                    if (clock.GetUtcNow() - tidied > TimeSpan.FromHours(1))
                    {
                        tidied = clock.GetUtcNow();
                        await outbox.Tidy();
                    }
                }
                catch (SpeechesError failure) // a disk that is full for a while: what is not sent waits
                {
                    SayUnread(failure);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; what waits goes when it runs again.
        }
    }

    // Until nothing is due, or the server does not do what it should.
    private async Task Empty(CancellationToken stop)
    {
        SmtpSession? session = null;
        try
        {
            while (!stop.IsCancellationRequested && await outbox.Claim() is { } mail)
            {
                if (await HandOver(mail, session, stop) is not { } open)
                    return;
                session = open;
            }
        }
        finally
        {
            if (session is not null)
            {
                using var patience = new CancellationTokenSource(Goodbye);
                await session.Close(patience.Token);
                session.Dispose();
            }
        }
    }

    /// <returns>The session to go on with, or null where there is no going on.</returns>
    private async Task<SmtpSession?> HandOver(ClaimedMail mail, SmtpSession? session, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            var message = MailMessages.Of(mail, options.Sender!, clock.GetUtcNow());
            if (session is null)
            {
                using var connecting = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
                session = await SmtpSession.Open(options, connecting.Token);
            }

            // A stop does not break this off: the server might have taken it already.
            await session.Send(message, patience.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !patience.IsCancellationRequested)
        {
            await outbox.PutBack(mail.Id);
            return null;
        }
#pragma warning disable CA1031 // whatever a server or a network does, the mail waits and the next one gets its turn
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return await Failed(mail, MailProblem.Of(failure), session);
        }

        await outbox.Sent(mail.Id);
        SaySent(mail.Id, mail.Attempts);
        return session;
    }

    private async Task<SmtpSession?> Failed(ClaimedMail mail, MailProblem problem, SmtpSession? session)
    {
        if (await outbox.Failed(mail, problem.Words, problem.IsFinal) is { } next)
            SayLater(mail.Id, mail.Attempts, problem.Code, next);
        else
            SayGivenUp(mail.Id, mail.Attempts, problem.Code);
        if (!problem.IsOfServer)
            return session;
        session?.Dispose();
        return null;
    }

    [LoggerMessage(LogLevel.Information, "Mail {Id} was taken by the mail server (attempt {Attempt})")]
    private partial void SaySent(long id, int attempt);

    [LoggerMessage(LogLevel.Warning, "Mail {Id} was not taken (attempt {Attempt}: {Code}); it is tried again at {Next:O}")]
    private partial void SayLater(long id, int attempt, string code, DateTimeOffset next);

    [LoggerMessage(LogLevel.Error, "Mail {Id} was given up (attempt {Attempt}: {Code}); see /administration/mail")]
    private partial void SayGivenUp(long id, int attempt, string code);

    [LoggerMessage(LogLevel.Warning, "The outbox could not be read or written; it is tried again")]
    private partial void SayUnread(Exception failure);
}

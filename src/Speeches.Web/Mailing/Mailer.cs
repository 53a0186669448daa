using Speeches.Store;

namespace Speeches.Web.Mailing;

/// <summary>Hands the mail of the outbox to the mail server, for as long as the program runs. No address ever reaches the log.</summary>
internal sealed partial class Mailer(Outbox outbox, NoticeStore daily, Notices notices, MailOptions options, TimeProvider clock, ILogger<Mailer> log) : BackgroundService
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
                    await daily.Digest(daily.LastHour(options.DigestHour));
                    if (await outbox.HasDue())
                        await Task.WhenAll(Enumerable.Range(0, options.AtOnce).Select(_ => Empty(stoppingToken)));
                    if (clock.GetUtcNow() - tidied > TimeSpan.FromHours(1))
                    {
                        tidied = clock.GetUtcNow();
                        await outbox.Tidy();
                    }
                }
#pragma warning disable CA1031 // a full disk, a locked file, a fault: what is not sent waits, and nobody's reading ends over it
                catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
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
                if (await Write(mail) is not { } written)
                    continue;
                if (await HandOver(mail, written, session, stop) is { } open)
                    session = open;
                else
                    return;
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

    // Null where there is nothing to hand over: nothing is left to be told, or it could not be written.
    private async Task<WrittenMail?> Write(ClaimedMail mail)
    {
        if (mail.IsWritten)
            return new(mail.Recipient ?? "", mail.Subject ?? "", mail.Body ?? "");
        try
        {
            var written = await notices.Write(mail.Id);
            if (written is null)
                await outbox.Drop(mail.Id);
            return written;
        }
        catch (Exception failure) when (failure is not SpeechesError)
        {
            SayUnwritten(mail.Id, failure);
            await outbox.Failed(mail, "It could not be written; the log says why.", isFinal: false);
            return null;
        }
    }

    /// <returns>The session to go on with, or null where there is no going on.</returns>
    private async Task<SmtpSession?> HandOver(ClaimedMail mail, WrittenMail written, SmtpSession? session, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            var message = MailMessages.Of(written, mail.MessageId, options.Sender!, clock.GetUtcNow());
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

    [LoggerMessage(LogLevel.Error, "Mail {Id} could not be written")]
    private partial void SayUnwritten(long id, Exception failure);

    [LoggerMessage(LogLevel.Warning, "The outbox could not be read or written; it is tried again")]
    private partial void SayUnread(Exception failure);
}

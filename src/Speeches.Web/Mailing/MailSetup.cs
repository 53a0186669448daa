using Speeches.Store;

namespace Speeches.Web.Mailing;

/// <summary>The outbox and who empties it.</summary>
internal static class MailSetup
{
    /// <summary>Registers the outbox, and the <see cref="Mailer"/> where there is a server to hand mail to.</summary>
    public static void AddMail(this IServiceCollection services, MailOptions options)
    {
        services.AddSingleton(options).AddSingleton(Rules(options)).AddSingleton<Outbox>().AddSingleton<NoticeStore>()
            .AddSingleton<Unsubscription>().AddSingleton<Notices>();
        if (options.IsOn)
            services.AddHostedService<Mailer>();
    }

    private static OutboxRules Rules(MailOptions options) => new()
    {
        IsOn = options.IsOn,
        Domain = options.Sender?.Domain ?? new OutboxRules().Domain,
        Attempts = options.Attempts,
        FirstPause = TimeSpan.FromSeconds(options.FirstPauseSeconds),
        LongestPause = TimeSpan.FromSeconds(options.LongestPauseSeconds),
        // Handing over is broken off after half of this, so nobody else takes the mail meanwhile.
        Claim = TimeSpan.FromSeconds(2 * options.TimeoutSeconds),
        Kept = TimeSpan.FromDays(options.KeptDays),
    };
}

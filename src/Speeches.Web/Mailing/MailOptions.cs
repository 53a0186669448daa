using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace Speeches.Web.Mailing;

/// <summary>How the way to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Plain at first, then TLS, or not at all (usual on port 587).</summary>
    StartTls,

    /// <summary>TLS from the start (usual on port 465).</summary>
    Tls,

    /// <summary>Not: only for a server on this machine or on a network of one's own.</summary>
    None,
}

/// <summary>Mail through an SMTP server; <c>Mail</c> in the settings.</summary>
public sealed record MailOptions
{
    /// <summary>The SMTP server that mail is handed to. Empty: no mail is sent, and none is kept to be sent.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>How the way to it is protected: <c>StartTls</c>, <c>Tls</c> or <c>None</c>.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>The name to sign in there with. Empty: nobody signs in.</summary>
    public string? User { get; init; }

    /// <summary>The password to it; better given in the environment than in a file.</summary>
    public string? Password { get; init; }

    /// <summary>From whom mail comes: an address, or <c>Name &lt;address&gt;</c>. Needed where there is a host.</summary>
    public string? From { get; init; }

    /// <summary>After how many seconds it is looked again whether there is mail to send.</summary>
    [Range(1, 3600)]
    public int LookSeconds { get; init; } = 5;

    /// <summary>How many mails are handed over at the same time.</summary>
    [Range(1, 32)]
    public int AtOnce { get; init; } = 2;

    /// <summary>Seconds that handing over a mail may take.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; init; } = 60;

    /// <summary>How often a mail is tried before it is given up.</summary>
    public int Attempts { get; init; } = 12;

    /// <summary>Seconds to wait after a first failure; twice as many after each further one.</summary>
    public int FirstPauseSeconds { get; init; } = 60;

    /// <summary>Seconds to wait at most.</summary>
    public int LongestPauseSeconds { get; init; } = 21_600;

    /// <summary>Days for which it is remembered that a mail was sent.</summary>
    public int KeptDays { get; init; } = 30;

    /// <summary>The hour of the day, UTC, at which those are told who want one mail a day.</summary>
    [Range(0, 23)]
    public int DigestHour { get; init; } = 6;

    /// <summary>Whether mail is sent.</summary>
    internal bool IsOn => !string.IsNullOrWhiteSpace(Host);

    /// <summary><see cref="From"/>, or null where it is no address.</summary>
    internal MailboxAddress? Sender =>
        MailboxAddress.TryParse(From, out var sender) && sender.Address.Contains('@', StringComparison.Ordinal) ? sender : null;
}

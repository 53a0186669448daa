using System.ComponentModel.DataAnnotations;
using Speeches.Annotations;

namespace Speeches.Web.Setup;

/// <summary>Who may make an account on the registration page.</summary>
public enum RegistrationMode
{
    /// <summary>Anyone.</summary>
    Open,

    /// <summary>Nobody by themselves: an administrator makes accounts on the command line and hands out one-time links.</summary>
    Invite,

    /// <summary>Nobody.</summary>
    Closed,
}

/// <summary>Accounts; <c>Accounts</c> in the settings.</summary>
public sealed record AccountOptions
{
    /// <summary>Who may register. Empty: <c>Open</c> on a loopback address without a proxy, else <c>Invite</c>.</summary>
    public RegistrationMode? Registration { get; init; }

    /// <summary>The role of those who register.</summary>
    public Role DefaultRole { get; init; } = Role.Annotator;

    /// <summary>The shortest password, in characters.</summary>
    [Range(6, 128)]
    public int MinimumPasswordLength { get; init; } = 8;

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512 that a password is hashed with.</summary>
    [Range(10_000, 10_000_000)]
    public int PasswordIterations { get; init; } = 210_000;

    /// <summary>Wrong passwords in a row after which an account is locked.</summary>
    public int LockoutAttempts { get; init; } = 5;

    /// <summary>Minutes for which it is locked then.</summary>
    public int LockoutMinutes { get; init; } = 5;

    /// <summary>Days after which a session that is not used ends.</summary>
    public int SessionDays { get; init; } = 14;

    /// <summary>Days after which a session ends however much it is used.</summary>
    public int SessionMaximumDays { get; init; } = 90;

    /// <summary>Days for which an API token works unless it is made for another time.</summary>
    public int TokenDays { get; init; } = 90;

    /// <summary>The most days for which an API token can be made.</summary>
    public int TokenMaximumDays { get; init; } = 365;

    /// <summary>Hours for which the one-time links work that set up the library or a password.</summary>
    public int LinkHours { get; init; } = 72;
}

/// <summary>The web server; <c>Server</c> in the settings.</summary>
public sealed record ServerOptions
{
    /// <summary>The address people reach the library at, such as <c>https://speeches.example.org</c>; used in links that leave it. Empty: the first address listened on.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>The certificate for <c>https</c> addresses: a PEM file with its chain. Empty: only <c>http</c> is listened on.</summary>
    public string? Certificate { get; init; }

    /// <summary>The PEM file with the certificate's private key. Empty: it is in the same file.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>Host names that are answered, separated by semicolons, <c>*</c> for any. Empty: loopback names on a loopback address without a proxy, else any.</summary>
    public string? AllowedHosts { get; init; }

    /// <summary>Reverse proxies whose forwarded headers are believed: addresses or networks, separated by semicolons. Empty: none.</summary>
    public string? Proxies { get; init; }

    /// <summary>The largest request, in bytes.</summary>
    [Range(1024, int.MaxValue)]
    public int MaximumRequestBytes { get; init; } = 1_048_576;

    /// <summary>Seconds that requests in flight get to finish when the server is stopped.</summary>
    public int ShutdownSeconds { get; init; } = 30;
}

/// <summary>How often one may ask; <c>RateLimits</c> in the settings.</summary>
public sealed record RateLimitOptions
{
    /// <summary>Attempts to sign in a minute from one network address.</summary>
    public int SignInPerMinute { get; init; } = 10;

    /// <summary>Registrations a minute from one network address.</summary>
    public int RegistrationPerMinute { get; init; } = 5;

    /// <summary>Posts in a row from one account in the browser.</summary>
    public int PostingBurst { get; init; } = 60;

    /// <summary>Posts a second that this burst recovers by.</summary>
    public int PostingPerSecond { get; init; } = 1;

    /// <summary>Posts in a row from one account by API token, which are handed out for bulk work.</summary>
    public int TokenPostingBurst { get; init; } = 1_000_000;

    /// <summary>Posts a second that this burst recovers by.</summary>
    public int TokenPostingPerSecond { get; init; } = 10_000;
}

/// <summary>How log lines are written.</summary>
public enum LogFormat
{
    /// <summary>For people: time, level, message.</summary>
    Plain,

    /// <summary>For machines: one compact JSON object a line.</summary>
    Json,
}

/// <summary>The log on standard output; <c>Log</c> in the settings.</summary>
public sealed record LogOptions
{
    /// <summary>Plain lines or JSON.</summary>
    public LogFormat Format { get; init; } = LogFormat.Plain;

    /// <summary>What is logged at least: <c>Verbose</c>, <c>Debug</c>, <c>Information</c>, <c>Warning</c>, <c>Error</c> or <c>Fatal</c>.</summary>
    public Serilog.Events.LogEventLevel Level { get; init; } = Serilog.Events.LogEventLevel.Information;

    /// <summary>Whether each request is logged, at level <c>Information</c>.</summary>
    public bool Requests { get; init; } = true;
}

/// <summary>What a new library starts with; <c>Seeds</c> in the settings.</summary>
public sealed record SeedOptions
{
    /// <summary>The folder whose files are loaded into an empty library; relative to the program. Empty: none.</summary>
    public string? Directory { get; init; } = "seeds";
}

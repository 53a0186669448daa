using System.Net;
using Speeches.Store;
using Speeches.Store.Sqlite;
using Speeches.Web.Endpoints;
using Speeches.Web.Importing;
using Speeches.Web.Live;
using Speeches.Web.Mailing;

namespace Speeches.Web.Setup;

/// <summary>Everything that can be set, read and checked once at start. docs/settings.md lists it; a test compares the two.</summary>
internal sealed record Settings
{
    /// <summary>Where it listens, separated by semicolons.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>The database.</summary>
    public SqliteOptions Data { get; init; } = new();

    /// <summary>Accounts.</summary>
    public AccountOptions Accounts { get; init; } = new();

    /// <summary>Annotations.</summary>
    public AnnotationLimits Annotations { get; init; } = new();

    /// <summary>Groups.</summary>
    public GroupLimits Groups { get; init; } = new();

    /// <summary>Rate limits.</summary>
    public RateLimitOptions RateLimits { get; init; } = new();

    /// <summary>The JSON API.</summary>
    public ApiOptions Api { get; init; } = new();

    /// <summary>Changes as they happen.</summary>
    public LiveOptions Live { get; init; } = new();

    /// <summary>Cached pages.</summary>
    public PageCacheOptions PageCache { get; init; } = new();

    /// <summary>The web server.</summary>
    public ServerOptions Server { get; init; } = new();

    /// <summary>The log.</summary>
    public LogOptions Log { get; init; } = new();

    /// <summary>Reading sources.</summary>
    public ImportOptions Import { get; init; } = new();

    /// <summary>Uploads that are not published yet.</summary>
    public DraftLimits Drafts { get; init; } = new();

    /// <summary>Mail.</summary>
    public MailOptions Mail { get; init; } = new();

    /// <summary>Seeds.</summary>
    public SeedOptions Seeds { get; init; } = new();

    /// <summary>Whether it listens on loopback addresses only.</summary>
    public bool IsLoopback => ListenAddresses.All(address => IsLoopbackHost(address.Host));

    /// <summary>Whether other machines reach it: directly, or through a proxy or address that the settings name.</summary>
    public bool IsServedOutside => !IsLoopback || !string.IsNullOrEmpty(Server.Proxies) || Server.PublicAddress?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The registration mode in force.</summary>
    public RegistrationMode Registration => Accounts.Registration ?? (IsServedOutside ? RegistrationMode.Invite : RegistrationMode.Open);

    /// <summary><see cref="Urls"/>, one by one.</summary>
    public IEnumerable<BindingAddress> ListenAddresses => Split(Urls).Select(BindingAddress.Parse);

    /// <summary>
    /// Reads appsettings.json beside the program, then the environment (<c>SPEECHES_Data__Directory</c>), then the command line
    /// (<c>--Data:Directory=…</c>); the later wins.
    /// </summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> with one clear line for what cannot be understood.</exception>
    public static Settings Read(IEnumerable<string> arguments)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "appsettings.json");
        try
        {
            return Read(new ConfigurationBuilder()
                .AddJsonFile(file, optional: true, reloadOnChange: false)
                .AddEnvironmentVariables("SPEECHES_")
                .AddCommandLine([.. arguments])
                .Build());
        }
        catch (InvalidDataException failure)
        {
            throw new SpeechesError(ErrorKind.Refused, $"The settings file {file} is not valid JSON. Nothing was started.", inner: failure);
        }
    }

    private static Settings Read(IConfiguration configuration)
    {
        var settings = new Settings
        {
            Urls = configuration["Urls"] is { Length: > 0 } urls ? urls : new Settings().Urls,
            Data = SettingsReader.Read<SqliteOptions>(configuration, "Data"),
            Accounts = SettingsReader.Read<AccountOptions>(configuration, "Accounts"),
            Annotations = SettingsReader.Read<AnnotationLimits>(configuration, "Annotations"),
            Groups = SettingsReader.Read<GroupLimits>(configuration, "Groups"),
            RateLimits = SettingsReader.Read<RateLimitOptions>(configuration, "RateLimits"),
            Api = SettingsReader.Read<ApiOptions>(configuration, "Api"),
            Live = SettingsReader.Read<LiveOptions>(configuration, "Live"),
            PageCache = SettingsReader.Read<PageCacheOptions>(configuration, "PageCache"),
            Server = SettingsReader.Read<ServerOptions>(configuration, "Server"),
            Log = SettingsReader.Read<LogOptions>(configuration, "Log"),
            Import = SettingsReader.Read<ImportOptions>(configuration, "Import"),
            Drafts = SettingsReader.Read<DraftLimits>(configuration, "Drafts"),
            Mail = SettingsReader.Read<MailOptions>(configuration, "Mail"),
            Seeds = SettingsReader.Read<SeedOptions>(configuration, "Seeds"),
        };
        Check(settings);
        return settings;
    }

    private static void Check(Settings settings)
    {
        foreach (var url in Split(settings.Urls))
        {
            if (!IsListenAddress(url))
                throw Bad("Urls", url, "an address such as http://localhost:5080 or https://0.0.0.0:5443");
            if (url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) && string.IsNullOrEmpty(settings.Server.Certificate))
                throw Bad("Urls", url, "an http address unless Server:Certificate names a certificate");
        }
        if (settings.Server.PublicAddress is { Length: > 0 } address
            && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/"))
            throw Bad("Server:PublicAddress", address, "an address without a path, such as https://speeches.example.org");
        if (settings.Mail.IsOn)
        {
            if (settings.Mail.Sender is null)
                throw Bad("Mail:From", settings.Mail.From, "an address such as speeches@example.org, or Speeches <speeches@example.org>");
            if (settings.Mail is { Security: MailSecurity.None, User.Length: > 0 } && !IsLoopbackHost(settings.Mail.Host!))
                throw Bad("Mail:Security", nameof(MailSecurity.None), "StartTls or Tls where a password is sent");
        }
        foreach (var proxy in Split(settings.Server.Proxies))
        {
            if (!IPAddress.TryParse(proxy, out _) && !System.Net.IPNetwork.TryParse(proxy, out _))
                throw Bad("Server:Proxies", proxy, "addresses or networks such as 10.0.0.5 or 10.0.0.0/8");
        }
    }

    /// <summary>The parts of a setting that holds several, separated by semicolons.</summary>
    public static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether a host name or address means this machine only.</summary>
    public static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);

    /// <summary>What is said of a setting that cannot be understood.</summary>
    internal static SpeechesError Bad(string name, string? value, string expected) =>
        new(ErrorKind.Refused, $"The setting {name} is \"{value}\"; it must be {expected}. Nothing was started.", name);

    private static bool IsListenAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address is { IsUnixPipe: false, PathBase: "", Host.Length: > 0, Port: >= 0 and <= 65535 };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

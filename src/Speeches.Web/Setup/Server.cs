using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Setup;

/// <summary>The web server: where it listens, what it takes, whom it believes, and where its keys rest.</summary>
internal static class Server
{
    // .NET knows no other way to ask for it.
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>A host with nothing in it but Kestrel and routing, at home beside the program wherever it is started from.</summary>
    public static WebApplicationBuilder CreateBuilder(Settings settings)
    {
        // What arrives is read by the thread that learns of it; only what answers it goes to the thread pool. Read before the first socket.
        if (Environment.GetEnvironmentVariable(InlineCompletions) is null)
            Environment.SetEnvironmentVariable(InlineCompletions, "1");
        var certificate = Certificate(settings.Server);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Server).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            // The product behaves the same everywhere; there is no development mode that could reach a reader.
            EnvironmentName = Environments.Production,
        });
        builder.WebHost
            .UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .UseUrls(Settings.Split(settings.Urls))
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = settings.Server.MaximumRequestBytes;
                if (certificate is not null)
                    kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
            });
        // From the build output the files of wwwroot are still where they were written; published, they are beside the program.
        builder.WebHost.UseStaticWebAssets();
        // A build's files are served like a published one's: unchanging under their hashed names, never compressed anew for a request.
        builder.Configuration["EnableStaticAssetsDevelopmentCaching"] = "true";
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Services.AddSingleton(settings).AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(settings.Server.ShutdownSeconds));
        return builder;
    }

    private static X509Certificate2? Certificate(ServerOptions options)
    {
        if (string.IsNullOrEmpty(options.Certificate))
            return null;
        try
        {
            return X509Certificate2.CreateFromPemFile(options.Certificate, string.IsNullOrEmpty(options.CertificateKey) ? null : options.CertificateKey);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SpeechesError(ErrorKind.Refused,
                $"The certificate {options.Certificate} cannot be read or has no private key. Nothing was started; see Server:Certificate and Server:CertificateKey.", inner: failure);
        }
    }

    /// <summary>Registers which hosts are answered and which proxies are believed.</summary>
    public static void AddFrontDoor(this IServiceCollection services, Settings settings)
    {
        var hosts = Settings.Split(settings.Server.AllowedHosts);
        services.AddHostFiltering(options =>
            options.AllowedHosts = hosts.Length > 0 ? hosts : settings.IsServedOutside ? ["*"] : ["localhost", "127.0.0.1", "[::1]"]);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in Settings.Split(settings.Server.Proxies))
            {
                if (IPAddress.TryParse(proxy, out var address))
                    options.KnownProxies.Add(address);
                else
                    options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        });
    }

    /// <summary>Believes the proxies and refuses other hosts' names.</summary>
    public static void UseFrontDoor(this WebApplication app)
    {
        if (!string.IsNullOrEmpty(app.Services.GetRequiredService<Settings>().Server.Proxies))
            app.UseForwardedHeaders();
        app.UseHostFiltering();
    }

    /// <summary>Registers the keys that protect cookies and forms, in the data folder, for the server's user only.</summary>
    public static void AddKeys(this IServiceCollection services, Settings settings)
    {
        services.AddDataProtection().SetApplicationName("speeches");
        services.AddSingleton<Microsoft.Extensions.Options.IConfigureOptions<KeyManagementOptions>>(provider =>
            new Microsoft.Extensions.Options.ConfigureOptions<KeyManagementOptions>(options =>
            {
                PrivateFolder.Make(settings.Data.Directory);
                options.XmlRepository = new KeyFolder(Path.Combine(settings.Data.Directory, "keys"), provider.GetRequiredService<ILoggerFactory>());
            }));
        services.AddAntiforgery(options =>
        {
            options.Cookie = new SafeCookie(settings, "form");
            options.SuppressXFrameOptionsHeader = true; // The policy's frame-ancestors says the same.
        });
    }
}

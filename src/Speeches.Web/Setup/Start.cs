using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Speeches.Store;

namespace Speeches.Web.Setup;

/// <summary>What happens between building the host and waiting for its end.</summary>
internal static class Start
{
    /// <summary>Opens the library, takes the port, and says where it is.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Unavailable"/> for an unusable store or a port that is taken.</exception>
    public static async Task Open(this WebApplication app, Settings settings)
    {
        _ = app.Services.GetRequiredService<Database>();
        await Seeds.Load(app.Services);
        var token = await SetUpToken(app.Services.GetRequiredService<AccountStore>(), settings);
        try
        {
            await app.StartAsync();
        }
        catch (IOException failure)
        {
            throw new SpeechesError(ErrorKind.Unavailable,
                $"The address {settings.Urls} cannot be listened on: another program may be using it. Nothing was changed; stop that program or choose another address with --Urls.", inner: failure);
        }
        Announce(Address(app.Services, settings), settings, token);
    }

    private static async Task<string?> SetUpToken(AccountStore accounts, Settings settings) => await accounts.HasAdministrator()
        ? null
        : await accounts.CreateLink(LinkPurpose.Setup, null, TimeSpan.FromHours(settings.Accounts.LinkHours));

    // Straight to standard output: a one-time link must never pass through the log.
    private static void Announce(string address, Settings settings, string? token)
    {
        Console.WriteLine($"Speeches is served on {address}");
        Console.WriteLine($"Its data is in {Path.GetFullPath(settings.Data.Directory)}");
        if (token is not null)
            Console.WriteLine($"No administrator yet. This link makes the first one, once: {address}/setup?token={token}");
        Console.WriteLine("Ctrl+C stops it.");
    }

    private static string Address(IServiceProvider services, Settings settings)
    {
        // Port 0 becomes a real one when it is bound.
        var bound = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return LinkAddress(bound is null ? settings : settings with { Urls = bound });
    }

    /// <summary>The address to write into links that people copy, without a slash at the end.</summary>
    public static string LinkAddress(Settings settings)
    {
        if (settings.Server.PublicAddress is { Length: > 0 } known)
            return known.TrimEnd('/');
        var address = settings.ListenAddresses.First();
        // These listen everywhere; from this machine that is localhost.
        var host = address.Host is "0.0.0.0" or "[::]" or "*" or "+" ? "localhost" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri.GetLeftPart(UriPartial.Authority);
    }
}

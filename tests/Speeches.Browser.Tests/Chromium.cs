using System.Diagnostics;
using Microsoft.Playwright;
using Speeches.Browser.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Speeches.Browser.Tests;

/// <summary>
/// One Chromium for all tests: the one that <c>CHROMIUM</c> names or that is installed, else Playwright's own, else the system's
/// package manager's when we may use it. Fails with one line that says what to do.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome"];

    // As root Chromium refuses its sandbox; the rest keeps it from calling its makers' hosts while we test.
    private static readonly string[] Arguments =
    [
        .. OperatingSystem.IsLinux() && Environment.UserName == "root" ? new[] { "--no-sandbox" } : [],
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;

    /// <summary>The running browser; make a context for each person in a test.</summary>
    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        var installed = Installed();
        Browser = installed is null
            ? await LaunchProvided()
            : await Launch(installed);
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private Task<IBrowser> Launch(string? path) =>
        _playwright!.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });

    private async Task<IBrowser> LaunchProvided()
    {
        try
        {
            if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0)
                return await Launch(null);
        }
        catch (PlaywrightException) when (MayInstall)
        {
            // Downloaded, but the system lacks a library it needs: the packaged one brings its own.
        }

        if (MayInstall && Run("apt-get", "update -qq") && Run("apt-get", "install -y -qq --no-install-recommends chromium")
            && Installed() is { } installed)
            return await Launch(installed);
        throw new InvalidOperationException("The browser tests need Chromium: install it, or set CHROMIUM to its path, and run them again.");
    }

    private static bool MayInstall => Environment.UserName == "root" && File.Exists("/usr/bin/apt-get");

    private static string? Installed()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var candidates =
            from name in Names
            from folder in folders
            select Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
        return candidates
            .Append("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
            .FirstOrDefault(File.Exists);
    }

    private static bool Run(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } });
        process?.WaitForExit();
        return process is { ExitCode: 0 };
    }
}

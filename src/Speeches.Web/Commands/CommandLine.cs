using System.CommandLine;
using System.CommandLine.Parsing;
using Speeches.Web.Setup;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Commands;

/// <summary>The commands of the program, one file each.</summary>
internal static class CommandLine
{
    /// <summary>Carries out a command.</summary>
    /// <returns>0 done; 1 not found, refused or problems found; 2 wrong use, bad settings or an unusable library.</returns>
    public static async Task<int> Run(Arguments arguments)
    {
        BulkRuntime.Take(arguments.Command);
        var library = new Library(arguments.Settings);
        var root = new RootCommand("Reads and annotates legal speeches. Without a command it serves the library.")
        {
            UserCommand.Create(library),
            TokenCommand.Create(library),
            ImportCommand.Create(library),
            ExportCommand.Create(library),
            ReadSourceCommand.Create(),
            MaintenanceCommands.Backup(library),
            MaintenanceCommands.Restore(library),
            MaintenanceCommands.Check(library),
        };
        var parsed = root.Parse(arguments.Command);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{Line(parsed.Errors)}. Add --help to see how it is used.");
            return 2;
        }
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    // The last one names what was typed; the first may only say that a command is missing. Choices come one a line.
    private static string Line(IReadOnlyList<ParseError> errors) =>
        errors[^1].Message.ReplaceLineEndings("").Replace("\t", " ", StringComparison.Ordinal).TrimEnd(' ', '.');
}

/// <summary>The library as a command uses it: opened when the command runs, closed when it is done, failures told in one line.</summary>
/// <param name="arguments">The settings on the command line.</param>
internal sealed class Library(IReadOnlyList<string> arguments)
{
    /// <summary>Runs a command with the settings alone.</summary>
    public Task<int> WithSettings(Func<Settings, Task<int>> work) => Failures.Tell(() => work(Settings.Read(arguments)));

    /// <summary>Runs a command with the stores and the account services (a scope of them).</summary>
    public Task<int> With(Func<IServiceProvider, Task<int>> work) => WithSettings(async settings =>
    {
        var services = new ServiceCollection().AddSingleton(settings).AddStorage(settings);
        services.AddLogging(logging => logging.AddProvider(new Serilog.Extensions.Logging.SerilogLoggerProvider(
            Logging.Create(settings.Log with { Level = Serilog.Events.LogEventLevel.Warning }, Console.OpenStandardError()), dispose: true)));
        services.AddAccounts(settings.Accounts);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    });
}

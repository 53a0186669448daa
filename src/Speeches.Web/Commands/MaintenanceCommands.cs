using System.CommandLine;
using Speeches.Store.Sqlite;

namespace Speeches.Web.Commands;

/// <summary><c>backup FILE</c>, <c>restore FILE</c> and <c>check</c>.</summary>
internal static class MaintenanceCommands
{
    /// <summary>Makes <c>backup FILE</c>; works while the library is served.</summary>
    public static Command Backup(Library library)
    {
        var file = new Argument<string>("file") { Description = "The file to write; it must not exist yet" };
        var command = new Command("backup", "Copy the whole library to a file, while it may be served") { file };
        command.SetAction((parsed, _) => library.WithSettings(async settings =>
        {
            await Maintenance.Backup(settings.Data, parsed.GetRequiredValue(file));
            Console.WriteLine($"Copied and verified: {parsed.GetRequiredValue(file)}");
            return 0;
        }));
        return command;
    }

    /// <summary>Makes <c>restore FILE</c>; the server must be stopped.</summary>
    public static Command Restore(Library library)
    {
        var file = new Argument<string>("file") { Description = "A file that backup wrote" };
        var command = new Command("restore", "Put a backup in place of the library; stop the server first") { file };
        command.SetAction((parsed, _) => library.WithSettings(async settings =>
        {
            var kept = await Maintenance.Restore(settings.Data, parsed.GetRequiredValue(file));
            Console.WriteLine($"Restored from {parsed.GetRequiredValue(file)}.");
            if (kept is not null)
                Console.WriteLine($"What was there before is kept in {kept}.");
            return 0;
        }));
        return command;
    }

    /// <summary>Makes <c>check</c>.</summary>
    public static Command Check(Library library)
    {
        var command = new Command("check", "Look for problems: integrity, references, search index, anchors, history");
        command.SetAction((_, _) => library.WithSettings(async settings =>
        {
            var problems = await Maintenance.Check(settings.Data);
            foreach (var problem in problems)
                Console.WriteLine(problem);
            Console.WriteLine(problems.Count == 0 ? "No problems found." : $"Problems found: {problems.Count}.");
            return problems.Count == 0 ? 0 : 1;
        }));
        return command;
    }
}

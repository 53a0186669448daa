using System.CommandLine;

namespace Speeches.Web.Commands;

/// <summary><c>export SLUG --format F [--audience A] [--output FILE]</c>: an annotated copy, byte for byte what the site gives.</summary>
internal static class ExportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Library library)
    {
        var command = new Command("export", "Write an annotated copy of a speech");
        command.SetAction((_, _) => library.With(_ => Task.FromResult(2)));
        return command;
    }
}

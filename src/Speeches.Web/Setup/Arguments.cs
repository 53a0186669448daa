namespace Speeches.Web.Setup;

/// <summary>The command line, split: settings (<c>--Data:Directory=…</c>, anywhere) and the rest, which names a command.</summary>
/// <param name="Settings">In the spelling of .NET's command-line configuration.</param>
/// <param name="Command">The command with its own arguments and options; empty means: serve.</param>
internal sealed record Arguments(IReadOnlyList<string> Settings, IReadOnlyList<string> Command)
{
    // Settings have a colon in their name, but for Urls and the sections themselves; the last three are what .NET's hosting tools add.
    private static readonly string[] HostNames =
        [.. typeof(Settings).GetProperties().Select(property => property.Name), "environment", "contentRoot", "applicationName"];

    /// <summary>Splits what the program was called with.</summary>
    public static Arguments Split(string[] arguments)
    {
        List<string> settings = [], command = [];
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i];
            var name = argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..].Split('=')[0] : "";
            if (!name.Contains(':', StringComparison.Ordinal) && !HostNames.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                command.Add(argument);
                continue;
            }
            settings.Add(argument);
            if (!argument.Contains('=', StringComparison.Ordinal) && i + 1 < arguments.Length)
                settings.Add(arguments[++i]);
        }
        return new Arguments(settings, command);
    }
}

using System.Collections;
using System.Runtime.InteropServices;
using System.Text;

namespace Speeches.Web.Commands;

/// <summary>
/// Settings of .NET's runtime for one long import. They are those of the whole process, read before the program's first line, and serving
/// wants others: so the process runs the program once more in its own place, with the same number, arguments and streams.
/// </summary>
internal static class BulkRuntime
{
    // Starting anew takes as long as importing some hundred plain texts.
    private const int ManyFiles = 100;

    private static readonly (string Name, string Value)[] Settings =
    [
        ("DOTNET_TieredPGO", "0"), // what is imported is in before code that was measured first would pay
        ("DOTNET_gcServer", "0"), // a heap for each core, and a thread to collect it, is for many requests at once
        ("DOTNET_gcConcurrent", "0"), // nobody waits for an answer while it is collected
        ("DOTNET_GCgen0size", "0x2000000"), // what was read is stored and forgotten: the rarer one looks, the less is left to keep
    ];

    /// <summary>The names of the settings that it gives, for processes that shall not inherit them.</summary>
    public static IEnumerable<string> Names => Settings.Select(setting => setting.Name);

    /// <summary>
    /// Runs the program anew where a command imports a folder or many files. Comes back where it does not, where one of the settings is
    /// given already, and where the system does not let a process run another program in its place: then the import is only slower.
    /// </summary>
    public static void Take(IReadOnlyList<string> command)
    {
        if (!IsBulk(command) || !OperatingSystem.IsLinux() || System.Reflection.Assembly.GetEntryAssembly() != typeof(BulkRuntime).Assembly)
            return;
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value);
        if (Names.Any(environment.ContainsKey))
            return;
        foreach (var (name, value) in Settings)
            environment[name] = value;
        // As it was called: by dotnet with the library's path and perhaps options of its own, or by the name of the built program.
        var arguments = Encoding.UTF8.GetString(File.ReadAllBytes("/proc/self/cmdline")).Split('\0')[..^1];
        File.Delete(DiagnosticSocket());
        _ = Execute(Native(Environment.ProcessPath!), Native(arguments), Native(environment.Select(given => $"{given.Key}={given.Value}")));
    }

    private static bool IsBulk(IReadOnlyList<string> command) =>
        command.Count > 0 && command[0] == "import" && (command.Count > ManyFiles || command.Skip(1).Any(Directory.Exists));

    // .NET makes one for debuggers, named after the process and when it started (in ticks of Linux), and would not make it again.
    private static string DiagnosticSocket()
    {
        var stat = File.ReadAllText("/proc/self/stat"); // "12 (its name) S …"
        var started = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
        return Path.Combine(Path.GetTempPath(), $"dotnet-diagnostic-{Environment.ProcessId}-{started}-socket");
    }

    // Never freed: what they are for ends with this program.
    private static nint Native(string text) => Marshal.StringToCoTaskMemUTF8(text);

    private static nint[] Native(IEnumerable<string> texts) => [.. texts.Select(Native), 0];

    // Comes back only where it fails.
    [DllImport("libc", EntryPoint = "execve")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Execute(nint file, nint[] arguments, nint[] variables);
}

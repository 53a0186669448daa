using System.Diagnostics;
using System.Globalization;

namespace Speeches.Web.Tests;

/// <summary>What came of a command.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">Standard output, line by line.</param>
/// <param name="Error">Standard error, line by line.</param>
internal sealed record Outcome(int Code, string[] Output, string[] Error);

/// <summary>The built program as a process of its own.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly List<string> _error = [];
    private readonly SemaphoreSlim _wrote = new(0);
    private readonly TaskCompletionSource<Uri> _served = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(IEnumerable<string> arguments, bool hasInput, string? temporary = null)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Speeches.Web.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = hasInput,
                WorkingDirectory = Path.GetTempPath(),
            },
        };
        if (temporary is not null)
            _process.StartInfo.Environment["TMPDIR"] = temporary;
        _process.OutputDataReceived += (_, line) => Receive(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Receive(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it has written to standard output so far.</summary>
    public string[] Output => Copy(_output);

    /// <summary>What it has written to standard error so far.</summary>
    public string[] Error => Copy(_error);

    /// <summary>Its number.</summary>
    public int Id => _process.Id;

    /// <summary>Runs a command to its end.</summary>
    /// <param name="dataDirectory">Where its library is.</param>
    /// <param name="arguments">The verb and what follows.</param>
    /// <param name="input">What stands on standard input.</param>
    /// <param name="temporary">Its folder for temporary files, or null for everybody's.</param>
    public static async Task<Outcome> Run(string dataDirectory, string[] arguments, string? input = null, string? temporary = null)
    {
        await using var program = new RunningProgram(["--Data:Directory=" + dataDirectory, "--Accounts:PasswordIterations=10000", .. arguments], hasInput: true, temporary);
        await program._process.StandardInput.WriteAsync(input ?? "");
        program._process.StandardInput.Close();
        return new Outcome(await program.Ended(), program.Output, program.Error);
    }

    /// <summary>Begins a command, to be ended in the middle of it.</summary>
    public static RunningProgram Begin(string dataDirectory, params string[] arguments) => new(["--Data:Directory=" + dataDirectory, .. arguments], hasInput: false);

    /// <summary>Waits until it has written so many lines to standard output.</summary>
    public async Task Wrote(int lines)
    {
        var ended = _process.WaitForExitAsync();
        for (var i = 0; i < lines; i++)
            await Task.WhenAny(_wrote.WaitAsync(), ended);
    }

    /// <summary>Serves on a free port and waits until it says where.</summary>
    public static async Task<(RunningProgram Program, Uri Address)> Serve(string dataDirectory, params string[] arguments)
    {
        var program = new RunningProgram(
            ["--Data:Directory=" + dataDirectory, "--Urls=http://127.0.0.1:0", "--Accounts:PasswordIterations=10000", .. arguments], hasInput: false);
        var ended = program._process.WaitForExitAsync();
        if (await Task.WhenAny(program._served.Task, ended) == ended)
            throw new InvalidOperationException("It did not start: " + string.Join('\n', program.Error));
        return (program, await program._served.Task);
    }

    /// <summary>Asks it to stop, as Ctrl+C and service managers do.</summary>
    public void AskToStop() => Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    /// <summary>Ends it in the middle of whatever it does (SIGKILL).</summary>
    public void Kill() => _process.Kill();

    /// <summary>Its exit code, once it has ended.</summary>
    public async Task<int> Ended()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _wrote.Dispose();
    }

    private void Receive(List<string> lines, string? line)
    {
        if (line is null)
            return;
        lock (lines)
            lines.Add(line);
        if (lines == _output)
            _wrote.Release();
        const string Announcement = "Speeches is served on ";
        if (line.StartsWith("Ctrl+C", StringComparison.Ordinal))
            _served.TrySetResult(new Uri(Output.Single(said => said.StartsWith(Announcement, StringComparison.Ordinal))[Announcement.Length..]));
    }

    private static string[] Copy(List<string> lines)
    {
        lock (lines)
            return [.. lines];
    }
}

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("speeches-").FullName;

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Path, recursive: true);
}

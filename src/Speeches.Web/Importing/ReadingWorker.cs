using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Speeches.Web.Importing;

/// <summary>
/// A process of this same program that reads sources, one after the other. A file that hangs, floods the memory or overflows the stack
/// ends this process and nothing else.
/// </summary>
internal sealed class ReadingWorker : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly ImportOptions _limits;
    private readonly LastWords _lastWords;
    private bool _isLate;

    private ReadingWorker(Process process, ImportOptions limits, LastWords lastWords) => (_process, _limits, _lastWords) = (process, limits, lastWords);

    /// <summary>Whether it can take another source.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Starts one and waits until it listens.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Unavailable"/> where it does not start.</exception>
    public static async Task<ReadingWorker> Start(ImportOptions limits)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        Itself(start);
        start.ArgumentList.Add(Commands.ReadSourceCommand.Name);
        foreach (var name in Commands.BulkRuntime.Names)
            start.Environment.Remove(name);
        var heap = limits.MemoryLimitMegabytes * 1024L * 1024L;
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x" + heap.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        // What a worker reads is read before code that was measured first would pay.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        // No debugger is let in; its pipes would be left behind in the folder for temporary files when a worker is killed.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        var process = new Process { StartInfo = start };
        var lastWords = new LastWords();
        process.ErrorDataReceived += (_, line) => lastWords.Add(line.Data);
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            process.Dispose();
            throw NotStarted(failure);
        }

        process.BeginErrorReadLine();
        var worker = new ReadingWorker(process, limits, lastWords);
        if (await worker.Within(StartLimit, async streams => await streams.FromWorker.ReadFrameAsync()) is not null)
            return worker;
        worker.Dispose();
        throw NotStarted();
    }

    /// <summary>Reads a source within the limits.</summary>
    /// <returns>What the worker answers, or why it could not.</returns>
    public async Task<ReadAnswer> Read(ReadOnlyMemory<byte> source, string? language, bool withLines = false)
    {
        var request = WorkerBytes.Of(new ReadRequest(language, _limits.MaximumBlocks, _limits.ForReaders, _limits.TimeLimitSeconds) { WithLines = withLines });
        var limit = TimeSpan.FromSeconds(_limits.TimeLimitSeconds);
        var answer = await Within(limit, async streams =>
        {
            await streams.ToWorker.WriteAsync(WorkerFrames.Frames(request, source));
            await streams.ToWorker.FlushAsync();
            return await streams.FromWorker.ReadFrameAsync(WorkerFrames.LargestAnswer);
        });
        if (answer is not null && WorkerBytes.Answer(answer) is { } read)
            return read;
        IsUsable = false;
        return new ReadAnswer { Failure = await Ended() };
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    // Null where the worker ended or was ended. Killing it is what ends a wait on its pipes, whatever the pipes can do.
    private async Task<byte[]?> Within(TimeSpan limit, Func<(Stream ToWorker, Stream FromWorker), Task<byte[]?>> talk)
    {
        byte[]? answer = null;
        using var clock = new CancellationTokenSource(limit);
        await using (clock.Token.Register(Kill))
        {
            try
            {
                answer = await talk((_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream));
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException)
            {
                // It ended while it was spoken to, or speaks no sense.
            }
        }

        _isLate = clock.IsCancellationRequested;
        IsUsable = answer is not null && !_isLate;
        return answer;
    }

    private async Task<ReadFailure> Ended()
    {
        Kill();
        await _process.WaitForExitAsync();
        if (_isLate)
        {
            return new ReadFailure(ErrorKind.TooLarge,
                $"Reading the file took longer than {_limits.TimeLimitSeconds} seconds and was broken off; nothing was stored. Save it in another format and try again.",
                "file", ImportCodes.TooLarge);
        }

        if (_process.ExitCode == Commands.ReadSourceCommand.OutOfMemory || _lastWords.TellOfMemory)
        {
            return new ReadFailure(ErrorKind.TooLarge,
                $"Reading the file took more than {_limits.MemoryLimitMegabytes} MB of memory and was broken off; nothing was stored.", "file", ImportCodes.TooLarge);
        }

        return new ReadFailure(ErrorKind.Refused, _lastWords.TellOfStack
            ? "The file is nested too deeply to be read; nothing was stored. Save it again from the program it comes from."
            : "Reading the file ended the process that read it; nothing was stored. The file is damaged: save it again from the program it comes from.",
            "file", ImportCodes.Damaged);
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    // The built program has a host of its own; under dotnet run, dotnet exec and the tests' host, dotnet runs the library.
    private static void Itself(ProcessStartInfo start)
    {
        var library = typeof(Program).Assembly.Location;
        var current = Environment.ProcessPath!;
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        if (library.Length == 0 || Path.GetFileName(current) == typeof(Program).Assembly.GetName().Name + suffix)
        {
            start.FileName = current;
            return;
        }

        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet" + suffix));
        start.FileName = Path.GetFileName(current) == "dotnet" + suffix ? current : File.Exists(beside) ? beside : "dotnet";
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(library);
    }

    private static SpeechesError NotStarted(Exception? cause = null) => new(ErrorKind.Unavailable,
        "The process that reads files could not be started, so nothing was stored. Look whether this machine has memory left.", inner: cause);
}

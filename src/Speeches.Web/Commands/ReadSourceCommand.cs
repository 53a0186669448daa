using System.Collections.Concurrent;
using System.CommandLine;
using Speeches.Web.Importing;

namespace Speeches.Web.Commands;

/// <summary>
/// <c>read-source</c>: the program as its own worker. Frames of sources come in on standard input, frames of what was read leave on
/// standard output. Nobody but <see cref="ReadingWorker"/> calls it, so it is not listed.
/// </summary>
internal static class ReadSourceCommand
{
    /// <summary>The verb.</summary>
    public const string Name = "read-source";

    /// <summary>The exit code where the memory did not suffice.</summary>
    public const int OutOfMemory = 3;

    private const int StackBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(Name, "Read sources for another process of this program") { Hidden = true };
        command.SetAction(_ =>
        {
            var code = 0;
            // Readers recurse into what a file nests; more stack than the usual is cheap where it is not used.
            var thread = new Thread(() => code = Run(), StackBytes);
            thread.Start();
            thread.Join();
            return code;
        });
        return command;
    }

    private static int Run()
    {
        CoreDumps.Prevent();
        using var output = Console.OpenStandardOutput();
        Console.SetOut(TextWriter.Null); // Frames only.
        try
        {
            using var requests = new BlockingCollection<(byte[] Head, byte[] Source)>();
            new Thread(() => Receive(requests)) { IsBackground = true }.Start();
            output.Write(WorkerFrames.Frames("ready"u8.ToArray()));
            output.Flush();
            foreach (var (head, source) in requests.GetConsumingEnumerable())
            {
                var request = WorkerBytes.Request(head);
                using var end = new Timer(_ => Environment.FailFast(null), null, TimeSpan.FromSeconds(request.TimeLimitSeconds) + Grace, Timeout.InfiniteTimeSpan);
                output.Write(WorkerFrames.Frames(Answer(SourceReading.Read(request, source))));
                output.Flush();
            }

            return 0;
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
        catch (IOException)
        {
            return 0; // The other side has gone.
        }
    }

    private static ReadOnlyMemory<byte> Answer(ReadAnswer answer)
    {
        var bytes = WorkerBytes.Of(answer);
        return bytes.Length <= WorkerFrames.LargestAnswer ? bytes : WorkerBytes.Of(new ReadAnswer
        {
            Failure = new ReadFailure(ErrorKind.TooLarge, "The text has more marks and links than a speech can have; nothing was stored.", "file", ImportCodes.TooLarge),
        });
    }

    /// <summary>Takes in what is sent while a source is read, to see at once when the program that sends it has ended: nobody waits then.</summary>
    private static void Receive(BlockingCollection<(byte[] Head, byte[] Source)> requests)
    {
        var code = 0;
        try
        {
            using var input = Console.OpenStandardInput();
            while (input.ReadFrame() is { } head && input.ReadFrame() is { } source)
                requests.Add((head, source));
        }
        catch (IOException)
        {
            // The other side has gone.
        }
        catch (OutOfMemoryException)
        {
            code = OutOfMemory;
        }

        Environment.Exit(code);
    }
}

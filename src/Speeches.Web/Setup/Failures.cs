namespace Speeches.Web.Setup;

/// <summary>How the program itself fails: one clear line on standard error and an exit code.</summary>
internal static class Failures
{
    /// <summary>Runs the program or a command and gives its exit code.</summary>
    public static async Task<int> Tell(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (SpeechesError error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ErrorTable.ExitCodeOf(error.Kind);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. What was finished before is kept.");
            return 1;
        }
    }
}

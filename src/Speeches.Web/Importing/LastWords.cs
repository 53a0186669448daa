namespace Speeches.Web.Importing;

/// <summary>
/// What a worker writes to standard error before it ends: the runtime names the cause there and then prints the whole stack, which is
/// taken off the pipe and is of use to nobody.
/// </summary>
internal sealed class LastWords
{
    private const int Most = 1_000;
    private readonly Lock _lock = new();
    private string _words = "";

    /// <summary>Whether it ended for want of memory.</summary>
    public bool TellOfMemory => Tell("Out of memory") || Tell("OutOfMemoryException");

    /// <summary>Whether its stack overflowed.</summary>
    public bool TellOfStack => Tell("Stack overflow");

    /// <summary>Adds a line; the first ones are kept.</summary>
    public void Add(string? line)
    {
        lock (_lock)
        {
            if (line is not null && _words.Length < Most)
                _words += line + "\n";
        }
    }

    private bool Tell(string cause)
    {
        lock (_lock)
            return _words.Contains(cause, StringComparison.OrdinalIgnoreCase);
    }
}

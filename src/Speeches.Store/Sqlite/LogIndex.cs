using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Speeches.Store.Sqlite;

/// <summary>
/// The head of the index of a write-ahead log, as SQLite shares it among processes (<c>speeches.db-shm</c>; the WAL-Index Header of
/// https://sqlite.org/walformat.html). It holds a counter of transactions, the log's length and checksums: every commit changes it,
/// in all processes at once, before the commit returns. Read half-written, it differs from what it was and from what it will be.
/// </summary>
internal sealed class LogIndex
{
    /// <summary>Of the head, in eights of bytes.</summary>
    public const int HeadLength = 6;

    private const int Format = 3007000;

    // Never closed: closing any handle of a file lets go of all the locks that SQLite holds on it in this process (fcntl(2)).
    private static readonly List<SafeFileHandle> Open = [];
    private readonly MemoryMappedViewAccessor _view;

    private LogIndex(MemoryMappedViewAccessor view) => _view = view;

    /// <summary>The index of an open database; null where it cannot be looked at or has another format.</summary>
    public static LogIndex? TryOpen(string database)
    {
        try
        {
            var handle = File.OpenHandle(database + "-shm", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            lock (Open)
                Open.Add(handle);
            var file = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            var index = new LogIndex(file.CreateViewAccessor(0, HeadLength * sizeof(long), MemoryMappedFileAccess.Read));
            Span<long> head = stackalloc long[HeadLength];
            index.ReadHead(head);
            return MemoryMarshal.Cast<long, int>(head)[0] == Format ? index : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The counter of transactions in a head: each raises it by one.</summary>
    public static uint Commits(ReadOnlySpan<long> head) => MemoryMarshal.Cast<long, uint>(head)[2];

    /// <summary>Copies the head as it is at this moment.</summary>
    /// <param name="head"><see cref="HeadLength"/> numbers.</param>
    public void ReadHead(Span<long> head) => _view.SafeMemoryMappedViewHandle.ReadSpan(0, head);
}

using System.Buffers.Binary;

namespace Speeches.Web.Importing;

/// <summary>How the program and its workers talk: frames of a length (four bytes, little-endian) and that many bytes.</summary>
internal static class WorkerFrames
{
    /// <summary>The most bytes of an answer: the program must not be flooded by what it keeps in bounds.</summary>
    public const int LargestAnswer = 256 * 1024 * 1024;

    /// <summary>Frames in a row, to be written at once: each write wakes the other side.</summary>
    public static byte[] Frames(params ReadOnlySpan<ReadOnlyMemory<byte>> contents)
    {
        var length = 0;
        foreach (var content in contents)
            length += sizeof(int) + content.Length;
        var frames = new byte[length];
        var rest = frames.AsSpan();
        foreach (var content in contents)
        {
            BinaryPrimitives.WriteInt32LittleEndian(rest, content.Length);
            content.Span.CopyTo(rest[sizeof(int)..]);
            rest = rest[(sizeof(int) + content.Length)..];
        }

        return frames;
    }

    /// <summary>Reads one frame; null at the end of the stream.</summary>
    /// <exception cref="EndOfStreamException">The stream ends inside a frame.</exception>
    /// <exception cref="InvalidDataException">The frame says that it is longer than that, or no length at all.</exception>
    public static async Task<byte[]?> ReadFrameAsync(this Stream stream, int longest = int.MaxValue)
    {
        var length = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false) < length.Length)
            return null;
        var content = new byte[Length(length, longest)];
        await stream.ReadExactlyAsync(content);
        return content;
    }

    /// <summary>The same on the worker's side, which has nothing else to do meanwhile.</summary>
    /// <inheritdoc cref="ReadFrameAsync" path="/exception"/>
    public static byte[]? ReadFrame(this Stream stream)
    {
        var length = new byte[sizeof(int)];
        if (stream.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) < length.Length)
            return null;
        var content = new byte[Length(length, int.MaxValue)];
        stream.ReadExactly(content);
        return content;
    }

    private static int Length(byte[] length, int longest)
    {
        var bytes = BinaryPrimitives.ReadInt32LittleEndian(length);
        return bytes >= 0 && bytes <= longest ? bytes : throw new InvalidDataException();
    }
}

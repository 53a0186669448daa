using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Speeches.Web.Importing;

/// <summary>How the program and its workers talk: frames of a length (four bytes, little-endian) and that many bytes.</summary>
internal static class WorkerFrames
{
    /// <summary>The most bytes of an answer: the program must not be flooded by what it keeps in bounds.</summary>
    public const int LargestAnswer = 256 * 1024 * 1024;

    /// <summary>Writes one frame.</summary>
    public static async Task WriteFrame(this Stream stream, ReadOnlyMemory<byte> content)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        await stream.WriteAsync(length);
        await stream.WriteAsync(content);
        await stream.FlushAsync();
    }

    /// <summary>Reads one frame; null at the end of the stream.</summary>
    /// <exception cref="EndOfStreamException">The stream ends inside a frame.</exception>
    /// <exception cref="InvalidDataException">The frame says that it is longer than that, or no length at all.</exception>
    public static async Task<byte[]?> ReadFrame(this Stream stream, int longest = int.MaxValue)
    {
        var length = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false) < length.Length)
            return null;
        var bytes = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (bytes < 0 || bytes > longest)
            throw new InvalidDataException();
        var content = new byte[bytes];
        await stream.ReadExactlyAsync(content);
        return content;
    }
}

/// <summary>What stands in the frames.</summary>
[JsonSerializable(typeof(ReadRequest))]
[JsonSerializable(typeof(ReadAnswer))]
internal sealed partial class WorkerJsonContext : JsonSerializerContext;

/// <summary>The JSON between processes: letters of every script as themselves, so that an Arabic text does not swell.</summary>
internal static class WorkerJson
{
    /// <summary>What is written and read with.</summary>
    public static WorkerJsonContext Compact { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

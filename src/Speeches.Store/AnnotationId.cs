namespace Speeches.Store;

/// <summary>Makes the ids of annotations: version 7 UUIDs (RFC 9562) in Crockford's base 32, lower case, which sort by time.</summary>
internal static class AnnotationId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    /// <summary>A new id of 26 characters: 128 bits with two zero bits before them.</summary>
    public static string New(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(now).TryWriteBytes(bytes, bigEndian: true, out _);
        var value = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return string.Create(Length, value, static (characters, rest) =>
        {
            for (var i = characters.Length - 1; i >= 0; i--, rest >>= 5)
                characters[i] = Alphabet[(int)(rest & 31)];
        });
    }
}

using System.Text;
using Speeches.Parsing;

namespace Speeches.Formats.Reading;

/// <summary>Recognizes the files of word processors that are not read, in order to say what to do with them.</summary>
public sealed class OldWordReader : ISpeechReader
{
    // Names inside a compound file are UTF-16; one that wraps a locked package names it so ([MS-OFFCRYPTO] 2.3.4.4).
    private static readonly byte[] LockedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <inheritdoc />
    public bool Recognizes(ReadOnlySpan<byte> source) =>
        source.StartsWith(CompoundFile) || source.StartsWith("{\\rtf"u8) || IsOpenDocument(source);

    /// <inheritdoc />
    public SourceDocument Read(ReadOnlyMemory<byte> source, ReadingLimits? limits = null)
    {
        if (source.Span.StartsWith(CompoundFile) && source.Span.IndexOf(LockedPackage) >= 0)
            throw SourceErrors.Encrypted();
        var format = source.Span.StartsWith("{\\rtf"u8) ? "RTF" : IsOpenDocument(source.Span) ? "OpenDocument" : "old Word (.doc)";
        throw SourceErrors.Unknown($"This is a file in {format} format, which is not read. Save it as Word .docx and try again.");
    }

    private static bool IsOpenDocument(ReadOnlySpan<byte> source) =>
        source.StartsWith("PK\u0003\u0004"u8) && source[..Math.Min(source.Length, 200)].IndexOf("mimetypeapplication/vnd.oasis.opendocument"u8) >= 0;
}

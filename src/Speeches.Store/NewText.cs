using System.Security.Cryptography;
using Speeches.Parsing;

namespace Speeches.Store;

/// <summary>A text that is to be stored, with what is made of it before the writer is asked: the writer has the least time.</summary>
/// <param name="Parsed">What was read.</param>
/// <param name="File">The source file.</param>
/// <param name="Source">Its bytes.</param>
/// <param name="Fingerprint">That of the words.</param>
internal sealed record NewText(ParsedSpeech Parsed, SourceFile File, byte[] Source, string Fingerprint)
{
    /// <summary>What was read from a file; of its name, folders are dropped.</summary>
    public static NewText Of(ParsedSpeech parsed, string fileName, string mediaType, ReadOnlyMemory<byte> source)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(source.Span));
        return new(parsed, new(name, mediaType, source.Length, sha256), source.ToArray(), TextFingerprint.Of(parsed.Blocks));
    }
}

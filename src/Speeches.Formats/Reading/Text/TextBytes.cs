using System.Text;
using System.Text.Unicode;
using Speeches.Parsing;

namespace Speeches.Formats.Reading.Text;

/// <summary>
/// Turns the bytes of a text file into UTF-8. UTF-8 and UTF-16 say what they are; a legacy encoding is told from the letters that it
/// would give (<see cref="LegacyEncodings"/>), reported, and refused where none is clear: wrong letters are worse than none.
/// </summary>
internal static class TextBytes
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text as UTF-8, and a diagnostic where its encoding was guessed.</summary>
    /// <exception cref="SpeechesError"><c>unreadable-text</c> where no encoding is clear, <c>damaged</c> where UTF-8 has broken places,
    /// <c>unknown-format</c> where it is no text.</exception>
    internal static (ReadOnlyMemory<byte> Utf8, ParseDiagnostic? Guess) ToUtf8(ReadOnlyMemory<byte> source)
    {
        var bytes = source.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (FromUtf16(bytes[2..], bigEndian: false), null);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (FromUtf16(bytes[2..], bigEndian: true), null);
        if (bytes.Contains((byte)0))
            return FromNulPattern(bytes);
        if (Utf8.IsValid(bytes))
            return (source, null);

        ThrowIfBinary(bytes);
        ThrowIfDamagedUtf8(bytes);
        var encoding = LegacyEncodings.Detect(bytes);
        if (encoding is null)
            throw Unreadable();
        try
        {
            return (StrictUtf8.GetBytes(encoding.GetString(bytes)), Guessed(encoding.WebName));
        }
        catch (ArgumentException)
        {
            throw Unreadable();
        }
    }

    private static byte[] FromUtf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        try
        {
            var text = new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes);
            if (!text.Contains('\0', StringComparison.Ordinal))
                return StrictUtf8.GetBytes(text);
        }
        catch (ArgumentException)
        {
            // Half a character: not UTF-16, or cut short.
        }

        throw new SpeechesError(ErrorKind.Refused,
            "This file says that it is UTF-16 text but holds characters that are none, so nothing was read from it. Save it as UTF-8 text and try again.",
            "file")
        { Code = "damaged" };
    }

    /// <summary>
    /// UTF-16 without a mark: NUL bytes are the upper halves of its spaces and line ends, and read the right way round it is letters.
    /// </summary>
    private static (ReadOnlyMemory<byte> Utf8, ParseDiagnostic? Guess) FromNulPattern(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 == 0)
        {
            var little = Encoding.Unicode.GetString(bytes);
            var big = Encoding.BigEndianUnicode.GetString(bytes);
            var isLittle = IsOfKnownScripts(little);
            if (isLittle != IsOfKnownScripts(big))
                return (StrictUtf8.GetBytes(isLittle ? little : big), Guessed(isLittle ? "utf-16" : "utf-16BE"));
        }

        throw NotText();
    }

    private static bool IsOfKnownScripts(string text)
    {
        var known = 0;
        if (text.AsSpan().ContainsAny('\0', '\uFFFD'))
            return false;
        foreach (var c in text)
        {
            known += c is >= ' ' and < '\u0250' or '\n' or '\r' or '\t' or >= '\u0400' and < '\u0460' or >= '\u0600' and < '\u0700'
                or >= '\u2000' and < '\u2070' or >= '\u3000' and < '\u3040' or >= '\u4E00' and < '\uA000' or >= '\uFF00' and < '\uFFF0' ? 1 : 0;
        }

        return known * 20 >= text.Length * 19;
    }

    private static void ThrowIfBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\v' or (byte)'\f' or (byte)'\r') || b == 0x7F ? 1 : 0;
        if (controls * 200L > bytes.Length)
            throw NotText();
    }

    /// <summary>UTF-8 but for a few bytes: read as anything else, every accent would be two wrong letters.</summary>
    private static void ThrowIfDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        var (good, bad, line, firstBad) = (0, 0, 1, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status != System.Buffers.OperationStatus.Done)
            {
                bad++;
                firstBad = firstBad == 0 ? line : firstBad;
            }
            else if (consumed > 1)
            {
                good++;
            }
            else if (bytes[0] == '\n')
            {
                line++;
            }

            bytes = bytes[consumed..];
        }

        if (good >= 3 && good > 4 * bad)
        {
            throw new SpeechesError(ErrorKind.Refused,
                $"This file is UTF-8 text but holds bytes that are none, first in line {firstBad}, so nothing was read from it. Mend that place, or export the text again as UTF-8.",
                "file")
            { Code = "damaged" };
        }
    }

    private static ParseDiagnostic Guessed(string name) => new(DiagnosticSeverity.Information, "encoding-guessed", 0,
        $"The file does not say which encoding its letters are in; it was read as {name} because that gives plausible words.");

    private static SpeechesError NotText() => new(ErrorKind.UnknownFormat,
        "The format of this file is not known, and it is not text, so nothing was read from it.", "file")
    { Code = "unknown-format" };

    private static SpeechesError Unreadable() => new(ErrorKind.Refused,
        "The encoding of this text cannot be told, so nothing was read from it. Save it as UTF-8 text and try again.", "file")
    { Code = "unreadable-text" };
}

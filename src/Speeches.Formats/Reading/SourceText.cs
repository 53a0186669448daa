using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Speeches.Formats.Reading;

/// <summary>Decodes the bytes of a text file in UTF-8, with or without a byte order mark; other encodings were turned into it before.</summary>
internal static class SourceText
{
    /// <summary>Invisible controls that show text in another order than it is stored in; dropped, and reported.</summary>
    internal const string BidiControls = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    // What no text holds and no XML can: C0 and C1 controls except tab and line ends, and the two noncharacters at the end of
    // the first plane. Left over from printers and converters, they are dropped.
    private static readonly SearchValues<char> Dropped = SearchValues.Create(
        [.. Enumerable.Range(1, 0x9F).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f')),
            '\uFFFE', '\uFFFF', '\u2028', '\u2029', .. BidiControls]);

    /// <summary>Whether the bytes are UTF-8 text: valid, without NUL, and not the beginning of a known other format.</summary>
    internal static bool IsText(ReadOnlySpan<byte> source) =>
        !IsOtherFormat(source) && !source.Contains((byte)0) && Utf8.IsValid(source);

    /// <summary>Whether the bytes begin as a known format does that is not plain text.</summary>
    internal static bool IsOtherFormat(ReadOnlySpan<byte> source) =>
        source.StartsWith("%PDF-"u8) || source.StartsWith("PK\u0003\u0004"u8) || source.StartsWith("{\\rtf"u8) || IsHtml(source);

    /// <summary>The text. Line and paragraph separators (U+2028, U+2029, U+0085, vertical tab) become line feeds.</summary>
    internal static string Decode(ReadOnlySpan<byte> source)
    {
        if (source.StartsWith("\uFEFF"u8))
            source = source[3..];
        var text = Encoding.UTF8.GetString(source);
        if (text.AsSpan().IndexOfAny(Dropped) < 0)
            return text;

        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\u2028' or '\u2029' or '\u0085' or '\v')
                kept.Append('\n');
            else if (!Dropped.Contains(c))
                kept.Append(c);
        }

        return kept.ToString();
    }

    private static bool IsHtml(ReadOnlySpan<byte> source)
    {
        var start = source.StartsWith("\uFEFF"u8) ? source[3..] : source;
        start = start.TrimStart(" \t\r\n"u8);
        Span<byte> lower = stackalloc byte[14];
        var length = Math.Min(start.Length, lower.Length);
        for (var i = 0; i < length; i++)
            lower[i] = (byte)(start[i] is >= (byte)'A' and <= (byte)'Z' ? start[i] | 0x20 : start[i]);
        return lower.StartsWith("<!doctype html"u8) || lower.StartsWith("<html"u8) || lower.StartsWith("<?xml"u8);
    }
}

using Speeches.Parsing;

namespace Speeches.Formats.Reading.Text;

/// <summary>Finds, in UTF-8, what no good text holds: letters encoded twice, letters lost before, and controls that turn text around.</summary>
internal static class TextDoubts
{
    /// <summary>The document with a diagnostic for each kind of doubt, at the line where it is first met.</summary>
    internal static SourceDocument In(ReadOnlySpan<byte> utf8, SourceDocument document)
    {
        List<ParseDiagnostic> diagnostics = [.. document.Diagnostics];
        if (Mojibake(utf8) is var twice and >= 0)
        {
            diagnostics.Add(new ParseDiagnostic(DiagnosticSeverity.Warning, "mojibake", LineOf(utf8, twice),
                "Some letters look encoded twice (“Ã©” for “é”): the text was damaged before it came here. Look for a better copy."));
        }

        if (utf8.IndexOf("\uFFFD"u8) is var lost and >= 0)
        {
            diagnostics.Add(new ParseDiagnostic(DiagnosticSeverity.Warning, "lost-letters", LineOf(utf8, lost),
                "Some letters were lost before the text came here and are replacement characters (U+FFFD). Look for a better copy."));
        }

        if (BidiControl(utf8) is var turned and >= 0)
        {
            diagnostics.Add(new ParseDiagnostic(DiagnosticSeverity.Warning, "bidi-controls", LineOf(utf8, turned),
                "The text holds invisible controls that change the order in which it is shown; they were left out."));
        }

        return diagnostics.Count == 0 ? document : document with { Diagnostics = diagnostics };
    }

    private static int Mojibake(ReadOnlySpan<byte> utf8)
    {
        var first = Earliest(utf8.IndexOf("â€"u8), utf8.IndexOf("вЂ"u8));
        for (var i = 0; i < utf8.Length - 3;)
        {
            var next = utf8[i..].IndexOf((byte)0xC3);
            if (next < 0 || (i += next) >= utf8.Length - 3)
                break;
            // One of Â Ã Ð Ñ Ø Ù before a character of U+0080 to U+00BF: two halves of one letter. Spaces and guillemets may follow a capital.
            if (utf8[i + 1] is 0x82 or 0x83 or 0x90 or 0x91 or 0x98 or 0x99 && utf8[i + 2] == 0xC2
                && (utf8[i + 1] == 0x83 || utf8[i + 3] is not (0xA0 or 0xAB or 0xBB)))
            {
                return Earliest(first, i);
            }

            i++;
        }

        return first;
    }

    private static int BidiControl(ReadOnlySpan<byte> utf8)
    {
        var first = -1;
        foreach (var control in SourceText.BidiControls)
        {
            ReadOnlySpan<byte> bytes = [0xE2, (byte)(0x80 | ((control >> 6) & 0x3F)), (byte)(0x80 | (control & 0x3F))];
            first = Earliest(first, utf8.IndexOf(bytes));
        }

        return first;
    }

    private static int Earliest(int a, int b) => a < 0 ? b : b < 0 ? a : Math.Min(a, b);

    private static int LineOf(ReadOnlySpan<byte> utf8, int position) => utf8[..position].Count((byte)'\n') + 1;
}

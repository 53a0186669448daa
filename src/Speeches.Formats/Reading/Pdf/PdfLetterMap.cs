using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>A font's ToUnicode map with codes of two bytes (ISO 32000-1, 9.10.3): the text that each code prints.</summary>
internal static partial class PdfLetterMap
{
    private const int MostInBlock = 100;

    /// <summary>The text of each code. What cannot be read is left out.</summary>
    internal static SortedDictionary<int, string> Read(string source)
    {
        var map = new SortedDictionary<int, string>();
        foreach (Match block in Blocks().Matches(source))
        {
            var parts = Parts().Matches(block.Groups["body"].Value).Select(m => m.Value).ToList();
            if (block.Groups["kind"].ValueSpan is "char")
            {
                for (var i = 0; i + 1 < parts.Count; i += 2)
                    map[Code(parts[i])] = Text(parts[i + 1]);
            }
            else
            {
                ReadRanges(parts, map);
            }
        }

        return map;
    }

    private static void ReadRanges(List<string> parts, SortedDictionary<int, string> map)
    {
        for (var i = 0; i + 2 < parts.Count; i++)
        {
            var (first, last) = (Code(parts[i]), Code(parts[i + 1]));
            i += 2;
            if (parts[i] == "[")
            {
                for (i++; i < parts.Count && parts[i] != "]"; i++)
                    map[first++] = Text(parts[i]);
                continue;
            }

            var text = Text(parts[i]);
            for (var n = 0; text.Length > 0 && first + n <= last && n <= char.MaxValue - text[^1]; n++)
                map[first + n] = text[..^1] + (char)(text[^1] + n);
        }
    }

    /// <summary>The map as the bytes of a stream.</summary>
    internal static byte[] Write(SortedDictionary<int, string> map)
    {
        var text = new StringBuilder("""
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            /CMapName /Adobe-Identity-UCS def /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange

            """);
        foreach (var block in map.Where(m => m.Value.Length > 0).Chunk(MostInBlock))
        {
            text.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (code, letters) in block)
                text.Append(CultureInfo.InvariantCulture, $"<{code:X4}> <{string.Concat(letters.Select(c => $"{(int)c:X4}"))}>\n");
            text.Append("endbfchar\n");
        }

        return Encoding.Latin1.GetBytes(text.Append("endcmap end end").ToString());
    }

    private static int Code(string part) =>
        int.TryParse(part.AsSpan().Trim("<>"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) ? code : 0;

    private static string Text(string part)
    {
        var digits = part.AsSpan().Trim("<>");
        return digits.Length % 4 == 0 && digits.Length > 0 ? Encoding.BigEndianUnicode.GetString(Convert.FromHexString(digits)) : "";
    }

    [GeneratedRegex(@"beginbf(?<kind>char|range)(?<body>.*?)endbf", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"<[0-9A-Fa-f]*>|\[|\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();
}

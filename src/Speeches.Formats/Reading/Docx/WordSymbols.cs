using System.Globalization;

namespace Speeches.Formats.Reading.Docx;

/// <summary>Characters of symbol fonts as Unicode: such fonts put their signs where other letters belong.</summary>
internal static class WordSymbols
{
    // The Symbol font's letters, from 0x41 ("A") and from 0x61 ("a").
    private const string Capitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    private const string Small = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

    /// <summary>The sign, or a white square for one that has no known letter.</summary>
    internal static string Read(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number))
            return "";
        // Word adds 0xF000 to the places of symbol fonts.
        var place = number is >= 0xF020 and <= 0xF0FF ? number - 0xF000 : number;
        var isSymbol = font is not null && font.Contains("Symbol", StringComparison.OrdinalIgnoreCase);
        if (font is not null && (font.Contains("Wingdings", StringComparison.OrdinalIgnoreCase) || font.Contains("Webdings", StringComparison.OrdinalIgnoreCase)))
            return place switch { 0xE0 or 0xF0 => "→", 0xFC => "✓", 0xA7 => "▪", 0x6C or 0x9F => "•", _ => "□" };
        if (!isSymbol)
            return place is >= 0x20 and < 0xD800 or >= 0xF900 and < 0xFFFE ? ((char)place).ToString() : "□";
        return place switch
        {
            >= 0x41 and <= 0x5A => Capitals[place - 0x41].ToString(),
            >= 0x61 and <= 0x7A => Small[place - 0x61].ToString(),
            >= 0x20 and < 0x40 and not (0x22 or 0x24 or 0x27 or 0x2A or 0x2D) => ((char)place).ToString(),
            0x2D => "−",
            0xA3 => "≤",
            0xB0 => "°",
            0xB1 => "±",
            0xB3 => "≥",
            0xB4 => "×",
            0xB7 => "•",
            0xAE => "→",
            0xBC => "…",
            0xD2 => "®",
            0xD3 => "©",
            _ => "□",
        };
    }
}

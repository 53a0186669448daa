using System.Diagnostics.CodeAnalysis;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;
using UglyToad.PdfPig.Fonts.TrueType.Tables.CMapSubTables;
using UglyToad.PdfPig.Tokens;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>
/// Mends what a PDF says of the letters its fonts print (the ToUnicode map) from the letters that the embedded font itself knows.
/// Word processors write wrong maps for shaped Arabic letters, while the font still says which letter each shape belongs to.
/// </summary>
internal static class PdfFontMaps
{
    private const int MostObjects = 50_000;
    private const int FewestAgreeing = 10;

    /// <summary>Replaces wrong maps in the document; before any of its pages is read, as fonts are read once.</summary>
    internal static void Mend(PdfDocument document)
    {
        var objects = document.Structure.CrossReferenceTable.ObjectOffsets;
        if (objects.Count > MostObjects)
            return;
        foreach (var reference in objects.Keys.ToList())
        {
            if (Resolve(document, new IndirectReferenceToken(reference)) is DictionaryToken font && font.TryGet(NameToken.Encoding, out NameToken encoding)
                && encoding.Data == "Identity-H" && font.TryGet(NameToken.ToUnicode, out IndirectReferenceToken place))
            {
                Mend(document, font, place.Data);
            }
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A font that cannot be read only cannot mend its map.")]
    private static void Mend(PdfDocument document, DictionaryToken font, IndirectReference place)
    {
        try
        {
            if (Resolve(document, new IndirectReferenceToken(place)) is not StreamToken stream || Embedded(document, font) is not { } program)
                return;
            var map = PdfLetterMap.Read(Encoding.Latin1.GetString(Bytes(document, stream)));
            if (Mend(map, LettersOf(program)))
                document.Advanced.ReplaceIndirectObject(place, new StreamToken(new DictionaryToken(new Dictionary<NameToken, IToken>()), PdfLetterMap.Write(map)));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or SpeechesError))
        {
        }
    }

    /// <summary>Puts right what the font knows better, if map and font agree on most letters: else the font's own codes mean nothing.</summary>
    internal static bool Mend(SortedDictionary<int, string> map, Dictionary<int, List<string>> font)
    {
        var wrong = new List<int>();
        var agreeing = 0;
        foreach (var (glyph, text) in map)
        {
            if (!font.TryGetValue(glyph, out var letters))
                continue;
            if (letters.Exists(l => IsSame(l, PdfText.Letters(text))))
                agreeing++;
            else if (letters.TrueForAll(PdfText.IsArabic) || PdfText.IsArabic(text))
                wrong.Add(glyph);
        }

        if (wrong.Count == 0 || agreeing < Math.Max(FewestAgreeing, wrong.Count))
            return false;
        // Brackets of text from the right are named by what they mean, which is the other one of what the font draws.
        var turned = map.Any(m => font.TryGetValue(m.Key, out var letters) && PdfText.Turned(letters[0]) is var other && other != letters[0] && other == m.Value);
        foreach (var glyph in wrong)
            map[glyph] = turned ? PdfText.Turned(font[glyph][0]) : font[glyph][0];
        return true;
    }

    /// <summary>The letters that a font has a shape for, by the number of the shape.</summary>
    private static Dictionary<int, List<string>> LettersOf(byte[] program)
    {
        var letters = new Dictionary<int, List<string>>();
        var table = TrueTypeFontParser.Parse(new TrueTypeDataBytes(program)).TableRegister.CMapTable?.SubTables
            .FirstOrDefault(t => t is { PlatformId: TrueTypeCMapPlatform.Windows, EncodingId: 1 });
        if (table is null)
            return letters;
        foreach (var code in Enumerable.Range(0x21, 0x800).Concat(Enumerable.Range(0xFB00, 0x400)))
        {
            if (char.IsSurrogate((char)code) || table.CharacterCodeToGlyphIndex(code) is not (> 0 and var glyph))
                continue;
            if (!letters.TryGetValue(glyph, out var known))
                letters.Add(glyph, known = []);
            known.Add(PdfText.Letters(char.ToString((char)code)));
        }

        return letters;
    }

    private static byte[]? Embedded(PdfDocument document, DictionaryToken font)
    {
        if (Value(document, font, "DescendantFonts") is not ArrayToken { Length: 1 } below || Resolve(document, below[0]) is not DictionaryToken inner
            || Value(document, inner, "CIDToGIDMap") is not (null or NameToken { Data: "Identity" })
            || Value(document, inner, "FontDescriptor") is not DictionaryToken described || Value(document, described, "FontFile2") is not StreamToken file)
        {
            return null;
        }

        return Bytes(document, file);
    }

    private static byte[] Bytes(PdfDocument document, StreamToken stream) =>
        stream.Decode(document.Structure.FilterProvider, document.Structure.TokenScanner).ToArray();

    private static IToken? Value(PdfDocument document, DictionaryToken dictionary, string name) =>
        dictionary.TryGet(NameToken.Create(name), out var token) ? Resolve(document, token) : null;

    private static IToken? Resolve(PdfDocument document, IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;

    // Marks over one another are named in either order.
    private static bool IsSame(string one, string other) => one == other || one.Length == other.Length && one.Order().SequenceEqual(other.Order());
}

using System.Buffers;
using System.Text;

namespace Speeches.Parsing;

/// <summary>
/// Tells the language of a text by its script where one language of the six is written in it (Russian, Arabic, Chinese), else by
/// its commonest small words. A language is one more line of data. Null where the text is too short or two languages are close: a
/// wrong language is worse than none.
/// </summary>
internal static class LanguageDetector
{
    private const int EnoughWords = 120;
    private const int FewestHits = 3;

    private static readonly (string Tag, WordSet Words)[] Languages =
    [
        ("en", new("the of and to that is we for this with are has have which by it be on was our you your from not will ladies gentlemen statement")),
        ("fr", new("le les des et du que dans pour une est qui sur au aux nous ce cette par il avec je vous mon ma votre notre nos à été sont ont ces "
            + "monsieur madame mesdames messieurs discours")),
        ("es", new("el los las del y que en por una es con para se al su lo como este esta nos mi sus ha han muy nuestro nuestra sobre señor "
            + "señora señoras señores discurso palabras")),
    ];

    // Letters that Russian and standard Arabic do without: a text full of them is in another language of the same script.
    private static readonly SearchValues<char> NotRussian = SearchValues.Create("іїєґўјљњћџђѓќѕәөүұқңһғІЇЄҐЎЈЉЊЋЏЂ");
    private static readonly SearchValues<char> NotArabic = SearchValues.Create("پچژگکیےٹڈڑھں");
    private const int EnoughLetters = 400;

    /// <summary>The BCP 47 tag of the language of the longest lines' words, or null.</summary>
    internal static string? Detect(ReadOnlySpan<SourceLine> lines)
    {
        if (ByScript(lines) is var (script, tag) && script)
            return tag;

        Span<int> hits = stackalloc int[Languages.Length];
        var words = Count(lines, hits, proseOnly: true);
        if (words < EnoughWords / 4)
        {
            hits.Clear();
            words = Count(lines, hits, proseOnly: false);
        }

        var (best, second) = (0, 0);
        for (var i = 1; i < hits.Length; i++)
        {
            if (hits[i] > hits[best])
                (best, second) = (i, hits[best]);
            else
                second = Math.Max(second, hits[i]);
        }

        var sure = hits[best] >= FewestHits && hits[best] * 10 >= words && hits[best] >= 2 * second;
        return sure ? Languages[best].Tag : null;
    }

    /// <summary>Whether most letters, of the longest lines if there are any, are in a script that tells the language, and which.</summary>
    private static (bool Found, string? Tag) ByScript(ReadOnlySpan<SourceLine> lines)
    {
        // Most texts are in Latin letters: a few lines of ASCII settle it.
        var (cyrillic, arabic, han, kana, latin, foreign) = (0, 0, 0, 0, 0, 0);
        foreach (var line in lines)
        {
            if (Ascii.IsValid(line.Text))
            {
                latin += line.Text.Length;
            }
            else
            {
                foreach (var c in line.Text)
                {
                    if (c is >= 'А' and <= 'я' or 'ё' or 'Ё' || NotRussian.Contains(c))
                        (cyrillic, foreign) = (cyrillic + 1, foreign + (NotRussian.Contains(c) ? 1 : 0));
                    else if (c is >= '\u0620' and <= '\u06D3')
                        (arabic, foreign) = (arabic + 1, foreign + (NotArabic.Contains(c) ? 1 : 0));
                    else if (c is >= '\u4E00' and <= '\u9FFF')
                        han++;
                    else if (c is >= '\u3040' and <= '\u30FF' or >= '\uAC00' and <= '\uD7A3')
                        kana++;
                    else if (char.IsLetter(c))
                        latin++;
                }
            }

            if (cyrillic + arabic + latin + (3 * han) > 3 * EnoughLetters)
                break;
        }

        // One Chinese character says as much as three letters.
        var most = Math.Max(Math.Max(cyrillic, arabic), 3 * (han + kana));
        if (most < 6 || most <= latin)
            return (false, null);
        var tag = most == cyrillic ? "ru" : most == arabic ? "ar" : kana * 10 > han ? null : "zh";
        return (true, tag == "zh" || foreign * 50 <= most ? tag : null);
    }

    private static int Count(ReadOnlySpan<SourceLine> lines, Span<int> hits, bool proseOnly)
    {
        var words = 0;
        foreach (var line in lines)
        {
            // Letterheads are names and titles; a long line is running text.
            if (proseOnly && line.Text.Length < 60)
                continue;
            foreach (var word in Words.In(line.Text))
            {
                for (var i = 0; i < hits.Length; i++)
                {
                    if (Languages[i].Words.Contains(line.Text.AsSpan(word.Start, word.Length)))
                        hits[i]++;
                }

                if (++words == EnoughWords)
                    return words;
            }
        }

        return words;
    }
}
